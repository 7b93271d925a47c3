import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ICAL from "ical.js";
import { whpJetsCv06 } from "programme-rules";
import { returnsDue } from "programme-rules/returns";
import { afterEach, describe, expect, test } from "vitest";
import { returnsCalendar } from "../../../src/cli/output/icalendar.js";
import { returnsSchemas } from "../../../src/returns/schema.js";
import { commandLine } from "../terminal.js";

const folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
const may = ["--from", "2021-05-01", "--to", "2021-05-31"];
const returns = (...words: string[]) => commandLine(["returns", ...words]);

/** Opens a calendar file with a parser that had no part in writing it. */
const opened = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
};

describe("returns", () => {
  test("lists what is due, and why that day", async () => {
    const { out, code } = await returns(...may, "--review", "2021-05-20");
    expect(code).toBe(0);
    expect(
      out,
    ).toBe(`Work and Health Programme: Job Entry Targeted Support, variation CV06: due Sat 1 May 2021 to Mon 31 May 2021

Due              Return or review               For         Why that day
Thu 13 May 2021  Management information                     Five working days before the review of Thu 20 May 2021 is
                                                            Thu 13 May 2021.
Mon 17 May 2021  CSS template (css-13, css-14)  April 2021  The 15th is Sat 15 May 2021, not a working day; the next is
                                                            Mon 17 May 2021.
Thu 20 May 2021  Action plan reviewed                       On the day itself: the review of Thu 20 May 2021.
Thu 20 May 2021  Performance review             May 2021    The review is on Thu 20 May 2021.
Mon 24 May 2021  Performance return             April 2021  The 15th working day of May 2021 is Mon 24 May 2021 (Early
                                                            May bank holiday does not count).
Mon 31 May 2021  Breakdown                      May 2021    Once in May 2021, so by its last day.

The contract takes precedence. Not legal advice.
`);
  });

  test("as at a day, what is due that day or later is open and not outstanding", async () => {
    const log = ["--contract-log", "examples/data/review/contract-log.json", "--as-at", "2021-06-30"];
    const { out } = await returns("--from", "2021-06-01", "--to", "2021-07-31", ...log);
    expect(out).toMatch(/Mon 21 Jun 2021 {2}Performance return .* outstanding /);
    expect(out).toMatch(/Wed 30 Jun 2021 {2}Breakdown .* open /);
    expect(out).toMatch(/Sat 31 Jul 2021 {2}Breakdown .* open /);
  });

  test("in a narrow terminal, nothing is cut", async () => {
    const { out } = await commandLine(["returns", ...may], { columns: 60 });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(out.replaceAll(/\s+/g, " ")).toContain("not a working day; the next is Mon 17 May 2021.");
  });

  test("prints JSON in its published shape", async () => {
    const { out } = await returns(...may, "--json");
    expect(returnsSchemas["command-returns"].safeParse(JSON.parse(out))).toMatchObject({ success: true });
  });

  test("work-programme is all of its editions", async () => {
    const words = ["--programme", "work-programme", "--from", "2014-03-01", "--to", "2014-08-31"];
    const { out } = await returns(...words, "--nation", "scotland", "--json");
    const editions = JSON.parse(out).returns.map((row: { edition: string }) => row.edition);
    expect([...new Set(editions)]).toEqual(["regime-v1", "regime-v2", "regime-v3"]);
  });

  test("says what a log shows to be done, late or outstanding", async () => {
    const log = join(folder, "log.json");
    const events = [
      { kind: "contract-started", on: "2021-03-01" },
      { kind: "template-a-sent", on: "2021-05-18", forMonth: "2021-04" },
      { kind: "template-b-sent", on: "2021-05-17", forMonth: "2021-04" },
    ];
    writeFileSync(log, JSON.stringify({ id: "jets-east", events }));
    const { out } = await commandLine(["returns", ...may, "--contract-log", log], { columns: 200 });
    expect(out).toMatch(/CSS template \(css-13, css-14\) +April 2021 +late, Tue 18 May 2021/);
    expect(out).toMatch(/Performance return +April 2021 +outstanding/);
  });

  test("refuses what it cannot answer", async () => {
    expect((await returns("--from", "2021-05-01", "--to", "2021-04-01")).code).toBe(2);
    const { err, code } = await returns(...may, "--ics", join(folder, "no-such-folder", "a.ics"));
    expect(code).toBe(2);
    expect(err).toContain("a path that can be written to");
  });
});

