import { backlogRule } from "../../backlog/index.js";
import { ProgrammeFault } from "../../fault.js";
import {
  type DeadlineRequirement,
  openTarget,
  type Programme,
  type ProportionRequirement,
  refuseNotProgramme,
  type ScoredTarget,
  workIn,
} from "../../rules/index.js";

/**
 * What is promised of the backlog.
 *
 * - `due`: the working day after receipt by which the appointment is to be held or recorded; work undone
 *   at the close of that day is in backlog. 0 puts all open work in backlog from the day of receipt.
 * - `share`: what the share in backlog is held to; `over`: of all referrals to date (`cumulative`), of
 *   those still open, or of those received in the month; `measured`: at the close of each working day, or
 *   of the last in a month. Null where no share is promised.
 * - `oldest`: the working day after receipt by which everyone is to be out of the backlog: whoever is in
 *   it at the close of that day has been in it too long. Null where none is promised.
 */
export interface BacklogLimits {
  readonly due: { readonly workingDays: number };
  readonly share: ScoredTarget | null;
  readonly over: "cumulative" | "open" | "received";
  readonly measured: "each-day" | "month-end";
  readonly oldest: { readonly workingDays: number } | null;
}

/** What a share in backlog may be of. */
export const BACKLOG_SHARE_OVER = [
  "cumulative",
  "open",
  "received",
] as const satisfies readonly BacklogLimits["over"][];

/** When a share in backlog may be measured. */
export const BACKLOG_SHARE_MEASURED = [
  "each-day",
  "month-end",
] as const satisfies readonly BacklogLimits["measured"][];

/**
 * What a programme promises of its backlog, found by the kind of its requirements: a share in a state of
 * work left, the deadlines that make up that work, and the deadline for being out of it. A standard that
 * is offered comes before one of the programme it is offered on.
 *
 * @throws ProgrammeFault `backlog/none` when the programme has no such share; `tender/no-due` when
 * none of the work is due in working days after receipt; `tender/open-share` when the share is an open value.
 *
 * @example
 * ```ts
 * import { whpJetsCv06, withReadings } from "programme-rules";
 * import { backlogLimits } from "programme-rules/tender";
 *
 * const { due, share, oldest } = backlogLimits(whpJetsCv06);
 * [due.workingDays, share, oldest?.workingDays]; // => [15, { atMost: "4%" }, 25]
 * const read = withReadings(whpJetsCv06, { "backlog-denominator": "open", "backlog-test": "any-work-undone" });
 * backlogLimits(read); // => { due: { workingDays: 0 }, over: "open", … }
 * ```
 */
export function backlogLimits(programme: Programme): BacklogLimits {
  refuseNotProgramme(programme);
  return limitsOf(programme, {});
}

/** What a programme promises, with the fields that were given in place of its own. */
export function limitsOf(programme: Programme, given: Partial<BacklogLimits>): BacklogLimits {
  const rule = ownRule(programme);
  const stateId = (rule.share as { readonly in: string }).in;
  const due = dueOf(programme, stateId);
  const open = openTarget(rule.target);
  if (open !== undefined && given.share === undefined) {
    throw new ProgrammeFault({
      code: "tender/open-share",
      given: `${rule.id}, whose share is ${open.open}`,
      allowed: "a share in figures",
      todo: 'Give `limits.share`, such as { below: "4%" }, or amend the programme with the figure.',
    });
  }
  return {
    due: { workingDays: isUndone(programme, stateId) ? 0 : due },
    share: rule.target,
    over: rule.over ?? "cumulative",
    measured: rule.measured === "month-end" ? "month-end" : "each-day",
    oldest: oldestOf(programme, stateId, due),
    ...given,
  };
}

function offeredFirst({ standards }: Programme) {
  const offered = standards.filter(({ standing }) => standing === "offered");
  return [...offered, ...standards].flatMap(({ requirements }) => requirements);
}

/** The share that is offered, else the programme's own. */
function ownRule(programme: Programme): ProportionRequirement {
  const { id, share } = backlogRule(programme);
  const stateId = (share as { readonly in: string }).in;
  const isShare = (each: { kind: string }): each is ProportionRequirement => each.kind === "proportion";
  const rules = offeredFirst(programme).filter(isShare);
  const own = rules.find((each) => "in" in each.share && each.share.in === stateId);
  return own ?? rules.find((each) => each.id === id)!;
}

function deadlines(programme: Programme): DeadlineRequirement[] {
  return offeredFirst(programme).filter((each): each is DeadlineRequirement => each.kind === "deadline");
}

function isUndone({ states }: Programme, stateId: string): boolean {
  return states.some((state) => state.id === stateId && "work" in state && state.test === "undone");
}

/** Where the day of receipt counts as day 1, the last day is one earlier. */
function workingDaysOf({ within }: DeadlineRequirement, { conventions }: Programme): number | undefined {
  if (within === undefined || !("workingDays" in within)) return undefined;
  return within.workingDays - (conventions.countingDay === "day-1" ? 1 : 0);
}

/** The work that takes an appointment is what is due last. */
function dueOf(programme: Programme, stateId: string): number {
  const state = programme.states.find(({ id }) => id === stateId)!;
  const work = "work" in state ? workIn(state).map(({ requirement }) => requirement) : [];
  const all = deadlines(programme)
    .filter(({ id }) => work.includes(id))
    .map((each) => workingDaysOf(each, programme) ?? 0);
  const due = Math.max(0, ...all);
  if (due > 0) return due;
  throw new ProgrammeFault({
    code: "tender/no-due",
    given: `the programme ${programme.id}, whose backlog is of no work due in working days`,
    allowed: "a backlog of work that is due within working days of receipt",
    todo: "Give `limits.due`, such as { workingDays: 15 }.",
  });
}

function oldestOf(programme: Programme, stateId: string, due: number): BacklogLimits["oldest"] {
  const rule = deadlines(programme).find(({ event }) =>
    event.some((each) => typeof each === "object" && "workDone" in each && each.workDone === stateId),
  );
  const workingDays = rule === undefined ? undefined : workingDaysOf(rule, programme);
  if (rule === undefined || workingDays === undefined) return null;
  const fromEntering = rule.after?.some((each) => typeof each === "object" && "entering" in each) === true;
  return { workingDays: fromEntering ? due + workingDays : workingDays };
}
