import type { IsoMonth } from "../date/index.js";
import { monthsFrom } from "./months.js";
import type { CohortRow } from "./table.js";

/** A cohort being counted. */
export class CohortTally {
  starts = 0;
  outcomes = 0;
  open = 0;
  closed = 0;
  undetermined = 0;
  matureConverted = 0;
  mature = 0;
  readonly #atAge: number[];

  constructor(
    readonly month: IsoMonth,
    readonly group: string | null,
    lastAge: number,
  ) {
    this.#atAge = new Array<number>(lastAge + 1).fill(0);
  }

  /** Someone who converted at an age in months. */
  convert(age: number): void {
    this.#atAge[age]! += 1;
    this.outcomes += 1;
  }

  row(lastMonth: IsoMonth): CohortRow {
    const seen = monthsFrom(this.month, lastMonth);
    let sum = 0;
    const converted = this.#atAge.map((count, age) => {
      sum += count;
      return age <= seen ? sum : null;
    });
    const { month, group, starts, outcomes, open, closed, undetermined } = this;
    const mature = { count: this.matureConverted, of: this.mature };
    return { month, group, starts, converted, outcomes, open, closed, undetermined, mature };
  }
}
