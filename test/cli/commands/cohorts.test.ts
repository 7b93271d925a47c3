import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { whpJetsCv06 } from "programme-rules";
import { cohortExchange, exchangeRows, parseExchange, readExchange } from "programme-rules/cohorts";
import { describe, expect, test } from "vitest";
import { cohortShapes } from "../../../src/cohorts/published-shapes.js";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const counts = write(
  "counts.csv",
  "month,starts,converted_0,converted_1,converted_2\n2021-03,200,0,2,9\n2021-04,1000,0,10,\n",
);
const profile = write("profile.csv", "age,share\n0,0%\n1,1%\n2,3%\n");
const cohorts = (...words: string[]) => commandLine(["cohorts", "--as-at", "2021-05-31", ...words]);

describe("cohorts", () => {
  test("prints the triangle of counts, what is not over as a dot", async () => {
    const { out, code } = await cohorts(counts);
    expect(out).toBe(`As at Mon 31 May 2021: 1,200 starts, 19 converted; an outcome counts within 238 days

Cohort   Starts  Age 0   1  2  3  4  5  6  7  8
2021-03     200      0   2  9  ·  ·  ·  ·  ·  ·
2021-04   1,000      0  10  ·  ·  ·  ·  ·  ·  ·

· is not over yet.
Mature conversion: nobody's window is over yet.
By the end of age 2, from everybody (Kaplan–Meier): 4.5% (95% interval 2.5–8.0%).
`);
    expect(code).toBe(0);
  });
  test("says of how many starts it is not known whether they converted", async () => {
    const untold = (...starts: string[]) => {
      const rows = starts.map((on, at) => `R${at},2021-03-10,${on},\n`);
      return cohorts(write("untold.csv", `id,received_on,started_on,outcome_on\n${rows.join("")}`));
    };
    // Started before they were received: one of the two dates is wrong.
    expect((await untold("2021-03-01", "2021-03-15")).out).toContain(
      "\nFor 1 person among the starts the records do not say; that person may have converted.\n",
    );
    expect((await untold("2021-03-01", "2021-03-02")).out).toContain(
      "\nFor 2 people among the starts the records do not say; they may have converted.\n",
    );
    expect((await untold("2021-03-15")).out).not.toContain("do not say");
  });
  test("as percentages", async () => expect((await cohorts("--rates", counts)).out).toContain("4.5%"));
  test("keeps every second age, and the last, where the terminal is narrow", async () => {
    const { out } = await commandLine(["cohorts", "--as-at", "2021-05-31", counts], { columns: 40 });
    expect(out).toContain("Cohort   Starts  Age 0  2  4  6  8");
    expect(out).toContain("Every second age and the last;");
    const { out: inMarkdown } = await commandLine(
      ["cohorts", "--format", "markdown", "--as-at", "2021-05-31", counts],
      { columns: 40 },
    );
    expect(inMarkdown).toContain("| Age 0 | 1 | 2 | 3 |");
  });
  test("prints tidy CSV and a table in Markdown", async () => {
    expect((await cohorts("--format", "csv", counts)).out.split("\r\n").slice(0, 3)).toEqual([
      "month,group,starts,age,ends_in,converted,added,rate",
      "2021-03,,200,0,2021-03,0,0,0",
      "2021-03,,200,1,2021-04,2,2,0.01",
    ]);
    expect((await cohorts("--format", "markdown", counts)).out).toContain("| 2021-03 | 200 | 0 | 2 | 9 |");
  });
  test("lists rows that cannot be read, and goes on", async () => {
    const file = write("spoilt.csv", "month,starts,converted_0\n2021-05,10,0\n2021-05x,10,0\n");
    const { out } = await cohorts(file);
    expect(out).toContain("10 starts");
    expect(out).toContain(
      "1 problem in the data:\n  Line 3: month: not a month; allowed: a month such as 2021-04.\n",
    );
  });
  test("reads a caseload", async () => {
    const file = write(
      "referrals.csv",
      "id,received_on,started_on,outcome_on,provider\nR1,2021-03-01,2021-03-08,2021-04-30,north\nR2,2021-03-01,2021-03-09,,north\n",
    );
    const { out } = await cohorts("--by", "provider", file);
    expect(out).toContain("2021-03  north          2      0  1  1");
  });
  test("an exchange file reads back as the exchange it was written from, whatever its names are", async () => {
    const started = (id: string, provider: string) => ({
      id,
      attributes: { provider },
      events: [{ kind: "started", on: "2021-03-08" }],
    });
    const caseload = [started("R1", "=1+1"), started("R2", 'A "B", C'), started("R3", "-x")];
    const exchange = cohortExchange(whpJetsCv06, caseload, { asAt: "2021-05-31" });
    const json = write("exchange.json", JSON.stringify(exchange));
    const file = write("exchange.csv", (await cohorts("--format", "exchange", json)).out);
    const again = write("again.csv", (await cohorts("--format", "exchange", file)).out);
    const { out } = await cohorts("--json", "--by", "provider", again);
    expect(JSON.parse(out).rows.map(({ group }: { group: string }) => group)).toEqual([
      "-x",
      "=1+1",
      'A "B", C',
    ]);
    expect(readExchange(exchangeRows(parseExchange(exchange))).exchanges).toEqual([exchange]);
  });
});

