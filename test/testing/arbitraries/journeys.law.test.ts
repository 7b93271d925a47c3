import fc from "fast-check";
import { assess, type Journey, type Programme, parseProgramme, report, withReadings } from "programme-rules";
import { checkable } from "programme-rules/testing";
import { caseloads, dates, journeys, workingDates } from "programme-rules/testing/arbitraries";
import { describe, expect, test } from "vitest";
import ipes from "../../../examples/data/ipes.json" with { type: "json" };
import { journeySchema } from "../../../src/journey/schema.js";
import { nameOf, shipped } from "../../programmes/shipped.js";

const programmes = [...shipped, parseProgramme(ipes)];
const asAt = "2022-12-31";

describe("journeys of every shipped programme, and of one's own, are valid", () => {
  test.each(programmes.map((programme) => [nameOf(programme), programme] as const))("%s", (_, programme) =>
    fc.assert(
      fc.property(journeys(programme), (journey) => {
        expect(journeySchema.safeParse(journey).success).toBe(true);
        expect(report(programme, [journey], { asAt }).problems).toEqual([]);
        assess(programme, journey, { asAt });
      }),
      { numRuns: 50 },
    ),
  );
});

/** A clerk's look at one journey: one of what happens once, and everything after what it must follow. */
function isOrderly(programme: Programme, { events }: Journey): boolean {
  return programme.events.every(({ id, once, notBefore = [] }) => {
    const days = events.filter(({ kind }) => kind === id).map(({ on }) => on);
    const first = (kind: string) =>
      events
        .filter((event) => event.kind === kind)
        .map(({ on }) => on)
        .sort()[0];
    return (
      (once !== true || days.length < 2) &&
      days.every((day) => notBefore.every((kind) => (first(kind) ?? "9") <= day))
    );
  });
}

test("nothing happens twice that happens once, or before what it must follow", () =>
  fc.assert(fc.property(journeys(shipped[0]!), (journey) => isOrderly(shipped[0]!, journey))));

test("every kind of event of a journey turns up, and none of a contract's", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  const seen = new Set(
    fc
      .sample(journeys(jets), { numRuns: 3000, seed: 1 })
      .flatMap(({ events }) => events.map(({ kind }) => kind)),
  );
  const missing = jets.events.map(({ id }) => id).filter((id) => !seen.has(id));
  expect(missing).toEqual([
    "contract-started",
    "contract-ended",
    "month-ended",
    "survey-asked",
    "survey-frequency-varied",
    "survey-response",
    "template-a-sent",
    "template-b-sent",
    "implementation-ended",
    "provider-action-plan-submitted",
    "plan-reviewed",
    "plan-waiver-agreed",
    "plan-waiver-ended",
    "breakdown-updated",
    "performance-return-sent",
    "management-information-sent",
    "review-held",
    "review-frequency-varied",
    "evaluation-report-provided",
  ]);
});

test("fields hold what the programme lists", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  fc.assert(
    fc.property(journeys(jets), ({ events }) =>
      events.every((event) => {
        if (event.kind === "retracted") return events.some(({ id }) => id === event.of);
        // The id of the job that ends is there only where there are several.
        if (event.kind === "job-ended") return true;
        const { fields = [], values = {} } = jets.events.find(({ id }) => id === event.kind)!;
        return fields.every(
          (field) => event[field] !== undefined && (values[field]?.includes(event[field]!) ?? true),
        );
      }),
    ),
  );
});

test("impossible journeys are made when asked for", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  const some = fc.sample(journeys(jets, { impossible: true }), { numRuns: 200, seed: 1 });
  expect(
    report(
      jets,
      some.map((journey, at) => ({ ...journey, id: `R${at}` })),
      { asAt },
    ).problems.length,
  ).toBeGreaterThan(20);
});

test("spans, lengths and attributes are those asked for", () =>
  fc.assert(
    fc.property(
      caseloads(shipped[0]!, {
        from: "2021-06-01",
        until: "2021-06-30",
        days: 10,
        maxEvents: 2,
        minLength: 1,
        maxLength: 3,
        attributes: { provider: ["north", "south"] },
      }),
      (all) => {
        expect(all.map(({ id }) => id)).toEqual(all.map((_, at) => `R${at + 1}`));
        expect(all.length >= 1 && all.length <= 3).toBe(true);
        for (const { attributes, events } of all) {
          expect(events.length).toBeLessThanOrEqual(3);
          expect(events.every(({ on }) => on >= "2021-06-01" && on <= "2021-07-10")).toBe(true);
          expect([undefined, "north", "south"]).toContain(attributes?.provider);
        }
      },
    ),
  ));

