import { argumentFault, described } from "../../argument.js";
import type { IsoMonth } from "../../date/index.js";
import { attributeText, compareTexts, type Journey } from "../../journey/index.js";
import { named } from "../../visible.js";

/** What a line of a split report is of: `{ provider: "Alpha", month: "2021-06" }`, null for cases without a value. */
type SplitValues = Readonly<Record<string, string | null>>;

/** The word that splits a report by the month in which cases fall. */
export const MONTH = "month";

/** What a report is split by, and the values of the journey last read. The month is each case's own. */
export class Split {
  readonly isByMonth: boolean;
  /** Whether it is split by what journeys have, and not by month alone. */
  readonly isByJourney: boolean;
  values: readonly (string | null)[] = [];
  /** The values as one text. */
  key = "";
  readonly #names: readonly string[];

  constructor(by: string | readonly string[] | undefined) {
    this.#names = splitNames(by);
    this.isByMonth = this.#names.includes(MONTH);
    this.isByJourney = this.#names.some((name) => name !== MONTH);
  }

  read(journey: Journey): void {
    if (this.#names.length === 0) return;
    this.values = this.#names.map((name) => attributeText(journey, name));
    this.key = JSON.stringify(this.values);
  }

  /** What a line is of that counts cases of these values in a month; undefined where nothing is split. */
  by(values: readonly (string | null)[], month: IsoMonth | null): SplitValues | undefined {
    if (this.#names.length === 0) return undefined;
    const entries = this.#names.map((name, i) => [name, name === MONTH ? month : (values[i] ?? null)]);
    return Object.fromEntries(entries);
  }

  /** As `by`, of a contract's own duties, which are split by month alone. */
  byMonth(month: IsoMonth | null): SplitValues | undefined {
    return this.isByMonth ? { [MONTH]: month } : undefined;
  }
}

/** What a report is split by, as a list of different names. */
export function splitNames(by: string | readonly string[] | undefined): readonly string[] {
  if (by === undefined) return [];
  const names: readonly string[] = Array.isArray(by) ? by : [by];
  const isName = (name: unknown) => typeof name === "string" && name !== "";
  if (names.every(isName) && new Set(names).size === names.length) return names;
  throw argumentFault(
    "by",
    `by: ${described(by)}`,
    'an attribute such as "provider", "group" or "month", or a list of different ones',
    "Leave it out for a report that is not split.",
  );
}

/** Splits by their values in alphabetical order, the first attribute first; cases without a value last. */
export function compareSplits(one: SplitValues = {}, other: SplitValues = {}): number {
  for (const name of Object.keys(one)) {
    const order = compareValues(one[name] ?? null, other[name] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareValues(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareTexts(one, other);
}

/** What a line of a split report is of: `Alpha, 2021-06`; `nobody` where it is of no value. */
export function splitWords(by: SplitValues | undefined, nobody = "none"): string {
  return by === undefined
    ? nobody
    : Object.values(by)
        .map((value) => named(value, nobody))
        .join(", ");
}
