import type { IsoMonth } from "../../date/index.js";
import { defined } from "../../defined.js";
import { nested, type OptionKinds, optionsOf } from "../../options.js";
import { type ConversionProfile, levelOf, readProfile } from "../conversion-profile.js";
import { risksOf } from "../survival/conversion.js";
import { type CohortRow, type CohortTable, lastSeen } from "../tables/cohort-table.js";
import { ageToAgeFactors, factorsToTheEnd } from "./chain-ladder.js";
import { type CappedForecast, capped, stillToConvert } from "./cohort-forecast.js";
import {
  type Assumed,
  type ForecastRemark,
  LEARNING,
  type Learned,
  type LearnedRow,
  Learning,
  type LearningOptions,
} from "./learning.js";
import { type ForecastBand, simulate, UNCERTAINTY, type Uncertainty } from "./simulation.js";

/** What a forecast rests on. */
export interface ForecastOptions extends LearningOptions {
  /** Draw how sure the forecast is. */
  readonly uncertainty?: Uncertainty;
}

const FORECAST_OPTIONS: OptionKinds<ForecastOptions> = {
  ...LEARNING,
  uncertainty: nested(UNCERTAINTY, { seed: "1" }),
};

/**
 * One cohort: so far, and in the end. `age` is the last age that counts as seen in months, -1 before the first; `grown` the
 * part of all conversions the profile expects by then, as a fraction.
 *
 * - `learned`: people in the end, on average, by all that the table says of the contract and the month.
 * - `conditional`, `bornhuetterFerguson`, `chainLadder`, `kaplanMeier`: what other methods say. The first two take the end
 *   from the profile alone, the others from the table alone; those are null where the table has nothing to scale by.
 */
export interface ForecastRow {
  readonly month: IsoMonth;
  readonly group: string | null;
  readonly starts: number;
  readonly converted: number;
  readonly age: number;
  readonly grown: number;
  readonly learned: number;
  readonly conditional: number;
  readonly bornhuetterFerguson: CappedForecast;
  readonly chainLadder: CappedForecast | null;
  readonly kaplanMeier: number | null;
}

/**
 * The whole table in the end, and how sure that is.
 *
 * - `prior`: the rate expected before anything is seen, a fraction from 0 to 1; `learned`: what the table says of it.
 * - `expected`: people in the end, on average; `rate`: those over the starts, as a fraction; null without starts.
 * - `conditional`: people in the end, had the profile the last word on all who have not converted.
 * - `assumed`: how far apart things were held to be before anything was seen. `remarks`: what to know of the data.
 */
export interface Forecast {
  readonly prior: number;
  readonly learned: Learned;
  readonly starts: number;
  readonly converted: number;
  readonly expected: number;
  readonly rate: number | null;
  readonly conditional: number;
  readonly rows: readonly ForecastRow[];
  readonly assumed: Assumed;
  readonly remarks: readonly ForecastRemark[];
  readonly band?: ForecastBand;
}

/**
 * How many of each cohort, and of all, will have converted in the end. What is learned is the one to quote: the contract's
 * own rate and timing as far as they are seen, and the profile where they are not, with all the doubt there is in the band.
 * It holds as long as months to come are like those that were: what hits everybody in some calendar months alone, such as a
 * lockdown, is not in it. The other methods show how far the answer depends on the method.
 *
 * @throws ProgrammeFault `cohorts/profile` for a profile that does not fit the table,
 * `cohorts/rate` for a rate as a bare number, and `cohorts/chance` for a bad seed or number of runs.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { cohortTableFromCounts, forecast } from "programme-rules/cohorts";
 *
 * const counts = [{ month: "2021-03", starts: 200, converted: [0, 2, 6] }];
 * const table = cohortTableFromCounts(counts, { asAt: "2021-05-31", window: { days: 238, lagDays: 61 } });
 * const profile = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
 * const { expected, learned } = forecast(table, profile);
 * [expected.toFixed(1), learned.index.toFixed(2), learned.weight.toFixed(2)]; // => ["44.1", "1.00", "0.25"]
 * const { band } = forecast(table, profile, { uncertainty: { seed: 1, runs: 1000, passAt: "22%" } });
 * band?.pass?.probability; // => 0.492
 * ```
 */
export function forecast(
  table: CohortTable,
  profile: ConversionProfile,
  options: ForecastOptions = {},
): Forecast {
  optionsOf(options, FORECAST_OPTIONS);
  const read = readProfile(profile, table);
  const learning = new Learning(table, read, table.lastMonth, options);
  const own = ownCurves(table);
  const rows = learning.rows.map((each) => rowOf(each, learning, own));
  const sum = (pick: (row: ForecastRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const [starts, expected] = [sum((row) => row.starts), sum((row) => row.learned)];
  const { uncertainty } = options;
  return defined({
    prior: levelOf(table.rows, read, options.prior),
    learned: learning.learned,
    starts,
    converted: sum((row) => row.converted),
    expected,
    rate: starts === 0 ? null : expected / starts,
    conditional: sum((row) => row.conditional),
    rows,
    assumed: learning.assumed,
    remarks: learning.remarks,
    band: uncertainty && simulate(learning, uncertainty, ({ fit }) => fit.timing.lastAge),
  });
}

function rowOf(each: LearnedRow, learning: Learning, own: OwnCurves): ForecastRow {
  const { row, age, seen, known, fit } = each;
  const { month, group, starts } = row;
  const grown = fit.timing.grown(age);
  const factor = age < 0 ? null : own.factors[age]!;
  const theta = age < 0 ? own.lasting.at(0) : own.lasting[age + 1];
  return {
    month,
    group,
    starts,
    converted: known,
    age,
    grown,
    learned: learning.expected(each, fit.timing.lastAge),
    conditional: seen + (starts - seen) * stillToConvert(grown, fit.usual),
    bornhuetterFerguson: capped(seen + starts * fit.usual * (1 - grown), starts),
    chainLadder: factor === null ? null : capped(seen * factor, starts),
    kaplanMeier: theta === undefined || theta === null ? null : seen + (starts - seen) * theta,
  };
}

interface OwnCurves {
  /** What the converted at each age grow to in the end; null where a sum to divide by is 0 or nothing is seen. */
  readonly factors: readonly (number | null)[];
  /** The chance of still converting from the beginning of each age on; one more at the end, 0. */
  readonly lasting: readonly (number | null)[];
}

function ownCurves(table: CohortTable): OwnCurves {
  const { rows, lastAge } = table;
  const factors = factorsToTheEnd(ageToAgeFactors(rows.map(({ converted }) => converted)));
  const lasting = new Array<number | null>(lastAge + 2).fill(0);
  const risks = risksOf(table);
  for (let age = lastAge; age >= 0; age--) {
    const { atRisk, events } = risks[age]!;
    const later = lasting[age + 1]!;
    const isUnknown = later === null || (atRisk === 0 && !allConverted(rows, age));
    lasting[age] = isUnknown ? null : 1 - (1 - (atRisk === 0 ? 0 : events / atRisk)) * (1 - later);
  }
  return { factors, lasting };
}

/** Whether nobody is at risk because all have converted, and not because nobody has been seen so long. */
function allConverted(rows: readonly CohortRow[], age: number): boolean {
  return rows.some((row) => lastSeen(row) >= age && row.starts > 0);
}
