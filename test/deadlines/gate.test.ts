import {
  assess,
  assessOutcome,
  type Journey,
  type Problem,
  type Programme,
  readJourneys,
  report,
  whpCoreCv04,
  whpJets,
  whpJetsCv06,
  withInForce,
  worklist,
} from "programme-rules";
import { describe, expect, test } from "vitest";
import { eventsOf, verdictOf } from "../cases/case.js";
import { journeyOf } from "../compliance/own-rules.js";

const asAt = "2021-06-30";
const verdict = (requirement: string, when: string, programme: Programme = whpJetsCv06) =>
  assess(programme, journeyOf(when), { asAt, requirements: [requirement] }).map(verdictOf)[0];
const problems = (when: string, programme: Programme = whpJetsCv06) =>
  report(programme, [journeyOf(when)], { asAt }).problems;
const codes = (when: string, programme?: Programme) =>
  problems(when, programme).map(({ code }) => code.replace(/-(order|date)$/, "-date"));
const UNKNOWN = "undetermined: missing-data";

describe("a date on which it cannot have happened", () => {
  const STARTED = "referral-received 2021-04-01, started 2021-04-12";

  test.each([
    ["standards-provided 1900-01-01", "css-6/standards-provided"],
    ["standards-provided 1970-01-01", "css-6/standards-provided"],
    ["standards-provided 2012-04-13", "css-6/standards-provided"],
    ["action-plan-finalised 1970-01-01", "css-7/finalised"],
    ["contacted 2020-04-02", "css-4/contacted"],
    ["referral-acknowledged 2021-03-31", "css-1/acknowledged"],
    ["esf-start-form-sent 2021-03-31", "css-11/start-form"],
  ])("%s neither does %s nor leaves it undone", (what, requirement) => {
    const about = { attributes: { provision: "esf" } };
    const events = eventsOf(`${STARTED}, eligibility-meeting 2021-03-29, ${what}`);
    const [found] = assess(
      whpJetsCv06,
      { id: "R1", events, ...about },
      { asAt, requirements: [requirement] },
    );
    expect(verdictOf(found!)).toBe(UNKNOWN);
    expect(found).not.toHaveProperty("doneOn");
    expect(codes(`${STARTED}, ${what}`)).toEqual(["journey/impossible-date"]);
  });

  test("on the day of the receipt it can", () => {
    expect(
      verdict("css-1/acknowledged", "referral-received 2021-04-01, referral-acknowledged 2021-04-01"),
    ).toBe("met");
    expect(verdict("css-6/standards-provided", `${STARTED}, standards-provided 2021-04-01`)).toBe("met");
    expect(codes(`${STARTED}, standards-provided 2021-04-01`)).toEqual([]);
  });

  test("what a record that can be true meets stays met, and what it misses is not known", () => {
    const also = "referral-acknowledged 1900-01-01";
    const done = (on: string) => `referral-received 2021-04-01, referral-acknowledged ${on}, ${also}`;
    expect(verdict("css-1/acknowledged", done("2021-04-07"))).toBe("met");
    expect(verdict("css-1/acknowledged", done("2021-04-08"))).toBe(UNKNOWN);
  });

  test("excuses nothing, ends nothing and starts nothing", () => {
    const left = "left 2021-06-01";
    expect(verdict("css-10/before-leaving", `${STARTED}, job-started 1900-01-01, ${left}`)).toBe(UNKNOWN);
    expect(
      verdict("css-9/follow-up", `${STARTED}, meeting-missed 2021-05-10, absence-explained 1900-01-01`),
    ).toBe(UNKNOWN);
    expect(verdict("css-7/finalised", `${STARTED}, left 1970-01-01`)).toBe(UNKNOWN);
    expect(verdict("css-7/finalised", "referral-received 2021-04-01, started 1970-01-01")).toBe(UNKNOWN);
  });

  test("a start before the receipt makes unknown what counts from it", () => {
    expect(verdict("css-7/finalised", "referral-received 2021-04-02, started 2021-04-01")).toBe(UNKNOWN);
    expect(codes("referral-received 2021-04-01, started 2021-04-01")).toEqual([]);
  });

  test("leaving, standards, plan and explanation may come before a start", () => {
    const early =
      "standards-provided 2021-04-06, action-plan-finalised 2021-04-06, absence-explained 2021-04-06";
    expect(codes(`${STARTED}, ${early}`)).toEqual([]);
    expect(codes("referral-received 2021-04-01, left 2021-04-08")).toEqual([]);
  });

  test("a job held at the receipt may have begun up to forty years before, and a referral may have been made before", () => {
    const received = "referral-received 2021-04-01, referral-made 2021-03-01, eligibility-meeting 2021-03-20";
    expect(codes(`${received}, job-started 1981-04-01`, whpCoreCv04)).toEqual([]);
    expect(codes(`${received}, job-started 1981-03-31`, whpCoreCv04)).toEqual(["journey/impossible-date"]);
    expect(codes(`referral-received 2005-04-01, job-started 1970-01-01`, whpCoreCv04)).toEqual([
      "journey/impossible-date",
    ]);
  });

  test("more than ten years after the receipt is too late, wherever the as-at date is", () => {
    expect(codes(`${STARTED}, left 2031-04-01`)).toEqual([]);
    expect(codes(`${STARTED}, left 2031-04-02`)).toEqual(["journey/impossible-date"]);
    expect(verdict("css-7/finalised", `${STARTED}, left 2031-04-02`)).toBe(UNKNOWN);
    expect(codes(`${STARTED}, left 2099-12-31 known=2022-01-01`)).toEqual([]);
  });

  test("names the event, what it cannot come before, and what follows", () => {
    const effect =
      "Nothing is done by it, and what depends on standards-provided is undetermined until a date is corrected.";
    expect(problems(`${STARTED}, standards-provided 2012-04-13`)).toEqual([
      {
        code: "journey/impossible-order",
        message: `standards-provided is dated before referral-received, which it cannot come before. ${effect}`,
        journey: "R1",
        kind: "standards-provided",
        value: "2012-04-13",
      },
    ]);
    expect(problems(`${STARTED}, standards-provided 1900-01-01`)).toEqual([
      {
        code: "journey/impossible-date",
        message: `standards-provided has a date that stands for none (1900-01-01, 1970-01-01), or lies more than forty years before the receipt or more than ten after it. ${effect}`,
        journey: "R1",
        kind: "standards-provided",
        value: "1900-01-01",
      },
    ]);
  });

  test("with no receipt, only what nobody enters by hand and what a start must come before are seen", () => {
    expect(codes("started 2021-04-12, standards-provided 1900-01-01")).toContain("journey/impossible-date");
    expect(codes("started 2021-04-12, exit-report-provided 2021-04-11")).toContain("journey/impossible-date");
    expect(codes("started 2021-04-12, standards-provided 2012-04-13")).not.toContain(
      "journey/impossible-date",
    );
  });
});

