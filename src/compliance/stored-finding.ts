import { type Kind, refuseOther } from "../argument.js";
import { epochDay, isoDate } from "../date/index.js";
import { type AsAt, editionsOf } from "../deadlines/index.js";
import { isGiven } from "../defined.js";
import { ProgrammeFault, shown } from "../fault.js";
import { type Journey, textOf } from "../journey/index.js";
import type { History, Programme } from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";
import { assessEdition, assessorsOf, type Finding } from "./assessment.js";

/**
 * A finding as somebody kept it. Its evidence is not asked for: those are places in a list of events, and they move
 * when an event is entered before them, without anything else being found.
 */
export type StoredFinding = Omit<Finding, "evidence">;

const FINDING: Kind = {
  name: "a finding",
  from: "assess",
  has: { journey: "", requirement: "", case: 0, verdict: "" },
};

/**
 * Refuses what is no finding of a journey.
 *
 * @throws ProgrammeFault `argument/kind`, `compliance/other-journey`.
 */
export function refuseNotOf(journey: Journey, finding: StoredFinding): void {
  refuseOther(finding, FINDING);
  if (finding.journey === journey.id) return;
  throw new ProgrammeFault({
    code: "compliance/other-journey",
    given: `a finding of the journey ${shown(finding.journey)}`,
    allowed: `a finding of the journey ${shown(journey.id)}`,
    todo: "Explain it with the journey it was made of.",
  });
}

const COMPARED = [
  "standard",
  "verdict",
  "reason",
  "opensOn",
  "dueOn",
  "doneOn",
  "workingDaysLate",
  "projected",
] as const satisfies readonly (keyof StoredFinding)[];
const OF_ANCHOR = ["kind", "on", "knownOn"] as const satisfies readonly (keyof Anchor)[];

type Anchor = NonNullable<Finding["anchor"]>;

/** Whether a case is found as it was stored, in all that its sentence rests on. */
export function isAsStored(now: StoredFinding, stored: StoredFinding): boolean {
  return (
    COMPARED.every((field) => isAlike(now[field], stored[field])) &&
    OF_ANCHOR.every((field) => isAlike(now.anchor?.[field], stored.anchor?.[field]))
  );
}

/** A database has `null` or false for what is not there. */
function isAlike(one: unknown, other: unknown): boolean {
  const isThere = (value: unknown) => isGiven(value) && value !== false;
  return one === other || (!isThere(one) && !isThere(other));
}

/** Why no case of a journey is as it was stored: what was, and what is found of it now. */
export function noSuchFinding(
  rules: Programme | History,
  journey: Journey,
  stored: StoredFinding,
  options: AsAt,
): ProgrammeFault {
  const { requirement, case: number, anchor } = stored;
  const editions = editionsOf(rules);
  const ids = editions.flatMap(([edition]) =>
    assessorsOf(edition).journey.map((each) => each.requirement.id),
  );
  if (!ids.includes(requirement)) {
    return unknownWord({
      code: "compliance/unknown-requirement",
      given: `a finding of ${shown(requirement)}, which no journey of ${rules.id} is assessed against`,
      allowed: [...new Set(ids)],
      written: requirement,
      todo: "Explain it with the programme it was made with.",
    });
  }
  const now = editions.flatMap(([edition, applies]) =>
    assessEdition(edition, journey, { ...options, requirements: [requirement] }, applies, false),
  );
  // A case has another number once an earlier one is entered, and two editions may have one of the same number.
  const ofAnchor = now.filter((each) => isAlike(each.anchor?.on, anchor?.on));
  const ofNumber = ({ case: each }: Finding) => each === number;
  const found = ofAnchor.find(ofNumber) ?? ofAnchor[0] ?? now.find(ofNumber);
  const asAt = isoDate(epochDay(options.asAt));
  const was = said(stored);
  const is = found === undefined ? `no case ${number}, of ${now.length} in all` : said(found);
  const todo = "Assess again, or explain with the as-at date and the programme of the receipt.";
  return new ProgrammeFault(
    {
      code: "compliance/no-such-finding",
      given: `a finding of ${requirement}: ${was}`,
      allowed: `what the journey gives as at ${asAt}: ${is}`,
      todo,
    },
    `This journey, as at ${asAt}, does not give the finding of ${requirement}. Stored: ${was}. Now: ${is}. Events were entered or withdrawn since, its attributes or what is not recorded of it were lost, or it was made as at another date or with another edition, reading or list of bank holidays. ${todo}`,
  );
}

function said({ case: number, verdict, reason, anchor, ...days }: StoredFinding): string {
  const { opensOn, dueOn, doneOn, workingDaysLate, projected } = days;
  const from = [anchor?.kind, anchor?.on].filter(isGiven).map(short).join(" ");
  const parts = [
    `case ${number}`,
    short(verdict) + (isGiven(reason) ? ` (${short(reason)})` : ""),
    from && `from ${from}`,
    isGiven(anchor?.knownOn) && `known ${short(anchor.knownOn)}`,
    isGiven(opensOn) && `opens ${short(opensOn)}`,
    isGiven(dueOn) && `due ${short(dueOn)}`,
    isGiven(doneOn) && `done ${short(doneOn)}`,
    isGiven(workingDaysLate) && `working days late: ${short(workingDaysLate)}`,
    isGiven(projected) && `projected: ${short(projected)}`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** What was stored may be anything by now. */
function short(value: unknown): string {
  return textOf(value).slice(0, 40);
}
