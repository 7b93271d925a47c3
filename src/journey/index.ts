export { type WideColumn, wideColumns } from "./columns.js";
export type { JourneyEvent, Scalar } from "./event.js";
export type { Caseload, ContractLog, Journey, Problem } from "./journey.js";
export type { EventRow } from "./long-row.js";
export type { ReadableProgramme, Row, RowMapping } from "./mapping.js";
export { type JourneysRead, readJourneys } from "./read-journeys.js";
export { type RowFiles, type RowReader, rowReader, withEvents } from "./row-reader.js";
