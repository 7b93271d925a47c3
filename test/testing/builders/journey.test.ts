import { assess, parseProgramme, whpJetsCv06, workingCalendar } from "programme-rules";
import { type EventFields, type EventWordValues, journey } from "programme-rules/testing";
import { describe, expect, test } from "vitest";
import { journeySchema } from "../../../src/journey/schema.js";
import { eventWords, type WrittenAs } from "../../../src/testing/builders/event-words.js";

const kinds = ({ events }: { events: readonly { kind: string; on: string }[] }) =>
  events.map(({ kind, on }) => `${kind} ${on}`);

/** Received Thursday 1 April 2021: Good Friday 2nd, Easter Monday 5th; Tue 6 is 1, Wed 7 is 2 … Thu 15 is 8. */
const received = journey("R1").received("2021-04-01");

describe("distances are counted from the receipt", () => {
  test("in working days, whichever event came before", () => {
    expect(kinds(received.acknowledged("+1wd").started("+8wd"))).toEqual([
      "referral-received 2021-04-01",
      "referral-acknowledged 2021-04-06",
      "started 2021-04-15",
    ]);
  });

  test.each([
    ["+0wd", "2021-04-01"],
    ["+2wd", "2021-04-07"],
    ["-1wd", "2021-03-31"],
    ["+3d", "2021-04-04"],
    ["-1d", "2021-03-31"],
    ["+8w", "2021-05-27"],
    ["+1m", "2021-05-01"],
    ["-1m", "2021-03-01"],
    ["2021-06-30", "2021-06-30"],
  ])("%s is %s", (when, on) => {
    expect(received.contacted(when).events[1]?.on).toBe(on);
  });

  // Started Thu 15 April: Fri 16 is 1, 19–23 are 2–6, 26–29 are 7–10.
  test.each([
    ["+10wd after started", "2021-04-29"],
    ["10wd after started", "2021-04-29"],
    ["+2d after referral-received", "2021-04-03"],
    ["+2d after received", "2021-04-03"],
    ["5wd before started", "2021-04-08"],
  ])("or from another event: %s is %s", (when, on) => {
    expect(received.started("+8wd").planFinalised(when).events[2]?.on).toBe(on);
  });

  test("from the last of several of a kind", () => {
    const twice = received.meetingMissed("2021-04-12").meetingMissed("2021-04-19");
    expect(twice.contacted("+2wd after meetingMissed").events[3]?.on).toBe("2021-04-21");
  });

  test("a date in parts is a date", () => {
    expect(received.contacted({ year: 2021, month: 4, day: 9 } as never).events[1]?.on).toBe("2021-04-09");
  });

  test("what became known later counts from the event itself", () => {
    const known = received.acknowledged("+1wd", { knownOn: "+4wd" });
    expect(known.events[1]).toEqual({
      kind: "referral-acknowledged",
      on: "2021-04-06",
      knownOn: "2021-04-12",
    });
  });
});

describe("by the calendar", () => {
  // In Scotland Good Friday is a bank holiday that is not on the published list; Easter Monday is none at all.
  test("of the nation, wherever it is named", () => {
    expect(received.acknowledged("+2wd").nation("scotland").events[1]?.on).toBe("2021-04-06");
    expect(journey("R1").nation("scotland").received("2021-04-01").acknowledged("+2wd").events[1]?.on).toBe(
      "2021-04-06",
    );
  });

  test("or of one's own", () => {
    const closed = workingCalendar("england-and-wales", { closures: ["2021-04-06"] });
    const own = journey("R1", { calendar: closed }).received("2021-04-01").acknowledged("+1wd");
    expect(own.events[1]?.on).toBe("2021-04-07");
    const list = journey("R1", { calendar: { holidays: ["2021-04-02"] } });
    expect(list.received("2021-04-01").acknowledged("+1wd").events[1]?.on).toBe("2021-04-05");
  });

  test("past the published lists a distance is refused, like any other", () => {
    expect(() => journey().received("2028-12-29").acknowledged("+1wd")).toThrow("2011-01-01 to 2028-12-31");
  });
});

