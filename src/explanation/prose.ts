import { epochDay, type IsoDate, longDate } from "../date/index.js";
import { formatCitation } from "../rules/index.js";
import type { Count, Explanation, Named, Skipped } from "./explanation.js";
import { lengthWords, monthDayWords } from "./rule-words.js";
import { capitalised, counted, joined, numberWord, ordinal } from "./words.js";

type Facts = Omit<Explanation, "sentence">;

/** The one plain sentence (or two) of an explanation: anchor, counting, what was done, verdict, source. */
export function sentenceOf(facts: Facts): string {
  const citation = facts.citation === undefined ? "[assumed]" : formatCitation(facts.citation);
  const projected = facts.projected
    ? "Bank holidays so far ahead are not published yet: this date is projected."
    : "";
  return [anchorClause(facts), countClause(facts), verdictClause(facts), projected, citation]
    .filter((clause) => clause !== "")
    .join(" ");
}

function on(date: IsoDate): string {
  return longDate(epochDay(date));
}

function anchorClause({ anchor, count }: Facts): string {
  if (anchor === undefined) return "";
  const known =
    anchor.knownOn === undefined || anchor.knownOn === anchor.on ? "" : `, known ${on(anchor.knownOn)}`;
  const moved =
    count?.movedFrom === undefined
      ? ""
      : `; that is not a working day, so its clock starts ${on(count.from)}`;
  return `${anchor.title} ${on(anchor.on)}${known}${moved}.`;
}

function countClause({ count, dueOn }: Facts): string {
  if (count === undefined || dueOn === undefined) return "";
  const passed = skippedWords(count.skipped);
  const not = passed === "" ? "" : ` (${passed} not count)`;
  if (count.direction === "ahead")
    return `It had to come ${lengthOf(count)} before, by ${on(count.to)}${not}.`;
  if (count.direction === "before") {
    return `The last ${lengthOf(count)} up to and including ${on(count.from)} begin on ${on(count.to)}${not}.`;
  }
  return `${afterWords(count)} is ${on(count.to)}${not}.`;
}

function afterWords(count: Count): string {
  const { length, countingDay } = count;
  if (countingDay === "day-1" && "workingDays" in length) {
    return `Counting that day as the first, the ${ordinal(length.workingDays)} working day`;
  }
  if ("each" in length) return `The last day of that ${length.each.replace("-", " ")}`;
  if (isMonthDay(length)) return capitalised(monthDayWords(length)) + rolledWords(length);
  return `${capitalised(lengthWords(length))} later${rolledWords(length)}`;
}

function rolledWords(length: object): string {
  return "roll" in length ? ", or the next working day after it," : "";
}

function isMonthDay(
  length: Count["length"],
): length is Extract<
  Count["length"],
  { dayOfNextMonth: number } | { workingDayOfMonth: number } | { workingDayOfNextMonth: number }
> {
  return "dayOfNextMonth" in length || "workingDayOfMonth" in length || "workingDayOfNextMonth" in length;
}

function lengthOf({ length }: Count): string {
  return "each" in length || isMonthDay(length) ? "days" : lengthWords(length);
}

/** The passed-over days with their verb: `Good Friday, the weekend and Easter Monday do`. */
function skippedWords(skipped: readonly Skipped[]): string {
  const names: string[] = [];
  const weekends = weekendsIn(skipped);
  for (const { because } of skipped) {
    const name = because === "weekend" ? weekendName(weekends) : because.holiday;
    if (!names.includes(name)) names.push(name);
  }
  if (names.length === 0) return "";
  const single = names.length === 1 && (skipped.length === 1 || weekends === 1);
  return `${joined(names)} ${single ? "does" : "do"}`;
}

function weekendName(weekends: number): string {
  return weekends === 1 ? "the weekend" : `${numberWord(weekends)} weekends`;
}