describe("what a journey has once", () => {
  const twice = (on: string) =>
    `referral-received 2021-04-01, referral-received ${on}, referral-acknowledged 2021-04-07`;

  test("twice on one day is one case", () => {
    const all = assess(whpJetsCv06, journeyOf(twice("2021-04-01")), {
      asAt,
      requirements: ["css-1/acknowledged"],
    });
    expect(all.map(verdictOf)).toEqual(["met"]);
    expect(codes(twice("2021-04-01"))).toEqual(["journey/happened-twice"]);
  });

  test("on two days is one case, of which nobody knows, in any order", () => {
    const [first, second, done] = eventsOf(twice("2021-04-06"));
    for (const events of [
      [first!, second!, done!],
      [second!, first!, done!],
    ]) {
      const all = assess(whpJetsCv06, { id: "R1", events }, { asAt, requirements: ["css-1/acknowledged"] });
      expect(all.map(verdictOf)).toEqual([UNKNOWN]);
    }
  });

  test("twice takes no doubt off another event", () => {
    const events = [
      ...eventsOf("referral-received 2021-04-01, referral-received 2021-04-01"),
      { kind: "prap-updated", on: "2021-04-13", status: "banana" },
      { kind: "disengaged", on: "2021-04-14" },
    ];
    const journey: Journey = { id: "R1", events };
    const found = assess(whpJetsCv06, journey, { asAt, requirements: ["css-5/prap-update"] });
    expect(found.map(verdictOf)).toEqual([UNKNOWN]);
  });

  test("a start of two days is neither", () => {
    const started =
      "referral-received 2021-04-01, started 2021-04-12, started 2021-04-19, action-plan-finalised 2021-04-27";
    expect(verdict("css-7/finalised", started)).toBe(UNKNOWN);
    expect(verdict("css-1/acknowledged", started)).toBe("not-met: not-done");
  });
});