describe("within a hundred journeys each checkable requirement is met and missed", () => {
  // For a hundred seeds `npm run journeys` prints it; here ten.
  test.each([shipped[0]!, shipped[2]!].map((programme) => [nameOf(programme), programme] as const))(
    "%s",
    (_, programme) => {
      const requirements = checkable(programme);
      const missing: string[] = [];
      for (let seed = 1; seed <= 10; seed++) {
        const seen = new Set(
          fc
            .sample(journeys(programme), { numRuns: 100, seed })
            .flatMap((journey) => assess(programme, journey, { asAt: "2023-12-31", requirements }))
            .map(({ requirement, verdict }) => `${requirement} ${verdict}`),
        );
        for (const id of requirements)
          for (const verdict of ["met", "not-met"])
            if (!seen.has(`${id} ${verdict}`)) missing.push(`${seed} ${id} ${verdict}`);
      }
      expect(missing.length).toBeLessThanOrEqual(1);
    },
  );
});

test("a sample shows a whole year: nations, agreed frequencies, spells, late knowledge, withdrawals", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  const some = fc.sample(journeys(jets), { numRuns: 2000, seed: 1 });
  const share = (of: (journey: Journey) => boolean) => some.filter(of).length / some.length;
  const has = (kind: string) => (journey: Journey) => journey.events.some((event) => event.kind === kind);
  const around = (from: string, until: string) => (journey: Journey) =>
    journey.events[0]!.on >= from && journey.events[0]!.on <= until;
  expect(share(has("started"))).toBeGreaterThan(0.7);
  expect(share(has("job-started"))).toBeGreaterThan(0.3);
  expect(share(has("disengaged"))).toBeGreaterThan(0.2);
  expect(share(has("contact-frequency-agreed"))).toBeGreaterThan(0.2);
  expect(share(has("retracted"))).toBeGreaterThan(0.02);
  expect(share(({ events }) => events.some(({ knownOn }) => knownOn !== undefined))).toBeGreaterThan(0.3);
  expect(share(({ attributes }) => attributes?.nation === "wales")).toBeGreaterThan(0.3);
  expect(share(around("2021-12-20", "2021-12-31"))).toBeGreaterThan(0.01);
  expect(share(around("2021-04-01", "2021-04-06"))).toBeGreaterThan(0.005);
});

const SURE = { starts: 1, leaves: 1, done: 1, inTime: 1 };
const NEVER = { spells: 0, happens: 0, lateKnowledge: 0, retractions: 0 };

test("nothing is missed where everything is done in time", () => {
  for (const programme of [shipped[0]!, shipped[2]!])
    for (const journey of fc.sample(journeys(programme, { chances: { ...SURE, ...NEVER } }), {
      numRuns: 200,
      seed: 2,
    }))
      expect(
        assess(programme, journey, { asAt: "2023-12-31" }).filter(({ verdict }) => verdict === "not-met"),
      ).toEqual([]);
});

test("a turn whose chance is 0 never comes", () => {
  const none = { starts: 0, leaves: 0, ...NEVER };
  const kinds = fc
    .sample(journeys(shipped[0]!, { chances: none }), { numRuns: 300, seed: 1 })
    .flatMap(({ events }) =>
      events.flatMap(({ kind, knownOn }) => (knownOn === undefined ? [kind] : ["late"])),
    );
  for (const kind of ["started", "left", "job-started", "earnings", "retracted", "late"])
    expect(kinds).not.toContain(kind);
});

test("whatever the chances, nothing comes before what it must follow", () => {
  const always = { ...SURE, spells: 1, happens: 1, lateKnowledge: 1, retractions: 1 };
  for (const chances of [always, { retractions: 1 }, { spells: 1 }])
    for (const programme of [shipped[0]!, shipped[2]!]) {
      const all = fc
        .sample(journeys(programme, { chances }), { numRuns: 300, seed: 3 })
        .map((journey, at) => ({ ...journey, id: `R${at}` }));
      expect(report(programme, all, { asAt }).problems).toEqual([]);
    }
});

test("someone who started has no status that says otherwise", () => {
  const jets = shipped[2]!;
  for (const { events } of fc.sample(journeys(jets), { numRuns: 300, seed: 1 })) {
    const hasStarted = events.some(({ kind }) => kind === "started");
    for (const { kind, status } of events)
      if (kind === "prap-updated") expect(status === "started").toBe(hasStarted);
  }
});