/** Runs of weekend days; a holiday within a weekend does not split it. */
function weekendsIn(skipped: readonly Skipped[]): number {
  const days = skipped.filter(({ because }) => because === "weekend").map((day) => epochDay(day.on));
  return days.filter((day, i) => i === 0 || day - days[i - 1]! > 2).length;
}

function verdictClause(facts: Facts): string {
  const by = REASONS[facts.reason ?? facts.verdict];
  return by === undefined ? `${capitalised(facts.verdict)}.` : by(facts);
}

const REASONS: Readonly<Record<string, (facts: Facts) => string>> = {
  met: metClause,
  late: (facts) => `${done(facts)}: not met, ${distance(facts)} late.`,
  "not-done": notDoneClause,
  "outside-window": (facts) => `${done(facts)}, before the window opened: not met.`,
  "part-missing": (facts) => `Looked at for: ${joined(facts.looksAt ?? [])}. A part is missing: not met.`,
  "not-yet-due": pendingClause,
  "clock-never-started": (facts) => `${neverStarted(facts)}: not applicable.`,
  condition: (facts) => `This applies only ${joined(facts.conditions ?? [])}: not applicable.`,
  excused: (facts) => `${done(facts)}, while it was still open: excused, not applicable.`,
  stopped: (facts) => `${done(facts)}, which stops the clock: not applicable.`,
  "state-ended": (facts) => `${done(facts)}, which ends it before it was due: not applicable.`,
  "nothing-to-count": () => "This referral is not among those counted: not applicable.",
  "missing-data": () =>
    "A record that decides this is missing, cannot be read or contradicts another: undetermined.",
  "missing-parameter": openClause,
  "needs-review": reviewClause,
};

function metClause(facts: Facts): string {
  if (facts.state !== undefined) return `${stateWords(facts)}: met.`;
  if (facts.looksAt !== undefined) return `${done(facts)}. Each part was attested or is recorded: met.`;
  if (facts.spare === undefined || facts.opensOn !== undefined) return `${done(facts)}: met.`;
  return `${done(facts)}: met, ${facts.spare.count === 0 ? "on the last day" : `${distance(facts)} to spare`}.`;
}

function notDoneClause(facts: Facts): string {
  if (facts.state !== undefined) return `${stateWords(facts)}: not met.`;
  return `${facts.absent ?? "Nothing"} by then: not met.`;
}

function pendingClause(facts: Facts): string {
  const asAt = `As at ${on(facts.asAt)}`;
  if (facts.conditions !== undefined)
    return `${asAt} it is still open whether this applies (only ${joined(facts.conditions)}): pending.`;
  if (facts.spare === undefined) return `${asAt} still open: pending.`;
  const left = facts.spare.count <= 0 ? "due that day" : `${distance(facts)} left`;
  return `${asAt} still open, ${left}: pending.`;
}

function stateWords({ state }: Facts): string {
  return `${capitalised(state!.in ? state!.title : `not ${lowered(state!.title)}`)} at the close of ${on(state!.on)}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function neverStarted({ waitsFor }: Facts): string {
  return waitsFor === undefined || waitsFor.length === 0
    ? "What this looks at has not happened"
    : `"${joined(waitsFor, "or")}" is not recorded, so the clock never started`;
}

function openClause({ open }: Facts): string {
  const why = open === undefined ? "withheld" : open.value.open.replace("-", " ");
  return `The source does not give ${open?.address ?? "a value"} (${why}): undetermined until a variation supplies it.`;
}

function reviewClause(facts: Facts): string {
  const what = facts.looksAt === undefined ? "whether the same day was in time" : joined(facts.looksAt);
  return `${facts.decidedBy === undefined ? "" : `${done(facts)}. `}A person must look: ${what}. Nobody has attested it: undetermined.`;
}

function done({ decidedBy }: Facts): string {
  return decidedBy === undefined ? "Done" : namedOn(decidedBy);
}

function namedOn(named: Named): string {
  return `${named.title} ${on(named.on)}`;
}

function distance({ spare }: Facts): string {
  return spare === undefined ? "some days" : counted(Math.abs(spare.count), spare.unit);
}
