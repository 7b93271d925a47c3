import { type EpochDay, type IsoDate, isoDate } from "../date/index.js";
import { AS_AT_OPTIONS, type AsAt } from "../deadlines/index.js";
import { type Caseload, compareTexts, eachOwn, type Journey } from "../journey/index.js";
import { AS_AT, FLAG, type OptionKinds, optionsOf } from "../options.js";
import type { Share } from "../quantity/index.js";
import { type Programme, refuseNotProgramme } from "../rules/index.js";
import { OtherShares, type ShareUnderReading } from "./other-readings.js";
import { ageOf, type BacklogShares, ownShare, ShareCount } from "./share-count.js";

/**
 * Someone whose referral has work in backlog.
 *
 * - `since`: the first day it was in backlog without a break up to now.
 * - `ageWorkingDays`: working days after receipt, up to and including the day measured.
 * - `work`: the requirements with work left.
 */
export interface WaitingReferral {
  readonly journey: string;
  readonly receivedOn: IsoDate;
  readonly since: IsoDate;
  readonly ageWorkingDays?: number;
  readonly work: readonly string[];
  readonly adviser?: string;
}

/**
 * The backlog as at a date.
 *
 * - `measuredOn`: the day it is measured on: the as-at date, or the close of the last month's end before it
 *   where backlog is read so.
 * - `share`: of the population that the programme's reading names; `shares` has all three, because
 *   they differ much.
 * - `waiting`: who is in it, longest first. `undetermined`: journeys for which the data does not say.
 * - `otherReadings`: the share under each other answer to the questions it depends on, one at a time.
 */
export interface Backlog {
  readonly requirement: string;
  readonly asAt: IsoDate;
  readonly measuredOn: IsoDate;
  readonly inBacklog: number;
  readonly undetermined: number;
  readonly share: Share;
  readonly shares: BacklogShares;
  readonly waiting: readonly WaitingReferral[];
  readonly otherReadings: readonly ShareUnderReading[];
}

/** As at which date; and whether the shares under other readings are left out, which costs far less. */
export interface BacklogOptions extends AsAt {
  readonly otherReadings?: false;
}

/**
 * Who waits on a date, and how long: the work state that the programme's backlog standard is a share
 * of, as at that day. The day is not over: work due on it is not overdue yet, and work done on it is done. The
 * shares under the other answers to its open questions stand beside the chosen one.
 *
 * @throws ProgrammeFault `backlog/none` when the programme has no share of a state of work left.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { backlog, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * backlog(whpJetsCv06, [journey], { asAt: "2021-04-07" }).inBacklog; // => 0
 * const { share, otherReadings } = backlog(whpJetsCv06, [journey], { asAt: "2021-04-08" });
 * share; // => { count: 1, of: 1 }
 * otherReadings.find(({ reading }) => reading === "backlog-moment")?.share; // => { count: 0, of: 0 }
 * ```
 */
export function backlog(programme: Programme, journeys: Caseload, options: BacklogOptions): Backlog {
  const count = new BacklogCount(programme, options);
  eachOwn(journeys, programme.id, options?.onProblem, (journey) => count.add(journey));
  return count.result();
}

const BACKLOG_OPTIONS: OptionKinds<BacklogOptions> = { ...AS_AT_OPTIONS, otherReadings: FLAG };

/** A backlog counted one journey at a time. */
export class BacklogCount {
  readonly #own: ShareCount;
  readonly #others: OtherShares | undefined;
  readonly #waiting: WaitingReferral[] = [];

  constructor(programme: Programme, given: BacklogOptions) {
    refuseNotProgramme(programme);
    const { otherReadings, ...options } = optionsOf(given, BACKLOG_OPTIONS, AS_AT);
    this.#own = new ShareCount(programme, options);
    this.#others = otherReadings === false ? undefined : new OtherShares(programme, options);
  }

  add(journey: Journey): void {
    const since = this.#own.add(journey);
    if (since !== undefined) this.#waiting.push(this.#waitingOf(journey, since));
    this.#own.reader.tellProblems();
    this.#others?.add(journey);
  }

  result(): Backlog {
    const { rule, reader, day, shares, undetermined } = this.#own;
    return {
      requirement: rule.id,
      asAt: isoDate(reader.asAt),
      measuredOn: isoDate(day),
      inBacklog: this.#waiting.length,
      undetermined,
      share: ownShare(shares, rule),
      shares,
      waiting: this.#waiting.sort(longestFirst),
      otherReadings: this.#others?.result() ?? [],
    };
  }

  #waitingOf(journey: Journey, since: EpochDay): WaitingReferral {
    const { reader, received, day, state } = this.#own;
    const adviser = journey.attributes?.adviser ?? undefined;
    return {
      journey: journey.id,
      receivedOn: isoDate(received),
      since: isoDate(since),
      ...ageOf(reader.facts.calendar!, received, day),
      work: state.leftOn(day),
      ...(adviser === undefined ? {} : { adviser: String(adviser) }),
    };
  }
}

/** Who was received before the first bank holiday that is known waits longer than anybody who was not. */
const LONGEST = Number.MAX_SAFE_INTEGER;

function longestFirst(one: WaitingReferral, other: WaitingReferral): number {
  return (
    (other.ageWorkingDays ?? LONGEST) - (one.ageWorkingDays ?? LONGEST) ||
    compareTexts(one.receivedOn, other.receivedOn) ||
    compareTexts(one.journey, other.journey)
  );
}
