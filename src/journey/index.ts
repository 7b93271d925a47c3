export { AskedAttributes, absentInAll, isNoAttribute } from "./attributes.js";
export type { Caseload, ContractLog, Journey, JourneyEvent, Scalar } from "./journey.js";
export { LongList } from "./long-list.js";
export { MeantWords } from "./meant-words.js";
export {
  type DataProblems,
  howMany,
  joinedProblems,
  type ProblemCount,
  ProblemList,
  sameProblems,
  withoutPeople,
} from "./problem-list.js";
export { columnWords } from "./rows/column-words.js";
export {
  FIELD_TYPES,
  type FieldType,
  type FieldValue,
  kindsOfColumn,
  loose,
  NEEDED_FIELDS,
  type NeededField,
  PRAP_STATUSES,
  RETRACTED,
  type WideColumn,
  wideColumns,
} from "./rows/columns.js";
export { DateCell, type DateForms, type DateRules, dateReader } from "./rows/date-reader.js";
export type { EventRow } from "./rows/long-rows.js";
export type { Row, RowMapping } from "./rows/mapping.js";
export { pageLine } from "./rows/page-line.js";
export type { Problem } from "./rows/problem.js";
export type { ReadableProgramme } from "./rows/readable-programme.js";
export {
  type JourneysRead,
  joinEvents,
  type RowReader,
  readJourneys,
  rowReader,
  withEvents,
} from "./rows/reader.js";
export type { RowFiles } from "./rows/row-table.js";
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
