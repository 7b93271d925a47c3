import fc from "fast-check";
import { assess, backlogByDay, whpJetsCv06, withReadings, workingCalendar } from "programme-rules";
import { type BacklogPlan, backlogLimits, simulateBacklog } from "programme-rules/tender";
import { expect, test } from "vitest";
import { slowQueue } from "../../oracle/queue.js";

const few = { numRuns: 25 };
const calendar = workingCalendar("england-and-wales");
const FROM = "2026-12-07";
const UNTIL = "2027-01-29";
const AFTERWARDS = "2027-03-31";
const days = Array.from({ length: calendar.countWorkingDays("2026-12-06", UNTIL) }, (_, at) =>
  calendar.addWorkingDays("2026-12-06", at + 1),
);

const plan = fc
  .record({
    referrals: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: days.length, maxLength: days.length }),
    slotsPerDay: fc.integer({ min: 2, max: 6 }),
    closed: fc.integer({ min: 1, max: 22 }),
  })
  .map(({ referrals, slotsPerDay, closed }): BacklogPlan & { readonly slotsPerDay: number } => ({
    from: FROM,
    until: UNTIL,
    referrals: { byDay: Object.fromEntries(days.map((on, at) => [on, referrals[at]!])) },
    slotsPerDay,
    noShowRate: "0%",
    absences: [{ from: days[5]!, until: days[5 + closed]! }],
    limits: backlogLimits(whpJetsCv06),
  }));
const from = { seed: 1, runs: 1, warmUp: { workingDays: 0 }, overload: "simulate" } as const;

/** The plan's people as a caseload: acknowledged on receipt, seen when the slow queue sees them. */
function caseload({ referrals, slotsPerDay, absences }: BacklogPlan & { readonly slotsPerDay: number }) {
  const [{ from, until }] = absences as [{ from: string; until: string }];
  const counts = days.map((on) => (referrals as { byDay: Record<string, number> }).byDay[on]!);
  const people = counts.flatMap((count, day) => new Array(count).fill({ day, misses: 0 }));
  const slots = days.map((on) => (on >= from && on <= until ? 0 : slotsPerDay));
  return slowQueue(people, { slots, rebookAfter: 1, mostAttempts: 1 }).map(({ day, endedOn }, at) => ({
    id: `${at}`,
    events: [
      { kind: "referral-received", on: days[day]! },
      { kind: "referral-acknowledged", on: days[day]! },
      ...(endedOn === null ? [] : ["initial-appointment", "prap-updated"]).map((kind) => ({
        kind,
        on: days[endedOn!]!,
        ...(kind === "prap-updated" ? { status: "started" } : {}),
      })),
    ],
  }));
}

test("a plan without chance has the backlog that its caseload is assessed to have, every day, of every population", () =>
  fc.assert(
    fc.property(plan, fc.constantFrom("all-to-date", "open", "received-in-month"), (given, over) => {
      const programme = withReadings(whpJetsCv06, { "backlog-denominator": over });
      const { days: rows } = simulateBacklog({ ...given, limits: backlogLimits(programme) }, from);
      const assessed = backlogByDay(programme, caseload(given), {
        from: FROM,
        until: UNTIL,
        asAt: AFTERWARDS,
      }).filter(({ on }) => days.includes(on));
      expect(rows.map(({ on }) => on)).toEqual(days);
      const share = ({ count, of }: { count: number; of: number }) =>
        of === 0 ? null : Math.floor((count * 10_000) / of) / 10_000;
      expect(rows.map((row) => row.shareMedian)).toEqual(assessed.map((day) => share(day.share)));
      expect(rows.map((row) => row.inBacklog)).toEqual(assessed.map((day) => day.share.count));
      const longest = assessed.map(({ longest }) => longest?.ageWorkingDays ?? null);
      const waiting = longest.flatMap((age, at) => (age === null ? [] : [[at, age]]));
      expect(waiting).toEqual(waiting.map(([at]) => [at, rows[at!]!.oldestMedian]));
    }),
    few,
  ));

