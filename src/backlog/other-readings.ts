import type { AsAt } from "../deadlines/index.js";
import type { Journey } from "../journey/index.js";
import type { Share } from "../quantity/index.js";
import { type Programme, readingsBehind, refuseNotProgramme, withReadings } from "../rules/index.js";
import { type BacklogDay, type BacklogSpan, backlogByDay } from "./by-day.js";
import { backlogRule, ownShare, ShareCount } from "./share-count.js";

/**
 * The share in backlog with one open question read otherwise, and every other as it is.
 *
 * - `undetermined`: journeys for which the data does not say, under that answer.
 */
export interface ShareUnderReading {
  readonly reading: string;
  readonly answer: string;
  readonly share: Share;
  readonly undetermined: number;
}

/** The share in backlog under each other answer, counted side by side one journey at a time. */
export class OtherShares {
  readonly #counts: readonly { reading: string; answer: string; count: ShareCount }[];

  constructor(programme: Programme, options: AsAt) {
    this.#counts = otherwise(programme).map(({ programme: read, ...asked }) => ({
      ...asked,
      count: new ShareCount(read, options),
    }));
  }

  add(journey: Journey): void {
    for (const { count } of this.#counts) count.add(journey);
  }

  result(): ShareUnderReading[] {
    return this.#counts.map(({ count, ...asked }) => ({
      ...asked,
      share: ownShare(count.shares, count.rule),
      undetermined: count.undetermined,
    }));
  }
}

/** The days of a sweep with one open question read otherwise. */
export interface BacklogUnderReading {
  readonly reading: string;
  readonly answer: string;
  readonly days: readonly BacklogDay[];
}

/**
 * The backlog day by day under each other answer to the questions it depends on, one at a time, to stand
 * beside `backlogByDay`. A day is measured at its close, whatever an answer says of the moment.
 *
 * @param journeys - a list, because it is gone through once for every answer.
 * @throws ProgrammeFault as `backlogByDay` does.
 *
 * @example
 * ```ts
 * import { backlogAcrossReadings, whpJetsCv06 } from "programme-rules";
 *
 * const journey = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * const span = { from: "2021-04-01", asAt: "2021-04-08" };
 * const found = backlogAcrossReadings(whpJetsCv06, [journey], span);
 * const undone = found.find(({ answer }) => answer === "any-work-undone");
 * undone?.days.map(({ inBacklog }) => inBacklog); // => [1, 1, 1, 1, 1, 1, 1]
 * ```
 */
export function backlogAcrossReadings(
  programme: Programme,
  journeys: readonly Journey[],
  span: BacklogSpan,
): BacklogUnderReading[] {
  refuseNotProgramme(programme);
  return otherwise(programme).map(({ programme: read, ...asked }) => ({
    ...asked,
    days: backlogByDay(read, journeys, span),
  }));
}

/** The other answers to each question that the share in backlog can depend on, and the programme read so. */
function otherwise(programme: Programme) {
  return readingsBehind(programme, backlogRule(programme).id).flatMap(({ id: reading, answers }) =>
    answers.slice(1).map(({ id: answer }) => ({
      reading,
      answer,
      programme: withReadings(programme, { [reading]: answer }),
    })),
  );
}
