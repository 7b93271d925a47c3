import { argumentFault, described, type Kind, refuseOther } from "../argument.js";
import { oneOf } from "../options.js";
import { isOpen } from "./citation.js";
import { joined } from "./english.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import type {
  CadenceRequirement,
  ContentRequirement,
  DeadlineRequirement,
  Population,
  ProportionRequirement,
  Requirement,
  RequirementKind,
  RequirementOf,
  TotalRequirement,
} from "./requirement.js";
import { isCeiling } from "./target.js";
import {
  sayConditions,
  sayFrequency,
  sayLength,
  sayMatches,
  sayOpen,
  sayState,
  sayTarget,
} from "./wording.js";

/** One thing a requirement says: the field it stands in, a label, and the words. */
export interface RequirementLine {
  readonly field: string;
  readonly label: string;
  readonly says: string;
}

type Line = RequirementLine | false;
const line = (field: string, label: string, says: string): RequirementLine => ({ field, label, says });

const POPULATION: Readonly<Record<Population, string>> = {
  cumulative: "all to date",
  open: "journeys with work still open",
  received: "referrals received in the month",
};
const MEASURED = {
  period: "at the end of the period",
  "each-day": "at the close of each day",
  "month-end": "at the end of each month",
} as const;
const ABOUT = { referral: "each referral", contract: "the contract", site: "each site" } as const;

const REQUIREMENT: Kind = {
  name: "a requirement of the programme",
  has: { kind: "", title: "" },
};

/**
 * What a requirement says, line by line in plain words, for rule books and comparisons.
 *
 * @throws ProgrammeFault `argument/kind` for a requirement that is damaged.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { describeRequirement } from "programme-rules/rulebook";
 *
 * const [acknowledged] = whpJetsCv06.standards[0].requirements;
 * const lines = describeRequirement(whpJetsCv06, acknowledged);
 * lines.map(({ says }) => says).slice(0, 3); // => ["“Acknowledged”", "“Referral received”", "2 working days"]
 * ```
 */
export function describeRequirement(programme: Programme, part: Requirement): RequirementLine[] {
  refuseNotProgramme(programme);
  refuseOther(part, REQUIREMENT);
  checkKind(part.kind, "kind");
  try {
    return allLines(programme, part).filter((each) => each !== false);
  } catch {
    const given = `${described(part)}, of which a field is not as it must be`;
    throw argumentFault("kind", given, REQUIREMENT.name, "Check its programme with defineProgramme.");
  }
}

function allLines(programme: Programme, part: Requirement): Line[] {
  return [
    part.subject !== undefined &&
      line("subject", "About", ABOUT[part.subject as "contract"] ?? `each ${part.subject}`),
    ...linesOf(programme, part),
    part.when !== undefined &&
      part.when.length > 0 &&
      line("when", "Only", sayConditions(programme, part.when)),
    line("target", "Target", sayTarget(part.target)),
    part.axis !== undefined && line("axis", "Edition by", part.axis),
  ];
}

type LinesOf<Part extends Requirement> = { says(programme: Programme, part: Part): Line[] }["says"];

/** What each kind says of its own; the compiler asks for the line of a new kind. */
const LINES: { readonly [Kind in RequirementKind]: LinesOf<RequirementOf<Kind>> } = {
  deadline: deadlineLines,
  cadence: cadenceLines,
  content: contentLines,
  proportion: proportionLines,
  total: totalLines,
};

const checkKind = oneOf(Object.keys(LINES));

function linesOf(programme: Programme, part: Requirement): Line[] {
  const lines: LinesOf<Requirement> = LINES[part.kind];
  return lines(programme, part);
}

