/*
 * Why, in words:
 *
 * - `explanation`: what a verdict rests on, as facts. `sentence` says them; `counting` is its part on a due date.
 * - `report-line`: a line of a report: its sentence, and the marks and shares that tables have.
 * - `figure`, `ground`: a figure of performance, and a ground for intervention with the figures behind it.
 * - `dates`: days as sentences name them. `markdown`: tables, lists and blocks of a page.
 *
 * What stands in a programme (lengths, conditions, events, states, targets) is worded in rules.
 */

export type {
  ExplainedCount,
  ExplainedEvent,
  ExplainedPart,
  ExplainedWork,
  Explanation,
  SkippedDay,
  SpareDays,
  UnmetCondition,
} from "./explanation.js";
export { type FigureFacts, figureSentence } from "./figure.js";
export {
  type GroundFacts,
  groundSentence,
  type NamedAction,
  type NamedLevel,
  removalSentence,
} from "./ground.js";
export { blocks, bullets, table } from "./markdown.js";
export {
  countsByVerdict,
  type LineFacts,
  lineSentence,
  shareWords,
  verdictMark,
  verdictWords,
} from "./report-line.js";
export { sentenceOf } from "./sentence.js";
