import { randomNumbers } from "../support/timing.mjs";

const START = Date.UTC(2020, 0, 1) / 86_400_000;
const textOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Journeys of people who started within so many days of 1 January 2020; about a fifth reach the outcome. */
export function people(count, days) {
  const random = randomNumbers(20);
  const dates = Array.from({ length: days + 300 }, (_, at) => textOf(START + at));
  return Array.from({ length: count }, (_, at) => {
    const start = random(days);
    const events = [
      { kind: "started", on: dates[start] },
      { kind: "job-started", on: dates[start + 20], selfEmployed: random(10) === 0 },
    ];
    if (random(5) === 0)
      events.push({ kind: "milestone-reached", milestone: "1000", on: dates[start + 20 + random(230)] });
    return { id: `R${at}`, events };
  });
}

/** People who started within five years of 1 January 2020, a third of whom reach the outcome within five, in both forms. */
export function days(count) {
  const random = randomNumbers(22);
  const [started, met] = [new Int32Array(count), new Int32Array(count)];
  for (let at = 0; at < count; at += 1) {
    started[at] = START + random(1827);
    met[at] = random(3) === 0 ? started[at] + random(1790) : started[at] - 1;
  }
  const objects = Array.from(started, (start, at) =>
    met[at] < start ? { started: start } : { started: start, met: met[at] },
  );
  return { columns: { started, met }, objects };
}

/** Counts of so many cohorts of 200 people on a profile of nine months, as at the end of the last. */
export function counts(rules, months) {
  const profile = [0, 1, 3, 6, 10, 14, 17.5, 20, 22];
  return Array.from({ length: months }, (_, cohort) => ({
    month: rules.nextMonth("2019-01", cohort),
    starts: 200,
    converted: profile.slice(0, months - cohort).map((percent) => percent * 2),
  }));
}

/** Lives watched for 0 to 59 months, a third of which end in the event. */
export function lives(count) {
  const random = randomNumbers(21);
  return Array.from({ length: count }, () => ({ time: random(60), event: random(3) === 0 }));
}
