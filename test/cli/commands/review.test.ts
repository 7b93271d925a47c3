import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { reviewSchemas } from "../../../src/review/schema.js";
import { commandLine } from "../terminal.js";

const data = "examples/data";
const made = (name: string) => `${data}/review/${name}.json`;
const asAt = ["--as-at", "2021-06-30", "--events", `${data}/jets-events.csv`];
const material = [
  ...["--review-on", "2021-07-20", "--contract-log", made("contract-log"), "--cohorts", made("cohorts")],
  ...["--plan", made("plan"), "--assurance", made("assurance")],
  ...["--interventions", made("interventions"), "--ranking", made("ranking")],
];
const review = (...words: string[]) =>
  commandLine(["review", ...asAt, ...words, `${data}/jets-caseload.csv`]);

describe("review", () => {
  test("the page opens with what the guide shows", async () => {
    const { out, code } = await review(...material);
    expect(code).toBe(0);
    const [, summary] = /## At a glance\n\n([^#]*)\n\n##/.exec(out)!;
    const guide = readFileSync("docs/guides/contract-review.md", "utf8");
    expect(guide).toContain(`\`\`\`text\n${summary}\n\`\`\``);
  });

  test("what is pending may still turn, whatever its target", async () => {
    const { out } = await review(...material);
    const [, risk] = /\*\*Standards that may still turn[^*]*\*\*\n\n([^#]*)##/.exec(out)!;
    expect(risk).toContain("| css-12/end-form | 55.2–100.0% | every case | 13 | 0 |");
    expect(risk).toContain("| css-1/acknowledged | 99.7% |");
    expect(risk).not.toContain("css-13/asked"); // met in every case: nothing of it is open
  });

  test("what was decided is a decision, what speaks for a level is a ground, and nothing is said to apply", async () => {
    const { out } = await review(...material);
    expect(out).toContain("was decided by performance manager on Tue 15 Jun 2021");
    expect(out).toContain("none of them says that a level applies");
    expect(out).not.toMatch(/is (?:now )?at level|breach|\bJ\d{4}\b/);
  });

  test("a decision that asks for a flightpath makes it a required annex; with none recorded, a person must say", async () => {
    expect((await review(...material)).out).toContain("| Annexes | Missing: the flightpath. |");
    const { out } = await review("--plan", made("plan"));
    expect(out).toContain("Annexes: A person must say whether it is required: the flightpath.");
  });

  test("a caseload alone will do: the rest is left for people", async () => {
    const { out, code } = await review();
    expect(code).toBe(0);
    expect(out).toContain("For people:** The provider action plan: none was given");
    expect(out).toContain("For people:** Expected performance: give the cohorts");
  });

  test("how sure the forecast is comes from a seed, and is the same each time", async () => {
    const [one, other] = [await review(...material, "--seed", "7"), await review(...material, "--seed", "7")];
    expect(one.out).toContain("of simulated runs end between");
    expect(other.out).toBe(one.out);
  });

  test("prints JSON in its published shapes", async () => {
    const pack = JSON.parse((await review(...material, "--json")).out);
    expect(reviewSchemas["command-review"].safeParse(pack)).toMatchObject({ success: true });
    const card = JSON.parse((await review(...material, "--scorecard", "--json")).out);
    expect(reviewSchemas["command-scorecard"].safeParse(card)).toMatchObject({ success: true });
  });

  test("the scorecard is one page with three views", async () => {
    const { out } = await review("--scorecard", "--cohorts", made("cohorts"));
    expect(out.match(/^## .*/gm)).toEqual([
      "## Service standards",
      "## Cohort performance",
      "## What was offered",
    ]);
    expect(out).toContain("| tmpl-1 | none is over yet | 160 | 181.5 | 88.2% | 394 of 1910 |");
  });

  test("what was checked of the pipeline file stands among the returns", async () => {
    const month = (name: string) => `${data}/pipeline-${name}.csv`;
    const sent = ["--in-month", "2014-05", "--returned-on", "2014-05-08", "--as-at", "2014-05-31", "--json"];
    const checked = await commandLine(["pipeline", ...sent, month("may"), month("april")]);
    const file = join(mkdtempSync(join(tmpdir(), "review-")), "checked.json");
    writeFileSync(file, checked.out);
    expect((await review("--pipeline", file)).out).toContain("Pipeline file of May 2014, totals: not met");
    const { err, code } = await review("--pipeline", made("plan"));
    expect(code).toBe(2);
    expect(err).toContain("programme-rules pipeline --json this.csv last.csv > checked.json");
  });

  test("partners' steps need a programme with a ladder", async () => {
    const { err, code } = await review("--partners", made("interventions"));
    expect(code).toBe(2);
    expect(err).toContain("ladder");
  });

  test("small lines of a partner can be withheld", async () => {
    const { out } = await review("--suppress-below", "1000");
    expect(out).not.toContain("Tidewater Support |");
  });

  test("requirements left out for small numbers are counted, so that the totals are not taken for all", async () => {
    const { out } = await review(...material, "--suppress-below", "10");
    const left = "One requirement is left out, because of small numbers.";
    expect(out).toContain("- 11 of the 19 requirements shown are not met; ");
    expect(out).toContain(`\n- ${left}\n`);
    expect(out).toContain(
      `\n\n19 requirements shown: 11 not met, 2 pending, 2 undetermined, 3 met, 1 not scored. ${left}\n`,
    );
    expect((await review()).out).not.toContain("left out, because");
  });

  test("small numbers of answers to the satisfaction question are withheld too", async () => {
    const { out } = await review(...material, "--suppress-below", "10");
    expect(out).toContain("**Answers to the satisfaction question**");
    for (const answer of ["Very satisfied", "Fairly satisfied", "Fairly dissatisfied"])
      expect(out).toContain(`| ${answer} | withheld |`);
    const all = await review(...material, "--suppress-below", "2");
    expect(all.out).toMatch(/Very satisfied \| (withheld|2) \|/);
    expect((await review(...material)).out).toContain("**Answers to the satisfaction question (6)**");
  });
});
