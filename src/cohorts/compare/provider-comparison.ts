import { refuseOther } from "../../argument.js";
import type { IsoDate } from "../../date/index.js";
import { type OptionKinds, oneOf, optionsOf, wholeNumber } from "../../options.js";
import { addShares, PERCENT, type Share, withheldOfSum } from "../../quantity/index.js";
import { named } from "../../visible.js";
import { CHANCE, type SeededRuns } from "../random.js";
import type { RateInput } from "../rate-input.js";
import { RATE } from "../rate-input.js";
import {
  type CohortExchange,
  EXCHANGE,
  type ExchangeSplit,
  exchangeTable,
} from "../tables/cohort-exchange.js";
import { type CohortRow, convertedBy, lastSeen } from "../tables/cohort-table.js";
import { type Funnel, type FunnelOptions, type FunnelPerformer, funnel, OVERDISPERSION } from "./funnel.js";
import { type RankedPerformer, rank } from "./ranking.js";

/** What is compared, around what, and how chance is drawn if it is wanted. */
export interface ProviderComparisonOptions extends FunnelOptions {
  /** Whose cohorts are compared; `"provider"` unless given. */
  readonly by?: Exclude<ExchangeSplit, "group">;
  /** The rate everybody is held against; that of all together unless given. */
  readonly centre?: RateInput;
  readonly chance?: SeededRuns;
  readonly level?: string;
  /**
   * Providers with fewer starts are left out, because small cells may point at people, and so are the next smallest, as
   * many as it takes that none can be worked out from the others and all together. They are counted in `withheld`.
   */
  readonly suppressBelow?: number;
}

const COMPARISON_OPTIONS: OptionKinds<ProviderComparisonOptions> = {
  by: oneOf(["contractor", "provider", "area"]),
  centre: RATE,
  chance: CHANCE,
  level: PERCENT,
  overdispersion: OVERDISPERSION,
  suppressBelow: wholeNumber(0),
};

/**
 * One provider beside the others.
 *
 * - `mature`, `interval`, `rank` …: of its people whose whole window is over; see {@link RankedPerformer}, {@link FunnelPerformer}.
 * - `converted`, `expected`, `index`: of everybody who started, by now. Expected is what they would have come to at
 *   the pace of all together, group by group and age by age, so that neither young cohorts nor a
 *   harder mix of groups counts against anyone.
 */
export interface ComparedProvider
  extends Omit<RankedPerformer, "share">,
    Pick<FunnelPerformer, "rate" | "limits" | "position" | "side"> {
  readonly starts: number;
  readonly converted: number;
  readonly expected: number;
  readonly index: number | null;
  readonly mature: Share;
}

/**
 * Providers side by side, best first. `centre` is a fraction: the rate given, or that of all together; null where
 * none is given and nobody is mature, or of the mature nobody or everybody converted, because nothing lies around
 * such a rate. `overdispersion`: how much the mature rates differ beyond chance, as {@link Funnel} says.
 */
export interface ProviderComparison {
  readonly programme: string;
  readonly outcome: string;
  readonly sought: string | null;
  readonly asAt: IsoDate;
  readonly period: CohortExchange["period"];
  readonly by: Exclude<ExchangeSplit, "group">;
  readonly centre: number | null;
  readonly overdispersion: Funnel["overdispersion"];
  readonly all: Share;
  readonly providers: readonly ComparedProvider[];
  readonly withheld: number;
}

/**
 * Providers, subcontractors or areas side by side (source 003, recommendation 1): what each achieved,
 * how sure that is, its rank, and whether it differs from the rest by more than chance explains.
 * Cohorts that do not say whose they are stand as `"(not said)"`.
 *
 * @throws ProgrammeFault `cohorts/chance`, `cohorts/level`, `cohorts/rate`, `cohorts/funnel` as {@link rank} and
 * {@link funnel} do.
 *
 * @example
 * ```ts
 * import { compareProviders, readExchange } from "programme-rules/cohorts";
 *
 * const rows = [
 *   { provider: "north", month: "2020-03", starts: "200", converted_0: "10" },
 *   { provider: "south", month: "2020-03", starts: "100", converted_0: "25" },
 * ];
 * const defaults = { asAt: "2020-06-30", window: { days: 0, lagDays: 0 } };
 * const { all, providers } = compareProviders(readExchange(rows, defaults).exchanges[0]!);
 * all; // => { count: 35, of: 300 }
 * providers.map(({ id, rank, position }) => `${rank} ${id}: ${position}`);
 * // => ["1 south: beyond-998", "2 north: beyond-998"]
 * ```
 */
