import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as programmes from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import {
  type Check,
  frontDoorsOnly,
  noClockInside,
  noCycles,
  noJunkRooms,
  noProgrammeInAssessing,
  onlyFaultsAreThrown,
  packagesKeepToTheirRooms,
  programmesAreData,
  roomsKeepToTheTable,
} from "./house/checks.js";
import { sourceFile, sourceFiles } from "./house/source.js";
import { outside, rooms, tableUnder } from "./house/table.js";

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const house = sourceFiles(path("src"));

/** Every id of every shipped programme: its own, its editions', its standards', its requirements'. */
const shippedIds = Object.values(programmes).flatMap((programme) => {
  if (!("standards" in programme)) return [programme.id];
  const { id, edition, standards } = programme as {
    id: string;
    edition: string;
    standards: readonly { id: string; requirements: readonly { id: string }[] }[];
  };
  return [
    id,
    edition,
    ...standards.flatMap((standard) => [standard.id, ...standard.requirements.map((one) => one.id)]),
  ];
});
const noProgramme = noProgrammeInAssessing(shippedIds);

/** A pretend src folder: path → text. */
const pretend = (files: Record<string, string>) =>
  Object.entries(files).map(([name, text]) => sourceFile(name, text));

describe("the house as it stands", () => {
  const checks: Record<string, Check> = {
    "rooms use only the rooms the table gives them": roomsKeepToTheTable,
    "rooms are entered by their front doors": frontDoorsOnly,
    "no file and no room reaches itself": noCycles,
    "outside packages stay in their rooms": packagesKeepToTheirRooms,
    "no assessing file names a programme or a requirement": noProgramme,
    "no folder is named utils, helpers, common or types": noJunkRooms,
    "programmes are data": programmesAreData,
    "nothing but a fault is thrown": onlyFaultsAreThrown,
    "only the command line reads clock, chance, environment or terminal": noClockInside,
  };
  for (const [law, check] of Object.entries(checks)) test(law, () => expect(check(house)).toEqual([]));

  test("something was read", () => expect(house.length).toBeGreaterThan(50));

  test("docs/house.md prints the same two tables", () => {
    const markdown = readFileSync(path("docs/house.md"), "utf8");
    expect(tableUnder("Who may import whom", markdown)).toEqual(rooms);
    expect(tableUnder("Which outside package may be used where", markdown)).toEqual(outside);
  });

  test("every file that docs/house.md names is there", () => {
    const named =
      readFileSync(path("docs/house.md"), "utf8").match(/(?<=`)(?:src|test)\/[\w./-]+(?=`)/g) ?? [];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !existsSync(path(name)))).toEqual([]);
  });

  test("the table itself has no circle: a room uses only rooms listed before it", () => {
    const order = Object.keys(rooms);
    const backwards = order.flatMap((room, at) =>
      (rooms[room] ?? []).filter((other) => order.indexOf(other) >= at).map((other) => `${room} → ${other}`),
    );
    expect(backwards).toEqual([]);
  });
});

