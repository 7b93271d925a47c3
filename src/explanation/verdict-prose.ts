import { capitalised, counted, joined, lowered } from "../rules/index.js";
import { day, namedOn } from "./dates.js";
import type { Explanation, Unmet } from "./explanation.js";
import { heldParts, missingParts, partsSaid } from "./part-prose.js";

type Facts = Omit<Explanation, "sentence">;

/** What happened or did not, and what that comes to. */
export function verdictClause(facts: Facts): string {
  const by = REASONS[facts.reason ?? facts.verdict];
  return by === undefined ? `${capitalised(facts.verdict)}.` : by(facts);
}

const REASONS: Readonly<Record<string, (facts: Facts) => string>> = {
  met: metClause,
  late: (facts) => `${done(facts)}: not met, ${distance(facts)} late.`,
  "not-done": notDoneClause,
  "outside-window": (facts) => `${done(facts)}, before the window opened: not met.`,
  "part-missing": (facts) => `${done(facts)}. Missing: ${missingParts(facts.parts ?? [])}: not met.`,
  "not-yet-due": pendingClause,
  "clock-never-started": (facts) => `${neverStarted(facts)}: not applicable.`,
  condition: (facts) => `This applies only ${unmetWords(facts.conditions)}: not applicable.`,
  excused: (facts) => `${done(facts)}, while it was still open: excused, not applicable.`,
  stopped: (facts) => `${done(facts)}, which stops the clock: not applicable.`,
  "state-ended": (facts) => `${done(facts)}, which ends it before it was due: not applicable.`,
  "nothing-to-count": ({ among }) => `Counted here ${among ?? "are others only"}: not applicable.`,
  "missing-data": missingClause,
  "missing-parameter": openClause,
  "needs-review": reviewClause,
};

function metClause(facts: Facts): string {
  const { parts, spare, opensOn } = facts;
  if (facts.state !== undefined) return `${stateWords(facts)}: met.`;
  if (parts !== undefined) return `${done(facts)}. ${capitalised(heldParts(parts))}: met.`;
  if (spare === undefined || opensOn !== undefined) return `${done(facts)}: met.`;
  return `${done(facts)}: met, ${spare.count === 0 ? "on the last day" : `${distance(facts)} to spare`}.`;
}

function notDoneClause(facts: Facts): string {
  if (facts.state !== undefined) return `${stateWords(facts)}: not met.`;
  const when = facts.parts === undefined ? "by then" : `as at ${day(facts.asAt)}`;
  return `${facts.absent ?? "Nothing"} ${when}: not met.`;
}

function pendingClause(facts: Facts): string {
  const asAt = `As at ${day(facts.asAt)}`;
  if (facts.conditions !== undefined)
    return `${asAt} it is still open whether this applies (only ${unmetWords(facts.conditions)}): pending.`;
  if (facts.spare === undefined) return `${asAt} still open: pending.`;
  const left = facts.spare.count <= 0 ? "due that day" : `${distance(facts)} left`;
  return `${asAt} still open, ${left}: pending.`;
}

function unmetWords(conditions: readonly Unmet[] = []): string {
  return joined(
    conditions.map(({ words, shownBy }) =>
      shownBy === undefined ? words : `${words} (${lowered(namedOn(shownBy))})`,
    ),
  );
}

function stateWords({ state }: Facts): string {
  return `${capitalised(state!.in ? state!.title : `not ${lowered(state!.title)}`)} at the close of ${day(state!.on)}`;
}

function neverStarted({ waitsFor }: Facts): string {
  return waitsFor === undefined || waitsFor.length === 0
    ? "What this looks at has not happened"
    : `"${joined(waitsFor, "or")}" is not recorded, so the clock never started`;
}

function missingClause(facts: Facts): string {
  const untold = partsSaid(facts.parts ?? [], "not-recorded");
  if (untold !== "") return `${done(facts)}. The record does not tell whether ${untold}: undetermined.`;
  const missing = facts.missing ?? [];
  return missing.length === 0
    ? "A record that decides this is missing, cannot be read or contradicts another: undetermined."
    : `${capitalised(joined(missing))}: undetermined.`;
}

function openClause({ open }: Facts): string {
  const why = open === undefined ? "withheld" : open.value.open.replace("-", " ");
  return `The source does not give ${open?.address ?? "a value"} (${why}): undetermined until a variation supplies it.`;
}

function reviewClause(facts: Facts): string {
  const what =
    facts.parts === undefined ? "whether the same day was in time" : partsSaid(facts.parts, "not-attested");
  return `${facts.decidedBy === undefined ? "" : `${done(facts)}. `}A person must look: ${what}. Nobody has attested it: undetermined.`;
}

function done({ decidedBy }: Facts): string {
  if (decidedBy === undefined) return "Done";
  const { on, knownOn } = decidedBy;
  return `${namedOn(decidedBy)}${knownOn === undefined || knownOn === on ? "" : `, known ${day(knownOn)}`}`;
}

function distance({ spare }: Facts): string {
  return spare === undefined ? "some days" : counted(Math.abs(spare.count), spare.unit);
}
