import { BEYOND, type EpochCalendar } from "../calendar/index.js";
import { type EpochDay, firstOfMonth, monthOf } from "../date/index.js";
import {
  type AsAt,
  type Compiler,
  JourneyReader,
  type Matches,
  UNKNOWN,
  type WorkState,
} from "../deadlines/index.js";
import { ProgrammeFault } from "../fault.js";
import type { Journey } from "../journey/index.js";
import type { Share } from "../quantity/index.js";
import type { Programme, ProportionRequirement } from "../rules/index.js";

/** The share in backlog of each population it might be taken of. */
export interface BacklogShares {
  readonly "all-to-date": Share;
  readonly open: Share;
  readonly "received-in-month": Share;
}

/** Counts who is in backlog at the close of one day, under one programme, one journey at a time. */
export class ShareCount {
  readonly rule: ProportionRequirement;
  readonly state: WorkState;
  readonly reader: JourneyReader;
  /** The day measured: the as-at date, or the last month's end before it. */
  readonly day: EpochDay;
  /** The receipt of the journey last added. */
  received = 0;
  undetermined = 0;
  readonly #among: Matches;
  readonly #month: EpochDay;
  #all = 0;
  #open = 0;
  #waiting = 0;
  #inMonth = 0;
  #inMonthWaiting = 0;

  constructor(programme: Programme, options: AsAt) {
    this.reader = new JourneyReader(programme, options);
    const { compiler } = this.reader.clocks;
    this.rule = backlogRule(programme);
    this.state = stateOf(this.rule, compiler);
    this.#among = compiler.matches(this.rule.among);
    this.day = stockDay(this.rule.measured, this.reader.asAt);
    this.#month = firstOfMonth(monthOf(this.day));
  }

  /** Since when a journey has been in backlog without a break; undefined when it is not. */
  add(journey: Journey): EpochDay | undefined {
    const { state, reader, day } = this;
    const { facts } = reader;
    reader.read(journey);
    const received = this.#among.firstDay(facts);
    if (received === undefined ? !this.#among.isUncertain(facts) : received > day) return undefined;
    this.#all++;
    const thisMonth = received === undefined || received >= this.#month;
    if (thisMonth) this.#inMonth++;
    const done = facts.calendar === undefined ? undefined : state.done(facts);
    if (done === undefined || done > day) this.#open++;
    if (received === undefined || state.holds(facts, day) === UNKNOWN) {
      this.undetermined++;
      return undefined;
    }
    this.received = received;
    const since = state.waitingSince(facts, day);
    if (since === undefined) return undefined;
    this.#waiting++;
    if (thisMonth) this.#inMonthWaiting++;
    return since;
  }

  get shares(): BacklogShares {
    return {
      "all-to-date": { count: this.#waiting, of: this.#all },
      open: { count: this.#waiting, of: this.#open },
      "received-in-month": { count: this.#inMonthWaiting, of: this.#inMonth },
    };
  }
}

/** The share of the population that the rule names. */
export function ownShare(shares: BacklogShares, { over }: ProportionRequirement): Share {
  if (over === "open") return shares.open;
  return over === "received" ? shares["received-in-month"] : shares["all-to-date"];
}

/** The requirement that holds a share of a state of work left to a ceiling. */
export function backlogRule(programme: Programme): ProportionRequirement {
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

/** The state of work left that the share is taken of. */
export function stateOf({ share }: ProportionRequirement, compiler: Compiler): WorkState {
  return compiler.state((share as { in: string }).in) as WorkState;
}

/** The day on which a stock is counted: the as-at date, or the last month's end that is over by then. */
export function stockDay(measured: ProportionRequirement["measured"], asAt: EpochDay): EpochDay {
  return measured === "month-end" ? firstOfMonth(monthOf(asAt)) - 1 : asAt;
}

/** Working days after a receipt up to a day; none where bank holidays so far back are not known. */
export function ageOf(
  calendar: EpochCalendar,
  received: EpochDay,
  day: EpochDay,
): { readonly ageWorkingDays?: number } {
  const age = calendar.count(received, day);
  return Math.abs(age) < BEYOND ? { ageWorkingDays: age } : {};
}
