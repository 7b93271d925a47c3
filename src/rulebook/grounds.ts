import { formatCitation, type Grounded } from "../rules/index.js";

/** Where a statement comes from, as the rule book prints it; empty when it inherits that. */
export function ground({ citation, basis }: Grounded): string {
  const cited = citation === undefined ? [] : [formatCitation(citation)];
  return [...cited, ...(basis === undefined ? [] : ["(assumed)"])].join(" ");
}

/** A line with its ground behind it. */
export function grounded(text: string, from: Grounded): string {
  const where = ground(from);
  return where === "" ? text : `${text} ${where}`;
}
