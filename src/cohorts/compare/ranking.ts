import { type Kind, refuseOther } from "../../argument.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { CHECKED, type OptionKinds, optionsOf } from "../../options.js";
import { PERCENT, type Share, share } from "../../quantity/index.js";
import { type ConfidenceInterval, wilson } from "../confidence-interval.js";
import { beta, CHANCE, checkedRuns, probabilityOf, type SeededRuns, uniformsOf } from "../random.js";
import { priorOf } from "./rate-prior.js";

export const PERFORMERS: Kind = {
  name: 'a list of performers such as { id: "east", share: { count: 20, of: 100 } }',
  has: [{ id: "", share: {} }],
};

/** Someone to be ranked: an opaque id and what they achieved. */
export interface Performer {
  readonly id: string;
  readonly share: Share;
}

/** How many parts the ranking is cut into (4, quartiles, unless given), and how chance is drawn if it is wanted. */
export interface RankOptions {
  readonly tiles?: number;
  readonly chance?: SeededRuns;
  readonly level?: string;
}

const RANK_OPTIONS: OptionKinds<RankOptions> = {
  tiles: CHECKED,
  chance: CHANCE,
  level: PERCENT,
};

/**
 * One place in a ranking.
 *
 * - `rank`: 1 and how many are strictly better; those who tie share the best. Null for a share of nothing.
 * - `tile`: 1 is the best part, `tiles` the bottom one; null when fewer are ranked than there are parts.
 * - `tileIfLast`: the part if those who tie shared the worst rank instead. Where it differs from `tile`
 *   the tie lies across a cut, and `needsReview` is true: a person must choose the reading.
 * - `bottom`: with `chance`, the probability of truly belonging in the bottom part, and the standard error of drawing
 *   it. Null when fewer are ranked than there are parts, or fewer than four.
 */
export interface RankedPerformer extends Performer {
  readonly rank: number | null;
  readonly tile: number | null;
  readonly tileIfLast: number | null;
  readonly needsReview: boolean;
  readonly interval: ConfidenceInterval | null;
  readonly bottom?: { readonly probability: number; readonly standardError: number } | null;
}

/**
 * A ranking of shares, best first, compared as whole numbers. A small provider's place is mostly luck:
 * give `chance` and read the probability of the bottom part beside it. For that, true rates are drawn nearer to each
 * other than the shares lie, the more so the fewer people a share is of and the less the field differs beyond chance
 * (beta-binomial, with how much it differs learned from the field), so that of those told 70%, 7 in 10 belong there.
 *
 * @throws ProgrammeFault `cohorts/rank` for the same id twice or a number of parts that is not
 * whole or below 2, `quantity/share` for a share that is none, `cohorts/chance`, `cohorts/level`.
 *
 * @throws ProgrammeFault `argument/kind` for a value of another kind.
 *
 * @example
 * ```ts
 * import { rank } from "programme-rules/cohorts";
 *
 * const providers = [
 *   { id: "north", share: { count: 20, of: 100 } },
 *   { id: "south", share: { count: 11, of: 50 } },
 *   { id: "east", share: { count: 2, of: 10 } },
 * ];
 * rank(providers).map(({ id, rank }) => `${rank} ${id}`); // => ["1 south", "2 east", "2 north"]
 * ```
 */
export function rank(performers: readonly Performer[], options: RankOptions = {}): RankedPerformer[] {
  refuseOther(performers, PERFORMERS);
  const { tiles = 4, chance, level } = optionsOf(options, RANK_OPTIONS);
  const places = placesOf(performers, tiles);
  const ranked = places.filter(({ rank }) => rank !== null);
  const bottom = chance === undefined ? undefined : bottomsOf(ranked, tiles, chance);
  return places.map((each, at) =>
    defined({
      ...each,
      interval: wilson(each.share, defined({ level })),
      bottom: bottom === undefined ? undefined : (bottom[at] ?? null),
    }),
  );
}

/** The place that shares give, without how sure it is. */
export type RankedPlace = Omit<RankedPerformer, "interval" | "bottom">;

/** The places of a ranking, best first; those with a share of nothing come last. */
export function placesOf(performers: readonly Performer[], tiles: number): RankedPlace[] {
  if (!(Number.isSafeInteger(tiles) && tiles >= 2))
    throw rankFault(`${shown(tiles)} parts`, "a whole number from 2");
  const ids = new Set(performers.map(({ id }) => id));
  if (ids.size < performers.length) throw rankFault("the same id twice", "each id once");
  for (const each of performers) share(each.share.count, each.share.of);
  const ranked = performers.filter((each) => each.share.of > 0).sort(compareRanked);
  const unranked = performers.filter((each) => each.share.of === 0).sort(compareIds);
  const nowhere = { rank: null, tile: null, tileIfLast: null, needsReview: false };
  return [
    ...ranked.map((each) => place(each, ranked, tiles)),
    ...unranked.map((each) => ({ id: each.id, share: each.share, ...nowhere })),
  ];
}

function place(each: Performer, ranked: readonly Performer[], tiles: number): RankedPlace {
  const best = 1 + ranked.filter((other) => compareRates(other.share, each.share) < 0).length;
  const worst = ranked.filter((other) => compareRates(other.share, each.share) <= 0).length;
  const [tile, tileIfLast] = [tileOf(best, ranked.length, tiles), tileOf(worst, ranked.length, tiles)];
  return { id: each.id, share: each.share, rank: best, tile, tileIfLast, needsReview: tile !== tileIfLast };
}

/** The part a rank falls in: q = floor((k + 1) − ceil((n + 1 − rank) / (n / k))), in whole numbers. */
function tileOf(rank: number, n: number, k: number): number | null {
  return n < k ? null : Math.max(1, k + 1 - Math.ceil(((n + 1 - rank) * k) / n));
}

/** Negative when the first share is the better. */
function compareRates(one: Share, other: Share): number {
  const difference = BigInt(other.count) * BigInt(one.of) - BigInt(one.count) * BigInt(other.of);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function compareIds(one: Performer, other: Performer): number {
  return one.id < other.id ? -1 : 1;
}

function compareRanked(one: Performer, other: Performer): number {
  return compareRates(one.share, other.share) || compareIds(one, other);
}

/** The fewest that say anything of how much true rates differ. */
const FIELD = 4;

/** True rates are drawn from what the field and each count allow, and ranked in each run. */
function bottomsOf(ranked: readonly Performer[], tiles: number, given: SeededRuns) {
  const { seed, runs, firstRun } = checkedRuns(given);
  const n = ranked.length;
  if (n < Math.max(FIELD, tiles)) return ranked.map(() => null);
  const prior = priorOf(ranked.map(({ share }) => share));
  const inBottom = new Array<number>(n).fill(0);
  const places = ranked.map((_, at) => at);
  const bottomRanks = places.filter((at) => tileOf(at + 1, n, tiles) === tiles).length;
  for (let run = 0; run < runs; run++) {
    const uniform = uniformsOf(seed, firstRun + run);
    const [successes, failures] = prior(uniform);
    const drawn = ranked.map(({ share: { count, of } }) =>
      beta(successes + count, failures + of - count, uniform),
    );
    const order = [...places].sort((one, other) => drawn[one]! - drawn[other]!);
    for (const at of order.slice(0, bottomRanks)) inBottom[at]! += 1;
  }
  return inBottom.map((count) => probabilityOf(count, runs));
}

function rankFault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/rank",
    given,
    allowed,
    todo: "Rank each performer once, in at least two parts.",
  });
}
