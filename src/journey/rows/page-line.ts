/** What a line of a table is that holds no row of data: the page around it, or a sum of it. */
export type PageLine = "empty" | "totals" | "page";

/** What totals are called, and what a database says below its rows. */
const TOTALS =
  /^(?:(?:(?:grand|sub|page|report|overall)[ -]?)?totals?|sum|(?:(?:row|record) )?count|number of (?:rows|records|cases|referrals))(?:[\s:=(]{1,4}[\d.,]{0,20}\)?)?$|^\(?\d{1,15} rows?(?: (?:affected|selected|returned))?[.)]{0,2}$/i;

const TOTALS_OF = /^(?:grand |page |report )?totals?\b/i;
const NUMBER = /^[\d.,%]{1,20}$/;
const RULE = /^[-=_*+─]{2,200}$/;

/** Whether a text is what a row of totals says in one of its cells. */
export function isTotals(text: string): boolean {
  return text.length < 80 && TOTALS.test(text);
}

/** Whether a text is a number, as totals are. */
export function isNumber(text: string): boolean {
  return NUMBER.test(text);
}

/**
 * What a line is by its texts, below a header with these names; undefined for a row of data, and where that is not
 * certain: a referral of which nothing is known but its id is one. `id` is what stands in the column of ids: a row that
 * has one of its own is no total, whatever its other cells say.
 */
export function pageLine(
  texts: readonly string[],
  names: readonly string[],
  id: string | undefined,
): PageLine | undefined {
  const filled = texts.filter((text) => text !== "");
  if (filled.length === 0) return "empty";
  const isTotal = id === undefined || id === "" ? filled.some(isTotals) : isTotals(id);
  if (isTotal || isTotalsOf(filled)) return "totals";
  const isRule = filled.every((text) => RULE.test(text));
  return isRule || isHeaderAgain(texts, names) || (names.length > 1 && isSentence(filled))
    ? "page"
    : undefined;
}

/** `Total referrals`, with nothing but numbers beside it. */
function isTotalsOf([first = "", ...others]: readonly string[]): boolean {
  return TOTALS_OF.test(first) && others.every(isNumber);
}

function isHeaderAgain(texts: readonly string[], names: readonly string[]): boolean {
  return names.length > 1 && texts.length >= names.length && names.every((name, at) => name === texts[at]);
}

/** Words with nothing beside them: a title, a copyright, the number of a page. No reference is three words or more. */
function isSentence(filled: readonly string[]): boolean {
  const [text = "", ...others] = filled;
  return others.length === 0 && (/\S\s+\S+\s+\S/.test(text) || /\w:(\s|$)/.test(text));
}
