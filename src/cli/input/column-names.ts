import type { WideColumn } from "../../journey/index.js";

/**
 * What systems call the standard columns, in words that `wordsIn` leaves: the first is the column's own name. Written
 * down from what people say; a draft of a mapping is read by a person before it is used.
 */
export const NAMES_IN_USE: Readonly<Record<WideColumn, readonly string[]>> = {
  id: [
    "id",
    "case ref",
    "case reference",
    "case id",
    "case number",
    "referral id",
    "referral ref",
    "referral reference",
    "referral number",
    "participant id",
    "participant ref",
    "customer id",
    "customer ref",
    "client id",
    "client ref",
    "record id",
    "reference",
    "ref",
    "urn",
  ],
  programme: ["programme", "program", "contract"],
  group: ["group", "customer group", "participant group", "eligibility group"],
  provider: ["provider", "partner", "supply chain partner", "delivery partner", "subcontractor", "subcon"],
  site: ["site", "office", "centre", "branch", "delivery site", "location"],
  area: ["area", "contract area", "contract package area", "cpa", "region", "lot"],
  adviser: [
    "adviser",
    "advisor",
    "key worker",
    "keyworker",
    "caseworker",
    "case worker",
    "coach",
    "case manager",
  ],
  nation: ["nation", "country"],
  provision: ["provision", "funding", "funding stream"],
  self_employed: ["self employed", "self employment"],
  received_on: ["received", "referral received", "referral", "referred"],
  acknowledged_on: ["acknowledged", "referral acknowledged", "acknowledgement", "acknowledge", "ack"],
  first_attempt_on: [
    "first attempt",
    "first contact attempt",
    "first attempted contact",
    "contact attempted",
    "attempted",
  ],
  first_contact_on: ["first contact", "contacted", "first contacted", "contact made", "first contact made"],
  appointment_on: [
    "appointment",
    "initial appointment",
    "first appointment",
    "initial meeting",
    "first meeting",
  ],
  prap_status: ["prap status", "prap outcome", "prap result", "referral outcome", "referral status"],
  prap_updated_on: ["prap updated", "prap update", "prap"],
  started_on: ["started", "start", "programme start", "participant start", "programme started"],
  standards_on: [
    "standards",
    "service standards",
    "customer service standards",
    "standards provided",
    "service standards provided",
    "standards given",
    "standards explained",
  ],
  plan_on: ["plan", "action plan", "action plan agreed", "action plan finalised", "action plan completed"],
  eligibility_meeting_on: ["eligibility meeting", "esf eligibility meeting"],
  job_started_on: [
    "job started",
    "job start",
    "employment start",
    "employment started",
    "work start",
    "work started",
  ],
  job_ended_on: ["job ended", "job end", "job left", "employment end", "employment ended", "work end"],
  job_end_known_on: ["job end known", "job end notified", "job end reported"],
  returned_on: ["returned", "returned jobcentre", "returned jcp", "return jobcentre", "returned dwp"],
  esf_start_on: ["esf start", "esf start form", "esf start form sent"],
  leaving_expected_on: [
    "leaving expected",
    "expected leave",
    "expected end",
    "expected leaving",
    "planned end",
  ],
  left_on: ["left", "leave", "leaver", "leaving", "end", "exit", "completion", "completed", "programme end"],
  exit_report_on: ["exit report", "exit report sent", "exit report provided", "exit report completed"],
  esf_end_on: ["esf end", "esf end form", "esf end form sent"],
  outcome_on: ["outcome", "outcome achieved", "job outcome", "outcome reached"],
  claimed_on: ["claimed", "claim", "outcome claimed", "outcome claim"],
};

/** What systems call the columns of long rows. */
export const EVENT_NAMES_IN_USE: Readonly<
  Record<"id" | "kind" | "on" | "known_on" | "event_id", readonly string[]>
> = {
  id: NAMES_IN_USE.id,
  kind: ["kind", "event", "event type", "activity", "activity type", "type", "contact type"],
  on: ["on", "event", "activity", "contact", "occurred", "happened"],
  known_on: ["known", "entered", "recorded", "created", "logged"],
  event_id: ["event id", "activity id", "event ref", "activity ref"],
};

/** Short forms of words. */
const IN_FULL: Readonly<Record<string, string>> = {
  "1st": "first",
  appt: "appointment",
  appts: "appointment",
  init: "initial",
  recd: "received",
  rcvd: "received",
  emp: "employed",
  empl: "employment",
  ackd: "acknowledged",
  cust: "customer",
  no: "number",
};

/** Words that say how a column is written, not what it holds. */
const SAYS_NOTHING = new Set([
  "from",
  "dwp",
  "date",
  "dt",
  "datetime",
  "of",
  "the",
  "on",
  "at",
  "to",
  "a",
  "flag",
  "is",
  "text",
  "name",
]);

/** The words of a column's name that say what it holds: `DateReceived` is `received`. */
export function wordsIn(name: string): string[] {
  const words = name
    .replace("PRaP", "prap")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const all = (words ?? []).map((word) => IN_FULL[word] ?? word);
  const telling = all.filter((word) => !SAYS_NOTHING.has(word));
  return telling.length === 0 ? all : telling;
}