describe("cohorts compare", () => {
  const compare = (...words: string[]) => cohorts("compare", "--profile", profile, ...words, counts);
  test("prints the four windows and where the contract stands", async () => {
    expect((await compare()).out).toBe(
      `At the end of 2021-05, as at Mon 31 May 2021, on the basis profile-flow

Window         Months              Outcomes  Expected  Rate  Index
in month       2021-05                   17      14.0  3.6%  1.214
rolling 3      2021-03 to 2021-05        19      16.0  3.6%  1.188
rolling 12     2020-06 to 2021-05        19      16.0  3.6%  1.188
since day one  2021-03 to 2021-05        19      16.0  3.6%  1.188

Against the profile: 19 converted where it expects 16.0 by now, a naive index of 1.188; 1.000 is on profile.
In the end the contract is expected to reach 1.216 of its profile (95% sure: 0.754 to 1.826); 66.1% of that is what was
  observed, the rest the profile. That is 3.6%, against a level of 3%.
Rate is the level times the index of that window alone: what happened in it, and no forecast.
`,
    );
  });
  test("the naive figure comes with its warning, in every form a person reads", async () => {
    const warning = "Outcomes over starts of the same months: recent starters have had less time";
    const naive = await compare("--basis", "naive-flow");
    expect(naive.out).toContain("since day one  2021-03 to 2021-05        19   1,200  1.6%  0.528");
    expect(naive.out).toContain(`Warning. ${warning}`);
    const markdown = await compare("--basis", "naive-flow", "--format", "markdown");
    expect(markdown.out).toContain(`**Warning.** ${warning}`);
    const json = JSON.parse((await compare("--basis", "naive-flow", "--json")).out);
    expect(json.performance.warning).toContain(warning);
  });
  test("takes a profile as text, and one for each group from a file", async () => {
    const text = await cohorts("compare", "--profile", "0%, 1%,3%", counts);
    expect(text.out).toBe((await compare()).out);
    const grouped = write(
      "grouped.csv",
      "month,group,starts,converted_0\n2021-05,a,100,10\n2021-05,b,100,40\n",
    );
    const profiles = write("profiles.csv", "group,age,share\na,0,10%\nb,0,40%\n");
    const { out } = await cohorts("compare", "--by", "group", "--profile", profiles, grouped);
    expect(out).toContain("in month       2021-05                   50      50.0");
  });
});

test("cohorts conversion prints the curve with its intervals", async () => {
  const { out } = await cohorts("conversion", counts);
  // 12 of 1,200, then 7 of the 198 left of the first cohort: S = .99 × 191/198 = .955; Greenwood's sum is 1.935e-4,
  // so the log-log ends are .955 to the power of exp(±1.96 × .01391 / .04604): .9201 and .9749.
  expect(out).toContain("  1              1,200        12                  1.0%      0.6–1.8%");
  expect(out).toContain("  2                198         7                  4.5%      2.5–8.0%");
});

describe("cohorts forecast", () => {
  const forecast = (...words: string[]) =>
    cohorts("forecast", "--profile", profile, "--runs", "500", ...words, counts);
  test("prints the methods side by side, and what the band rests on", async () => {
    const { out } = await forecast("--seed", "7", "--pass-at", "3%");
    // Conditional for April: 10 + 990 × (.03 − .01) / (1 − .01) = 30.0; Bornhuetter–Ferguson 10 + 1000 × .02.
    expect(out).toMatch(/2021-04 +1,000 +1 +10 +36\.3 +30\.0 +30\.0 /);
    expect(out).toContain(
      "Drawn 500 times from seed 7. Assumed, in log-odds: contracts 0.4 apart, their months 0.1",
    );
    expect(out).toMatch(/Chance of reaching 3%: \d+\.\d%, give or take \d\.\d% for the drawing\./);
  });
  test("the same seed prints the same", async () =>
    expect((await forecast("--seed", "7")).out).toBe((await forecast("--seed", "7")).out));
});

