import { optionsOf } from "../argument.js";
import { type DaySpan, daySpan, epochDay, type IsoDate, isoDate } from "../date/index.js";
import { editionOn, type History, isHistory, type Programme, refuseNotRules } from "../rules/index.js";
import { editionRows, type ReturnsOptions } from "./edition-returns.js";
import type { ReturnDue } from "./return-row.js";

const FROM_TO = { from: '"2021-04-01"', to: '"2021-04-30"' };

/**
 * What a contract owes over a span, by due date: the templates of its standards, its returns, reviews,
 * and what is to be there before a review. Of a history, each row is of the edition in force on its due
 * date; an edition with one unknown bound is taken where no other can be in force. What has no date by
 * itself (a report at the end of the contract) and what concerns single referrals is left out.
 *
 * @throws ProgrammeFault `calendar/beyond-known` for a span past the published bank holidays,
 * `date/span-reversed`, `regime/nation`, and `rules/unknown-bounds` or `rules/no-edition` for a history
 * that does not say what was in force.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { returnsDue } from "programme-rules/returns";
 *
 * const rows = returnsDue(whpJetsCv06, { from: "2021-05-01", to: "2021-05-31" });
 * rows.map((row) => `${row.dueOn} ${row.return}`);
 * // => ["2021-05-17 css-template", "2021-05-24 performance-return", "2021-05-31 breakdown", "2021-05-31 performance-review"]
 * rows[0]?.reason; // => "The 15th is Sat 15 May 2021, not a working day; the next is Mon 17 May 2021."
 * returnsDue(whpJetsCv06, { from: "2028-12-01", to: "2029-01-31" }); // throws known to
 * ```
 */
export function returnsDue(rules: Programme | History, options: ReturnsOptions): ReturnDue[] {
  refuseNotRules(rules);
  optionsOf(options, FROM_TO);
  const span = daySpan({ from: options.from, until: options.to });
  const editions = new EditionsByDay(rules, span);
  const rows = editions.all.flatMap((programme) =>
    editionRows(programme, options).filter(({ dueOn }) => editions.isOn(programme, dueOn)),
  );
  return rows.sort(
    (one, other) =>
      compare(one.dueOn, other.dueOn) ||
      compare(one.return, other.return) ||
      compare(one.forMonth ?? "", other.forMonth ?? "") ||
      compare(one.standards.join(), other.standards.join()),
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Which edition is in force on each day of a span; a single programme is on every day. */
class EditionsByDay {
  readonly all: readonly Programme[];
  readonly #byDay = new Map<number, Programme>();
  readonly #span: DaySpan;

  /** @throws ProgrammeFault as `editionOn`, for a day on which none or several could be in force. */
  constructor(rules: Programme | History, span: DaySpan) {
    this.#span = span;
    refuseNotRules(rules);
    this.all = isHistory(rules) ? rules.editions : [rules];
    if (!isHistory(rules)) return;
    for (let day = span.from; day <= span.until; day++) this.#byDay.set(day, onDay(rules, isoDate(day)));
  }

  isOn(programme: Programme, date: IsoDate): boolean {
    const day = epochDay(date);
    if (day < this.#span.from || day > this.#span.until) return false;
    return this.#byDay.size === 0 || this.#byDay.get(day) === programme;
  }
}

/** The edition whose known bounds hold the day; one with an unknown bound only where no other can be meant. */
function onDay(history: History, date: IsoDate): Programme {
  const possible = history.editions.filter(
    ({ inForce: { from, until } }) =>
      (from === undefined || from <= date) && (until === undefined || date <= until),
  );
  const [only] = possible;
  if (possible.length === 1 && (history.editions.length === 1 || isBounded(only!))) return only!;
  return editionOn(history, date);
}

function isBounded({ inForce: { from, until } }: Programme): boolean {
  return from !== undefined || until !== undefined;
}
