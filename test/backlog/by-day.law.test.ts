import fc from "fast-check";
import { backlog, backlogByDay, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { caseloads } from "../compliance/journeys.js";
import { dayOf, textOf } from "../oracle/day-by-day.js";

const readings = fc.constantFrom(
  {},
  { "backlog-test": "any-work-undone" },
  { "backlog-denominator": "open" },
  { "backlog-denominator": "received-in-month", "leaving-excuses": "still-owed" },
);

test("each day of a sweep is the backlog as at that day", () =>
  fc.assert(
    fc.property(
      caseloads,
      readings,
      fc.integer({ min: -5, max: 120 }),
      fc.integer({ min: 0, max: 25 }),
      (caseload, answers, start, length) => {
        const programme = withReadings(whpJetsCv06, answers);
        const from = dayOf("2021-03-01") + start;
        const days = backlogByDay(programme, caseload, { from: textOf(from), until: textOf(from + length) });
        let before = new Set(
          backlog(programme, caseload, { asAt: textOf(from - 1) }).waiting.map(({ journey }) => journey),
        );
        expect(days).toHaveLength(length + 1);
        for (const [i, day] of days.entries()) {
          const alone = backlog(programme, caseload, { asAt: textOf(from + i) });
          const now = new Set(alone.waiting.map(({ journey }) => journey));
          expect(day).toMatchObject({
            on: alone.asAt,
            inBacklog: alone.inBacklog,
            undetermined: alone.undetermined,
            share: alone.share,
            shares: alone.shares,
            entered: [...now].filter((id) => !before.has(id)).length,
            left: [...before].filter((id) => !now.has(id)).length,
          });
          const place = ({ receivedOn, journey }: (typeof alone.waiting)[number]) =>
            `${receivedOn} ${journey}`;
          const [oldest] = [...alone.waiting].sort((one, other) => (place(one) < place(other) ? -1 : 1));
          expect(day.longest?.journey).toBe(oldest?.journey);
          expect(day.longest?.receivedOn).toBe(oldest?.receivedOn);
          expect(day.longest?.ageWorkingDays).toBe(oldest?.ageWorkingDays);
          before = now;
        }
      },
    ),
    { numRuns: 60 },
  ));

describe("a span", () => {
  test("that ends before it begins is refused", () =>
    expect(() => backlogByDay(whpJetsCv06, [], { from: "2021-05-01", until: "2021-04-01" })).toThrow(
      "Not accepted: a period from 2021-05-01 until 2021-04-01. Expected a period whose last day is not before its first. Exchange the two dates.",
    ));
});