test("it keeps the age promised exactly when no one in its caseload is assessed to have missed it", () =>
  fc.assert(
    fc.property(plan, (given) => {
      const last = calendar.countWorkingDays(days[0]!, UNTIL);
      const missed = caseload(given).some((journey) => {
        const received = days.indexOf(journey.events[0]!.on);
        const found = assess(whpJetsCv06, journey, { asAt: "2027-06-30" });
        const age = found.find(({ requirement }) => requirement === "css-3/backlog-age");
        return age?.verdict === "not-met" && received + 25 <= last;
      });
      expect(simulateBacklog(given, from).passOldest.passed).toBe(missed ? 0 : 1);
    }),
    few,
  ));

const chancy = fc.record({
  referrals: fc.integer({ min: 1, max: 8 }),
  slotsPerDay: fc.integer({ min: 1, max: 15 }),
  noShowRate: fc.constantFrom("0%", "20%", "50%"),
  rebookAfter: fc.record({ workingDays: fc.integer({ min: 0, max: 6 }) }),
  mostAttempts: fc.integer({ min: 1, max: 4 }),
});
const whole = (given: object) =>
  ({ from: FROM, until: UNTIL, programme: whpJetsCv06, ...given }) as unknown as BacklogPlan;

test("every day the received are the attended, the closed and the open", () =>
  fc.assert(
    fc.property(chancy, fc.integer(), (given, seed) => {
      for (const row of simulateBacklog(whole(given), { seed, runs: 3, overload: "simulate" }).days) {
        expect(row.attended + row.closed + row.open).toBeCloseTo(row.received, 9);
        expect(row.inBacklog).toBeLessThanOrEqual(row.open + 1e-9);
      }
    }),
    few,
  ));

test("bands are in order, and a day holds at least as often as all days do", () =>
  fc.assert(
    fc.property(chancy, fc.integer(), (given, seed) => {
      const { days, pass } = simulateBacklog(whole(given), { seed, runs: 12, overload: "simulate" });
      for (const row of days) {
        const oldest = [
          row.oldestLower,
          row.oldestLowerQuartile,
          row.oldestMedian,
          row.oldestUpperQuartile,
          row.oldestUpper,
        ];
        expect(oldest).toEqual([...oldest].sort((one, other) => one - other));
        expect(row.holding).toBeGreaterThanOrEqual(pass.probability);
      }
    }),
    few,
  ));

test("the same seed gives the same result, and the order in which months are written changes nothing", () =>
  fc.assert(
    fc.property(chancy, fc.integer(), ({ referrals, ...given }, seed) => {
      const byMonth = { "2026-12": referrals * 20, "2027-01": referrals * 25 };
      const turned = Object.fromEntries(Object.entries(byMonth).reverse());
      const simulated = (months: object) =>
        simulateBacklog(whole({ ...given, referrals: { byMonth: months } }), {
          seed,
          runs: 4,
          overload: "simulate",
        });
      expect(simulated(turned)).toEqual(simulated(byMonth));
    }),
    few,
  ));

test("parts of the runs are the parts of the whole", () =>
  fc.assert(
    fc.property(chancy, fc.integer(), fc.integer({ min: 1, max: 9 }), (given, seed, cut) => {
      const part = (firstRun: number, runs: number) =>
        simulateBacklog(whole(given), { seed, runs, firstRun, overload: "simulate" });
      const [all, one, other] = [part(0, 10), part(0, cut), part(cut, 10 - cut)];
      expect(one.pass.passed + other.pass.passed).toBe(all.pass.passed);
      all.days.forEach((day, at) => {
        const sum = one.days[at]!.inBacklog * cut + other.days[at]!.inBacklog * (10 - cut);
        expect(sum).toBeCloseTo(day.inBacklog * 10, 9);
      });
    }),
    few,
  ));
