export { comparisonPage } from "./comparison-page.js";
export { eventsPage } from "./events-page.js";
export { programmePage } from "./programme-page.js";
export { readingsPage } from "./readings-page.js";
export { type RuleBookOptions, ruleBook } from "./rule-book.js";
export { standardSection } from "./standard-section.js";
export { variationPage } from "./variation-page.js";