describe("each check can fail", () => {
  const cases: [check: Check, files: Record<string, string>, sentence: string][] = [
    [
      roomsKeepToTheTable,
      { "date/day.ts": `import { share } from "../quantity/index.js";` },
      "date/day.ts uses quantity, which the table does not give to date",
    ],
    [
      roomsKeepToTheTable,
      { "compliance/assess.ts": `import type { X } from "../programmes/index.js";` },
      "compliance/assess.ts uses programmes, which the table does not give to compliance",
    ],
    [
      roomsKeepToTheTable,
      { "cli/main.ts": `export * from "../testing/index.js";` },
      "cli/main.ts uses testing, which the table does not give to cli",
    ],
    [
      roomsKeepToTheTable,
      { "rules/match.ts": `type X = import("../deadlines/index.js").X;` },
      "rules/match.ts uses deadlines, which the table does not give to rules",
    ],
    [
      roomsKeepToTheTable,
      { "rules/match.ts": `const x = await import("../deadlines/index.js");` },
      "rules/match.ts uses deadlines, which the table does not give to rules",
    ],
    [roomsKeepToTheTable, { "verdicts/one.ts": "" }, "verdicts/one.ts is in no room of the table"],
    [roomsKeepToTheTable, { "version.ts": "" }, "version.ts is in no room of the table"],
    [
      frontDoorsOnly,
      { "journey/event.ts": `import type { IsoDate } from "../date/iso-date.js";` },
      "journey/event.ts enters date by ../date/iso-date.js, not by its index",
    ],
    [
      frontDoorsOnly,
      { "date/day.ts": `import { isoDate } from "./index.js";` },
      "date/day.ts imports its own room's index",
    ],
    [
      frontDoorsOnly,
      { "programmes/whp-jets/cv06.ts": `import { y } from "../index.js";` },
      "programmes/whp-jets/cv06.ts imports its own room's index",
    ],
    [
      roomsKeepToTheTable,
      { "date/day.ts": `import { isoDate } from "../doors/calendar.js";` },
      "date/day.ts uses doors, which the table does not give to date",
    ],
    [
      roomsKeepToTheTable,
      { "doors/root.ts": `export { run } from "../cli/index.js";` },
      "doors/root.ts uses cli, which the table does not give to doors",
    ],
    [roomsKeepToTheTable, { "index.ts": "" }, "index.ts is in no room of the table"],
    [
      frontDoorsOnly,
      { "doors/root.ts": `export { isoDate } from "../date/iso-date.js";` },
      "doors/root.ts enters date by ../date/iso-date.js, not by its index",
    ],
    [
      frontDoorsOnly,
      { "date/day.ts": `import { month } from "./month";` },
      "date/day.ts imports ./month without its .js ending",
    ],
    [
      noCycles,
      { "date/a.ts": `import "./b.js";`, "date/b.ts": `import type { A } from "./a.js";` },
      "a circle: date/a.ts → date/b.ts → date/a.ts",
    ],
    [
      noCycles,
      { "date/a.ts": `import "../quantity/index.js";`, "quantity/b.ts": `import "../date/index.js";` },
      "a circle: date → quantity → date",
    ],
    [
      packagesKeepToTheirRooms,
      { "calendar/create.ts": `import { string } from "zod/mini";` },
      "calendar/create.ts imports zod, which belongs in shapes, rules, journey, compliance, cohorts, returns, regime, review, tender",
    ],
    [
      packagesKeepToTheirRooms,
      { "calendar/create.ts": `import { readFileSync } from "fs";` },
      "calendar/create.ts imports node built-ins, which belongs in cli",
    ],
    [
      packagesKeepToTheirRooms,
      { "testing/matchers.ts": `import fc from "fast-check";` },
      "testing/matchers.ts imports fast-check, which belongs in testing/arbitraries",
    ],
    [
      packagesKeepToTheirRooms,
      { "cli/main.ts": `import chalk from "chalk";` },
      "cli/main.ts imports chalk, which belongs in no room",
    ],
    [
      packagesKeepToTheirRooms,
      { "rules/schema.ts": `import { z } from "zod";` },
      "rules/schema.ts imports zod, not zod/mini",
    ],
    [
      noProgramme,
      { "deadlines/a.ts": `if (id === "css-1/acknowledged") stop();` },
      "deadlines/a.ts names css-1",
    ],
    [noProgramme, { "backlog/a.ts": "const x = whpJetsCv06.standards;" }, "backlog/a.ts names whp"],
    [noProgramme, { "regime/a.ts": `const x = "work-programme";` }, "regime/a.ts names work-programme"],
    [
      noJunkRooms,
      { "rules/utils/text.ts": "" },
      "rules/utils/text.ts is kept under utils, which says nothing",
    ],
    [noJunkRooms, { "rules/types.ts": "" }, "rules/types.ts is kept under types, which says nothing"],
    [
      programmesAreData,
      { "programmes/a.ts": "function f() { return 1; }" },
      "programmes/a.ts:1 is a function",
    ],
    [
      programmesAreData,
      { "programmes/a.ts": "export const f = () => { return 1; };" },
      "programmes/a.ts:1 is a function",
    ],
    [onlyFaultsAreThrown, { "rules/a.ts": "throw new TypeError(x);" }, "rules/a.ts throws a TypeError"],
    [
      onlyFaultsAreThrown,
      { "compliance/a.ts": "throw new ComplianceError(x);" },
      "compliance/a.ts throws a ComplianceError",
    ],
    [noClockInside, { "date/a.ts": "const today = new Date();" }, "date/a.ts uses new Date()"],
    [noClockInside, { "tender/a.ts": "const x = Math.random();" }, "tender/a.ts uses Math.random"],
  ];
  test.each(cases)("%o on %o says: %s", (check, files, sentence) => {
    expect(check(pretend(files))).toContain(sentence);
  });
});

describe("each check lets the good through", () => {
  test("comments and doc examples may name a programme; code beside them may not", () => {
    const text = "/** As in `css-1/acknowledged`. */\nexport const a = 1; // whp-jets";
    expect(noProgramme(pretend({ "deadlines/a.ts": text, "cli/main.ts": `const p = "whp-jets";` }))).toEqual(
      [],
    );
  });

  test("front doors, siblings, fault and the edges pass", () => {
    const files = pretend({
      "doors/testing-arbitraries.ts": `export * from "../testing/arbitraries/index.js";`,
      "date/a.ts": `import { b } from "./b.js"; import { ProgrammeFault } from "../fault.js";`,
      "cli/main.ts": `import { x } from "../programmes/index.js"; import { readFile } from "node:fs/promises";`,
      "testing/arbitraries.ts": `import fc from "fast-check"; import { x } from "../regime/index.js";`,
    });
    const checks = [roomsKeepToTheTable, frontDoorsOnly, noCycles, packagesKeepToTheirRooms];
    expect(checks.flatMap((check) => check(files))).toEqual([]);
  });

  test("data with a place left open passes", () => {
    const files = pretend({ "programmes/a.ts": "export const item = (n) => ({ item: n });" });
    expect(programmesAreData(files)).toEqual([]);
  });
});