describe("a record that cannot be read", () => {
  const unreadable = (kind: string, when: string, requirement: string, asOf = asAt) =>
    assess(
      whpJetsCv06,
      { ...journeyOf(when), unreadable: [kind] },
      { asAt: asOf, requirements: [requirement] },
    ).map(verdictOf)[0];
  const NOT_STARTED = "not-applicable: clock-never-started";

  test("owes nothing by itself: where what starts the clock is not there, it never started", () => {
    const noShow = "referral-received 2021-04-01, prap-updated 2021-04-20 status=did-not-attend";
    expect(unreadable("standards-provided", noShow, "css-6/standards-provided")).toBe(NOT_STARTED);
    expect(unreadable("action-plan-finalised", noShow, "css-7/finalised")).toBe(NOT_STARTED);
    expect(unreadable("contacted", noShow, "css-8/contact")).toBe(NOT_STARTED);
    expect(unreadable("contacted", noShow, "css-9/follow-up")).toBe(NOT_STARTED);
    expect(unreadable("started", noShow, "css-8/contact")).toBe(UNKNOWN);
    expect(unreadable("meeting-missed", noShow, "css-9/follow-up")).toBe(UNKNOWN);
  });

  test("says nothing of a referral before it was received", () => {
    for (const requirement of ["css-3/backlog-age", "css-5/prap-update", "css-5/appointment"])
      expect(unreadable("prap-updated", "referral-received 2021-04-23", requirement, "2021-04-22")).toBe(
        NOT_STARTED,
      );
  });

  test("puts nobody in doubt of being in backlog before the work is due", () => {
    // Acknowledged in time; the appointment is due on Mon 26 April, 15 working days after Maundy Thursday.
    const when =
      "referral-received 2021-04-01, referral-acknowledged 2021-04-06, prap-updated 2021-04-12 status=started";
    const backlog = (on: string) => unreadable("initial-appointment", when, "css-2/backlog-share", on);
    expect(backlog("2021-04-26")).toBe("met");
    expect(backlog("2021-04-27")).toBe(UNKNOWN);
  });
});