describe("the calendar file, opened by another program", () => {
  const rows = returnsDue(whpJetsCv06, { from: "2021-01-01", to: "2021-12-31", reviewsOn: ["2021-05-20"] });
  const file = { title: "JETS; east, \\north", asAt: "2021-01-01", contract: "east/1", nation: "wales" };

  test("holds each date once, as a whole day", () => {
    const events = opened(returnsCalendar(rows, file));
    expect(events.map((event) => event.startDate.toString())).toEqual(rows.map(({ dueOn }) => dueOn));
    expect(events.every((event) => event.startDate.isDate)).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(rows.length);
  });

  test("keeps commas, semicolons, backslashes and line ends as they were", () => {
    const text = returnsCalendar(rows, file);
    const name = new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue("x-wr-calname");
    expect(name).toBe("Returns and reviews of east/1: JETS; east, \\north");
    const template = opened(text).find(({ summary }) => summary.includes("CSS"));
    expect(template?.summary).toBe("east/1: CSS template (css-13, css-14), December 2020");
    expect(template?.description.split("\n").slice(-2)).toEqual([
      "[001 ¶38 item 13] [001 ¶38 item 14]",
      "The contract takes precedence. Not legal advice.",
    ]);
    expect(text.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  });

  test("an entry is the same entry when its day moves, and another contract's is another", () => {
    const uids = (list: typeof rows, contract = "east/1") =>
      opened(returnsCalendar(list, { ...file, contract })).map(({ uid }) => uid);
    const moved = rows.map((row) => ({
      ...row,
      dueOn: row.forMonth === undefined ? row.dueOn : "2021-12-30",
    }));
    expect(uids(moved)).toEqual(uids(rows));
    expect(uids(rows, "west").filter((uid) => uids(rows).includes(uid))).toEqual([]);
  });

  test("is the same text each time: stamped with the as-at date, not the clock", async () => {
    const one = join(folder, "one.ics");
    await returns(...may, "--as-at", "2021-04-30", "--ics", one);
    const first = readFileSync(one, "utf8");
    expect(first).toContain("DTSTAMP:20210430T000000Z");
    await returns(...may, "--as-at", "2021-04-30", "--ics", one);
    expect(readFileSync(one, "utf8")).toBe(first);
    expect(opened(first)).toHaveLength(4);
  });

  const written = async (...words: string[]) => {
    const path = join(folder, "moved.ics");
    await returns("--from", "2021-04-01", "--to", "2021-04-30", ...words, "--ics", path);
    return new Map(
      opened(readFileSync(path, "utf8")).map((event) => [event.uid, event.startDate.toString()]),
    );
  };

  test("a review that becomes planned, and one that moves, moves its entries and doubles none", async () => {
    const [open, planned, moved] = [
      await written(),
      await written("--review", "2021-04-20"),
      await written("--review", "2021-04-22"),
    ];
    expect([...open.keys()].filter((uid) => !planned.has(uid))).toEqual([]);
    expect([...moved.keys()].sort()).toEqual([...planned.keys()].sort());
    expect([...moved.values()]).not.toEqual([...planned.values()]);
  });

  test("several reviews of a month are numbered, and the others of it keep their number in any span", async () => {
    const both = ["--review", "2021-04-12", "--review", "2021-04-26"];
    const two = await written(...both);
    expect(new Set(two.values())).toContain("2021-04-26");
    const late = ["--review", "2021-04-12", "--review", "2021-04-28"];
    expect([...(await written(...late)).keys()].sort()).toEqual([...two.keys()].sort());
    const second = await written(...both, "--from", "2021-04-20");
    expect([...second.keys()].filter((uid) => !two.has(uid))).toEqual([]);
    expect([...second].every(([uid, on]) => two.get(uid) === on)).toBe(true);
  });

  test("nations, contracts and programmes never share an entry", async () => {
    const log = (id: string) => {
      const path = join(folder, `${encodeURIComponent(id)}.json`);
      writeFileSync(path, JSON.stringify({ id, events: [] }));
      return ["--contract-log", path];
    };
    const work = (...words: string[]) =>
      written("--programme", "work-programme", "--from", "2014-03-01", "--to", "2014-08-31", ...words);
    const files = [
      await work(),
      await work("--nation", "england"),
      await work("--nation", "wales"),
      await work("--nation", "scotland"),
      await written(),
      await written("--contract", "west"),
      await written(...log("east")),
      await written(...log("east/england")),
      await written("--programme", "whp-core"),
    ];
    const uids = files.flatMap((file) => [...file.keys()]);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test("a contract's name is that of its log, unless it is named; where neither names it, that is said", async () => {
    const path = join(folder, "named.json");
    writeFileSync(path, JSON.stringify({ id: "north", attributes: { nation: "england" }, events: [] }));
    const keys = async (...words: string[]) => [...(await written(...words)).keys()];
    const north = await keys("--contract-log", path);
    expect(await keys("--contract", "north", "--nation", "england")).toEqual(north);
    expect(await keys("--contract-log", path, "--contract", "south")).not.toEqual(north);
    const said = async (...words: string[]) =>
      (await returns(...may, ...words, "--ics", join(folder, "said.ics"))).out.replaceAll(/\s+/g, " ");
    expect(await said()).toContain(
      "If your calendar holds several contracts, name this one with --contract.",
    );
    expect(await said("--contract", "north")).not.toContain("--contract");
    expect(await said("--contract-log", path)).not.toContain("--contract");
  });

  test("a review that moves into another month is that month's, and the one it leaves is open again", async () => {
    const span = ["--from", "2021-04-01", "--to", "2021-05-31"];
    const before = await written("--review", "2021-04-28", "--review", "2021-05-20", ...span);
    const moved = await written("--review", "2021-05-04", "--review", "2021-05-20", ...span);
    const of = (entries: typeof before, on: string) =>
      [...entries].flatMap(([uid, day]) => (day === on && uid.includes("performance-review") ? [uid] : []));
    expect(of(moved, "2021-04-30")).toEqual(of(before, "2021-04-28"));
    expect(of(moved, "2021-05-04")).toEqual(of(before, "2021-05-20"));
  });

  test("is written over a calendar, and over no other file", async () => {
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "mine");
    const { err, code } = await returns(...may, "--ics", notes);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(
      `${notes} is there already, and this command did not make it. Name another file with --ics.`,
    );
    expect(readFileSync(notes, "utf8")).toBe("mine");
  });

  test("refuses to overwrite a calendar of somebody else's", async () => {
    const mine = join(folder, "mine.ics");
    const text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//Mail//EN\r\nEND:VCALENDAR\r\n";
    writeFileSync(mine, text);
    expect((await returns(...may, "--ics", mine)).code).toBe(2);
    expect(readFileSync(mine, "utf8")).toBe(text);
  });

  test("names the contract in each entry and in the calendar's name, where it has one", () => {
    const text = returnsCalendar(rows, file);
    for (const event of opened(text)) expect(event.summary).toMatch(/^east\/1: /);
    expect(text.replaceAll("\r\n ", "")).toContain("X-WR-CALNAME:Returns and reviews of east/1: JETS");
    const [first] = opened(returnsCalendar(rows, { ...file, contract: undefined }));
    expect(first?.summary).not.toContain(":");
  });

  test("says which of two files is the newer, by the as-at date", () => {
    const of = (asAt: string) => opened(returnsCalendar(rows, { ...file, asAt }))[0]!;
    expect(of("2021-01-02").sequence - of("2021-01-01").sequence).toBe(1);
    expect(of("2021-01-02").component.getFirstPropertyValue("last-modified")?.toString()).toBe(
      "2021-01-02T00:00:00Z",
    );
  });

  describe("wherever it is written", () => {
    const zone = process.env.TZ;
    afterEach(() => {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    });
    test.each(["Pacific/Apia", "America/New_York", "Europe/London", "Asia/Kolkata"])("in %s", (name) => {
      const here = returnsCalendar(rows, file);
      process.env.TZ = name;
      expect(returnsCalendar(rows, file)).toBe(here);
    });
  });
});
