const ROUNDS = 11;
const ROUND_NANOSECONDS = 15e6;

/**
 * Nanoseconds a call of each contender, who take turns: the best of several rounds, because other work
 * on the machine can only add to a round. A contender is `{ name, calls, run }`; `run()` makes `calls`
 * calls and returns a number that depends on all of them.
 */
export function race(contenders) {
  const entries = contenders.map((contender) => ({
    contender,
    repeats: calibrate(contender),
    best: Infinity,
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const entry of entries) entry.best = Math.min(entry.best, time(entry.contender, entry.repeats));
  }
  return new Map(entries.map(({ contender, best }) => [contender.name, best]));
}

/** Warms a contender up, and finds how often it must run to fill a round. */
function calibrate(contender) {
  let repeats = 1;
  while (time(contender, repeats) * contender.calls * repeats < ROUND_NANOSECONDS) repeats *= 2;
  return repeats;
}

function time({ calls, run }, repeats) {
  const start = process.hrtime.bigint();
  for (let repeat = 0; repeat < repeats; repeat += 1) sink += run();
  return Number(process.hrtime.bigint() - start) / (calls * repeats);
}

/** Keeps every answer alive, so that no call can be optimised away. */
export let sink = 0;

/** Numbers from 0 up to but not including a bound, the same in every run. */
export function randomNumbers(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** A Markdown table: the first column is text, the others are numbers. */
export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map((_, at) => (at === 0 ? "---" : "--:"))), ...rows.map(line)].join("\n");
}