describe("what an event says beside its dates", () => {
  const STARTED = "referral-received 2021-04-01, started 2021-04-12";
  const withEvents = (...events: object[]) =>
    ({ id: "R1", events: [...eventsOf(STARTED), ...events] }) as Journey;
  const verdictOn = (requirement: string, journey: Journey, programme: Programme = whpJetsCv06) =>
    assess(programme, journey, { asAt, requirements: [requirement] }).map(verdictOf)[0];
  const problemsOf = (journey: Journey, programme: Programme = whpJetsCv06) =>
    report(programme, [journey], { asAt }).problems.map(({ code, message }) => [
      code,
      message.split(/(?<=\?)|\./)[0],
    ]);

  test("a value off its list may not be what is owed", () => {
    const updated = withEvents({ kind: "prap-updated", on: "2021-04-13", status: "banana" });
    expect(verdictOn("css-5/prap-update", updated)).toBe(UNKNOWN);
    expect(problemsOf(updated)).toEqual([
      ["journey/field-value", "status of prap-updated: not one of started, did-not-attend, did-not-start"],
    ]);
    const fine = withEvents({ kind: "prap-updated", on: "2021-04-13", status: "started" });
    expect(verdictOn("css-5/prap-update", fine)).toBe("met");
    expect(problemsOf(fine)).toEqual([]);
  });

  test("a value that is needed and not there", () => {
    const updated = withEvents({ kind: "prap-updated", on: "2021-04-13" });
    expect(verdictOn("css-5/prap-update", updated)).toBe(UNKNOWN);
    expect(problemsOf(updated)).toEqual([
      ["journey/field-missing", "status of prap-updated: missing, and needed"],
    ]);
    const empty = withEvents({ kind: "prap-updated", on: "2021-04-13", status: null });
    expect(problemsOf(empty)).toEqual(problemsOf(updated));
  });

  test("a value of another type", () => {
    const agreed = withEvents({ kind: "contact-frequency-agreed", on: "2021-04-12", workingDays: "5" });
    expect(verdictOn("css-8/contact", agreed)).toBe(UNKNOWN);
    expect(problemsOf(agreed)).toEqual([
      ["journey/field-value", "workingDays of contact-frequency-agreed: not a whole number from 1"],
    ]);
  });

  test("a frequency that cannot be read leaves in doubt whether contact was in time", () => {
    const made = { kind: "contacted", on: "2021-04-20" };
    const agreed = { kind: "contact-frequency-agreed", on: "2021-04-12", workingDays: "5" };
    expect(verdictOn("css-8/contact", withEvents(made))).toBe("met");
    expect(verdictOn("css-8/contact", withEvents(made, agreed))).toBe(UNKNOWN);
  });

  test("a field that the kind does not have, with the one that may have been meant", () => {
    const agreed = withEvents({ kind: "contact-frequency-agreed", on: "2021-04-12", working_days: 5 });
    expect(verdictOn("css-8/contact", agreed)).toBe(UNKNOWN);
    expect(problemsOf(agreed)).toEqual([
      ["journey/field-missing", "workingDays of contact-frequency-agreed: missing, and needed"],
      [
        "journey/unknown-field",
        "contact-frequency-agreed: a field that it does not have; did you mean workingDays?",
      ],
    ]);
    const known = withEvents({ kind: "action-plan-finalised", on: "2021-04-20", known_on: "2021-06-01" });
    expect(verdictOn("css-7/finalised", known)).toBe(UNKNOWN);
    // What nobody could have meant decides nothing.
    const note = withEvents({ kind: "action-plan-finalised", on: "2021-04-20", colour: "red" });
    expect(verdictOn("css-7/finalised", note)).toBe("met");
    expect(problemsOf(note).map(([code]) => code)).toEqual(["journey/unknown-field"]);
  });

  test("an undefined or null field is none", () => {
    const events = [
      { kind: "action-plan-finalised", on: "2021-04-20", colour: undefined, knownOn: undefined, id: null },
    ];
    expect(problemsOf(withEvents(...events))).toEqual([]);
  });

  test("whether a job is self-employment leaves the job there and only the outcome in doubt", () => {
    const outcome = (selfEmployed: unknown) => {
      const job = { kind: "job-started", on: "2021-04-19", selfEmployed };
      const reached = { kind: "milestone-reached", on: "2021-06-01", milestone: "1000" };
      return withEvents(job, reached);
    };
    const says = (journey: Journey) => assessOutcome(whpJetsCv06, journey, { asAt }).status;
    expect(says(outcome(false))).toBe("converted");
    expect(says(outcome("yes"))).toBe("undetermined");
    expect(says({ ...outcome(undefined), unreadable: ["self_employed"] })).toBe("undetermined");
    expect(verdictOn("css-8/contact", outcome("yes"))).toBe(verdictOn("css-8/contact", outcome(false)));
  });

  test("a milestone without its amount, or with another, is no outcome and no absence of one", () => {
    const says = (milestone: unknown) =>
      assessOutcome(whpJetsCv06, withEvents({ kind: "milestone-reached", on: "2021-06-01", milestone }), {
        asAt: "2022-06-30",
      }).status;
    expect(says("1000")).toBe("converted");
    expect(says("£1,000")).toBe("undetermined");
    expect(says(1000)).toBe("undetermined");
    expect(says(undefined)).toBe("undetermined");
  });

  test("a group the programme does not have decides nothing", () => {
    const group = (id: string) => ({ ...withEvents(), group: id });
    expect(problemsOf(group("disability"), whpCoreCv04)).toEqual([]);
    expect(problemsOf(group("Disability"), whpCoreCv04)).toEqual([
      ["journey/unknown-group", "group: not one of the programme's; did you mean disability?"],
    ]);
  });
});

describe("a kind that the programme does not have", () => {
  const acknowledged = (kind: string): Journey => ({
    id: "R1",
    events: [...eventsOf("referral-received 2021-04-01"), { kind, on: "2021-04-06" }],
  });
  const found = (kind: string) =>
    assess(whpJetsCv06, acknowledged(kind), { asAt, requirements: ["css-4/contacted"] });

  test.each(["Contacted", "contact_ed", "CONTACTED ", "contatced", "contactd"])(
    "%j may be contacted: undetermined",
    (kind) => {
      expect(found(kind).map(verdictOf)).toEqual([UNKNOWN]);
      expect(report(whpJetsCv06, [acknowledged(kind)], { asAt }).problems[0]?.message).toContain(
        "Did you mean contacted?",
      );
    },
  );

  test.each(["sms-sent", "phoned", "conducted-review"])("%j is another", (kind) => {
    expect(found(kind).map(verdictOf)).toEqual(["not-met: not-done"]);
    expect(report(whpJetsCv06, [acknowledged(kind)], { asAt }).problems.map(({ code }) => code)).toEqual([
      "journey/unknown-kind",
    ]);
  });
});

