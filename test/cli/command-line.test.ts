import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { whpJetsCv06 } from "programme-rules";
import { describe, expect, test } from "vitest";
import { outputSchemas } from "../../src/compliance/schema.js";
import { commandLine } from "./terminal.js";

const data = (name: string) => fileURLToPath(new URL(`../../examples/data/${name}`, import.meta.url));
const caseload = ["--as-at", "2021-06-30", "--events", data("jets-events.csv"), data("jets-caseload.csv")];
// Nobody was contacted while disengaged, as one provider does.
const practice = ["--reading", "stops-while-disengaged=yes"];
const clean = [
  ...["--as-at", "2021-06-30", ...practice],
  ...["--events", data("jets-clean-events.csv"), data("jets-clean.csv")],
];
const file = (text: string, name = "referrals.csv") => {
  const path = join(mkdtempSync(join(tmpdir(), "programme-rules-")), name);
  writeFileSync(path, text);
  return path;
};

describe("check", () => {
  test("ends with 0 when no line is not met", async () => {
    const { out, code } = await commandLine(["check", ...clean]);
    expect(out).toContain("No problems in the data.");
    expect(out).not.toContain("✗");
    expect(code).toBe(0);
  });

  test("counts the contract's own duties when it is given the contract's log, and says where they come from", async () => {
    const { out } = await commandLine(["check", ...clean]);
    expect(out).toContain(
      "css-14/template-b: duties of the contract itself;\n--contract-log <file> has them judged.",
    );
    const log = ["--contract-log", data("review/contract-log.json")];
    const logged = (await commandLine(["check", ...log, ...clean])).out;
    expect(logged).not.toContain("--contract-log");
    expect(logged).toMatch(/css-13\/asked +\d+ +[1-9]/);
  });

  test("lists bad rows, goes on, and prints no cell's content", async () => {
    const path = file(
      "id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-08\nR2,secret-cell,\nR2,2021-04-01,\n",
    );
    const { out, code } = await commandLine(["check", "--as-at", "2021-04-30", path]);
    expect(out).toContain("2 referrals");
    expect(out).toContain("3 problems in the data:");
    expect(out).toContain("Not judged: one id whose journeys differ (counted as unknown).");
    expect(out).toContain("  Line 3, received_on: not a date that can be read.");
    expect(out).toContain("  Line 4, id: used before, on line 3.");
    expect(out).not.toContain("secret-cell");
    expect(code).toBe(1); // R1 was acknowledged late
  });

  test("says which problems are the most only where one is there more than once", async () => {
    const columns =
      "received,acknowledged,first_attempt,first_contact,appointment,prap_updated,started,standards,plan,left,exit_report";
    const head = columns.split(",").map((column) => `${column}_on`);
    const row = (id: string) => [id, ...head.map(() => "soon")].join(",");
    const check = async (...ids: string[]) => {
      const path = file([["id", ...head].join(","), ...ids.map(row)].join("\n"));
      return (await commandLine(["check", "--as-at", "2021-04-30", path])).out;
    };
    expect(await check("R1")).toContain(" problems in the data:\n  Line 2, ");
    expect(await check("R1", "R2")).toContain(" problems in the data:\n  Most: 2 ");
  });

  test.each([
    ["a file that is not there", ["check", "no-such-file.csv"], "File not found: no-such-file.csv."],
    [
      "a programme nobody knows",
      ["check", "--programme", "restart", "x.csv"],
      'Not accepted: --programme "restart". Expected whp-core, whp-core-pre-covid, whp-jets',
    ],
    [
      "a reading without an answer",
      ["check", "--reading", "counting-day", "x.csv"],
      "Expected a reading and its answer, such as --reading counting-day=day-1.",
    ],
    [
      "an answer nobody gives",
      ["check", "--reading", "counting-day=day-2", "x.csv"],
      "Expected day-0, day-1.",
    ],
    ["an as-at date that is none", ["check", "--as-at", "2021-02-29", "x.csv"], "2021-02-29"],
    ["no file", ["check"], "missing required argument 'files'"],
    ["an option nobody knows", ["check", "--asat", "x"], "unknown option '--asat'"],
  ])("refuses %s with exit code 2", async (_name, words, message) => {
    const { err, code } = await commandLine(words);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test("reads well at every width: nothing is wider than the terminal", async () => {
    for (const columns of [40, 60, 80, 100, 120, 160]) {
      const { out } = await commandLine(["check", ...caseload], { columns });
      const tooWide = out
        .split("\n")
        .filter((line) => line.length > columns && line.trim().includes(" ") && !line.includes(".csv"));
      expect(tooWide).toEqual([]);
    }
  });

  test("has colour only on a terminal", async () => {
    expect((await commandLine(["check", ...clean])).out).not.toContain("\u001b[");
    expect((await commandLine(["check", ...clean], { hasColour: true })).out).toContain("\u001b[");
  });
});

describe("--json validates against its published schema", () => {
  test.each([
    ["check", ["check", ...caseload], "command-check"],
    ["backlog", ["backlog", ...caseload], "command-backlog"],
    ["backlog by day", ["backlog", "--from", "2021-05-01", ...caseload], "command-backlog-days"],
    ["due", ["due", ...caseload], "command-due"],
    ["explain", ["explain", "J0010", ...caseload], "command-explain"],
    ["dates", ["dates", "--received", "2021-04-01"], "command-dates"],
  ] as const)("%s", async (_name, words, schema) => {
    const { out } = await commandLine([...words, "--json"]);
    const result = outputSchemas[schema].safeParse(JSON.parse(out));
    expect(result.error?.issues ?? []).toEqual([]);
  });
});

describe("dates", () => {
  test("dates nothing from a start before the receipt, and says so", async () => {
    const { out } = await commandLine(["dates", "--received", "2021-04-10", "--event", "started=2021-04-01"]);
    expect(out).toContain("started is dated before referral-received, which it cannot come before.");
    expect(out).toContain(
      "Not dated: css-6/standards-provided, css-7/finalised, css-8/contact, css-11/start-form\n",
    );
    // 10 April 2021 is a Saturday; two working days on is Tuesday.
    expect(out).toMatch(/Tue 13 Apr 2021 +css-1\/acknowledged/);
    expect(out).not.toMatch(/2021 +css-6/);
    const words = ["dates", "--received", "2021-04-10", "--event", "started=2021-04-01", "--json"];
    expect(JSON.parse((await commandLine(words)).out).problems).toMatchObject([
      { code: "journey/impossible-order" },
    ]);
  });

  test("prints every due date of one referral, and what the other clocks wait for", async () => {
    const { out, code } = await commandLine(["dates", "--received", "2021-04-01"]);
    expect(out).toContain("Wed 7 Apr 2021   css-1/acknowledged ");
    expect(out).toContain("Mon 26 Apr 2021  css-5/prap-update ");
    expect(out).toContain("Tue 11 May 2021  css-3/backlog-age ");
    expect(out).toContain("  css-7/finalised waits for: started");
    expect(code).toBe(0);
  });

  test("takes further events", async () => {
    const { out } = await commandLine(["dates", "--received", "2021-04-01", "--event", "started=2021-04-12"]);
    expect(out).toContain("Mon 26 Apr 2021  css-7/finalised ");
    expect(
      (await commandLine(["dates", "--received", "2021-04-01", "--event", "begun=2021-04-12"])).err,
    ).toContain(
      'Not accepted: --event "begun=2021-04-12", a kind that whp-jets does not have. Expected referral-made,',
    );
  });

  test.each([
    [
      ["--event", "started"],
      'Not accepted: --event "started". Expected a kind and a date, such as started=2021-04-13.',
    ],
    [
      ["--nation", "france"],
      'Not accepted: --nation "france". Expected england, wales. Choose one of these.',
    ],
    [
      ["--provision", "esg"],
      'Not accepted: --provision "esg". Did you mean esf? Expected esf. Choose one of these.',
    ],
  ])("refuses %j, which would be passed over in silence", async (words, message) => {
    const { err, code } = await commandLine(["dates", "--received", "2021-04-01", ...words]);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test("names what is due after the last published bank holiday", async () => {
    const { out } = await commandLine(["dates", "--received", "2028-12-20"]);
    expect(out).toContain("Due after the last published bank holiday, so not dated");
    expect(out).toContain("css-5/prap-update");
    expect((await commandLine(["dates", "--received", "2028-12-20", "--project"])).out).not.toContain(
      "not dated",
    );
  });
});

describe("explain", () => {
  test("refuses an id that no row has", async () => {
    const { err, code } = await commandLine(["explain", "nobody", ...clean]);
    expect(err).toContain('No referral "nobody" in ');
    expect(code).toBe(2);
  });

  test("names what does not apply, and with --all says why", async () => {
    const path = file("id,received_on,started_on,standards_on\nR1,2021-04-01,,\n");
    const brief = await commandLine(["explain", "R1", "--as-at", "2021-04-06", path]);
    expect(brief.out).toContain("Not applicable (--all says why): css-6/standards-provided");
    const all = await commandLine(["explain", "R1", "--as-at", "2021-04-06", "--all", path]);
    expect(all.out).toContain('"Started" is not recorded, so the clock never started: not applicable.');
  });
});

describe("due", () => {
  test("lists overdue work first, and only one adviser's when asked", async () => {
    const path = file("id,received_on,adviser\nR1,2021-04-01,a1\nR2,2021-04-06,a2\n");
    const { out } = await commandLine(["due", "--as-at", "2021-04-08", "--within-working-days", "2", path]);
    expect(out).toContain("2 overdue, 2 due within two working days of Thu 8 Apr 2021");
    const own = await commandLine([
      "due",
      "--as-at",
      "2021-04-08",
      "--within-working-days",
      "2",
      "--adviser",
      "a1",
      path,
    ]);
    expect(own.out).toContain("2 overdue, 0 due");
    expect(own.out).not.toContain("R2");
  });

  test("says which work may be done already, where a date of it cannot be read", async () => {
    const path = file("id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-31\nR2,2021-04-01,\n");
    const { out } = await commandLine(["due", "--as-at", "2021-04-08", "--within-working-days", "0", path]);
    expect(out).toMatch(/1 overdue, not known +R1 +css-1\/acknowledged/);
    expect(out).toMatch(/1 overdue +R2 +css-1\/acknowledged/);
    expect(out).toContain("Not known: one row above with a record that cannot be read, so that it may be");
  });
});

describe("rules that hold no referral to a date", () => {
  test("dates says so", async () => {
    const words = ["dates", "--programme", "work-programme", "--received", "2015-02-10", "--nation", "wales"];
    expect((await commandLine(words)).out).toContain("has no standards to hold a referral to.");
  });
  test.each(["check", "report", "due"])("%s says so, in place of an empty table", async (command) => {
    const path = file("id,received_on\nR1,2015-02-10\n");
    const rules = ["--programme", "work-programme", "--as-at", "2015-02-20"];
    const { out } = await commandLine([command, ...rules, path]);
    expect(out).toContain("has no standards to hold a referral to. The command\ncohorts has its outcomes.\n");
    expect(out).not.toContain("0 requirements");
    expect(out).not.toContain("0 overdue");
    expect(out).toContain("1 problem in the data");
  });
});

describe("check, of rules with one requirement", () => {
  const [standard] = whpJetsCv06.standards;
  const scorecardOf = async (standing: "contract" | "offered", ...words: string[]) => {
    const programme = {
      ...whpJetsCv06,
      id: "own",
      readings: [],
      states: whpJetsCv06.states.filter((state) => "from" in state),
      standards: [{ ...standard, standing }],
    };
    const rules = ["--programme", file(JSON.stringify(programme), "own.json"), "--as-at", "2021-04-08"];
    return (
      await commandLine([
        "check",
        ...rules,
        ...words,
        file("id,received_on,acknowledged_on\nR1,2021-04-01,\n"),
      ])
    ).out;
  };
  const nothing =
    "No requirement is in force; --including assesses what is offered, recommended or research.\n";

  test("counts it in the singular", async () =>
    expect(await scorecardOf("contract")).toContain("\n1 requirement: 1 not met.\n"));
  test("says how to assess it where it is only offered", async () => {
    expect(await scorecardOf("offered")).toContain(nothing);
    expect(await scorecardOf("offered", "--including", "offered")).toContain("\n1 requirement: 1 not met.\n");
  });
});

describe("of people whose nation is not given, where nations keep different holidays", () => {
  const programme = {
    ...whpJetsCv06,
    id: "own",
    calendars: { england: "england-and-wales", scotland: "scotland" },
  };
  const rules = ["--programme", file(JSON.stringify(programme), "own.json"), "--as-at", "2021-04-08"];
  const path = file("id,received_on,nation\nR1,2021-04-01,scotland\nR2,2021-04-01,\n");

  // In Scotland Easter Monday, 5 April, is worked.
  test("due tells that they are not on the list", async () => {
    const { out } = await commandLine(["due", ...rules, "--within-working-days", "0", path]);
    expect(out).toContain("2 overdue, 0 due");
    expect(out).toMatch(/Tue 6 Apr 2021 +2 overdue, not known +R1/);
    expect(out).not.toContain("R2");
    expect(out).toContain("1 problem in the data; the command check lists them.");
    const json = await commandLine(["due", ...rules, "--json", path]);
    expect(JSON.parse(json.out).problems).toMatchObject([{ code: "journey/nation", journey: "R2" }]);
  });
  test("backlog tells that they cannot be placed", async () => {
    const { out } = await commandLine(["backlog", ...rules, path]);
    expect(out).toContain("1 problem in the data; the command check lists them.");
  });
  test("backlog names the rules as they were named", async () => {
    const { out } = await commandLine(["backlog", ...rules, path]);
    expect(out.replaceAll("\n", " ")).toContain(`rules show css-2 --programme ${rules[1]}`);
  });
  test("dates says that nothing can be counted, and not that the lists end", async () => {
    const { out } = await commandLine(["dates", rules[0]!, rules[1]!, "--received", "2021-04-01"]);
    expect(out).not.toContain("Due by");
    expect(out).not.toContain("bank holiday");
    expect(out).toContain("--nation: missing. Expected england, scotland.");
    expect(out).toContain("Not dated: css-1/acknowledged, css-3/backlog-age, css-4/contacted");
    const inScotland = await commandLine([
      ...["dates", rules[0]!, rules[1]!, "--received", "2021-04-01", "--nation", "scotland"],
    ]);
    expect(inScotland.out).toMatch(/Tue 6 Apr 2021 +css-1\/acknowledged/);
    expect(inScotland.out).not.toContain("Not dated");
  });
  test("check lists them", async () => {
    const { out } = await commandLine(["check", ...rules, path]);
    expect(out).toContain("  Referral R2: attributes.nation: missing. Expected england, scotland.");
  });
});

describe("backlog", () => {
  test("shows the share under each denominator and who waits longest", async () => {
    const path = file(
      "id,received_on,acknowledged_on\nR1,2021-04-01,\nR2,2021-03-29,\nR3,2021-04-01,2021-04-06\n",
    );
    const { out } = await commandLine(["backlog", "--as-at", "2021-04-08", path]);
    expect(out).toContain("Backlog as at Thu 8 Apr 2021\n");
    expect(out).toContain("2 in backlog, 66.7% of 3 (target ≤ 4%).");
    expect(out.indexOf("R2")).toBeLessThan(out.indexOf("R1"));
  });

  test("by day, shows who came in and went out, and which day was the worst", async () => {
    // Received on Maundy Thursday: acknowledging is due on Wednesday 7 April, which closes with R1 undone.
    const path = file("id,received_on,acknowledged_on\nR1,2021-04-01,2021-04-09\nR2,2021-04-06,2021-04-06\n");
    const { out } = await commandLine(["backlog", "--month", "2021-04", "--as-at", "2021-04-11", path]);
    expect(out).toMatch(/^Backlog in April 2021, as at Sun 11 Apr 2021\n/);
    expect(out).toContain(
      "50.0% at the close of Wed 7 Apr 2021 (1 of 2), over 4% on 2 of 10 days; 0.0% at the last",
    );
    const row = (day: string) =>
      out
        .split("\n")
        .find((line) => line.startsWith(day))
        ?.trim()
        .split(/ {2,}/);
    expect(row("Thu 1 Apr")).toEqual(["Thu 1 Apr 2021", "1", "0", "0", "0", "1", "0.0%"]);
    expect(row("Wed 7 Apr")).toEqual([
      "Wed 7 Apr 2021",
      "0",
      "1",
      "0",
      "1",
      "2",
      "50.0%",
      "R1, 2 working days",
    ]);
    expect(row("Thu 8 Apr")).toEqual([
      "Thu 8 Apr 2021",
      "0",
      "0",
      "0",
      "1",
      "2",
      "50.0%",
      "R1, 3 working days",
    ]);
    expect(row("Fri 9 Apr")).toEqual(["Fri 9 Apr 2021", "0", "0", "1", "0", "2", "0.0%"]);
    expect(row("Sat 10 Apr")).toBeDefined();
    expect(row("Sun 11 Apr")).toBeUndefined();
    const narrow = await commandLine(["backlog", "--from", "2021-04-07", "--as-at", "2021-04-08", path], {
      columns: 40,
    });
    expect(narrow.out).toContain("Wed 7 Apr 2021: 1 of 2, 50.0%;");
  });

  test("by day, needs a first day, and says when none of its days is over", async () => {
    const path = file("id,received_on\nR1,2021-04-01\n");
    const words = ["backlog", "--as-at", "2021-04-11", path];
    expect((await commandLine([...words, "--until", "2021-04-30"])).err).toContain("--until alone");
    expect((await commandLine([...words, "--month", "2021-05"])).out).toContain(
      "None of these days is over.",
    );
  });
});

test("--help shows examples, for the whole and for each command", async () => {
  for (const words of [
    ["--help"],
    ["check", "--help"],
    ["due", "--help"],
    ["backlog", "--help"],
    ["explain", "--help"],
    ["dates", "--help"],
  ]) {
    const { out, code } = await commandLine(words);
    expect(out).toMatch(/Examples?:\n {2}programme-rules/);
    expect(code).toBe(0);
  }
});
