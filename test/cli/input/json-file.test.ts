import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const referrals = file("referrals.csv", "id,received_on\nR1,2021-04-01\n");
const counts = "examples/data/cohort-counts.csv";
const offer = "examples/data/jets-offer.json";
const flightpath = ["offer", "flightpath", offer, "--by", "2022-03", "--as-at", "2021-10-31"];

describe.each([
  ["an object", file("object.json", "{}")],
  ["a list of what it should not hold", file("list.json", "[1]")],
  ["nothing", file("null.json", "null")],
])("a file with %s where another shape is needed is refused, and nothing crashes", (_, path) => {
  test.each([
    ["report", ["report", "--contract-log", path, referrals]],
    ["check", ["check", "--contract-log", path, referrals]],
    ["returns", ["returns", "--from", "2021-04-01", "--to", "2021-04-30", "--contract-log", path]],
    ["review of a log", ["review", "--contract-log", path, referrals]],
    ["review of a ranking", ["review", "--ranking", path, referrals]],
    ["flightpath", [...flightpath, path]],
    ["profile", ["cohorts", "compare", "--profile", path, "--as-at", "2021-10-31", counts]],
  ])("%s", async (_, words) => {
    const { err, code } = await commandLine(words);
    expect(err).toContain("Not accepted:");
    expect(code).toBe(2);
  });
});

test.each(["--assurance", "--interventions", "--partners"])("%s must be a list", async (option) => {
  const { err, code } = await commandLine(["review", option, file("one.json", "{}"), referrals]);
  expect(err).toContain(`Not accepted: ${option} `);
  expect(err).toContain("which holds no list");
  expect(code).toBe(2);
});

test("a mapping must be an object", async () => {
  const { err, code } = await commandLine(["check", "--mapping", file("mapping.json", "[]"), referrals]);
  expect(err).toContain("which is not a JSON object.");
  expect(code).toBe(2);
});

describe("offer flightpath takes cohorts in each form they come in", () => {
  const list = [{ month: "2021-08", starts: 250, converted: [0, 2, 6] }];
  test.each([
    ["CSV, a row a cohort", counts, "there are 356"],
    ["a list in JSON", file("counts.json", JSON.stringify(list)), "there are 6"],
    [
      "the file of a review",
      file("review.json", JSON.stringify({ profile: [], counts: list })),
      "there are 6",
    ],
  ])("%s", async (_, path, says) => {
    const { out, code } = await commandLine([...flightpath, path]);
    expect(out.replaceAll(/\s+/g, " ")).toContain(says);
    expect(code).toBe(0);
  });
});

test("an option of the library is named as the flag that it is here", async () => {
  const { err } = await commandLine(["calendar", "holidays", "2031"]);
  expect(err).toContain("or add --project to use the days the statutory rules expect.");
});

test("help says what must be given, and nothing of lists that are empty at first", async () => {
  const { out } = await commandLine(["returns", "--help"]);
  expect(out).toContain("the first day of the span (must be given)");
  expect(out).not.toContain("[])");
  expect((await commandLine(["cohorts", "compare", "--help"])).out).toContain("--as-at, --by,");
});