describe("a withdrawal", () => {
  const done = { kind: "referral-acknowledged", on: "2021-04-06", id: "e1" };
  const of = (retraction: object) =>
    ({
      id: "R1",
      events: [
        ...eventsOf("referral-received 2021-04-01"),
        done,
        { kind: "retracted", on: "2021-04-08", ...retraction },
      ],
    }) as Journey;
  const says = (retraction: object) =>
    assess(whpJetsCv06, of(retraction), { asAt, requirements: ["css-1/acknowledged"] }).map(verdictOf)[0];
  const codesOf = (retraction: object) =>
    report(whpJetsCv06, [of(retraction)], { asAt }).problems.map(({ code }) => code);

  test("names the event in `of`", () => {
    expect(says({ of: "e1" })).toBe("not-met: not-done");
    expect(codesOf({ of: "e1" })).toEqual([]);
  });

  test("that names none is a problem, and what another field names is in doubt", () => {
    for (const retraction of [{ of: "e2" }, {}, { of: 1 }]) {
      expect(codesOf(retraction)).toEqual(["journey/retracts-nothing"]);
      expect(says(retraction)).toBe("met");
    }
    expect(codesOf({ retracts: "e1" })).toEqual(["journey/retracts-nothing"]);
    expect(says({ retracts: "e1" })).toBe(UNKNOWN);
  });
});

describe("rows of a file come to the same", () => {
  const read = (row: Record<string, string>, events?: Record<string, string>[]) =>
    readJourneys([{ id: "R1", received_on: "2021-04-01", ...row }], {
      programme: whpJetsCv06,
      ...(events && { events }),
    });
  const says = (requirement: string, ...rows: Parameters<typeof read>) =>
    assess(whpJetsCv06, read(...rows).journeys[0]!, { asAt, requirements: [requirement] }).map(verdictOf)[0];

  test("dates that stand for none do nothing", () => {
    const row = { started_on: "2021-04-12", standards_on: "1900-01-01", plan_on: "1970-01-01" };
    expect(says("css-6/standards-provided", row)).toBe(UNKNOWN);
    expect(says("css-7/finalised", row)).toBe(UNKNOWN);
    const { journeys } = read(row);
    expect(report(whpJetsCv06, journeys, { asAt }).problems.map(({ code }) => code)).toEqual([
      "journey/impossible-date",
      "journey/impossible-date",
    ]);
    const left = { started_on: "2021-04-12", job_started_on: "1900-01-01", left_on: "2021-06-01" };
    expect(says("css-10/before-leaving", left)).toBe(UNKNOWN);
  });

  test("a cell that cannot be read leaves an outcome undetermined", () => {
    const row = {
      started_on: "2021-04-12",
      job_started_on: "2021-04-19",
      outcome_on: "2021-06-01",
      self_employed: "Y",
    };
    const [journey] = read(row).journeys;
    expect(assessOutcome(whpJetsCv06, journey!, { asAt }).status).toBe("undetermined");
    const [fine] = read({ ...row, self_employed: "no" }).journeys;
    expect(assessOutcome(whpJetsCv06, fine!, { asAt }).status).toBe("converted");
  });

  test("a kind that may have been meant leaves it in doubt", () => {
    const event = (kind: string) => [{ id: "R1", kind, on: "2021-04-06" }];
    expect(says("css-4/contacted", {}, event("contacted"))).toBe("met");
    expect(says("css-4/contacted", {}, event("Contacted"))).toBe(UNKNOWN);
    expect(read({}, event("Contacted")).problems[0]?.message).toContain("did you mean contacted?");
    expect(says("css-4/contacted", {}, event("sms-sent"))).toBe("not-met: not-done");
  });
});

