import fc from "fast-check";
import { backlog, backlogByDay, type Journey, whpJetsCv06, withReadings } from "programme-rules";
import { describe, expect, test } from "vitest";
import { caseloads } from "../compliance/journeys.js";
import { dayOf, textOf } from "../oracle/day-by-day.js";

const readings = fc.constantFrom(
  {},
  { "backlog-test": "any-work-undone" },
  { "backlog-denominator": "open" },
  { "backlog-denominator": "received-in-month", "leaving-excuses": "still-owed" },
);

/** What had happened by a day and was known by a later one, as if it had been known at once. */
function happened(journey: Journey, day: string, knownBy: string): Journey {
  const known = journey.events.filter(({ on, knownOn }) => (knownOn ?? on) <= knownBy);
  const gone = known.flatMap(({ kind, of }) => (kind === "retracted" ? [of] : []));
  const events = known.flatMap(({ knownOn, ...event }) =>
    event.kind === "retracted" || event.on > day || (event.id !== undefined && gone.includes(event.id))
      ? []
      : [event],
  );
  return { ...journey, events };
}

const spans = fc
  .tuple(fc.integer({ min: -5, max: 120 }), fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 40 }))
  .map(([start, length, more]) => {
    const from = dayOf("2021-03-01") + start;
    return { from, until: from + length, asAt: from + length + more };
  });

test("each day of a sweep is the backlog as at the morning after, of what had happened by its close", () =>
  fc.assert(
    fc.property(
      caseloads,
      readings,
      spans,
      fc.constantFrom("then", undefined),
      (caseload, answers, { from, until, asAt }, knowledge) => {
        const programme = withReadings(whpJetsCv06, answers);
        const span = { from: textOf(from), until: textOf(until), asAt: textOf(asAt) };
        const days = backlogByDay(
          programme,
          caseload,
          knowledge === undefined ? span : { ...span, knowledge },
        );
        const close = (day: number) => {
          const knownBy = textOf(knowledge === "then" ? day : asAt);
          const known = caseload.map((journey) => happened(journey, textOf(day), knownBy));
          const had = known.filter(({ events }) => events.length > 0);
          return backlog(programme, had, { asAt: textOf(day + 1) });
        };
        let before = new Set(close(from - 1).waiting.map(({ journey }) => journey));
        expect(days).toHaveLength(until - from + 1);
        for (const [i, day] of days.entries()) {
          const alone = close(from + i);
          const now = new Set(alone.waiting.map(({ journey }) => journey));
          const { "received-in-month": _monthly, ...shares } = alone.shares;
          expect(day).toMatchObject({
            on: textOf(from + i),
            inBacklog: alone.inBacklog,
            undetermined: alone.undetermined,
            shares,
            entered: [...now].filter((id) => !before.has(id)).length,
            left: [...before].filter((id) => !now.has(id)).length,
          });
          // The morning after a month's end is in another month.
          if (!textOf(from + i + 1).endsWith("-01"))
            expect(day).toMatchObject({ share: alone.share, shares: alone.shares });
          const place = ({ receivedOn, journey }: (typeof alone.waiting)[number]) =>
            `${receivedOn} ${journey}`;
          const [oldest] = [...alone.waiting].sort((one, other) => (place(one) < place(other) ? -1 : 1));
          expect(day.longest?.journey).toBe(oldest?.journey);
          expect(day.longest?.receivedOn).toBe(oldest?.receivedOn);
          before = now;
        }
      },
    ),
    { numRuns: 60 },
  ));

test("the days of the parts of a caseload add up to those of the whole", () =>
  fc.assert(
    fc.property(caseloads, readings, spans, fc.nat(), (caseload, answers, { from, until, asAt }, cut) => {
      const programme = withReadings(whpJetsCv06, answers);
      const days = (journeys: typeof caseload) =>
        backlogByDay(programme, journeys, { from: textOf(from), until: textOf(until), asAt: textOf(asAt) });
      const at = cut % (caseload.length + 1);
      const [one, other] = [days(caseload.slice(0, at)), days(caseload.slice(at))];
      for (const [i, whole] of days(caseload).entries()) {
        for (const field of ["received", "entered", "left", "inBacklog", "undetermined"] as const)
          expect(one[i]![field] + other[i]![field]).toBe(whole[field]);
        expect(one[i]!.share.count + other[i]!.share.count).toBe(whole.share.count);
        expect(one[i]!.share.of + other[i]!.share.of).toBe(whole.share.of);
      }
    }),
    { numRuns: 40 },
  ));

describe("a span", () => {
  test("that ends before it begins is refused", () =>
    expect(() =>
      backlogByDay(whpJetsCv06, [], { from: "2021-05-01", until: "2021-04-01", asAt: "2021-06-01" }),
    ).toThrow(
      "Not accepted: a period from 2021-05-01 until 2021-04-01. Expected a period whose last day is not before its first. Exchange the two dates.",
    ));

  test("ends with the last day that is over, asked for or not", () => {
    const days = (until?: string, asAt = "2021-04-08") =>
      backlogByDay(whpJetsCv06, [], {
        from: "2021-04-06",
        asAt,
        ...(until === undefined ? {} : { until }),
      }).map(({ on }) => on);
    expect(days()).toEqual(["2021-04-06", "2021-04-07"]);
    expect(days("2021-04-30")).toEqual(["2021-04-06", "2021-04-07"]);
    expect(days("2021-04-06")).toEqual(["2021-04-06"]);
    expect(days(undefined, "2021-04-06")).toEqual([]);
  });

  test("that begins after the as-at date is refused", () =>
    expect(() => backlogByDay(whpJetsCv06, [], { from: "2021-04-06", asAt: "2021-03-30" })).toThrow(
      "Not accepted: days from 2021-04-06, as at 2021-03-30. Expected a first day that is not after the as-at date. Give an earlier `from`, or a later `asAt`.",
    ));

  test("is of what is known now, or was known then", () =>
    expect(() =>
      backlogByDay(whpJetsCv06, [], { from: "2021-04-06", asAt: "2021-04-08", knowledge: "now" as "then" }),
    ).toThrow('Not accepted: "now" as knowledge. Expected "then". Correct it, or leave it out.'));
});
