import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Programme, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { exampleOffer } from "programme-rules/programmes";
import { eventsPage, programmePage, readingsPage } from "programme-rules/rulebook";
import { describe, expect, test } from "vitest";
import { shipped } from "../programmes/shipped.js";
import { book } from "./book.js";

const folder = fileURLToPath(new URL("../../docs/rulebook/", import.meta.url));

const events = fileURLToPath(new URL("../../docs/events.md", import.meta.url));

if (process.env.UPDATE === "1") {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(book)) writeFileSync(`${folder}${file}`, text);
  writeFileSync(events, eventsPage(shipped));
}

test("so is the page of events", () => expect(readFileSync(events, "utf8")).toBe(eventsPage(shipped)));

test("the rule book on disk is a fresh one; UPDATE=1 npx vitest run test/rulebook writes it", () => {
  const onDisk = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(folder + file, "utf8")]),
  );
  expect(onDisk).toEqual(book);
});

describe.each(Object.entries(book))("%s", (_file, text) => {
  test("says that it is generated, that the contract comes first, that it is no legal advice, and its licence", () => {
    expect(text.split("\n")[0]).toMatch(/^<!-- Generated from the programme data\. Do not edit/);
    expect(text).toContain("**The contract takes precedence.**");
    expect(text).toContain("not legal advice");
    expect(text).toContain("Open Government Licence v3.0");
  });
  test("prints words, never a value that was not thought of", () => {
    expect(text).not.toMatch(/undefined|\[object Object\]|NaN|null/);
  });
  test("its links lead somewhere", () => {
    for (const [, to] of text.matchAll(/\]\(([^)]+)\)/g)) {
      if (to!.startsWith("https://")) continue;
      const [file, id] = to!.split("#") as [string, string?];
      const page = file === "" ? text : book[file];
      expect(page, to).toBeDefined();
      if (id !== undefined) expect(page, to).toContain(`<a id="${id}"></a>`);
    }
  });
});

test("every standard, requirement, return, level and reading has its place on its programme's page", () => {
  const idsOf = ({ standards, readings, returns = [], minimumPerformanceLevels = [] }: Programme) =>
    [
      ...standards,
      ...standards.flatMap(({ requirements }) => requirements),
      ...returns,
      ...readings,
      ...minimumPerformanceLevels,
    ].map(({ id }) => id);
  for (const programme of shipped) {
    const text = book[`${programme.id}-${programme.edition}.md`]!;
    for (const id of idsOf(programme)) expect(text, id).toContain(`<a id="${id}"></a>`);
  }
  for (const { id } of exampleOffer.changes.add.standards)
    expect(book["example-offer.md"], id).toContain(`<a id="${id}"></a>`);
});

test("a part of a standard, line by line", () => {
  const text = programmePage(whpCoreCv04);
  const from = text.indexOf('<a id="css-12/after-job-end"></a>');
  expect(text.slice(from, text.indexOf('<a id="css-12/kept"></a>')).trim()).toBe(
    [
      '<a id="css-12/after-job-end"></a>',
      "**When a job ends and the participant returns to the Jobcentre, the exit report is given within 10 working days of the day the end of a job became known or, if later, of the return to the Jobcentre.** `css-12/after-job-end`",
      "",
      "- Done by: “Exit report given”",
      "- Counted from: leaving “In work”, from the day it became known, or from “Returned to the Jobcentre” if that comes later",
      "- Within: 10 working days",
      "- After leaving: still owed",
      "- Only: in “On the programme”; once there is “Returned to the Jobcentre” on or after that day and before the next entering “In work”",
      "- Target: every case",
      "- Depends on how the text is read: [counting-day](#counting-day), [no-percentage-given](#no-percentage-given), [job-end-clock](#job-end-clock), [job-end-return](#job-end-return)",
    ].join("\n"),
  );
});

test("the readings page asks each question once and shows where programmes differ", () => {
  const text = readingsPage([whpCoreCv04, whpJetsCv06]);
  expect(text.match(/<a id="counting-day">/g)).toHaveLength(1);
  expect(text).toContain("Asked by whp-core cv04, whp-jets cv06.");
  expect(
    text.slice(text.indexOf("## stops-while-in-work")).match(/\(what the data says\)/g)!.length,
  ).toBeGreaterThan(1);
});

test("side by side, the two clocks of the action plan stand in one row", () => {
  const row = book["side-by-side.md"]!.split("\n").find((line) => line.startsWith("| finalised |"));
  expect(row).toBe(
    "| finalised | CSS 7: A starter's action plan is finalised within 20 working days of receipt. Target: every case. | CSS 7: The action plan is finalised within 10 working days of the start. Target: every case. |  |",
  );
});