describe("no receipt", () => {
  test("is a problem, and counted as unknown where receipts are counted", () => {
    const started = journeyOf("started 2021-04-12, action-plan-finalised 2021-04-20");
    const { lines, problems } = report(whpJetsCv06, [started], { asAt });
    const line = (id: string) => lines.find(({ requirement }) => requirement === id);
    for (const id of ["css-1/acknowledged", "css-2/backlog-share", "css-4/contacted", "css-5/prap-update"])
      expect(line(id)).toMatchObject({ counted: 1, undetermined: 1, verdict: "undetermined" });
    expect(line("css-7/finalised")).toMatchObject({ met: 1 });
    expect(problems).toEqual([
      {
        code: "journey/no-receipt",
        message:
          "No referral-received is recorded, and without it nothing else can be. What is counted from it is undetermined.",
        journey: "R1",
      },
    ]);
  });

  test("is none where nothing has happened that follows one", () => {
    expect(codes("referral-made 2021-04-01, eligibility-meeting 2021-04-06")).toEqual([]);
    expect(report(whpJetsCv06, [{ id: "R1", events: [] }], { asAt }).problems).toEqual([]);
  });
});

describe("the same event twice, alike in every field", () => {
  const RECEIVED = "referral-received 2021-04-01, started 2021-04-12";

  test("counts once, and is told", () => {
    const missed = "meeting-missed 2021-05-10";
    const follow = (when: string) =>
      assess(whpJetsCv06, journeyOf(when), { asAt, requirements: ["css-9/follow-up"] }).map(verdictOf);
    expect(follow(`${RECEIVED}, ${missed}, ${missed}`)).toEqual(["not-met: not-done"]);
    expect(problems(`${RECEIVED}, ${missed}, contacted 2021-05-10, ${missed}`)).toEqual([
      {
        code: "journey/event-twice",
        message: "meeting-missed is there more than once on a day, alike in every field. It counts once.",
        journey: "R1",
        kind: "meeting-missed",
        value: "2021-05-10",
      },
    ]);
    // Another day, another day of knowing or another field: another event.
    expect(codes(`${RECEIVED}, ${missed}, ${missed} known=2021-05-12, meeting-missed 2021-05-11`)).toEqual(
      [],
    );
  });

  test("of earnings without ids may be two payments", () => {
    const paid = (...events: object[]) =>
      assessOutcome(
        whpJetsCv06,
        { id: "R1", events: [...eventsOf(RECEIVED), ...(events as never[])] },
        { asAt },
      );
    const half = { kind: "earnings", on: "2021-06-01", pence: 50_000 };
    expect(paid(half, half)).toMatchObject({ status: "undetermined" });
    expect(paid({ ...half, id: "a" }, { ...half, id: "b" })).toMatchObject({ status: "converted" });
    expect(paid({ ...half, id: "a" }, { ...half, id: "a" })).toMatchObject({ status: "open" });
    expect(paid(half, half, { ...half, on: "2021-06-02" })).toMatchObject({ metOn: "2021-06-02" });
    expect(paid(half, half, { ...half, on: "2022-02-02" })).toMatchObject({ status: "undetermined" });
  });
});

describe("what an update says of a start", () => {
  const RECEIVED = "referral-received 2021-04-01";
  const updated = (status: string, on = "2021-04-20") => ({ kind: "prap-updated", on, status });
  const found = (requirement: string, when: string, ...events: object[]) => {
    const told: string[] = [];
    const journey = { id: "R1", events: [...eventsOf(when), ...(events as never[])] };
    const options = {
      asAt,
      requirements: [requirement],
      onProblem: ({ code }: Problem) => void told.push(code),
    };
    return [...assess(whpJetsCv06, journey, options).map(verdictOf), ...told];
  };

  test("started, and no start is recorded", () => {
    expect(found("css-6/standards-provided", RECEIVED, updated("started"))).toEqual([
      UNKNOWN,
      "journey/contradiction",
    ]);
    // The update itself is what was owed.
    expect(found("css-5/prap-update", RECEIVED, updated("started"))).toEqual([
      "met",
      "journey/contradiction",
    ]);
  });

  test("not started, and a start is recorded", () => {
    const when = `${RECEIVED}, started 2021-04-12, standards-provided 2021-05-30`;
    expect(found("css-6/standards-provided", when, updated("did-not-start"))).toEqual([
      UNKNOWN,
      "journey/contradiction",
    ]);
    expect(found("css-6/standards-provided", when, updated("did-not-attend"))).toEqual(["not-met: late"]);
  });

  test("a condition on the start hangs on it, too", () => {
    const when = `${RECEIVED}, started 2021-04-12, left 2021-05-24`;
    expect(found("css-10/before-leaving", when, updated("did-not-start"))).toEqual([
      UNKNOWN,
      "journey/contradiction",
    ]);
    expect(found("css-10/before-leaving", when, updated("started"))).toEqual(["not-met: not-done"]);
  });

  test("the last one stands", () => {
    const when = `${RECEIVED}, started 2021-04-19, standards-provided 2021-04-19`;
    const twice = [updated("did-not-start", "2021-04-12"), updated("started")];
    expect(found("css-6/standards-provided", when, ...twice)).toEqual(["met"]);
    expect(found("css-6/standards-provided", when, ...twice.toReversed())).toEqual(["met"]);
  });
});