function deadlineLines(programme: Programme, part: DeadlineRequirement): Line[] {
  const { after, before, within, atLeast, exceptions, excusedBy, owedOnce } = part;
  const anchors = sayMatches(programme, after ?? before ?? []);
  const known = part.anchorDate === "knownOn" ? ", from the day it became known" : "";
  const later =
    part.laterOf === undefined ? "" : `, or from ${sayMatches(programme, part.laterOf)} if that comes later`;
  return [
    line("event", "Done by", sayMatches(programme, part.event, part.all ? "and" : "or")),
    after !== undefined && line("after", "Counted from", `${anchors}${known}${later}`),
    before !== undefined && line("before", "Before", `${anchors}${known}${later}`),
    within !== undefined &&
      line("within", before === undefined ? "Within" : "Not before the last", sayLength(within)),
    atLeast !== undefined &&
      line("atLeast", before === undefined ? "Not before" : "At least so long before", sayLength(atLeast)),
    exceptions !== undefined &&
      line(
        "exceptions",
        "Except",
        exceptions
          .map(({ when, within: other }) => `${sayLength(other)} if ${sayConditions(programme, when)}`)
          .join("; "),
      ),
    part.early === true && line("early", "Done earlier", "counts as well"),
    part.sameDay !== undefined && line("sameDay", "On the day itself", "a person must look"),
    part.endsOn !== undefined && line("endsOn", "On the day itself", "too late; the day before is the last"),
    excusedBy !== undefined && line("excusedBy", "Excused by", sayMatches(programme, excusedBy)),
    owedOnce !== undefined &&
      line("owedOnce", "Undetermined without it", `once there is ${sayMatches(programme, owedOnce)}`),
    part.owedAfterLeaving === true && line("owedAfterLeaving", "After leaving", "still owed"),
  ];
}

function cadenceLines(programme: Programme, part: CadenceRequirement): Line[] {
  const stops = Object.keys(part.stops ?? {});
  const { frequency } = part;
  return [
    line("event", "Done by", sayMatches(programme, part.event)),
    line("while", "While", sayState(programme, part.while)),
    line("every", "How often", sayFrequency(part.every)),
    part.gap === "blocks" && line("gap", "Measured", "one in each fixed block"),
    stops.length > 0 &&
      line("stops", "Stops in", stops.map((state) => sayState(programme, state)).join(" and ")),
    frequency !== undefined &&
      line(
        "frequency",
        "each" in part.every ? "Or as varied by" : "Or as agreed by",
        sayMatches(programme, frequency),
      ),
  ];
}

function contentLines(programme: Programme, part: ContentRequirement): Line[] {
  const { owedAfter } = part;
  const parts = part.parts.map(({ says, check, shownBy }) => {
    const shown =
      shownBy === undefined ? "" : `, unless ${shownBy.field} is ${joined(shownBy.is.map(String), "or")}`;
    return `${says} (${check === "human" ? `a person looks${shown}` : `field ${check.field}`})`;
  });
  return [
    line("record", "Record", sayMatches(programme, [part.record])),
    owedAfter !== undefined && line("owedAfter", "Owed after", sayMatches(programme, owedAfter)),
    line("parts", "Parts", parts.join("; ")),
  ];
}

function proportionLines(programme: Programme, part: ProportionRequirement): Line[] {
  const { share } = part;
  const says =
    "in" in share
      ? `in ${sayState(programme, share.in)}`
      : "met" in share
        ? `that meet ${share.met}`
        : `with ${sayMatches(programme, share.reaching)}`;
  return [
    line("share", "Share", says),
    line("among", "Among", sayMatches(programme, part.among)),
    "in" in share && line("over", "Of", POPULATION[part.over ?? "cumulative"]),
    line("measured", "Measured", measuredWords(programme, part)),
  ];
}

/** Of a period, a share of work left that is held to a ceiling is decided by its worst day. */
function measuredWords({ states }: Programme, { share, measured, target }: ProportionRequirement): string {
  const isOfWork =
    "in" in share && states.some((state) => state.id === share.in && "work" in state) && isCeiling(target);
  return measured === "each-day" && isOfWork
    ? `${MEASURED[measured]}; over a period, its worst day counts`
    : MEASURED[measured];
}

function totalLines(programme: Programme, part: TotalRequirement): Line[] {
  const { against } = part;
  return [
    line("count", "Count of", sayMatches(programme, part.count)),
    line(
      "against",
      "Against",
      isOpen(against) ? sayOpen(against) : `${against.join(", ")}, cumulative by month`,
    ),
    line("measured", "Measured", MEASURED[part.measured]),
  ];
}
