/** One person in the slow queue: who knows beforehand which appointments will be missed. */
export interface Waiting {
  readonly day: number;
  readonly misses: number;
}

/** What became of a person: on which working day, and how. */
export interface Ending extends Waiting {
  readonly endedOn: number | null;
  readonly how: "attended" | "closed" | "open";
}

export interface SlowQueue {
  readonly slots: readonly number[];
  readonly rebookAfter: number;
  readonly mostAttempts: number;
}

/**
 * The queue one person and one appointment at a time: every day the slots go one by one to whoever was
 * received first of those whose turn it is. People are given in order of receipt.
 */
export function slowQueue(
  people: readonly Waiting[],
  { slots, rebookAfter, mostAttempts }: SlowQueue,
): Ending[] {
  const all = people.map((person) => ({
    ...person,
    turn: person.day,
    attempts: 0,
    endedOn: null as number | null,
  }));
  slots.forEach((count, today) => {
    for (let slot = 0; slot < count; slot += 1) {
      const next = all.find(({ turn, endedOn }) => endedOn === null && turn <= today);
      if (next === undefined) break;
      next.attempts += 1;
      if (next.attempts > next.misses || next.attempts === mostAttempts) next.endedOn = today;
      else next.turn = today + rebookAfter;
    }
  });
  return all.map(({ day, misses, attempts, endedOn }) => {
    const how = endedOn === null ? "open" : attempts > misses ? "attended" : "closed";
    return { day, misses, endedOn, how };
  });
}
