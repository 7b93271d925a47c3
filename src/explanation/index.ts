export type { Count, Explanation, Named, Skipped, Spare } from "./explanation.js";
export { sentenceOf } from "./prose.js";
export {
  conditionWords,
  eventTitle,
  frequencyWords,
  lengthWords,
  matchTitles,
  monthDayWords,
  stateTitle,
} from "./rule-words.js";
export { type LineFacts, lineSentence } from "./share-prose.js";
export { capitalised, counted, joined, numberWord, ordinal } from "./words.js";
