export { comparisonPage } from "./comparison.js";
export { programmePage } from "./programme-page.js";
export { readingsPage } from "./readings.js";
export { type RuleBookOptions, ruleBook } from "./rule-book.js";
export { standardSection } from "./standard.js";
export { variationPage } from "./variation-page.js";