export function compareProviders(
  exchange: CohortExchange,
  options: ProviderComparisonOptions = {},
): ProviderComparison {
  refuseOther(exchange, EXCHANGE);
  const {
    by = "provider",
    centre,
    overdispersion = "estimated",
    suppressBelow = 0,
    ...ranking
  } = optionsOf(options, COMPARISON_OPTIONS);
  const everybody = [...talliesOf(exchange, by)];
  const { items: small } = withheldOfSum(
    everybody.map(([item, { starts }]) => [item, starts]),
    suppressBelow,
  );
  // All together, and the pace that is expected, are those of who is shown: any other would give the rest away.
  const shown = exchange.cohorts.filter((cohort) => !small.has(nameOf(cohort, by)));
  const tallies = [...talliesOf({ ...exchange, cohorts: shown }, by)];
  const all = tallies.map(([, { mature }]) => mature).reduce(addShares, { count: 0, of: 0 });
  const performers = tallies.map(([id, { mature }]) => ({ id, share: mature }));
  const around = centre ?? (all.count > 0 && all.count < all.of ? all : undefined);
  const places = around === undefined ? undefined : funnel(performers, around, { overdispersion });
  const { programme, outcome, sought, asAt, period } = exchange;
  return {
    ...{ programme, outcome, sought, asAt, period, by },
    centre: places?.centre ?? null,
    overdispersion: places?.overdispersion ?? null,
    all,
    providers: rank(performers, ranking).map(({ share, ...ranked }) => {
      const place = places?.performers.find(({ id }) => id === ranked.id) ?? NOWHERE;
      const { rate, limits, position, side } = place;
      const { starts, converted, expected } = tallies.find(([id]) => id === ranked.id)![1];
      const index = expected === 0 ? null : converted / expected;
      return { ...ranked, starts, converted, expected, index, mature: share, rate, limits, position, side };
    }),
    withheld: everybody.length - tallies.length,
  };
}

interface Tally {
  starts: number;
  converted: number;
  expected: number;
  mature: Share;
}

const NOWHERE = { rate: null, limits: null, position: null, side: null };

function nameOf(cohort: CohortExchange["cohorts"][number], by: Exclude<ExchangeSplit, "group">): string {
  return named(cohort[by], "(not said)");
}

function talliesOf(exchange: CohortExchange, by: Exclude<ExchangeSplit, "group">): Map<string, Tally> {
  const pace = paceOf(exchangeTable(exchange, "group").rows);
  const tallies = new Map<string, Tally>();
  for (const cohort of exchange.cohorts) {
    const { group, starts, converted, mature } = cohort;
    const id = nameOf(cohort, by);
    const tally = tallies.get(id) ?? { starts: 0, converted: 0, expected: 0, mature: { count: 0, of: 0 } };
    tally.starts += starts;
    tally.converted += converted.at(-1) ?? 0;
    tally.expected += starts * pace(group, converted.length - 1);
    tally.mature = addShares(tally.mature, mature);
    tallies.set(id, tally);
  }
  return tallies;
}

/** The share of a group that had converted by the end of an age, over all cohorts seen so long. */
function paceOf(rows: readonly CohortRow[]): (group: string | null, age: number) => number {
  const known = new Map<string, number>();
  return (group, age) => {
    const key = JSON.stringify([group, age]);
    const found = known.get(key);
    if (found !== undefined) return found;
    const seen = rows.filter((row) => row.group === group && lastSeen(row) >= age && age >= 0);
    const starts = seen.reduce((sum, row) => sum + row.starts, 0);
    const converted = seen.reduce((sum, row) => sum + convertedBy(row, age), 0);
    const rate = starts === 0 ? 0 : converted / starts;
    known.set(key, rate);
    return rate;
  };
}
