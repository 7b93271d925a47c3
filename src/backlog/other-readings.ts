import type { AsAt } from "../deadlines/index.js";
import type { Journey } from "../journey/index.js";
import type { Share } from "../quantity/index.js";
import { type Programme, readingsBehind, withReadings } from "../rules/index.js";
import { backlogRule, ownShare, ShareCount } from "./share-count.js";

/**
 * The share in backlog with one open question read otherwise, and every other as it is.
 *
 * - `undetermined`: journeys for which the data does not say, under that answer.
 */
export interface OtherShare {
  readonly reading: string;
  readonly answer: string;
  readonly share: Share;
  readonly undetermined: number;
}

/** A programme with one open question read otherwise. */
export interface ReadOtherwise {
  readonly reading: string;
  readonly answer: string;
  readonly programme: Programme;
}

/** The other answers to each question that the share in backlog can depend on, told from what they change. */
export function otherwise(programme: Programme): ReadOtherwise[] {
  return readingsBehind(programme, backlogRule(programme).id).flatMap(({ id: reading, answers }) =>
    answers.slice(1).map(({ id: answer }) => ({
      reading,
      answer,
      programme: withReadings(programme, { [reading]: answer }),
    })),
  );
}

/** The share in backlog under each other answer, counted side by side one journey at a time. */
export class OtherShares {
  readonly #counts: readonly { reading: string; answer: string; count: ShareCount }[];

  constructor(programme: Programme, options: AsAt) {
    this.#counts = otherwise(programme).map(({ reading, answer, programme: read }) => ({
      reading,
      answer,
      count: new ShareCount(read, options),
    }));
  }

  add(journey: Journey): void {
    for (const { count } of this.#counts) count.add(journey);
  }

  result(): OtherShare[] {
    return this.#counts.map(({ reading, answer, count }) => ({
      reading,
      answer,
      share: ownShare(count.shares, count.rule),
      undetermined: count.undetermined,
    }));
  }
}
