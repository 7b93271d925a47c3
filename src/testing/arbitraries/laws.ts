import fc from "fast-check";
import { isObject } from "../../argument.js";
import { type DateInput, epochDay, type IsoDate, isoDate } from "../../date/index.js";
import type { Journey } from "../../journey/index.js";
import { CALLBACK, kind, nested, type OptionKinds, optionsOf } from "../../options.js";
import { ComplianceError } from "../compliance-error.js";

/** What a pipeline of yours makes of a caseload as at a date: any plain value. */
export type CaseloadPipeline = (caseload: readonly Journey[], asAt: IsoDate) => unknown;

/** A pipeline that can do its work in parts: `make` of some journeys, `merge` of what was made. */
export interface MergingPipeline<Part> {
  /** What is made of some journeys. */
  make(caseload: readonly Journey[], asAt: IsoDate): Part;
  /** One of several. */
  merge(parts: readonly Part[]): Part;
}

/** On which caseloads and as at which dates a law is tried: arbitraries of this subpath, or your own. */
export interface LawSubjects {
  readonly caseloads: fc.Arbitrary<readonly Journey[]>;
  readonly asAts: fc.Arbitrary<IsoDate>;
}

const ARBITRARY = kind(
  (value) => isObject(value) && "generate" in value && "shrink" in value,
  "an arbitrary of fast-check",
);
const LAW_SUBJECTS: OptionKinds<LawSubjects> = { caseloads: ARBITRARY, asAts: ARBITRARY };

function subjectsOf(subjects: LawSubjects): LawSubjects {
  return optionsOf(subjects, LAW_SUBJECTS, { caseloads: "caseloads(whpJetsCv06)", asAts: "dates()" });
}

const MERGING = nested<MergingPipeline<unknown>>(
  { make: CALLBACK, merge: CALLBACK },
  { make: "(caseload, asAt) => …", merge: "(parts) => …" },
);

/** A law on a caseload and an as-at date, for `fc.assert`. */
export type CaseloadLaw = fc.IProperty<[readonly Journey[], IsoDate]>;

/**
 * No look-ahead: what happens, or becomes known, after the as-at date changes nothing. Give the
 * property to `fc.assert`.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { caseloads, dates, noLookAhead } from "programme-rules/testing/arbitraries";
 *
 * const subjects = { caseloads: caseloads(whpJetsCv06), asAts: dates({ from: "2021-03-01", until: "2021-09-30" }) };
 * fc.check(noLookAhead((all, asAt) => report(whpJetsCv06, all, { asAt }).lines, subjects), { numRuns: 20 }).failed; // => false
 *
 * const cheat = noLookAhead((all) => all.map(({ events }) => events.length), subjects);
 * fc.check(cheat).failed; // => true
 * ```
 */
export function noLookAhead(pipeline: CaseloadPipeline, subjects: LawSubjects): CaseloadLaw {
  CALLBACK(pipeline, "pipeline");
  const { caseloads, asAts } = subjectsOf(subjects);
  return fc.property(caseloads, asAts, (caseload, asAt) => {
    const known = caseload.map((journey) => knownOn(journey, asAt));
    same("No look-ahead", pipeline(caseload, asAt), pipeline(known, asAt));
  });
}

/** A journey with only what had happened and was known by the end of a day. */
function knownOn(journey: Journey, asAt: DateInput): Journey {
  const day = isoDate(epochDay(asAt));
  return {
    ...journey,
    events: journey.events.filter(({ on, knownOn: known = on }) => on <= day && known <= day),
  };
}

/**
 * Order does not matter: neither that of the journeys, nor that in which events of different days are
 * listed. Events of one day keep their order. A pipeline that lists journeys must sort them, or the
 * law is of what it makes once sorted.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { backlog, whpJetsCv06 } from "programme-rules";
 * import { caseloads, dates, permutationLaw } from "programme-rules/testing/arbitraries";
 *
 * const subjects = { caseloads: caseloads(whpJetsCv06), asAts: dates({ from: "2021-03-01", until: "2021-09-30" }) };
 * fc.check(permutationLaw((all, asAt) => backlog(whpJetsCv06, all, { asAt }).share, subjects), { numRuns: 20 }).failed; // => false
 * ```
 */
export function permutationLaw(
  pipeline: CaseloadPipeline,
  subjects: LawSubjects,
): fc.IProperty<[readonly Journey[], IsoDate, number]> {
  CALLBACK(pipeline, "pipeline");
  const { caseloads, asAts } = subjectsOf(subjects);
  return fc.property(caseloads, asAts, fc.nat(), (caseload, asAt, seed) => {
    const shuffled = caseload.map((journey) => ({ ...journey, events: byDays(journey.events, seed) }));
    same("Order does not matter", pipeline(caseload, asAt), pipeline(turned(shuffled, seed), asAt));
  });
}

/** Turned about: begun elsewhere, and backwards every other time. */
function turned<T>(list: readonly T[], seed: number): T[] {
  const length = Math.max(1, list.length);
  const at = seed % length;
  const begun = [...list.slice(at), ...list.slice(0, at)];
  return Math.floor(seed / length) % 2 === 0 ? begun : begun.reverse();
}

/** The events with their days in another order, and the events of each day in theirs. */
function byDays(events: Journey["events"], seed: number): Journey["events"] {
  const days = [...new Set(events.map(({ on }) => on))];
  return turned(days, seed).flatMap((day) => events.filter(({ on }) => on === day));
}

/** The laws of merging, by name: each is a property for `fc.assert`. */
export interface MergeLaws {
  /** The parts of any split merge into the whole. */
  readonly split: fc.IProperty<[readonly Journey[], IsoDate, number[]]>;
  readonly anyOrder: fc.IProperty<[readonly Journey[], IsoDate, number[]]>;
  readonly anyGrouping: fc.IProperty<[readonly Journey[], IsoDate, number[]]>;
  /** What was made of nobody changes nothing. */
  readonly emptyPart: CaseloadLaw;
}

