import { type DaySpan, epochDay, type IsoDate, isoDate } from "../date/index.js";
import { editionOn, type History, isHistory, type Programme, refuseNotRules } from "../rules/index.js";

/** Which edition is in force on each day of a span; a single programme is on every day. */
export class EditionsByDay {
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
