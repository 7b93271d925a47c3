import { placesOf, type RankedPlace } from "../cohorts/index.js";
import { DATE, type DateInput, epochDay, type IsoDate, isoDate } from "../date/index.js";
import {
  AS_AT,
  CHECKED,
  kind,
  listOf,
  nested,
  type OptionKinds,
  oneOf,
  optionsOf,
  TEXT,
} from "../options.js";
import { type Share, share } from "../quantity/index.js";
import { capitalised, counted } from "../rules/index.js";

/** From when source 004 has an accelerated regime for the bottom quartile; before it levels were recorded. */
const BEGAN = "2014-08-01";
const QUARTILES = 4;

/**
 * A contract among those compared.
 *
 * - `share`: what it achieved on the metric; null or left out when that is not known.
 * - `recorded`: the level or regime it was decided to be in. Echoed, never computed and never used.
 */
export interface ComparedContract {
  readonly id: string;
  readonly share?: Share | null;
  readonly recorded?: string;
}

const CONTRACTS = listOf(
  nested<ComparedContract>({ id: TEXT, share: CHECKED, recorded: TEXT }, { id: '"north"' }),
);

/**
 * By what and as at when contracts are compared.
 *
 * - `metric`: what the shares are of, in words; source 004 names none, so whoever compares must.
 * - `ties`: those who tie across the cut need a review, or are all in, or are all out of the bottom quartile.
 * - `missing`: a contract without a figure leaves all undetermined, or is left out of the comparison.
 */
export interface AcceleratedOptions {
  readonly metric: string;
  readonly asAt: DateInput;
  readonly ties?: "needs-review" | "all-in" | "all-out";
  readonly missing?: "undetermined" | "left-out";
}

const ACCELERATED_OPTIONS: OptionKinds<AcceleratedOptions> = {
  metric: kind(
    (value) => typeof value === "string" && value.trim() !== "",
    "what the shares are of, in words; source 004 names none",
  ),
  asAt: DATE,
  ties: oneOf(["needs-review", "all-in", "all-out"]),
  missing: oneOf(["undetermined", "left-out"]),
};

/** Where a contract stands; that it is *in* a regime is a decision, and recorded. */
export type QuartileStatus = "bottom-quartile" | "not" | "undetermined";

/** Why a place is as it is, or cannot be told. */
export interface QuartileReason {
  readonly code:
    | "ranked"
    | "tie-across-cut"
    | "empty-quartile"
    | "too-few"
    | "no-figure"
    | "missing-comparators"
    | "recorded-not-computed";
  readonly says: string;
}

/**
 * One contract's place.
 *
 * - `rank`: 1 for the best; those who tie share the best. `of`: how many were ranked.
 * - `readings`: what the status would be under each answer, wherever the answer matters.
 */
export interface AcceleratedCandidate extends ComparedContract {
  readonly status: QuartileStatus;
  readonly needsReview: boolean;
  readonly metric: string;
  readonly asAt: IsoDate;
  readonly rank: number | null;
  readonly of: number;
  readonly reasons: readonly QuartileReason[];
  readonly readings?: Readonly<Record<string, QuartileStatus>>;
}

/**
 * Which Work Programme contracts are in the bottom quartile of a metric, and so candidates for the
 * accelerated performance regime of August 2014 (source 004). Answers come in the order of the contracts.
 *
 * @throws ProgrammeFault `argument/option` without a metric in words, `cohorts/rank` for an id twice,
 * `quantity/share` for a share that is none.
 *
 * @example
 * ```ts
 * import { acceleratedCandidates } from "programme-rules/regime";
 *
 * const contracts = [
 *   { id: "north", share: { count: 30, of: 100 } },
 *   { id: "south", share: { count: 25, of: 100 } },
 *   { id: "east", share: { count: 20, of: 100 } },
 *   { id: "west", share: { count: 10, of: 50 } },
 * ];
 * const options = { metric: "job outcomes over referrals, last 12 months", asAt: "2014-09-30" };
 * acceleratedCandidates(contracts, options).map(({ id, status }) => `${id}: ${status}`);
 * // => ["north: not", "south: not", "east: undetermined", "west: undetermined"]
 * acceleratedCandidates(contracts, { ...options, metric: "" }); // throws names none
 * ```
 */
