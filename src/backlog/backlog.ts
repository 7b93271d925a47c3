import { type EpochDay, firstOfMonth, type IsoDate, isoDate, monthOf } from "../date/index.js";
import { type AsAt, JourneyReader, type Matches, type WorkState } from "../deadlines/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Caseload, Journey } from "../journey/index.js";
import type { Share } from "../quantity/index.js";
import type { Programme, Proportion } from "../rules/index.js";

/**
 * Someone whose referral has work in backlog.
 *
 * - `since`: the first day it was in backlog without a break up to now.
 * - `ageWorkingDays`: working days after receipt, up to and including the as-at date.
 * - `work`: the requirements with work left.
 */
export interface Waiting {
  readonly journey: string;
  readonly receivedOn: IsoDate;
  readonly since: IsoDate;
  readonly ageWorkingDays: number;
  readonly work: readonly string[];
  readonly adviser?: string;
}

/** The share in backlog of each population it might be taken of. */
export interface Shares {
  readonly "all-to-date": Share;
  readonly open: Share;
  readonly "received-in-month": Share;
}

/**
 * The backlog at the close of a day.
 *
 * - `share`: of the population that the programme's reading names; `shares` has all three, because
 *   they differ much.
 * - `waiting`: who is in it, longest first. `undetermined`: journeys for which the data does not say.
 */
export interface Backlog {
  readonly requirement: string;
  readonly asAt: IsoDate;
  readonly inBacklog: number;
  readonly undetermined: number;
  readonly share: Share;
  readonly shares: Shares;
  readonly waiting: readonly Waiting[];
}

/**
 * Who waits on a date, and how long: the work state that the programme's backlog standard is a share
 * of, at the close of the as-at day, so that work due that day and undone is in it.
 *
 * @throws {@link ProgrammeFault} `backlog/none` when the programme has no share of a state of work left.
 *
 * @example
 * ```ts
 * import { backlog, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * backlog(whpJetsCv06, [journey], { asAt: "2021-04-06" }).inBacklog; // => 0
 * backlog(whpJetsCv06, [journey], { asAt: "2021-04-07" }).share; // => { count: 1, of: 1 }
 * ```
 */
export function backlog(programme: Programme, journeys: Caseload, options: AsAt): Backlog {
  const count = new BacklogCount(programme, options);
  for (const journey of journeys) count.add(journey);
  return count.result();
}

/** A backlog counted one journey at a time. */
export class BacklogCount {
  private readonly rule: Proportion;
  private readonly state: WorkState;
  private readonly among: Matches;
  private readonly reader: JourneyReader;
  private readonly waiting: Waiting[] = [];
  private all = 0;
  private open = 0;
  private inMonth = 0;
  private inMonthWaiting = 0;
  private unknown = 0;

  constructor(programme: Programme, options: AsAt) {
    this.reader = new JourneyReader(programme, options);
    const { compiler } = this.reader.clocks;
    this.rule = backlogRule(programme);
    this.state = compiler.state((this.rule.share as { in: string }).in) as WorkState;
    this.among = compiler.matches(this.rule.among);
  }

  add(journey: Journey): void {
    const { state, reader } = this;
    const { facts, asAt } = reader;
    reader.read(journey);
    const received = this.among.firstDay(facts);
    if (received === undefined) return;
    this.all++;
    const thisMonth = received >= firstOfMonth(monthOf(asAt));
    if (thisMonth) this.inMonth++;
    if (facts.calendar === undefined || state.isUnreadable(facts)) {
      this.unknown++;
      return;
    }
    const done = state.done(facts);
    if (done === undefined) this.open++;
    const since = state.waitingSince(facts, asAt);
    if (since === undefined) return;
    if (thisMonth) this.inMonthWaiting++;
    this.waiting.push(this.waitingOf(journey, received, since));
  }

  result(): Backlog {
    const inBacklog = this.waiting.length;
    const shares = {
      "all-to-date": { count: inBacklog, of: this.all },
      open: { count: inBacklog, of: this.open },
      "received-in-month": { count: this.inMonthWaiting, of: this.inMonth },
    };
    return {
      requirement: this.rule.id,
      asAt: isoDate(this.reader.asAt),
      inBacklog,
      undetermined: this.unknown,
      share: ownShare(shares, this.rule),
      shares,
      waiting: this.waiting.sort(longestFirst),
    };
  }

  private waitingOf(journey: Journey, received: EpochDay, since: EpochDay): Waiting {
    const adviser = journey.attributes?.adviser;
    return {
      journey: journey.id,
      receivedOn: isoDate(received),
      since: isoDate(since),
      ageWorkingDays: this.reader.facts.calendar!.count(received, this.reader.asAt),
      work: this.state.leftOn(this.reader.asAt),
      ...(adviser === undefined ? {} : { adviser: String(adviser) }),
    };
  }
}

/** The share of the population that the rule names. */
export function ownShare(shares: Shares, { over }: Proportion): Share {
  if (over === "open") return shares.open;
  return over === "received" ? shares["received-in-month"] : shares["all-to-date"];
}

/** The requirement that holds a share of a state of work left to a ceiling. */
export function backlogRule(programme: Programme): Proportion {
  const work = new Set(programme.states.flatMap((state) => ("work" in state ? [state.id] : [])));
  for (const { requirements } of programme.standards) {
    for (const rule of requirements) {
      if (rule.kind === "proportion" && "in" in rule.share && work.has(rule.share.in)) return rule;
    }
  }
  throw new ProgrammeFault({
    code: "backlog/none",
    given: `the programme ${programme.id}`,
    allowed: "a programme with a proportion requirement whose share is `in` a state of work left",
    todo: "Add such a state and requirement, or do not ask for its backlog.",
  });
}

function longestFirst(one: Waiting, other: Waiting): number {
  return (
    other.ageWorkingDays - one.ageWorkingDays ||
    (one.receivedOn < other.receivedOn ? -1 : one.receivedOn > other.receivedOn ? 1 : 0) ||
    (one.journey < other.journey ? -1 : 1)
  );
}
