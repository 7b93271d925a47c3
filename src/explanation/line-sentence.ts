import { formatShare, type Share } from "../quantity/index.js";
import {
  capitalised,
  counted,
  isCeiling,
  isOpen,
  isScored,
  joined,
  numbered,
  numberWord,
  percentAsked,
  type Target,
} from "../rules/index.js";
import { day } from "./dates.js";

/** What a line of a report comes to, as sentences need it. */
export interface LineFacts {
  readonly target: Target;
  readonly counted: number;
  readonly met: number;
  readonly notMet: number;
  readonly pending: number;
  readonly undetermined: number;
  readonly undeterminedBy?: object | undefined;
  /** Cases that have no day, and are in every period, by reason. */
  readonly undated?: Readonly<Record<string, number>> | undefined;
  readonly worst: Share;
  readonly best: Share;
  readonly headroom?: number | undefined;
  readonly verdict: string;
  readonly reason?: string | undefined;
  /** Who has a case not met, each once; people, unless it is about another subject. */
  readonly misses?: readonly string[] | undefined;
  readonly subject?: string | undefined;
  /** There for a total, whose target is a share of a plan. */
  readonly series?: object | undefined;
  /** There for a share of work left in a report with a period: the closed day counted, and the days of the whole. */
  readonly measuredOn?: string | undefined;
  readonly days?: DaysFacts | undefined;
}

/** What the days of a period come to, as sentences need it. */
interface DaysFacts {
  readonly lowest: { readonly on: string; readonly share: Share };
  readonly highest: { readonly on: string; readonly share: Share };
  readonly over: { readonly lowest: number; readonly highest: number };
  readonly closed: number;
  readonly last: { readonly on: string; readonly lowest: Share; readonly highest: Share };
}

/** What is to be said under a table of lines: why some are not scored, and on which days some were measured. */
export function lineNotes(
  lines: readonly (LineFacts & { readonly requirement: string; readonly by?: object })[],
): string[] {
  const notes = lines.flatMap(({ requirement, target, days, measuredOn, by }) => {
    if (days !== undefined) return [`${requirement}: ${daysWords(target, days)}.`];
    if (measuredOn === undefined) return [];
    const close = `${requirement}: at the close of ${day(measuredOn)}`;
    return [by === undefined ? `${close}.` : `${close}, not of the worst day.`];
  });
  return [...new Set([...whyNotScored(lines), ...notes, ...withoutDay(lines), ...peopleMissed(lines)])];
}

/**
 * A share of work left over the days of a period, by its worst day: `10.0% at the close of Wed 7 Apr 2021 (2 of 20),
 * over 4% on 5 of 29 days; 0.0% at the last close, Thu 29 Apr 2021`.
 */
function daysWords(target: Target, { lowest, highest, over, closed, last }: DaysFacts): string {
  const shown = (one: Share, other = one) => shareWords({ worst: one, best: other, target });
  const worst = ({ on, share }: DaysFacts["lowest"], words = shown(share), count = `${share.count}`) =>
    `${words} at the close of ${day(on)} (${count} of ${share.of})`;
  const range = shown(highest.share, lowest.share);
  const counts = [...new Set([lowest.share.count, highest.share.count])].join(" to ");
  const shares =
    lowest.on === highest.on
      ? worst(highest, range, counts)
      : `at least ${worst(lowest)}, at most ${worst(highest)}`;
  const missed = over.lowest === over.highest ? over.lowest || "none" : `${over.lowest} to ${over.highest}`;
  const limit = overWords(target);
  const often = limit === undefined ? "" : `, ${limit} on ${missed} of ${numbered(closed, "day")}`;
  return `${shares}${often}; ${shown(last.highest, last.lowest)} at the last close, ${day(last.on)}`;
}

function overWords(target: Target): string | undefined {
  if ("atMost" in target && !isOpen(target.atMost)) return `over ${target.atMost}`;
  return "below" in target && !isOpen(target.below) ? `${target.below} or over` : undefined;
}

/** Why lines are shown and not scored, each requirement once: `css-3/appointment: the text gives no percentage …`. */
function whyNotScored(lines: readonly { readonly requirement: string; readonly target: Target }[]): string[] {
  const notes = lines.flatMap(({ requirement, target }) =>
    isScored(target) ? [] : [`${requirement}: ${target.notScored}.`],
  );
  return [...new Set(notes)];
}

/** The unknown cases that have no day, of each requirement how many. */
function withoutDay(lines: readonly (LineFacts & { readonly requirement: string })[]): string[] {
  const counts = new Map<string, number>();
  for (const { requirement, undated = {}, undeterminedBy = {} } of lines) {
    for (const [reason, count] of Object.entries(undated))
      if (reason in undeterminedBy) counts.set(requirement, (counts.get(requirement) ?? 0) + count);
  }
  const list = [...counts].map(([requirement, count]) => `${requirement} ${count}`);
  return list.length === 0
    ? []
    : [`Unknown, without a day and so in every period since the receipt: ${list.join(", ")}.`];
}

/** Where cases not met are of fewer people, how many: `css-8/contact: 10 not met, of nine people.` */
function peopleMissed(
  lines: readonly (LineFacts & { readonly requirement: string; readonly by?: object })[],
): string[] {
  return lines.flatMap((line) => {
    const people = line.by === undefined ? peopleWords(line) : undefined;
    return people === undefined ? [] : [`${line.requirement}: ${line.notMet} not met, of ${people}.`];
  });
}

