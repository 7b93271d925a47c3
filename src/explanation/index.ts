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
export { type FigureFacts, figureSentence } from "./figure-sentence.js";
export {
  type GroundFacts,
  groundSentence,
  type NamedAction,
  type NamedLevel,
  removalSentence,
} from "./ground-sentence.js";
export {
  countsByVerdict,
  type LineFacts,
  lineNotes,
  lineSentence,
  shareWords,
  verdictMark,
  verdictWords,
} from "./line-sentence.js";
export { blocks, bullets, markdownLine, markdownText, table, textTable } from "./markdown.js";
export { sentenceOf } from "./verdict-sentence.js";
