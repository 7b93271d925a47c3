export { backlogChart, capacityChart, waitingChart } from "./backlog.js";
export { cohortForecastChart } from "./cohort-forecast.js";
export { conversionChart, triangleChart } from "./conversion.js";
export { flightpathChart } from "./flightpath.js";
export { funnelChart } from "./funnel.js";
export { forecastChart, type LevelChartOptions, levelChart } from "./offer-forecast.js";
export { profileChart } from "./profile.js";
export { sensitivityChart } from "./sensitivity.js";
export type { ChartSpecification, ChartTitle } from "./style.js";
