import { report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import {
  backlogChart,
  backtestChart,
  type ChartSpecification,
  capacityChart,
  cohortForecastChart,
  conversionChart,
  dailyShareChart,
  flightpathChart,
  forecastChart,
  funnelChart,
  levelChart,
  profileChart,
  sensitivityChart,
  triangleChart,
  waitingChart,
} from "programme-rules/charts";
import { backtest, cohortTableFromCounts, conversion, forecast, funnel } from "programme-rules/cohorts";
import {
  defineOffer,
  flightpath,
  forecastOffer,
  requiredCapacity,
  sensitivity,
  simulateBacklog,
} from "programme-rules/tender";
import { endOf, JETS_WINDOW, onProfileCounts, PROFILE } from "../oracle/cohorts.js";
import { jetsTerms } from "../tender/offers.js";

const options = { asAt: endOf(11), window: JETS_WINDOW };
const table = cohortTableFromCounts(onProfileCounts(12), options);
const split = cohortTableFromCounts(
  onProfileCounts(12).map((count, at) => ({ ...count, group: at % 2 === 0 ? "one" : "other" })),
  { ...options, by: "group" },
);

const offer = defineOffer(whpJetsCv06, jetsTerms);
const forecastOfOffer = forecastOffer(offer, { runs: 20 });
const plan = {
  from: "2027-01-01",
  until: "2027-02-26",
  referrals: 10,
  noShowRate: "30%",
  programme: whpJetsCv06,
};
const absences = [{ from: "2027-02-01", until: "2027-02-05", says: "half term" }];
const simulated = simulateBacklog({ ...plan, slotsPerDay: 16, absences }, { runs: 20 });

const [overApril] = report(
  whpCoreCv04,
  ["2021-04-06", "2021-04-12"].map((on, i) => ({
    id: `R${i}`,
    events: [
      { kind: "referral-received", on: "2021-04-01" },
      { kind: "referral-acknowledged", on },
    ],
  })),
  {
    asAt: "2021-04-20",
    period: { from: "2021-04-01", until: "2021-04-30" },
    requirements: ["css-4/backlog-share"],
  },
).lines;

/** One chart of each kind. */
export const charts: Readonly<Record<string, ChartSpecification>> = {
  curve: conversionChart(conversion(table)),
  "heat map": triangleChart(table),
  "heat map by group": triangleChart(split),
  course: profileChart(table, PROFILE),
  backtest: backtestChart(backtest(table, PROFILE, { seed: 1, runs: 20 })),
  "forecast of cohorts": cohortForecastChart(table, forecast(table, PROFILE)),
  "forecast of cohorts by group": cohortForecastChart(
    split,
    forecast(split, { one: PROFILE, other: PROFILE }),
  ),
  funnel: funnelChart(funnel([{ id: "a", share: { count: 1, of: 9 } }], "22%")),
  backlog: backlogChart(simulated),
  "share by day": dailyShareChart(overApril!),
  waiting: waitingChart(simulated),
  capacity: capacityChart(requiredCapacity(plan, { runs: 100 })),
  "forecast of an offer": forecastChart(forecastOfOffer),
  level: levelChart(forecastOfOffer),
  flightpath: flightpathChart(flightpath(table, PROFILE, { targetMonth: "2021-03" })),
  sensitivity: sensitivityChart(sensitivity(offer)),
};