test("chances are those asked for", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  const share = (chances: object) =>
    fc
      .sample(journeys(jets, { chances }), { numRuns: 500, seed: 1 })
      .filter(({ events }) => events.some(({ kind }) => kind === "started")).length / 500;
  expect(share({ starts: 1 })).toBeGreaterThan(0.97);
  expect(() => journeys(jets, { chances: { starts: 2 } })).toThrow("from 0 to 1");
  expect(() => journeys(jets, { chances: { start: 1 } as never })).toThrow("Did you mean starts?");
  expect(share({ starts: 0 })).toBe(0);
  expect(() => journeys(jets, { days: -1 })).toThrow("-1 (number) as days");
});

describe("what happens keeps to what people and providers do", () => {
  const jets = shipped[2]!;
  const some = fc.sample(journeys(jets, { chances: { retractions: 0, lateKnowledge: 0 } }), {
    numRuns: 1500,
    seed: 4,
  });
  /** The bank holidays of England and Wales in 2021, of the wall calendar. */
  const holidays = ["04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"].map(
    (day) => `2021-${day}`,
  );
  const isWorked = (on: string) => ![0, 6].includes(new Date(on).getUTCDay()) && !holidays.includes(on);
  const daysOf = (kinds: readonly string[]) =>
    some.flatMap(({ events }) =>
      events.flatMap(({ kind, on }) => (kinds.includes(kind) && on < "2022-01-01" ? [on] : [])),
    );
  const shareWorked = (...kinds: string[]) => {
    const days = daysOf(kinds);
    expect(days.length).toBeGreaterThan(200);
    return days.filter(isWorked).length / days.length;
  };

  test("a provider works on working days, nearly always", () => {
    for (const kind of [
      ...["referral-acknowledged", "initial-appointment", "prap-updated", "standards-provided"],
      ...["action-plan-finalised", "contacted", "exit-report-provided"],
    ]) {
      expect(shareWorked(kind), kind).toBeGreaterThan(0.93);
      expect(shareWorked(kind), kind).toBeLessThan(1);
    }
    expect(shareWorked("started")).toBeGreaterThan(0.93);
  });

  test("people do things on any day", () => {
    for (const kind of ["job-started", "left", "disengaged"])
      expect(shareWorked(kind), kind).toBeLessThan(0.75);
  });

  test("pay comes in a job, a return to the Jobcentre after one, a claim after the outcome", () => {
    const seen = new Set<string>();
    for (const { events } of some) {
      const last = (kind: string, on: string) =>
        events
          .filter((event) => event.kind === kind && event.on <= on)
          .map((event) => event.on)
          .sort()
          .at(-1);
      for (const { kind, on } of events) {
        if (["earnings", "milestone-reached"].includes(kind)) {
          const began = last("job-started", on);
          expect(began).toBeDefined();
          expect((last("job-ended", on) ?? "") <= began! || last("job-ended", on) === on).toBe(true);
        } else if (kind === "returned-to-jobcentre") expect(last("job-ended", on)).toBeDefined();
        else if (kind === "outcome-claimed")
          expect(
            events.some(
              (each) => each.kind === "milestone-reached" && each.milestone === "1000" && each.on <= on,
            ),
          ).toBe(true);
        else continue;
        seen.add(kind);
      }
    }
    expect([...seen].sort()).toEqual([
      "earnings",
      "milestone-reached",
      "outcome-claimed",
      "returned-to-jobcentre",
    ]);
  });

  test("people start once they have been seen, and the status says so afterwards", () => {
    const chances = { ...SURE, ...NEVER };
    for (const { events } of fc.sample(journeys(jets, { chances }), { numRuns: 200, seed: 5 })) {
      const day = (kind: string) => events.find((event) => event.kind === kind)!.on;
      expect(day("initial-appointment") <= day("started")).toBe(true);
      expect(day("started") <= day("prap-updated")).toBe(true);
    }
  });

  test("an expected leaving lies about the leaving, where someone leaves", () => {
    const apart = some.flatMap(({ events }) => {
      const [left] = events.filter(({ kind }) => kind === "left");
      const expected = events.filter(({ kind }) => kind === "leaving-expected");
      return left === undefined
        ? []
        : expected.map(({ on }) => Math.abs(Date.parse(on) - Date.parse(left.on)) / 86_400_000);
    });
    expect(apart.length).toBeGreaterThan(100);
    expect(Math.max(...apart)).toBeLessThanOrEqual(14);
  });

  test("nobody is contacted while disengaged, and nothing is missed by it", () => {
    const chances = { ...SURE, ...NEVER, kinds: { disengaged: 1 } };
    const stopping = withReadings(jets, { "stops-while-disengaged": "yes" });
    let away = 0;
    for (const journey of fc.sample(journeys(stopping, { chances }), { numRuns: 200, seed: 6 })) {
      let isAway = false;
      for (const { kind } of journey.events) {
        if (kind === "disengaged") away++;
        isAway = kind === "disengaged" || (isAway && kind !== "re-engaged");
        if (kind === "contacted") expect(isAway).toBe(false);
      }
      const contacts = assess(stopping, journey, { asAt: "2023-12-31", requirements: ["css-8/contact"] });
      expect(contacts.filter(({ verdict }) => verdict === "not-met")).toEqual([]);
    }
    expect(away).toBeGreaterThan(100);
  });

  test("someone who is late in one thing is not late in most", () => {
    const sure = fc.sample(journeys(jets, { chances: { ...SURE, inTime: 0.85, retractions: 0 } }), {
      numRuns: 1000,
      seed: 7,
    });
    let late = 0;
    for (const journey of sure) {
      const contacts = assess(jets, journey, { asAt: "2023-12-31", requirements: ["css-8/contact"] }).filter(
        ({ verdict }) => verdict === "met" || verdict === "not-met",
      );
      const missed = contacts.filter(({ verdict }) => verdict === "not-met").length;
      late += Math.min(missed, 1);
      if (contacts.length >= 9) expect(missed / contacts.length).toBeLessThan(0.5);
    }
    expect(late).toBeGreaterThan(300);
  });
});

