import { ProgrammeFault } from "../fault.js";
import { isOpen } from "./citation.js";
import type { Length, MonthDay } from "./length.js";
import { eventOf } from "./match.js";
import { allUses, conditionUses, matchUses, type Uses } from "./names-used.js";
import type { Programme } from "./programme.js";
import type { DeadlineRequirement, Requirement, RequirementKind, RequirementOf } from "./requirement.js";

/** What the rules of a programme need to know of a kind of requirement. */
interface KindOfRequirement<Part extends Requirement> {
  /** The names that this kind uses, besides those that every requirement may. */
  uses(part: Part): Uses;
  /** What is wrong with it that no shape can say. */
  fault?(part: Part): ProgrammeFault | undefined;
  /** The fields of the programme by which its days are counted. */
  countedBy?(part: Part, programme: Programme): readonly string[];
  /** The kinds of event that decide it without being named in it. */
  decidedBy?(part: Part, programme: Programme): readonly string[];
}

const ATTESTED = "attested";

/**
 * A row a kind: the compiler asks for that of a new one, here, in `requirement-schema.ts` and in `description.ts`.
 * Those two stand apart because assessing, which needs this table, carries neither shapes nor descriptions.
 */
const KINDS: { readonly [Kind in RequirementKind]: KindOfRequirement<RequirementOf<Kind>> } = {
  deadline: {
    uses({ event, after = [], before = [], laterOf = [], excusedBy = [], owedOnce = [], exceptions = [] }) {
      const conditions = exceptions.map(({ when }) => conditionUses(when));
      const matches = [...event, ...after, ...before, ...laterOf, ...excusedBy, ...owedOnce];
      return allUses(matchUses(matches), ...conditions);
    },
    fault({ id, after, before }) {
      const isOne = (after === undefined) !== (before === undefined);
      return isOne ? undefined : direction(id, after !== undefined);
    },
    countedBy: (part, programme) => ["programme.calendars", ...conventionsOf(part, programme)],
    decidedBy({ after, owedAfterLeaving }, { conventions: { leaving, leavingExcuses } }) {
      return leavingExcuses && after !== undefined && owedAfterLeaving !== true ? leaving : [];
    },
  },
  cadence: {
    uses({ event, while: running, stops = {}, frequency = [] }) {
      const states = [running, ...Object.keys(stops)];
      return allUses(matchUses([...event, ...frequency]), { states, statesBetween: states });
    },
    countedBy({ every, frequency }) {
      const isInWorkingDays = frequency !== undefined || "workingDays" in every;
      return ["programme.calendars", ...(isInWorkingDays ? ["conventions.countingDay"] : [])];
    },
  },
  content: {
    uses: ({ record, owedAfter = [] }) => matchUses([record, ...owedAfter]),
    decidedBy({ parts }, { events }) {
      const isAttested = parts.some(({ check }) => check === "human");
      return isAttested && events.some(({ id }) => id === ATTESTED) ? [ATTESTED] : [];
    },
  },
  proportion: {
    uses({ among, share }) {
      if ("in" in share) return allUses(matchUses(among), { states: [share.in] });
      if ("met" in share) return allUses(matchUses(among), { requirements: [share.met] });
      return matchUses([...among, ...share.reaching]);
    },
  },
  total: {
    uses: ({ count }) => matchUses(count),
  },
};

/** The row of a requirement's kind. */
export function kindOf(part: Requirement): KindOfRequirement<Requirement> {
  return KINDS[part.kind];
}

/** Every name that a requirement uses. */
export function requirementUses(part: Requirement): Uses {
  const axis = part.axis === undefined || part.axis === "anchor" ? [] : [part.axis];
  return allUses({ kinds: axis }, conditionUses(part.when ?? []), kindOf(part).uses(part));
}

/** The conventions a deadline is counted by. */
function conventionsOf(part: DeadlineRequirement, { conventions }: Programme): string[] {
  if (part.after === undefined) return [];
  const anchors = part.after.flatMap((match) => eventOf(match) ?? []);
  const inWorkingDays = lengthsOf(part).some((length) => "workingDays" in length);
  const isReceipt = inWorkingDays && anchors.some((kind) => conventions.receipts.includes(kind));
  const isLeaving = anchors.some((kind) => conventions.leaving.includes(kind));
  const about = part.subject === undefined || part.subject === "referral";
  return [
    ...(inWorkingDays ? ["conventions.countingDay"] : []),
    ...(isReceipt ? ["conventions.receiptOnNonWorkingDay"] : []),
    ...(about && !isLeaving && part.owedAfterLeaving !== true ? ["conventions.leavingExcuses"] : []),
  ];
}

function lengthsOf({ within, atLeast, exceptions = [] }: DeadlineRequirement): (Length | MonthDay)[] {
  const found = [within, atLeast, ...exceptions.map((each) => each.within)];
  return found.flatMap((length) => (length === undefined || isOpen(length) ? [] : [length]));
}

function direction(id: string, hasAfter: boolean): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/direction",
    given: `${id} with ${hasAfter ? "both `after` and `before`" : "neither `after` nor `before`"}`,
    allowed: "exactly one of the two",
    todo: "Say from which event the distance is counted, and in which direction.",
  });
}