describe("it is a journey", () => {
  test("that the library takes as it stands", () => {
    expect(assess(whpJetsCv06, received.acknowledged("+3wd"), { asAt: "2021-04-30" })[0]).toMatchObject({
      verdict: "not-met",
      dueOn: "2021-04-07",
    });
    expect(journeySchema.safeParse(received).success).toBe(true);
  });

  test("equal to one written by hand, as JSON and by value", () => {
    const byHand = { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
    expect(received.build()).toStrictEqual(byHand);
    expect(JSON.parse(JSON.stringify(received))).toStrictEqual(byHand);
    expect(Object.keys(received)).toEqual(["id", "events"]);
  });

  test("frozen, and each word leaves the old one as it was", () => {
    received.acknowledged("+1wd");
    expect(received.events).toHaveLength(1);
    expect([received, received.events, received.events[0]].every(Object.isFrozen)).toBe(true);
    expect(Object.isFrozen(received.build())).toBe(true);
  });

  test("with group, attributes and programme", () => {
    const full = received.inGroup("disability").having({ provider: "north" }).having({ site: "Leeds" });
    expect(full.onProgramme("whp-core").nation("wales").as("R2").build()).toEqual({
      id: "R2",
      programme: "whp-core",
      group: "disability",
      attributes: { provider: "north", site: "Leeds", nation: "wales" },
      events: [{ kind: "referral-received", on: "2021-04-01" }],
    });
  });
});

describe("every kind of event has a word", () => {
  test("those a journey of the Work and Health Programme is made of", () => {
    const words = new Set<string>(Object.values(eventWords).map(([kind]) => kind));
    const contracts =
      /^(contract|survey|template|implementation|provider-action|plan-|breakdown|performance|management|review|evaluation|month)/;
    const missing = whpJetsCv06.events.filter(({ id }) => !contracts.test(id) && !words.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  const values: Readonly<Record<string, unknown>> = {
    status: "started",
    workingDays: 5,
    selfEmployed: true,
    pence: 120_000,
    milestone: "1000",
    of: "E1",
  };

  test.each(Object.entries(eventWords) as [keyof EventWordValues, WrittenAs][])(
    "%s",
    (word, [kind, short]) => {
      expect(received[word]("+1wd").events[1]).toEqual({ kind, on: "2021-04-06" });
      if (short === undefined) return;
      const value = values[short.field];
      const event = received[word]("+1wd", value as EventFields).events[1];
      expect(event).toEqual({ kind, on: "2021-04-06", [short.field]: value });
    },
  );

  test("and any other is an event", () => {
    expect(received.event("first-meeting", "+2wd", { room: 4 }).events[1]).toEqual({
      kind: "first-meeting",
      on: "2021-04-07",
      room: 4,
    });
  });

  test("a correction withdraws an event by its id", () => {
    const corrected = received.acknowledged("+1wd", { id: "a1" }).retracted("+5wd", "a1");
    const verdict = (asAt: string) => assess(whpJetsCv06, corrected, { asAt })[0]?.verdict;
    expect(verdict("2021-04-11")).toBe("met");
    expect(verdict("2021-04-12")).toBe("not-met");
  });
});

describe("bad text is refused", () => {
  test.each([
    [
      () => received.acknowledged("2wd"),
      'Not accepted: "2wd". Expected a date such as "2021-04-01", or a distance such as "+2wd" (working days), "+3d", "+8w", "+1m", "+10wd after started" or "5wd before left". Write a sign, a whole number and wd, d, w or m; distances are counted from the journey\'s first event.',
    ],
    [
      () => journey("R1").acknowledged("+2wd"),
      'Not accepted: "+2wd" for the first event of a journey. Expected a date such as "2021-04-01" for the first event, and distances from then on. Begin with a date: journey("R1").received("2021-04-01").',
    ],
    [
      () => received.contacted("+2wd after started"),
      'Not accepted: "+2wd after started", and no started so far. Expected a distance after one of referral-received. Give the started event first, or count from another.',
    ],
    [() => received.contacted("2021-02-29"), "February 2021 has 28 days"],
    [() => received.contacted(new Date(0) as never), "a Date object"],
    [() => received.contacted("+2wd before started"), 'Not accepted: "+2wd before started".'],
    [() => received.contacted("+2.5wd"), 'Not accepted: "+2.5wd".'],
    [() => journey(""), 'Not accepted: "". Expected an opaque id such as "R1". Give the journey an id.'],
    [
      () => received.nation("france" as never),
      'Not accepted: the nation "france". Expected england, wales, scotland, northern-ireland. Name one of these nations, or give the builder a calendar.',
    ],
    [
      () => received.contacted("+1wd", "phone" as never),
      'Not accepted: "phone" by itself as a field of contacted. Expected fields by name, { field: value }; by itself only with prapUpdated, frequencyAgreed, jobStarted, earned, milestoneReached, retracted. Name the field.',
    ],
    ...["known_on", "knownon", "Known-On"].map((name): [() => unknown, string] => [
      () => received.contacted("+1wd", { [name]: "+1d" }),
      `Not accepted: the field "${name}" on contacted. Did you mean knownOn? Expected knownOn. Correct the name.`,
    ]),
  ])("%#", (build, message) => expect(build).toThrow(message));

  test("with a programme, so are events it does not have", () => {
    const strict = journey("R1", { programme: whpJetsCv06 }).received("2021-04-01");
    expect(() => strict.event("first-meeting", "+1wd")).toThrow(
      'Not accepted: an event "first-meeting", which whp-jets does not have. Expected referral-made, referral-sent,',
    );
    expect(() => strict.contacted("+1wd", { by: "phone" })).toThrow(
      'Not accepted: the field "by" on contacted. Expected none: this kind has no fields.',
    );
    expect(() => strict.prapUpdated("+1wd", "done" as never)).toThrow(
      'Not accepted: "done" as status. Expected started, did-not-attend, did-not-start.',
    );
    expect(() => strict.prapUpdated("+1wd", { status: "done" })).toThrow(
      'Not accepted: status "done" on prap-updated. Expected "started", "did-not-attend", "did-not-start".',
    );
    expect(strict.prapUpdated("+1wd", "did-not-attend", { knownOn: "+1d" }).events).toHaveLength(2);
    expect(strict.acknowledged("+1wd", { id: "a" }).retracted("+2wd", "a").events).toHaveLength(3);
  });

  test("a programme's calendars are those of its nations", () => {
    const scottish = parseProgramme({
      ...whpJetsCv06,
      id: "scottish",
      calendars: { scotland: "scotland" },
    });
    const built = journey("R1", { programme: scottish }).received("2021-04-01").acknowledged("+2wd");
    expect(built.events[1]?.on).toBe("2021-04-06");
    expect(() => built.nation("england")).toThrow('Not accepted: the nation "england". Expected scotland.');
  });
});
