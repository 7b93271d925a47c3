import { isObject, refuseNotObject } from "../argument.js";
import type { CalendarName } from "../calendar/index.js";
import type { IsoDate } from "../date/index.js";
import type { FieldValue, NeededField, Scalar } from "../journey/index.js";
import type { Grounded, Source, Standing } from "./citation.js";
import type { EventMatch } from "./match.js";
import type { Indicator, MinimumPerformanceLevel, Outcome } from "./outcome.js";
import type { Ladder, PipelineFile, PlanForm, Regime } from "./regime.js";
import type { CadenceRequirement, ContentRequirement, DeadlineRequirement, Standard } from "./requirement.js";
import type { MaximumStay, State } from "./state.js";
import type { Reading } from "./variation.js";

/** A return, review or report owed to the department, apart from the standards; its id is `returns/word`. */
export type ReturnRequirement = DeadlineRequirement | CadenceRequirement | ContentRequirement;
export const RETURN_KINDS: readonly ReturnRequirement["kind"][] = ["deadline", "cadence", "content"];

/** When an edition applies, both days included. A bound left out is unknown and never matches a date by itself. */
export interface InForce extends Grounded {
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/**
 * One edition of a programme: plain data that survives `JSON.parse(JSON.stringify(programme))`.
 *
 * - `id`, `edition`, `revision`: `whp-jets`, `cv06`, 1. A published revision never changes.
 * - `inForce`: inclusive bounds; an unknown bound is left out and never matches a date by itself.
 * - `calendars`: the calendar of each nation the programme runs in.
 * - `cohortBy`: the event whose month a person's cohort is; `cohortBasis`: where that comes from.
 * - `standards`, `returns`, `states`, `readings`, `outcomes`, levels, indicators, groups, plans and
 *   ladders: one flat space of ids. Event kinds have a space of their own.
 */
export interface Programme {
  readonly id: string;
  readonly edition: string;
  readonly revision: number;
  readonly title: string;
  readonly standing: Standing;
  readonly inForce: InForce;
  readonly calendars: Readonly<Record<string, CalendarName>>;
  readonly conventions: Conventions;
  readonly groups: readonly ParticipantGroup[];
  readonly cohortBy?: EventMatch;
  readonly cohortBasis?: Grounded;
  readonly events: readonly EventKind[];
  readonly states: readonly State[];
  readonly readings: readonly Reading[];
  readonly standards: readonly Standard[];
  readonly outcomes: readonly Outcome[];
  readonly minimumPerformanceLevels?: readonly MinimumPerformanceLevel[];
  readonly indicators?: readonly Indicator[];
  readonly regime?: Regime;
  readonly returns?: readonly ReturnRequirement[];
  readonly plans?: readonly PlanForm[];
  readonly ladders?: readonly Ladder[];
  readonly pipeline?: PipelineFile;
  readonly stays: readonly MaximumStay[];
  readonly sources: Readonly<Record<string, Source>>;
  /** The answers chosen by `withReadings`; those questions are no longer in `readings`. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The fields those answers decide, with the question that does: no variation may overwrite them. */
  readonly decided?: Readonly<Record<string, string>>;
}

/** The dates and the id that an event of any kind may have; an interface would not fit where any field is taken. */
type EventDates = {
  readonly on: IsoDate;
  readonly knownOn?: IsoDate | undefined;
  readonly id?: string | undefined;
};

/**
 * The events of a programme, kind by kind, each with the fields that it may carry and those it cannot do without: a
 * misspelt kind, field or value is an error of the compiler, where `JourneyEvent` takes any. Every programme has the
 * withdrawal, which names the `id` of another event. Kinds and fields are listed in docs/events.md.
 *
 * @example
 * ```ts
 * import { assess, type EventOf, whpJetsCv06 } from "programme-rules";
 *
 * const events: EventOf<typeof whpJetsCv06>[] = [
 *   { kind: "referral-received", on: "2021-04-01" },
 *   { kind: "referral-acknowledged", on: "2021-04-06", id: "e1" },
 *   { kind: "retracted", on: "2021-04-08", of: "e1" },
 * ];
 * assess(whpJetsCv06, { id: "R1", events }, { asAt: "2021-04-30" })[0]?.verdict; // => "not-met"
 * ```
 */
export type EventOf<P extends Programme = Programme> =
  | KindEvent<P["events"][number]>
  | (EventDates & { readonly kind: "retracted"; readonly of: string });

type KindEvent<Kind extends EventKind> = Kind extends EventKind
  ? EventDates & { readonly kind: Kind["id"] } & {
      readonly [Field in FieldOf<Kind> & NeededField<Kind["id"]>]: ValueOf<Kind, Field>;
    } & {
      readonly [Field in Exclude<FieldOf<Kind>, NeededField<Kind["id"]>>]?: ValueOf<Kind, Field> | undefined;
    }
  : never;

type FieldOf<Kind extends EventKind> = Kind extends {
  readonly fields: readonly (infer Field extends string)[];
}
  ? Field
  : never;

type ValueOf<Kind extends EventKind, Field extends string> = Kind extends {
  readonly values: { readonly [Each in Field]: readonly (infer Value)[] };
}
  ? Value
  : FieldValue<Field>;

/** The ids of a programme's requirements; literal for the shipped ones and those of `defineProgramme`. */
export type RequirementId<P extends Programme = Programme> =
  P["standards"][number]["requirements"][number]["id"];

/** What cuts across requirements. Each field may be set by a reading. */
export interface Conventions {
  readonly id: "conventions";
  /** When counting working days after an anchor, whether its day is day 0 or day 1. */
  readonly countingDay: "day-0" | "day-1";
  /** The events that are receipts; one on a non-working day counts from itself or from the next working day. */
  readonly receipts: readonly string[];
  readonly receiptOnNonWorkingDay: "as-is" | "next-working-day";
  /** The events by which someone leaves; whether leaving before an open due date ends the duty. */
  readonly leaving: readonly string[];
  readonly leavingExcuses: boolean;
  /** Which cases a period counts: those due in it, those of journeys received in it, or those that began in it. */
  readonly periodCases: "due" | "received" | "anchor";
  /** Whether the start is day 0 or day 1 of an outcome window. */
  readonly outcomeDay: "day-0" | "day-1";
}

/** The kinds that a kind of event cannot come before. */
export function notBeforeOf({ id, notBefore }: EventKind, { conventions }: Programme): readonly string[] {
  return notBefore ?? (conventions.receipts.includes(id) ? [] : conventions.receipts);
}

/**
 * A kind of event a programme uses.
 *
 * - `title`: how a sentence says it ("Referral received"); `absent`: how it says that it did not
 *   happen ("No acknowledgement"); `moment`: how it is said as what days are counted from ("receipt").
 * - `expects`: it only foretells that other kind; it serves worklists and never a verdict.
 * - `once`: a journey has one. `notBefore`: kinds that cannot come later: the receipts, unless it names others or
 *   none. What breaks either is a contradiction in the data, listed as a problem.
 * - `usuallyAfter`: kinds of which it follows one as a rule. Nothing is wrong where it does not; random
 *   journeys keep to it.
 * - `fields`: what the event may carry beside its dates; `values`: what a field may hold, where the
 *   document lists it. `ascending`: the field whose values stand lowest first, so that an event with one
 *   of them says that the lower ones were reached by its day, too.
 * - `implies`: that another kind of event happened, or did not, where the last event of this kind has those fields.
 *   Where the records say otherwise, it is a contradiction, and what depends on that other kind is undetermined.
 */
export interface EventKind {
  readonly id: string;
  readonly title: string;
  readonly absent?: string;
  readonly moment?: string;
  readonly expects?: string;
  readonly once?: boolean;
  readonly notBefore?: readonly string[];
  readonly usuallyAfter?: readonly string[];
  readonly fields?: readonly string[];
  readonly values?: Readonly<Record<string, readonly Scalar[]>>;
  readonly ascending?: string;
  readonly implies?: readonly {
    readonly where: Readonly<Record<string, Scalar>>;
    readonly event: string;
    readonly happened: boolean;
  }[];
}

/**
 * A customer group, or a payment group of the Work Programme.
 *
 * - `alsoCalled`: other names the documents use for the same people.
 * - `attendance`: whether they take part by choice or are required to.
 * - `outcomeAfter`: how many weeks in work make a job outcome, where that differs by group.
 */
export interface ParticipantGroup extends Grounded {
  readonly id: string;
  readonly title: string;
  readonly alsoCalled?: readonly string[];
  readonly attendance?: "voluntary" | "mandatory";
  readonly outcomeAfter?: { readonly weeks: number };
}

/**
 * Whether a standard is assessed when nobody asks for more. What a contract or the guidance to it
 * says is; what is offered, recommended or known only from research is assessed on request.
 */
export function isAssessedByDefault(programme: Programme, standard: Standard): boolean {
  refuseNotObject(programme, "a programme");
  refuseNotObject(standard, "a standard");
  const standing = standard.standing ?? programme.standing;
  return standing === "contract" || standing === "guidance";
}

/**
 * The editions of one programme over time.
 *
 * - `axis`: the kind of event whose date chooses the edition, unless a requirement names its own.
 * - `usual`: the edition meant when nobody says which.
 */
export interface History {
  readonly id: string;
  readonly title: string;
  readonly axis: string;
  readonly usual: string;
  readonly editions: readonly Programme[];
}

/**
 * Whether a value is a history, where either a programme or a history may be given. Never throws.
 */
export function isHistory(value: unknown): value is History {
  return isObject(value) && Array.isArray(value.editions);
}