describe("what an attacker found", () => {
  const RECEIVED = { kind: "referral-received", on: "2021-04-01" };
  const ACK = { kind: "referral-acknowledged", on: "2021-04-06", id: "e1" };
  const START = { kind: "started", on: "2021-04-12" };
  const on = (date: string, requirement: string, events: object[], more: Partial<Journey> = {}) => {
    const told: string[] = [];
    const journey = { id: "R1", events: events as never[], ...more };
    const options = {
      asAt: date,
      requirements: [requirement],
      onProblem: (each: Problem) => void told.push(each.code),
    };
    return [...new Set(assess(whpJetsCv06, journey, options).map(verdictOf)), ...new Set(told)];
  };

  test.each([
    ["known long after it could be", { ...ACK, knownOn: "2099-12-31" }, "journey/date"],
    ["known on a day that stands for none", { ...ACK, knownOn: "1900-01-01" }, "journey/date"],
  ])("an event %s", (_what, event, code) =>
    expect(on(asAt, "css-1/acknowledged", [RECEIVED, event])).toEqual([UNKNOWN, code]),
  );

  test.each(["1900-01-01", "1970-01-01", "2020-01-01"])(
    "a withdrawal of %s, before what it withdraws",
    (date) => {
      const late = { ...ACK, on: "2021-04-09" };
      const withdrawal = { kind: "retracted", on: date, of: "e1" };
      expect(on(asAt, "css-1/acknowledged", [RECEIVED, late, withdrawal])).toEqual([
        UNKNOWN,
        "journey/retracts-nothing",
      ]);
    },
  );

  test("two updates of one day in any order, with whatever ids", () => {
    const updates = ["started", "did-not-start"].map((status) => ({
      kind: "prap-updated",
      on: "2021-04-12",
      status,
    }));
    for (const ids of [[], ["a", "b"], ["b", "a"]]) {
      const own = updates.map((each, at) => (ids.length === 0 ? each : { ...each, id: ids[at] }));
      for (const order of [own, own.toReversed()])
        expect(on(asAt, "css-6/standards-provided", [RECEIVED, START, ...order])).toEqual([
          UNKNOWN,
          "journey/contradiction",
        ]);
    }
  });

  test("a payment told twice, one with its id or its day known", () => {
    const started = { kind: "started", on: "2021-04-12" };
    const pay = { kind: "earnings", on: "2021-05-03", pence: 60_000 };
    const paid = (...events: object[]) =>
      assessOutcome(whpJetsCv06, { id: "R1", events: [RECEIVED, started, ...(events as never[])] }, { asAt })
        .status;
    expect(paid(pay, { ...pay, knownOn: pay.on })).toBe("undetermined");
    expect(paid(pay, { ...pay, id: "p1" })).toBe("undetermined");
    expect(paid({ ...pay, id: "p1" }, pay)).toBe("undetermined");
    expect(paid({ ...pay, id: "p1" }, { ...pay, id: "p2" })).toBe("converted");
  });

  test("an outcome whose self-employment nobody can read", () => {
    const events = [RECEIVED, START, { kind: "milestone-reached", on: "2021-05-03", milestone: "1000" }];
    const of = (more: object[], attributes = {}) =>
      assessOutcome(whpJetsCv06, { id: "R1", attributes, events: [...events, ...more] as never[] }, { asAt })
        .status;
    expect(of([{ kind: "JOB-STARTED", on: "2021-04-20", selfEmployed: true }])).toBe("undetermined");
    expect(of([{ kind: "job-started", on: "1900-01-01", selfEmployed: true }])).toBe("undetermined");
    expect(of([], { self_employed: "yes" })).toBe("undetermined");
    expect(of([])).toBe("converted");
  });

  test("a misspelt word in the lists of a journey", () => {
    const unread = { unreadable: ["Referral-Acknowledged"] };
    expect(on(asAt, "css-1/acknowledged", [RECEIVED], unread)).toEqual([UNKNOWN]);
    expect(on(asAt, "css-1/acknowledged", [RECEIVED], { notRecorded: ["acknowledged"] })).toEqual([UNKNOWN]);
    expect(on(asAt, "css-1/acknowledged", [RECEIVED], { unreadable: ["provision"] })).toEqual([
      "not-met: not-done",
    ]);
  });

  test("what a leaving would start, where nobody knows of a start", () => {
    const late = "2022-01-31";
    const STARTED = { kind: "STARTED", on: "2021-04-12" };
    for (const requirement of ["css-12/end-form", "css-10/before-leaving", "css-10/contents"]) {
      expect(on(late, requirement, [RECEIVED, STARTED])).toEqual([UNKNOWN, "journey/unknown-kind"]);
      expect(on(late, requirement, [RECEIVED], { notRecorded: ["started"] })).toEqual([
        "undetermined: not-recorded",
      ]);
    }
  });

  test("an expected leaving on a day that stands for none is on no list", () => {
    const told: string[] = [];
    const events = [RECEIVED, START, { kind: "leaving-expected", on: "1900-01-01" }];
    const items = worklist(whpJetsCv06, [{ id: "R1", events }], {
      asAt,
      onProblem: ({ code }) => void told.push(code),
    });
    expect(items.map(({ dueOn }) => dueOn)).not.toContain("1900-01-01");
    expect(told).toEqual(["journey/date"]);
  });

  test("under a history, an impossible receipt chooses no edition", () => {
    const known = withInForce(whpJets, { cv06: { from: "2020-10-05", until: "2022-03-31" } });
    const journey = { id: "R1", events: [{ kind: "referral-received", on: "1900-01-01" }, ACK] };
    const made = report(known, [journey], { asAt });
    expect(made).toMatchObject({ journeys: 1, problems: [{ code: "journey/impossible-date" }] });
    expect(made.lines[0]).toMatchObject({ undetermined: 1, verdict: "undetermined" });
  });

  test("an attestation of a part that no requirement has, and a withdrawal of an id in other letters", () => {
    const plan = { kind: "action-plan-finalised", on: "2021-04-20" };
    const attested = (part: string, holds: boolean, day: string, requirement = "css-7/explored") => ({
      kind: "attested",
      on: day,
      requirement,
      part,
      holds,
      by: "reviewer",
    });
    const held = [attested("needs", true, "2021-04-21"), attested("ambitions", true, "2021-04-21")];
    const explored = (...more: object[]) =>
      on(asAt, "css-7/explored", [RECEIVED, START, plan, ...held, ...more]);
    expect(explored()).toEqual(["met"]);
    expect(explored(attested("needs", false, "2021-04-30"))).toEqual(["not-met: part-missing"]);
    expect(explored(attested("Needs", false, "2021-04-30"))).toEqual([UNKNOWN, "journey/field-value"]);
    expect(explored(attested("needs", false, "2021-04-30", "css-7/explord"))).toEqual([
      UNKNOWN,
      "journey/field-value",
    ]);
    const withdrawal = { kind: "retracted", on: "2021-04-08", of: "E1" };
    expect(on(asAt, "css-1/acknowledged", [RECEIVED, ACK, withdrawal])).toEqual([
      UNKNOWN,
      "journey/retracts-nothing",
    ]);
  });

  test("a contract of which nobody knows the first month", () => {
    const log = (events: object[]) => ({ id: "contract", events: events as never[] });
    const sent = { kind: "template-b-sent", on: "2021-04-15", forMonth: "2021-03" };
    const line = (...events: object[]) =>
      report(whpJetsCv06, [], { asAt, contractLog: log(events), requirements: ["css-14/template-b"] })
        .lines[0];
    expect(line({ kind: "contract-started", on: "2021-03-01" }, sent)).toMatchObject({ met: 1, notMet: 2 });
    for (const bad of [
      { kind: "contract-started", on: "1900-01-01" },
      { kind: "Contract-started", on: "2021-03-01" },
      { kind: "contract-started", on: "x" },
    ])
      expect(line(bad, sent)).toMatchObject({ verdict: "undetermined", notMet: 0, met: 0 });
    expect(
      line(
        { kind: "contract-started", on: "2021-03-01" },
        { kind: "contract-ended", on: "1900-01-01" },
        sent,
      ),
    ).toMatchObject({ verdict: "undetermined", notMet: 0 });
  });
});