describe("cohorts providers", () => {
  const rows = ["north,300,30", "south,300,66", "east,300,60", "west,300,60"].map((row) => `2020-03,${row}`);
  const complete = (row: string) => `${row}${`,${row.split(",").at(-1)}`.repeat(8)}`;
  const header = `month,provider,starts,${Array.from({ length: 9 }, (_, age) => `converted_${age}`).join(",")}`;
  const file = write("providers.csv", `${[header, ...rows.map(complete)].join("\n")}\n`);
  const providers = (...words: string[]) => cohorts("providers", "--runs", "200", ...words, file);

  test("ranks them and says who differs by more than chance", async () => {
    const { out } = await providers("--centre", "20%");
    // Limits around 20% of 300: 20 ± 3.09 × 2.31 = 12.9 to 27.1.
    expect(out).toContain("   4  north        300     300         30  10.0%");
    expect(out).toContain("below, beyond 99.8%");
    expect(out).toContain("All together 216 of 1,200 mature, 18.0%.");
  });
  test("two who tie stand at one rank", async () => {
    const { out } = await providers("--format", "csv");
    expect(
      out
        .split("\r\n")
        .slice(1, 5)
        .map((row) => row.split(",").slice(0, 2).join(" ")),
    ).toEqual(["1 south", "2 east", "2 west", "4 north"]);
  });
  test("the chart is a Vega-Lite specification", async () => {
    const chart = JSON.parse((await providers("--format", "chart")).out);
    expect(chart.title.text).toBe("1 of 4 differs from 18% by more than chance explains");
  });

  /** A provider a letter, each of 100 starts. */
  const ten = (name: string, counts: readonly number[]) =>
    write(
      name,
      `${[header, ...counts.map((count, at) => complete(`2020-03,${"abcdefghij"[at]},100,${count}`))].join("\n")}\n`,
    );
  const spread = ten("spread.csv", [8, 12, 15, 18, 20, 22, 25, 28, 31, 50]);
  const close = ten("close.csv", [14, 16, 18, 19, 20, 20, 21, 22, 24, 36]);
  const [on, off] = ["chance and the usual spread explain", "chance explains"].map(
    (cause) => `Funnel: within = no more than ${cause};`,
  );

  test("says how much eight or more differ beyond chance, and allows for it", async () => {
    // Worked out by hand in the tests of overdispersion: 7.9 points around 22%, 8.1 around all together, 22.9%.
    const { out } = await cohorts("providers", spread);
    const line = out.replaceAll(/\s+/g, " ");
    expect(line).toContain(on);
    expect(line).toContain(
      "from provider to provider, is a standard deviation of 8.1 percentage points (phi 4.64, from 10)",
    );
    expect(out).toMatch(/ j .* above, beyond 95%/);
    expect(out).toMatch(/ a .* within/);
  });
  test("says so where they differ no more than chance explains", async () => {
    const { out } = await cohorts("providers", close);
    expect(out).toContain(off);
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "Overdispersion: none, because chance alone explains how each provider differs from the others (phi 0.76, from 10).",
    );
  });
  test("leaves it out on request, in the table, the figures and the chart", async () => {
    const text = (await cohorts("providers", "--no-overdispersion", spread)).out;
    expect(text).toContain(off);
    expect(text).not.toContain("Overdispersion");
    expect(text).toMatch(/ a .* below, beyond 99.8%/);
    const json = async (...words: string[]) =>
      JSON.parse((await cohorts("providers", "--format", ...words, spread)).out);
    expect(await json("json", "--no-overdispersion")).toMatchObject({ overdispersion: null });
    expect(await json("json")).toMatchObject({ overdispersion: { estimatedFrom: 10 } });
    const titles = [await json("chart", "--no-overdispersion"), await json("chart")].map(
      ({ title }) => title.text,
    );
    expect(titles).toEqual([
      "2 of 10 differ from 22.9% by more than chance explains",
      "0 of 10 differ from 22.9% by more than chance and the usual spread explain",
    ]);
  });
});

test.each<[keyof typeof cohortShapes, string[]]>([
  ["command-cohorts", []],
  ["command-cohorts-conversion", ["conversion"]],
  ["command-cohorts-compare", ["compare", "--profile", profile, "--basis", "naive-flow"]],
  ["command-cohorts-forecast", ["forecast", "--profile", profile, "--runs", "9"]],
  ["command-cohorts-providers", ["providers", "--runs", "9"]],
])("--json validates against its schema: %s", async (name, words) => {
  const { out } = await cohorts(...words, "--json", counts);
  expect(cohortShapes[name].safeParse(JSON.parse(out)).error?.issues ?? []).toEqual([]);
});

describe("what is refused", () => {
  test.each([
    [
      "no profile",
      ["compare", counts],
      "Not accepted: no --profile, and a programme that does not give one.",
    ],
    [
      "a split that counts do not have",
      ["--by", "site", counts],
      'Not accepted: --by "site" and a file of counts.',
    ],
    [
      "a profile with a gap",
      ["compare", "--profile", write("gap.csv", "age,share\n0,0%\n2,1%\n"), counts],
      "which is no profile",
    ],
    [
      "a file in which nothing can be read",
      [write("none.csv", "month,starts,converted_0\nx,1,0\n")],
      "of which no row can be read; the first: Line 2: month: not a month",
    ],
    [
      "two dates in one file",
      [write("two.csv", "month,starts,converted_0,as_at\n2021-05,1,0,2021-05-31\n2021-05,1,0,2021-06-15\n")],
      "which holds cohorts of whp-jets cv06 job-outcome as at 2021-05-31; whp-jets cv06 job-outcome as at 2021-06-15",
    ],
  ])("%s", async (_, words, message) => {
    const { err, code } = await cohorts(...words);
    expect([err.includes(message) ? message : err, code]).toEqual([message, 2]);
  });
});
