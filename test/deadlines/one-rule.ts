import {
  type AsAt,
  assess,
  dueDates,
  type Finding,
  type Journey,
  type Programme,
  parseProgramme,
  type State,
} from "programme-rules";
import { eventsOf } from "../cases/case.js";
import { small } from "../rules/small-programme.js";

/** Whatever a rule says besides its id and title; a deadline on `plan-agreed` after `started` unless it says otherwise. */
export type Rule = Readonly<Record<string, unknown>>;

/** What stands around the rule: more rules by id, states, conventions, and the rest of the programme. */
export interface Setting {
  readonly rules?: Readonly<Record<string, Rule>>;
  readonly states?: readonly (Pick<State, "id"> & Readonly<Record<string, unknown>>)[];
  readonly conventions?: Readonly<Record<string, unknown>>;
  readonly programme?: Readonly<Record<string, unknown>>;
}

const KINDS: readonly Readonly<Record<string, unknown>>[] = [
  ...["referral-received", "started", "plan-agreed", "plan-updated", "contacted"].map((id) => ({ id })),
  ...["meeting-missed", "absence-explained", "review-held", "paused", "resumed", "left"].map((id) => ({
    id,
  })),
  ...["contract-started", "contract-ended", "month-ended"].map((id) => ({ id })),
  { id: "report-sent", fields: ["forMonth"] },
  { id: "frequency-agreed", fields: ["workingDays", "for"] },
  { id: "leaving-expected", expects: "left" },
  { id: "review-expected", expects: "review-held" },
];

/** A programme of one rule, `rule/one`, that a test words itself. */
export function programmeOf(rule: Rule, { rules = {}, states = [], conventions, programme }: Setting = {}) {
  const requirements = Object.entries({ "rule/one": rule, ...rules }).map(([id, fields]) => ({
    id,
    title: id,
    target: { every: true },
    ...defaultsOf(fields),
    ...fields,
  }));
  return parseProgramme({
    ...small,
    conventions: { ...small.conventions, ...conventions },
    groups: ["young", "older"].map((id) => ({ id, title: id })),
    events: KINDS.map((kind) => ({ title: kind.id, ...kind })),
    states: states.map((state) => ({ title: state.id, ...state })),
    readings: [],
    returns: [],
    standards: [{ id: "rule", title: "A rule", stage: "contract", basis: "assumed", requirements }],
    ...programme,
  });
}

function defaultsOf(fields: Rule): Rule {
  if (fields.kind === "cadence") return { event: ["contacted"], every: { workingDays: 10 } };
  if (fields.kind !== undefined) return {};
  return {
    kind: "deadline",
    event: ["plan-agreed"],
    ...(fields.before === undefined ? { after: ["started"] } : {}),
  };
}

/** A journey from what happened, written as `kind date field=value, …`. */
export function journeyOf(when: string, about: Partial<Journey> = {}): Journey {
  return { id: "R1", events: eventsOf(when), ...about };
}

/** The findings of `rule/one`. */
export function findingsOf(
  programme: Programme,
  journey: Journey | string,
  options: AsAt | string,
): Finding[] {
  return assess(programme, asJourney(journey), asOptions(options)).filter(
    ({ requirement }) => requirement === "rule/one",
  );
}

/** The verdicts on `rule/one`, each with its reason after a colon. */
export function verdictsOf(...asked: Parameters<typeof findingsOf>): string[] {
  return findingsOf(...asked).map(({ verdict, reason }) =>
    reason === undefined ? verdict : `${verdict}: ${reason}`,
  );
}

/** The due dates of `rule/one` as `anchor: opens – due, done or why it ended`, open ends left blank. */
export function datesOf(programme: Programme, journey: Journey | string, options: AsAt | string): string[] {
  return dueDates(programme, asJourney(journey), asOptions(options))
    .filter(({ requirement }) => requirement === "rule/one")
    .map(({ anchor, opensOn = "", dueOn = "", doneOn, ended, waitsFor }) => {
      if (anchor === undefined) return `waits for ${waitsFor?.join(", ")}`;
      const end = [doneOn, ended].filter((each) => each !== undefined).map((each) => `, ${each}`);
      return `${anchor.on}: ${opensOn} – ${dueOn}${end.join("")}`;
    });
}

function asJourney(journey: Journey | string): Journey {
  return typeof journey === "string" ? journeyOf(journey) : journey;
}

function asOptions(options: AsAt | string): AsAt {
  return typeof options === "string" ? { asAt: options } : options;
}