/** How many people the cases not met are of, where they are fewer. */
function peopleWords({ notMet, misses, subject }: LineFacts): string | undefined {
  if (misses === undefined || subject !== undefined || notMet <= misses.length) return undefined;
  return misses.length === 1 ? "one person" : `${numberWord(misses.length)} people`;
}

/** Why a line counts nothing, by its verdict. */
const NOTHING: Readonly<Record<string, string>> = {
  undetermined: "Nothing is known of this, because no log says: undetermined.",
  pending: "There is nothing to count on the days that are over: pending.",
};

/** One plain sentence on a line: what is asked, how the cases stand, what that comes to. */
export function lineSentence(line: LineFacts): string {
  const verdict = line.verdict.replace("-", " ");
  if (line.counted === 0) return NOTHING[line.verdict] ?? "There is nothing to count: not applicable.";
  const asks = line.series === undefined ? asked(line.target) : askedOfPlan(line.target);
  const stands = line.days === undefined ? standing(line) : daysWords(line.target, line.days);
  const when =
    line.days === undefined && line.measuredOn !== undefined
      ? `at the close of ${day(line.measuredOn)} `
      : "";
  return `${asks}: ${when}${stands}: ${verdict}${margin(line)}.`;
}

function asked(target: Target): string {
  if (!isScored(target)) return capitalised(target.notScored);
  if ("every" in target) return "Every case is to be met";
  if ("atLeast" in target) return `At least ${bound(target.atLeast)} are to be met`;
  return "atMost" in target
    ? `At most ${bound(target.atMost)} may fail`
    : `Fewer than ${bound(target.below)} may fail`;
}

function askedOfPlan(target: Target): string {
  const each = "Each count is to be at";
  if (!isScored(target) || "every" in target) return `${each} the plan or above`;
  if ("atLeast" in target) return `${each} ${bound(target.atLeast)} of the plan or above`;
  return "atMost" in target
    ? `${each} ${bound(target.atMost)} of the plan or below`
    : `${each} less than ${bound(target.below)} of the plan`;
}

function bound(value: unknown): string {
  return isOpen(value)
    ? `a share that the source does not give (${value.open.replace("-", " ")})`
    : String(value);
}

function standing(line: LineFacts): string {
  const { target, counted: of, met, notMet, pending, undetermined, best, worst, series } = line;
  const fails = series === undefined && isCeiling(target);
  const now = fails ? { count: notMet, of } : { count: met, of };
  const people = peopleWords(line);
  const others = [
    ...(fails || notMet === 0
      ? []
      : [people === undefined ? `${notMet} not` : `${notMet} not (of ${people})`]),
    ...(pending === 0 ? [] : [`${pending} still open`]),
    ...(undetermined === 0 ? [] : [`${undetermined} undetermined`]),
  ];
  const unsure = pending + undetermined > 0;
  const beside = percentAsked(target);
  const far = fails ? `at worst ${formatShare(worst, beside)}` : `at best ${formatShare(best, beside)}`;
  const rest = others.length === 0 ? "" : `, ${joined(others)}${unsure ? `, ${far}` : ""}`;
  return `${now.count} of ${of} ${fails ? "do" : "are"} (${formatShare(now, beside)})${rest}`;
}

function margin({ verdict, headroom }: LineFacts): string {
  if (headroom === undefined || verdict === "not-scored") return "";
  if (headroom < 0)
    return `; ${counted(-headroom, "case")} too many ${headroom === -1 ? "has" : "have"} failed`;
  return headroom === 0 ? "; none more may fail" : `; ${numberWord(headroom)} more may fail`;
}

const MARKS: Readonly<Record<string, string>> = {
  met: "✓",
  "not-met": "✗",
  pending: "…",
  undetermined: "?",
  "not-applicable": "–",
  "not-scored": "·",
};

/** The mark of a verdict: `✗`. */
export function verdictMark(verdict: string): string {
  return MARKS[verdict] ?? "";
}

/** A verdict as people read it, with its mark: `✗ not met`. */
export function verdictWords(verdict: string): string {
  return `${verdictMark(verdict)} ${verdict.replace("-", " ")}`;
}

const IN_A_SENTENCE = ["met", "not-met", "pending", "undetermined", "not-scored", "not-applicable"];

/** How many have each verdict: `["2 met", "1 not met"]`; a verdict that none has is left out. */
export function countsByVerdict(
  found: readonly { readonly verdict: string }[],
  order: readonly string[] = IN_A_SENTENCE,
): string[] {
  return order.flatMap((verdict) => {
    const { length } = found.filter((each) => each.verdict === verdict);
    return length === 0 ? [] : [`${length} ${verdict.replace("-", " ")}`];
  });
}

/** The share of a line, from its worst to its best case, lower figure first, as it reads beside its target. */
export function shareWords({ worst, best, target }: Pick<LineFacts, "worst" | "best" | "target">): string {
  if (worst.of === 0) return "–";
  const ends = [worst, best]
    .sort((one, other) => one.count * other.of - other.count * one.of)
    .map((share) => formatShare(share, percentAsked(target)));
  return ends[0] === ends[1] ? ends[0]! : `${ends[0]!.replace("%", "")}–${ends[1]}`;
}
