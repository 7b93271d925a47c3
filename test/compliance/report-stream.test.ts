import { type Journey, report, reportStream, whpJetsCv06 } from "programme-rules";
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
