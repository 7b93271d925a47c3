export { formatPence, type Pence, parsePounds } from "./pence.js";
export { isPercent, PERCENT, parsePercent, type Ratio } from "./percent.js";
export { addShares, compareShare, formatFraction, formatShare, type Share, share } from "./share.js";
export { type GroupedCount, withheldCounts, withheldOfSum } from "./withheld-counts.js";