export function acceleratedCandidates(
  contracts: readonly ComparedContract[],
  options: AcceleratedOptions,
): AcceleratedCandidate[] {
  CONTRACTS(contracts, "contracts");
  const {
    metric,
    ties = "needs-review",
    missing = "undetermined",
  } = optionsOf(options, ACCELERATED_OPTIONS, {
    metric: '"job outcomes over referrals, last 12 months"',
    ...AS_AT,
  });
  const asAt = isoDate(epochDay(options.asAt));
  const ranked = rankedBy(contracts, ({ share }) => share ?? NOTHING);
  const of = contracts.filter(hasFigure).length;
  const placeOf = (contract: ComparedContract, own: RankedPlace): QuartilePlace => {
    if (asAt < BEGAN) return undetermined("recorded-not-computed", RECORDED, false);
    if (!hasFigure(contract)) return undetermined("no-figure", "There is no figure for this contract.");
    if (of < QUARTILES) {
      const says = `${capitalised(counted(of, "contract"))} with a figure cannot be cut into four parts.`;
      return undetermined("too-few", says);
    }
    const place = tiedPlace(own, [...ranked.values()], of, ties);
    const without = contracts.length - of;
    if (without === 0 || missing === "left-out") return place;
    const says = `For ${without} of ${contracts.length} contracts there is no figure, so no place among all of them is sure.`;
    return {
      ...undetermined("missing-comparators", says),
      readings: { ...place.readings, ...readingsOf(contract, contracts), "left-out": place.status },
    };
  };
  return contracts.map((contract) => {
    const own = ranked.get(contract.id)!;
    return { ...contract, ...placeOf(contract, own), metric, asAt, rank: own.rank, of };
  });
}

const NOTHING: Share = share(0, 0);

function rankedBy(
  contracts: readonly ComparedContract[],
  shareOf: (contract: ComparedContract) => Share,
): Map<string, RankedPlace> {
  const figures = contracts.map((each) => ({ id: each.id, share: shareOf(each) }));
  return new Map(placesOf(figures, QUARTILES).map((each) => [each.id, each]));
}

type QuartilePlace = Pick<AcceleratedCandidate, "status" | "needsReview" | "reasons" | "readings">;

/** The place by rank alone; a tie across the cut is as the caller reads it, but never empties the quartile. */
function tiedPlace(
  own: RankedPlace,
  ranked: readonly RankedPlace[],
  of: number,
  ties: AcceleratedOptions["ties"],
): QuartilePlace {
  const place = (status: QuartileStatus): QuartilePlace => ({
    status,
    needsReview: false,
    reasons: [{ code: "ranked", says: `Rank ${own.rank} of ${of}.` }],
  });
  if (!own.needsReview) return place(statusOf(own.tile));
  const readings = { "all-in": statusOf(own.tileIfLast), "all-out": statusOf(own.tile) };
  if (readings["all-in"] === readings["all-out"]) return place(readings["all-in"]);
  if (ties === "all-in") return { ...place("bottom-quartile"), readings };
  const isEmptied = !ranked.some(({ tile }) => tile === QUARTILES);
  if (ties === "all-out" && !isEmptied) return { ...place("not"), readings };
  const tied = ranked.filter((each) => each.rank === own.rank).length;
  const across = `${tied} contracts tie at rank ${own.rank}, across the cut of the bottom quartile.`;
  return ties === "all-out"
    ? {
        ...undetermined("empty-quartile", `${across} Were all of them out, nobody would be in it.`),
        readings,
      }
    : { ...undetermined("tie-across-cut", across), readings };
}

/** What the place would be were all contracts without a figure the best, or the worst. */
function readingsOf({ id }: ComparedContract, contracts: readonly ComparedContract[]) {
  const status = (assumed: Share): QuartileStatus => {
    const ranked = rankedBy(contracts, (each) => (hasFigure(each) ? each.share! : assumed));
    const { tile, tileIfLast } = ranked.get(id)!;
    return statusOf(tile) === statusOf(tileIfLast) ? statusOf(tile) : "undetermined";
  };
  return { "counted-best": status(share(1, 1)), "counted-worst": status(share(0, 1)) };
}

const RECORDED =
  "Before 1 August 2014 a contract's level (low, middle or high) was decided and recorded; no rule for it is published.";

function hasFigure({ share }: ComparedContract): boolean {
  return (share ?? NOTHING).of > 0;
}

function statusOf(tile: number | null): QuartileStatus {
  return tile === QUARTILES ? "bottom-quartile" : "not";
}

function undetermined(code: QuartileReason["code"], says: string, needsReview = true): QuartilePlace {
  return { status: "undetermined", needsReview, reasons: [{ code, says }] };
}