/**
 * The laws that let a caseload be worked on in parts: any split merges into the whole, in any order
 * and any grouping, and an empty part changes nothing.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { mergeReports, report, whpJetsCv06 } from "programme-rules";
 * import { caseloads, dates, mergeLaws } from "programme-rules/testing/arbitraries";
 *
 * const laws = mergeLaws(
 *   { make: (all, asAt) => report(whpJetsCv06, all, { asAt }), merge: mergeReports },
 *   { caseloads: caseloads(whpJetsCv06), asAts: dates({ from: "2021-03-01", until: "2021-09-30" }) },
 * );
 * fc.check(laws.split, { numRuns: 10 }).failed; // => false
 * fc.check(laws.anyGrouping, { numRuns: 10 }).failed; // => false
 * ```
 */
export function mergeLaws<Part>(pipeline: MergingPipeline<Part>, subjects: LawSubjects): MergeLaws {
  MERGING(pipeline, "pipeline");
  const { make, merge } = pipeline;
  const { caseloads, asAts } = subjectsOf(subjects);
  const cuts = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 });
  const parts = (caseload: readonly Journey[], asAt: IsoDate, into: readonly number[]) =>
    [0, 1, 2].map((wanted) =>
      make(
        caseload.filter((_, at) => into[at % into.length] === wanted),
        asAt,
      ),
    ) as [Part, Part, Part];
  return {
    split: fc.property(caseloads, asAts, cuts, (caseload, asAt, into) => {
      same("The parts merge into the whole", merge(parts(caseload, asAt, into)), make(caseload, asAt));
    }),
    anyOrder: fc.property(caseloads, asAts, cuts, (caseload, asAt, into) => {
      const [one, two, three] = parts(caseload, asAt, into);
      same("Parts merge in any order", merge([three, one, two]), merge([one, two, three]));
    }),
    anyGrouping: fc.property(caseloads, asAts, cuts, (caseload, asAt, into) => {
      const [one, two, three] = parts(caseload, asAt, into);
      same(
        "Parts merge in any grouping",
        merge([merge([one, two]), three]),
        merge([one, merge([two, three])]),
      );
    }),
    emptyPart: fc.property(caseloads, asAts, (caseload, asAt) => {
      const whole = make(caseload, asAt);
      same("An empty part changes nothing", merge([make([], asAt), whole]), whole);
    }),
  };
}

/** A verdict with what tells it from the others of its caseload. */
export interface KeyedVerdict {
  readonly key: string;
  readonly verdict: string;
}

/**
 * What is settled stays settled: a verdict of met or not met is the same at any later date, as long as
 * nothing new becomes known. `pipeline` gives each verdict a key, such as journey, requirement and case.
 * It does not hold of a stock measured at the close of a day, such as a backlog: leave those out.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { assess, whpJetsCv06 } from "programme-rules";
 * import { caseloads, dates, settledLaw } from "programme-rules/testing/arbitraries";
 *
 * const requirements = ["css-1/acknowledged", "css-8/contact"];
 * const law = settledLaw(
 *   (all, asAt) =>
 *     all.flatMap((journey) =>
 *       assess(whpJetsCv06, journey, { asAt, requirements }).map((found) => ({
 *         key: `${journey.id} ${found.requirement} ${found.case}`,
 *         verdict: found.verdict,
 *       })),
 *     ),
 *   { caseloads: caseloads(whpJetsCv06), asAts: dates({ from: "2021-03-01", until: "2021-09-30" }) },
 * );
 * fc.check(law, { numRuns: 20 }).failed; // => false
 * ```
 */
export function settledLaw(
  pipeline: (caseload: readonly Journey[], asAt: IsoDate) => readonly KeyedVerdict[],
  subjects: LawSubjects,
): fc.IProperty<[readonly Journey[], IsoDate, number]> {
  CALLBACK(pipeline, "pipeline");
  const { caseloads, asAts } = subjectsOf(subjects);
  return fc.property(caseloads, asAts, fc.integer({ min: 1, max: 60 }), (caseload, asAt, more) => {
    const known = caseload.map((journey) => knownOn(journey, asAt));
    const later = new Map(
      pipeline(known, isoDate(epochDay(asAt) + more)).map(({ key, verdict }) => [key, verdict]),
    );
    for (const { key, verdict } of pipeline(known, asAt)) {
      if (verdict !== "met" && verdict !== "not-met") continue;
      same(`What is settled stays settled (${key})`, later.get(key), verdict);
    }
  });
}

function same(law: string, found: unknown, wanted: unknown): void {
  const difference = differenceOf(found, wanted);
  if (difference !== undefined) throw new ComplianceError(`${law}: ${difference}`);
}

/**
 * Where two plain values differ first, in words; nothing when they do not. Fields may come in any
 * order, and a field that is undefined is one that is not there.
 */
function differenceOf(found: unknown, wanted: unknown, path = ""): string | undefined {
  if (Object.is(found, wanted)) return undefined;
  if (!areAlike(found, wanted))
    return `${path === "" ? "it" : path} is ${shown(found)}, not ${shown(wanted)}`;
  const [one, other] = [found, wanted] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const inside = differenceOf(one[key], other[key], path === "" ? key : `${path}.${key}`);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** Whether both are objects, or lists, of the same sort, to be compared part by part. */
function areAlike(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  return Array.isArray(one) || Object.getPrototypeOf(one) === Object.prototype;
}

function shown(value: unknown): string {
  const text = fc.stringify(value);
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
