export { AskedAttributes, absentInAll, isNoAttribute } from "./attributes.js";
export type { Caseload, ContractLog, Journey, JourneyEvent, Scalar } from "./journey.js";
export {
  type DataProblems,
  howMany,
  joinedProblems,
  type ProblemCount,
  ProblemList,
  sameProblems,
} from "./problem-list.js";
export {
  FIELD_TYPES,
  type FieldType,
  type FieldValue,
  NEEDED_FIELDS,
  type NeededField,
  PRAP_STATUSES,
  RETRACTED,
  type WideColumn,
  wideColumns,
} from "./rows/columns.js";
export type { EventRow } from "./rows/long-rows.js";
export type { ReadableProgramme, Row, RowMapping } from "./rows/mapping.js";
export type { Problem } from "./rows/problem.js";
export {
  type JourneysRead,
  type RowFiles,
  type RowReader,
  readJourneys,
  rowReader,
  withEvents,
} from "./rows/reader.js";
export {
  distinct,
  eachOwn,
  isOnce,
  isOwn,
  type LeftOut,
  type LeftOutReason,
  ofOther,
  oneOf,
  rowsLeftOut,
} from "./same-id.js";
export { leftOutSchema, problemCountSchema, problemSchema } from "./schema.js";
export { attributeText, compareTexts, fieldTexts, textOf } from "./texts.js";
