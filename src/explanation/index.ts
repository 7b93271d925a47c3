export type { Count, Explanation, Named, Part, Piece, Skipped, Spare, Unmet } from "./explanation.js";
export { type FigureFacts, figureSentence } from "./figure-prose.js";
export {
  type GroundFacts,
  groundSentence,
  type NamedAction,
  type NamedLevel,
  removalSentence,
} from "./ground-prose.js";
export { shareWords, verdictMark, verdictWords } from "./line-words.js";
export { blocks, bullets, table } from "./markdown.js";
export { sentenceOf } from "./prose.js";
export { type LineFacts, lineSentence } from "./share-prose.js";
