import { type Journey, report, reportStream, whpJets, whpJetsCv06, withInForce } from "programme-rules";
import { describe, expect, test } from "vitest";

const asAt = "2021-04-30";
const journeys = (count: number): Journey[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `R${i}`,
    events: [{ kind: "referral-received", on: "2021-04-01" }],
  }));
async function told(count: number): Promise<number[]> {
  const seen: number[] = [];
  await reportStream(whpJetsCv06, journeys(count), {
    asAt,
    requirements: ["css-1/acknowledged"],
    onProgress: (done) => seen.push(done),
  });
  return seen;
}

describe("a report of a stream", () => {
  test("is that of the list", async () =>
    expect(await reportStream(whpJetsCv06, journeys(3), { asAt })).toEqual(
      report(whpJetsCv06, journeys(3), { asAt }),
    ));
  test("comes from a generator, a set or anything else that can be gone through", async () => {
    async function* coming() {
      yield* journeys(3);
    }
    const whole = report(whpJetsCv06, journeys(3), { asAt });
    for (const from of [coming(), new Set(journeys(3))])
      expect(await reportStream(whpJetsCv06, from, { asAt })).toEqual(whole);
  });
  test("of a history is that of the list too", async () => {
    const history = withInForce(whpJets, { cv06: { from: "2021-01-01", until: "2021-12-31" } });
    const whole = report(history, journeys(3), { asAt });
    expect(whole.lines).not.toEqual([]);
    expect(await reportStream(history, journeys(3), { asAt })).toEqual(whole);
  });
  test.each([
    ["one journey", journeys(1)[0], "Given one journey. Allowed: a list of journeys (or any iterable)."],
    ["nothing", null, "Given null. Allowed: a list of journeys (or any iterable)."],
    ["a path", "referrals.csv", "Allowed: a list of journeys (or any iterable)."],
  ])("refuses %s", async (_, given, says) =>
    expect(reportStream(whpJetsCv06, given as never, { asAt })).rejects.toThrow(says),
  );
  test("tells how far it is after every thousand and at the end, each once", async () => {
    expect(await told(0)).toEqual([0]);
    expect(await told(1)).toEqual([1]);
    expect(await told(1000)).toEqual([1000]);
    expect(await told(2001)).toEqual([1000, 2000, 2001]);
  });
  test("need not be told of", async () =>
    expect((await reportStream(whpJetsCv06, journeys(1000), { asAt, requirements: [] })).journeys).toBe(
      1000,
    ));
});