test("a single kind has a chance of its own", () => {
  const jets = shipped[2]!;
  const share = (kinds: Readonly<Record<string, number>>, kind: string) =>
    fc
      .sample(journeys(jets, { chances: { starts: 1, leaves: 0, kinds } }), { numRuns: 300, seed: 8 })
      .filter(({ events }) => events.some((event) => event.kind === kind)).length / 300;
  for (const kind of [
    ...["disengaged", "initial-appointment", "earnings", "attested", "re-engaged", "job-ended"],
    ...["contacted", "started"],
  ])
    expect(share({ [kind]: 0 }, kind)).toBe(0);
  for (const kind of [
    "left",
    "job-started",
    "initial-appointment",
    "meeting-missed",
    "contact-frequency-agreed",
  ])
    expect(share({ [kind]: 1 }, kind)).toBeGreaterThan(0.97);
  expect(share({ disengaged: 0.5 }, "job-started")).toBe(share({}, "job-started"));
  expect(() => journeys(jets, { chances: { kinds: { disengage: 1 } } })).toThrow("Did you mean disengaged?");
  expect(() => journeys(jets, { chances: { kinds: { disengaged: -1 } } })).toThrow("from 0 to 1");
});

describe("they shrink to what can be read at a glance", () => {
  const jets = shipped.find(({ id }) => id === "whp-jets")!;
  const shrunk = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => boolean) =>
    fc.check(fc.property(arbitrary, holds), { seed: 7, numRuns: 1000 }).counterexample?.[0];

  test("a journey, to its receipt on the first day", () => {
    expect(shrunk(journeys(jets), () => false)).toEqual({
      id: "R1",
      events: [{ kind: "referral-received", on: "2021-03-01" }],
    });
  });

  test("someone who starts, to a receipt and a start", () => {
    const started = shrunk(journeys(jets), ({ events }) => events.every(({ kind }) => kind !== "started"));
    expect(started?.events).toEqual([
      { kind: "referral-received", on: "2021-03-01" },
      { kind: "started", on: "2021-03-02" },
    ]);
  });

  test("a caseload in which two are acknowledged late, to two journeys of two events", () => {
    const late = (journey: Journey) =>
      assess(jets, journey, { asAt, requirements: ["css-1/acknowledged"] })[0]?.reason === "late";
    const found = shrunk(caseloads(jets), (all) => all.filter(late).length < 2);
    expect(found?.map(({ events }) => events.map(({ kind, on }) => `${kind} ${on}`))).toEqual(
      // Received Monday 1 March: Tue 2 is 1, Wed 3 is 2, Thu 4 is the first day that is late.
      [1, 2].map(() => ["referral-received 2021-03-01", "referral-acknowledged 2021-03-04"]),
    );
  });

  test("a date, to the first of its span", () => {
    expect(shrunk(dates(), () => false)).toBe("2021-01-01");
    expect(shrunk(workingDates({ from: "2021-04-02", until: "2021-04-30" }), () => false)).toBe("2021-04-06");
  });
});
