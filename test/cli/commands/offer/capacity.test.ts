import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tenderShapes } from "../../../../src/tender/published-shapes.js";
import { commandLine } from "../../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const written = (name: string, value: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};
const capacity = (...words: string[]) => commandLine(["offer", "capacity", ...words]);
const offer = "examples/data/jets-offer.json";
const queue = written("queue.json", {
  from: "2027-01-01",
  until: "2027-12-31",
  referrals: 20,
  noShowRate: "30%",
  slotsPerDay: 27,
  programme: "whp-jets",
});

describe("offer capacity", () => {
  test("says how many advisers an offer needs, what was tried, and how its own plan fares", async () => {
    const { out, code } = await capacity(offer, "--runs", "500", "--absence", "2027-12-20..2028-01-07=25%");
    expect(code).toBe(0);
    expect(out).toBe(expected);
  });

  test("says of a queue that passes while it grows for good that it does", async () => {
    const { out } = await capacity(queue, "--runs", "300");
    expect(out).toContain("29 slots a day keep every day with 95.0% confidence.");
    expect(out).toMatch(/^ +28 +102\.0%.*✗ its queue grows for good$/m);
    expect(out.replace(/\s+/g, " ")).toContain("passing only means that the plan ends before it shows");
  });

  test("prints the same as data, in the published shape", async () => {
    const { out } = await capacity(queue, "--runs", "300", "--json");
    const { command, required, simulated } = JSON.parse(out);
    const shape = tenderShapes["command-offer-capacity"];
    expect(shape.safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
    expect([command, required.needed, simulated.days.length]).toEqual(["offer capacity", 29, 253]);
  });

  test("another no-show rate and absence take the place of the file's", async () => {
    const { out } = await capacity(queue, "--runs", "300", "--missed", "50%", "--absence", "2027-12-24");
    expect(out).toContain("41 slots a day");
    expect(out.replace(/\s+/g, " ")).toContain("one absence");
  });

  test.each([
    [[queue, "--absence", "Christmas"], "a day or a span, such as 2027-12-20..2028-01-07=25%"],
    [[queue, "--missed", "0.3"], 'Not accepted: noShowRate: "0.3". Expected a percentage such as "30%".'],
    [[queue, "--runs", "20"], "Give more runs"],
    [
      [written("no-base.json", { ...JSON.parse(readFileSync(offer, "utf8")), base: undefined })],
      "which does not say what it varies",
    ],
    [[join(folder, "none.json")], "File not found: "],
  ])("refuses %j", async (words, message) => {
    const { err, code } = await capacity(...words);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain(message);
  });
});

const expected = `7 advisers keep every day with 95.0% confidence.
examples/data/jets-offer.json: Fri 1 Jan 2027 to Fri 30 Jun 2028, 378 working days, 3,880 referrals, one absence.
Promised: backlog ≤ 3% of all referrals to date each day; nobody in it past working day 25. An appointment is due by
working day 15.
Each referral takes 1.39 appointments on average. 500 runs, seed 1.

Advisers  Slots a day    Load  Every day holds  Surely above
       5           12  121.8%             0.0%          0.0%  ✗ its queue grows for good
       6           14  104.5%             0.0%          0.0%  ✗ its queue grows for good
       7           16   91.3%            98.0%         96.4%  ← the fewest
       8           19   77.0%           100.0%         99.2%
       9           21   69.6%           100.0%         99.2%

The plan's own 8 advisers: load 77.0%, every day holds in 100.0% of runs, the longest wait up to 19 working days. The
load is above 100% in 2028-01.
`;
