import { nextMonth } from "../../src/date/index.js";

/** What a plan without ranges expects: everything written out person by fraction of a person, month by month. */
export interface PlainPlan {
  readonly first: string;
  readonly referrals: readonly number[];
  readonly rate: number;
  /** What each month adds, not cumulative. */
  readonly delay: readonly number[];
  readonly profile: readonly number[];
}

export interface Expected {
  readonly referrals: Record<string, number>;
  readonly starts: Record<string, number>;
  readonly outcomes: Record<string, number>;
}

/** The slow obvious way: each month's referrals send people to later months, and these to later ones still. */
export function expectedOf({ first, referrals, rate, delay, profile }: PlainPlan): Expected {
  const expected: Expected = { referrals: {}, starts: {}, outcomes: {} };
  const add = (into: Record<string, number>, month: string, people: number) => {
    into[month] = (into[month] ?? 0) + people;
  };
  referrals.forEach((people, at) => {
    const referred = nextMonth(first, at);
    add(expected.referrals, referred, people);
    delay.forEach((part, wait) => {
      const started = nextMonth(referred, wait);
      add(expected.starts, started, people * rate * part);
      profile.forEach((share, age) => {
        add(expected.outcomes, nextMonth(started, age), people * rate * part * share);
      });
    });
  });
  return expected;
}
