import type { Scalar } from "../journey.js";

/** The columns of a wide file, one row per referral; a mapping may give each another name. */
export const wideColumns = [
  "id",
  "programme",
  "group",
  "provider",
  "site",
  "area",
  "adviser",
  "nation",
  "provision",
  "self_employed",
  "received_on",
  "acknowledged_on",
  "first_attempt_on",
  "first_contact_on",
  "appointment_on",
  "prap_status",
  "prap_updated_on",
  "started_on",
  "standards_on",
  "plan_on",
  "eligibility_meeting_on",
  "job_started_on",
  "job_ended_on",
  "job_end_known_on",
  "returned_on",
  "esf_start_on",
  "leaving_expected_on",
  "left_on",
  "exit_report_on",
  "esf_end_on",
  "outcome_on",
  "claimed_on",
] as const;

/** A column of a wide file. */
export type WideColumn = (typeof wideColumns)[number];

/** Columns that become attributes as they are. */
export const TEXT_ATTRIBUTES = [
  "provider",
  "site",
  "area",
  "adviser",
] as const satisfies readonly WideColumn[];

/** The event that a filled date column stands for. `outcome_on` is the programme's own, see there. */
export const KIND_OF_COLUMN = {
  received_on: "referral-received",
  acknowledged_on: "referral-acknowledged",
  first_attempt_on: "contact-attempted",
  first_contact_on: "contacted",
  appointment_on: "initial-appointment",
  prap_updated_on: "prap-updated",
  started_on: "started",
  standards_on: "standards-provided",
  plan_on: "action-plan-finalised",
  eligibility_meeting_on: "eligibility-meeting",
  job_started_on: "job-started",
  job_ended_on: "job-ended",
  returned_on: "returned-to-jobcentre",
  esf_start_on: "esf-start-form-sent",
  leaving_expected_on: "leaving-expected",
  left_on: "left",
  exit_report_on: "exit-report-provided",
  esf_end_on: "esf-end-form-sent",
  claimed_on: "outcome-claimed",
} as const satisfies Partial<Record<WideColumn, string>>;

/** The kinds of event that a standard column stands for; `outcome_on` for the one that the programme's outcome is. */
export function kindsOfColumn(
  column: string,
  { outcomes }: { readonly outcomes: readonly { readonly event: string | object }[] },
): readonly string[] {
  if (column !== "outcome_on") return column in KIND_OF_COLUMN ? [KIND_OF_COLUMN[column as EventColumn]] : [];
  const outcome = outcomeOf(outcomes[0]?.event);
  return outcome === undefined ? [] : [outcome.kind];
}

/** The kind of event that an outcome is, and the fields that make it one. */
export interface OutcomeEvent {
  readonly kind: string;
  readonly fields: Readonly<Record<string, Scalar>>;
}

/** The event of an outcome; a moment derived from a state is no event, and cannot be read from a row. */
export function outcomeOf(event: string | object | undefined): OutcomeEvent | undefined {
  if (event === undefined) return undefined;
  if (typeof event === "string") return { kind: event, fields: {} };
  const { event: kind, where } = event as { event?: unknown; where?: Readonly<Record<string, Scalar>> };
  return typeof kind === "string" ? { kind, fields: where ?? {} } : undefined;
}

/** Of what may happen again and again, these columns hold the first alone. */
export const FIRST_ALONE: readonly WideColumn[] = ["first_attempt_on", "first_contact_on"];

/** A date column whose event it names by itself. */
export type EventColumn = keyof typeof KIND_OF_COLUMN;

export const EVENT_COLUMNS = Object.keys(KIND_OF_COLUMN) as readonly EventColumn[];

export const PRAP_STATUSES = ["started", "did-not-attend", "did-not-start"] as const;
export const NATIONS = ["england", "wales", "scotland", "northern-ireland"] as const;
export const PROVISIONS = ["esf"] as const;

/** An id has at most so many characters. */
export const LONGEST_ID = 100;

/** The columns of a long file, one row per event; every other column is a field of the event. */
export const LONG_COLUMNS = ["id", "kind", "on", "known_on", "event_id"] as const;

/** How the text of an event's field is read. */
export type FieldType = "text" | "count" | "whole" | "yes-or-no" | "month";

/** How each field that events are known to carry is written. Any other field is text. */
const WRITTEN_AS = {
  workingDays: "count",
  pence: "whole",
  rating: "whole",
  selfEmployed: "yes-or-no",
  holds: "yes-or-no",
  urgent: "yes-or-no",
  forMonth: "month",
  status: "text",
  for: "text",
  milestone: "text",
  requirement: "text",
  part: "text",
  by: "text",
  of: "text",
} as const satisfies Readonly<Record<string, FieldType>>;

/** What an event of a kind says nothing without. */
const NEEDED = {
  "prap-updated": ["status"],
  "contact-frequency-agreed": ["workingDays"],
  earnings: ["pence"],
  "milestone-reached": ["milestone"],
  attested: ["requirement", "part", "holds"],
  retracted: ["of"],
} as const satisfies Readonly<Record<string, readonly (keyof typeof WRITTEN_AS)[]>>;

/** The type of a field, as far as its name says it. */
export type FieldValue<Field extends string> = Field extends keyof typeof WRITTEN_AS
  ? {
      count: number;
      whole: number;
      "yes-or-no": boolean;
      month: string;
      text: string;
    }[(typeof WRITTEN_AS)[Field]]
  : string | number | boolean;

/** The fields that an event of a kind cannot do without. */
export type NeededField<Kind extends string> = Kind extends keyof typeof NEEDED
  ? (typeof NEEDED)[Kind][number]
  : never;

export const FIELD_TYPES: ReadonlyMap<string, FieldType> = new Map(Object.entries(WRITTEN_AS));

export const NEEDED_FIELDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(NEEDED));

/** The kind that withdraws another event; every programme has it. */
export const RETRACTED = "retracted";

const FIELD_NAME = /^[a-z][A-Za-z0-9]*$/;
const EVENT_KEYS: ReadonlySet<string> = new Set(["kind", "on", "knownOn", "id"]);

/** Whether a name can be a field of an event beside its kind, dates and id. */
export function isFieldName(name: string): boolean {
  return FIELD_NAME.test(name) && !EVENT_KEYS.has(name);
}

/** A name without what does not matter in a header: letter case, spaces, underscores and hyphens. */
export function loose(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
