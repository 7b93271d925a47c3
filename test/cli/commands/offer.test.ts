import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tenderShapes } from "../../../src/tender/published-shapes.js";
import { commandLine } from "../terminal.js";

const OFFER = "examples/data/jets-offer.json";
const CASELOAD = ["--events", "examples/data/jets-clean-events.csv", "examples/data/jets-clean.csv"];
let folder = "";
const file = (name: string, value: unknown) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(value));
  return path;
};

/** What a command printed, once it keeps to its published shape. */
function published(name: Extract<keyof typeof tenderShapes, `command-${string}`>, out: string): unknown {
  const json: unknown = JSON.parse(out);
  expect(tenderShapes[name].safeParse(json).error?.issues ?? []).toEqual([]);
  return json;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "offer-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("offer forecast", () => {
  test("prints what to expect, and how likely the level is to be met, by quarter", async () => {
    const { out, code } = await commandLine(["offer", "forecast", "--runs", "200", "--seed", "3", OFFER]);
    expect(code).toBe(0);
    expect(out).toContain(
      "A variation of whp-jets cv06 · 200 runs, seed 3, Poisson referrals, common shock 0.2",
    );
    expect(out).toMatch(/^outcomes +681 +\d+ to \d+ +\d+ to \d+$/m);
    expect(out).toContain("tmpl-1: at least 24%, on the basis profile-flow");
    expect(out).toMatch(/^2028-03 +25\.4% +\d\d\.\d% to \d\d\.\d% +\d\d\.\d% ±3\.\d/m);
    expect(out).not.toMatch(/^2028-02/m);
    expect(out).toMatch(/^Chance of meeting it +From +Every month to 2028-06 +Each year end +In 2029-04$/m);
    expect(out).toMatch(/^Last 12 months +2027-12( +\d\d\.\d% ±3\.\d){3}$/m);
    expect(out).not.toContain("At once");
  });

  test("prints every month when asked, and JSON", async () => {
    const monthly = await commandLine(["offer", "forecast", "--runs", "0", "--monthly", OFFER]);
    expect(monthly.out).toMatch(/^2028-02 +25\.4%/m);
    const { out } = await commandLine(["offer", "forecast", "--runs", "100", "--json", OFFER]);
    expect(published("command-offer-forecast", out)).toMatchObject({
      command: "offer forecast",
      runs: 100,
      missing: [],
    });
  });

  test("prints a chance once: that of the last month is that of the end, to the last digit", async () => {
    const { out } = await commandLine(["offer", "forecast", "--runs", "300", OFFER]);
    const [, last] = /^2029-04 .*?(\d\d\.\d% ±\d\.\d)/m.exec(out)!;
    expect(out).toMatch(new RegExp(`^Since day one +2027-06 .* ${last!.replace(".", "\\.")}$`, "m"));
  });

  test("says what is left to chance, and how likely all levels are to be met at once", async () => {
    const terms = JSON.parse(readFileSync(OFFER, "utf8"));
    const { "tmpl-1": level } = terms.changes.set;
    const also = { title: "Also", citation: { source: "001", paragraph: "38" }, scope: { area: "contract" } };
    const second = { id: "tmpl-9", outcome: "job-outcome", ...also, ...level };
    const { referrals, outcomes } = terms.assumptions;
    const path = file("two.json", {
      ...terms,
      changes: { ...terms.changes, add: { minimumPerformanceLevels: [second] } },
      assumptions: {
        ...terms.assumptions,
        referrals: { ...referrals, monthToMonth: "15%" },
        outcomes: { ...outcomes, cohortSpread: 0.1 },
      },
    });
    const { out } = await commandLine(["offer", "forecast", "--runs", "100", path]);
    expect(out.replaceAll("\n", " ")).toContain(
      "Poisson referrals, 15% from month to month, common shock 0.2, cohort spread 0.1",
    );
    expect(out).toContain("At once: tmpl-1, tmpl-9");
  });

  test("says of how few runs a chance is a share, where in most nobody has started", async () => {
    const terms = JSON.parse(readFileSync(OFFER, "utf8"));
    const [month] = Object.keys(terms.assumptions.referrals.byMonth);
    const assumptions = { ...terms.assumptions, referrals: { byMonth: { [month!]: 1 } } };
    const path = file("one.json", { ...terms, assumptions: { ...assumptions, starts: { rate: "2%" } } });
    const { out } = await commandLine(["offer", "forecast", "--runs", "200", "--seed", "3", path]);
    expect(out).toMatch(/ of \d{1,2} runs?\b/);
    expect(out).not.toMatch(/^\d{4}-\d\d .*±0\.0/m);
  });

  test("shows its progress at a terminal only, and clears it", async () => {
    const { err } = await commandLine(["offer", "forecast", OFFER], { isInteractive: true });
    if (err !== "") expect(err).toMatch(/█.*\r +\r$/s);
    expect((await commandLine(["offer", "forecast", "--runs", "300", OFFER])).err).toBe("");
  });

  test("says what an offer does not have, and makes nothing up", async () => {
    const path = file("open.json", {
      id: "open",
      title: "Open",
      base: "whp-jets",
      assumptions: { referrals: { byMonth: { "2027-01": 9 } }, starts: { open: "bid-specific" } },
    });
    const { out, code } = await commandLine(["offer", "forecast", path]);
    expect(code).toBe(0);
    expect(out).toContain("Values the offer does not have:");
    expect(out).toContain("assumptions.starts: bid specific, needed for starts");
    expect(out).toContain("assumptions.outcomes: left out, needed for outcomes");
    expect(out).toContain("tmpl-1.profile: not published, needed for its level");
    expect(out).not.toContain("starts   ");
  });

  test.each([
    ["an offer of no programme", { id: "x", title: "X" }, "which does not say what it varies"],
    [
      "a rate above 100%",
      { id: "x", title: "X", base: "whp-jets", assumptions: { starts: { rate: "130%" } } },
      'assumptions.starts.rate: "130%"',
    ],
    [
      "a base that is none",
      { id: "x", title: "X", base: "whp-nets" },
      'Not accepted: --programme "whp-nets"',
    ],
    ["no object", null, "which does not say what it varies"],
  ])("refuses %s with exit code 2", async (_, terms, message) => {
    const { err, code } = await commandLine(["offer", "forecast", file("bad.json", terms)]);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe("offer sensitivity", () => {
  test("prints what moves the outcomes most", async () => {
    const { out } = await commandLine(["offer", "sensitivity", OFFER]);
    const [head, , , first, second, third, last] = out.trim().split("\n");
    expect(head).toBe("What moves the outcomes most; mean over all ranges 681");
    expect(first).toMatch(/^Volume of referrals +85% +110% +583 +755 +172$/);
    expect(second).toMatch(/^Outcome profile/);
    expect(third).toMatch(/^Start rate/);
    expect(last).toMatch(/^No-show rate +24% +36% +681 +681 +0$/);
  });

  test("prints chances as percentages, and JSON", async () => {
    const { out } = await commandLine(["offer", "sensitivity", "--answer", "chance", "--runs", "100", OFFER]);
    expect(out).toMatch(
      /^What moves the chance of tmpl-1 most; over all ranges \d\d\.0% ±\d\.\d of 100 runs, seed 1$/m,
    );
    const json = await commandLine(["offer", "sensitivity", "--json", OFFER]);
    expect(published("command-offer-sensitivity", json.out)).toMatchObject({
      command: "offer sensitivity",
      answer: "outcomes",
    });
  });

  test("names what is missing", async () => {
    const { out } = await commandLine([
      "offer",
      "sensitivity",
      file("none.json", { id: "n", title: "N", base: "whp-jets" }),
    ]);
    expect(out).toContain("The outcomes cannot be told: assumptions.referrals");
  });
});

describe("offer impact", () => {
  test("prints how many referrals change verdict, on which requirement, from what to what", async () => {
    const { out, code } = await commandLine(["offer", "impact", "--as-at", "2021-06-30", OFFER, ...CASELOAD]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ of your 40 referrals change verdict on at least one requirement\.$/m);
    expect(out).toMatch(/^css-1\/acknowledged +met +not met +\d+ +\S+/m);
  });

  test("prints JSON", async () => {
    const { out } = await commandLine([
      "offer",
      "impact",
      "--as-at",
      "2021-06-30",
      "--json",
      OFFER,
      ...CASELOAD,
    ]);
    expect(published("command-offer-impact", out)).toMatchObject({
      command: "offer impact",
      journeys: 40,
      problems: [],
      fileProblems: [],
    });
  });
});

describe("offer flightpath", () => {
  const counts = [
    { month: "2027-01", starts: 100, converted: [0, 0, 1] },
    { month: "2027-02", starts: 100, converted: [0, 1] },
    { month: "2027-03", starts: 100, converted: [0] },
  ];
  const words = ["offer", "flightpath", "--by", "2027-06", "--as-at", "2027-03-31"];

  test("prints the way from counts back to the promise", async () => {
    const { out, code } = await commandLine([...words, OFFER, file("counts.json", counts)]);
    expect(code).toBe(0);
    expect(out).toContain(
      "An invented offer for a contract like JETS: back to 100% of its profile by the end of 2027-06",
    );
    expect(out).toMatch(/By the end of 2027-03 there are 2: \d+ to go\./);
    expect(out).toMatch(/^Month +As things are +Extra +Outcomes +To date +Profile to date$/m);
    expect(out).toMatch(/^2027-06 /m);
  });

  test("reads referrals too, and prints JSON", async () => {
    const { out } = await commandLine([
      "offer",
      "flightpath",
      "--by",
      "2021-09",
      "--as-at",
      "2021-06-30",
      "--json",
      OFFER,
      ...CASELOAD,
    ]);
    expect(published("command-offer-flightpath", out)).toMatchObject({
      command: "offer flightpath",
      month: "2021-06",
      targetMonth: "2021-09",
    });
  });

  test("says when it cannot be", async () => {
    const { out } = await commandLine([
      ...["offer", "flightpath", "--by", "2029-01", "--as-at", "2027-03-31", "--target", "900%"],
      ...[OFFER, file("counts.json", counts)],
    ]);
    expect(out.replace(/\s+/g, " ")).toMatch(/Not feasible: only [\d,]+ people could still give them\./);
  });

  test("needs a level with a profile, and a month", async () => {
    const bare = file("bare.json", { id: "b", title: "B", base: "whp-jets" });
    const { err, code } = await commandLine([...words, bare, file("counts.json", counts)]);
    expect([code, err.includes("an offer without a level that has a profile")]).toEqual([2, true]);
    expect((await commandLine(["offer", "flightpath", OFFER, "x.json"])).code).toBe(2);
  });
});
