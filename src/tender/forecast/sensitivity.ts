import { refuseOther } from "../../argument.js";
import { shown } from "../../fault.js";
import { NUMBER, type OptionKinds, oneOf, optionsOf, TEXT } from "../../options.js";
import { formatPence } from "../../quantity/index.js";
import { freeze, isOpen } from "../../rules/index.js";
import { unknownWord } from "../../unknown-word.js";
import { type Estimate, EVERYBODY, isRange, partsOf, type ValueByGroup } from "../offer/estimate.js";
import { type Assumptions, OFFER, type Offer } from "../offer/offer.js";
import type { MissingValue } from "./forecast-plan.js";
import { forecastOffer } from "./offer-forecast.js";

/**
 * What is asked by name: outcomes, starts or income (pence) in all, the expected rate of a level in the end
 * since day one, or the chance of meeting it.
 */
export type SensitivityAnswer = "outcomes" | "starts" | "income" | "rate" | "chance";

export const SENSITIVITY_ANSWERS = [
  "outcomes",
  "starts",
  "income",
  "rate",
  "chance",
] as const satisfies readonly SensitivityAnswer[];

/** The question that an answer is sought for. */
export interface SensitivityOptions {
  /** What is asked, or a function of your own from an offer to a number; `"outcomes"` unless given. */
  readonly answer?: SensitivityAnswer | ((offer: Offer) => number | null);
  /** The level of a rate or a chance; the first that can be forecast unless given. */
  readonly level?: string;
  /** Runs and seed of a chance: 2,000 and 1 unless given. */
  readonly runs?: number;
  readonly seed?: number;
}

const SENSITIVITY_OPTIONS: OptionKinds<SensitivityOptions> = {
  answer: (value, name) => typeof value === "function" || oneOf(SENSITIVITY_ANSWERS)(value, name),
  level: TEXT,
  runs: NUMBER,
  seed: NUMBER,
};

/**
 * One uncertain assumption, and the answer with it at either end of its range, all others as they are.
 *
 * - `assumption`: its address, such as `starts.rate`. `low`, `high`: the ends, as text.
 * - `swing`: how far apart the two answers are.
 * - `atLowError`, `atHighError`: the standard errors of a chance, which is only as exact as its runs are many; null
 *   for any other answer.
 */
export interface SensitivityRow {
  readonly assumption: string;
  readonly title: string;
  readonly low: string;
  readonly high: string;
  readonly atLow: number;
  readonly atHigh: number;
  readonly swing: number;
  readonly atLowError: number | null;
  readonly atHighError: number | null;
}

/**
 * An answer, and what moves it, most first.
 *
 * - `base`: the answer over all ranges as they are: the mean, or the chance; null, and without rows, where values are
 *   missing. It is not the answer as planned, at the likely value of every range.
 * - `standardError`: of `base` where that is a chance, drawn in so many `runs` with that `seed`; all three are null
 *   for any other answer.
 */
export interface Sensitivity {
  /** `"own"` for a question of your own. */
  readonly answer: SensitivityAnswer | "own";
  readonly level: string | null;
  readonly base: number | null;
  readonly standardError: number | null;
  readonly runs: number | null;
  readonly seed: number | null;
  readonly rows: readonly SensitivityRow[];
  readonly missing: readonly MissingValue[];
}

/**
 * Which assumption moves the answer most: each range is taken at its low and its high end, one at a
 * time. A range that the answer does not depend on moves it by 0.
 *
 * @throws ProgrammeFault `tender/sensitivity` for a level that cannot be forecast.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { defineOffer, sensitivity } from "programme-rules/tender";
 *
 * const offer = defineOffer(whpJetsCv06, {
 *   id: "our-offer",
 *   title: "Our offer",
 *   assumptions: {
 *     referrals: { byMonth: { "2027-01": 1000 }, volume: { likely: "100%", low: "90%", high: "110%" } },
 *     starts: { rate: { likely: "70%", low: "50%", high: "80%" } },
 *     outcomes: { profile: ["10%", "20%"] },
 *   },
 * });
 * const { base, rows } = sensitivity(offer);
 * base?.toFixed(1); // => "136.7"
 * rows.map(({ assumption, swing }) => [assumption, swing.toFixed(1)]);
 * // => [["starts.rate", "60.0"], ["referrals.volume", "27.3"]]
 * ```
 */
export function sensitivity(offer: Offer, options: SensitivityOptions = {}): Sensitivity {
  refuseOther(offer, OFFER);
  const { answer = "outcomes", runs = 2000, seed = 1 } = optionsOf(options, SENSITIVITY_OPTIONS);
  const drawn = answer === "chance" ? { runs, seed } : { runs: null, seed: null };
  const level = answer === "rate" || answer === "chance" ? levelOf(offer, options.level) : null;
  const asked = (one: Offer): Answer =>
    typeof answer === "function"
      ? { value: answer(one), error: null }
      : answerOf(one, answer, level, { runs, seed });
  const { value: base, error: standardError } = asked(offer);
  const rows = base === null ? [] : rangesOf(offer.assumptions).map((range) => rowOf(offer, range, asked));
  rows.sort((one, other) => other.swing - one.swing || (one.assumption < other.assumption ? -1 : 1));
  const missing = base === null ? forecastOffer(offer, { runs: 0 }).missing : [];
  const named = typeof answer === "function" ? "own" : answer;
  return freeze({ answer: named, level, base, standardError, ...drawn, rows, missing });
}

/** An answer, and its standard error where it was drawn. */
interface Answer {
  readonly value: number | null;
  readonly error: number | null;
}

function rowOf(offer: Offer, range: UncertainAssumption, asked: (offer: Offer) => Answer): SensitivityRow {
  const { assumption, title, low, high } = range;
  const [one, other] = [asked(withEnd(offer, range, "low")), asked(withEnd(offer, range, "high"))];
  const [atLow, atHigh] = [one.value ?? Number.NaN, other.value ?? Number.NaN];
  const [atLowError, atHighError] = [one.error, other.error];
  const swing = Math.abs(atHigh - atLow);
  return { assumption, title, low, high, atLow, atHigh, swing, atLowError, atHighError };
}

function answerOf(
  offer: Offer,
  answer: SensitivityAnswer,
  level: string | null,
  { runs, seed }: Required<Pick<SensitivityOptions, "runs" | "seed">>,
): Answer {
  const forecast = forecastOffer(offer, answer === "chance" ? { runs, seed, bands: [] } : { runs: 0 });
  if (level === null) {
    const last = forecast.months.findLast(({ measure, group }) => measure === answer && group === null);
    return { value: last?.toDate ?? null, error: null };
  }
  const last = forecast.levels.findLast((row) => row.level === level && row.window === "since-day-one");
  if (answer === "rate") return { value: last?.rate ?? null, error: null };
  return { value: last?.probability ?? null, error: last?.standardError ?? null };
}

function levelOf(offer: Offer, level: string | undefined): string | null {
  const { levels } = forecastOffer(offer, { runs: 0 });
  const known = [...new Set(levels.map((row) => row.level))];
  if (level === undefined) return known[0] ?? "";
  if (known.includes(level)) return level;
  throw unknownWord({
    code: "tender/sensitivity",
    given: `the level ${shown(level)}`,
    allowed: known.length === 0 ? "none: no level can be forecast" : known,
    written: level,
    todo: "Choose a level that the offer can be forecast on.",
  });
}

/** An assumption with a range: where it is, what it is called, and its ends as text. */
interface UncertainAssumption {
  readonly part: keyof Assumptions;
  readonly field: string;
  readonly assumption: string;
  readonly title: string;
  readonly low: string;
  readonly high: string;
}

/** What may be a range, in the order of a plan, and how a person calls it. */
const UNCERTAIN = [
  ["referrals", "volume", "Volume of referrals"],
  ["starts", "rate", "Start rate"],
  ["outcomes", "profile", "Outcome profile"],
  ["capacity", "advisers", "Advisers"],
  ["capacity", "slotsPerDay", "Slots a day"],
  ["capacity", "availability", "Availability of slots"],
  ["capacity", "noShowRate", "No-show rate"],
  ["prices", "attachmentFee", "Attachment fee"],
  ["prices", "outcomeFee", "Outcome fee"],
] as const;

type Fields = Readonly<Record<string, ValueByGroup<Estimate<unknown>> | undefined>>;

/** The ranges of a plan. One that is given by group is one assumption: its groups move together. */
function rangesOf(assumptions: Assumptions): UncertainAssumption[] {
  return UNCERTAIN.flatMap(([part, field, title]) => {
    const held = assumptions[part];
    const value = held === undefined || isOpen(held) ? undefined : (held as Fields)[field];
    if (value === undefined || !partsOf(value).some(([, each]) => isRange(each))) return [];
    const [low, high] = (["low", "high"] as const).map((end) => textOf(value, end));
    return [{ part, field, title, assumption: `${part}.${field}`, low: low!, high: high! }];
  });
}

/** The offer with one of its ranges at an end. */
function withEnd(offer: Offer, { part, field }: UncertainAssumption, end: "low" | "high"): Offer {
  const fields = offer.assumptions[part] as Fields;
  const parts = partsOf(fields[field]!).map(
    ([group, value]) => [group, isRange(value) ? value[end] : value] as const,
  );
  const moved = parts[0]![0] === EVERYBODY ? parts[0]![1] : Object.fromEntries(parts);
  return { ...offer, assumptions: { ...offer.assumptions, [part]: { ...fields, [field]: moved } } };
}

function textOf(split: ValueByGroup<Estimate<unknown>>, end: "low" | "high"): string {
  const parts = partsOf(split).map(([group, value]) => {
    const text = isRange(value) ? valueText(value[end]) : isOpen(value) ? "open" : valueText(value);
    return group === EVERYBODY ? text : `${group} ${text}`;
  });
  return parts.join(", ");
}

/** A profile is told by what it ends with. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `${value.at(-1)} in the end`;
  if (typeof value === "object" && value !== null && "pence" in value)
    return formatPence(value.pence as number);
  return String(value);
}
