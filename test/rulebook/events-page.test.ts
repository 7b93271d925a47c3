import { whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { eventsPage } from "programme-rules/rulebook";
import { expect, test } from "vitest";
import { shipped } from "../programmes/shipped.js";

const page = eventsPage(shipped);
const rowOf = (kind: string, text = eventsPage([whpJetsCv06])) =>
  text.split("\n").find((line) => line.startsWith(`| \`${kind}\` |`));

test("has a row for every kind of every programme, with its fields", () => {
  for (const { id, edition, events } of shipped) {
    const section = page.split("\n## ").find((text) => text.split("\n")[0]!.includes(`${id} ${edition}`))!;
    for (const { id: kind, title, fields = [] } of events) {
      const row = rowOf(kind, section);
      expect(row, kind).toContain(title);
      for (const field of fields) expect(row, kind).toContain(`\`${field}\``);
    }
  }
});

test("says what a field may hold, whether it is needed, what happens once and what it cannot come before", () => {
  expect(rowOf("prap-updated")).toBe(
    "| `prap-updated` | PRaP updated | **`status`** (started, did-not-attend, did-not-start) |  | `referral-received` |",
  );
  expect(rowOf("earnings")).toContain("**`pence`** (a whole number from 0)");
  expect(rowOf("job-started")).toContain("`selfEmployed` (true or false)");
  expect(rowOf("started")).toBe("| `started` | Started |  | yes | `referral-received` |");
  expect(rowOf("referral-sent")).toMatch(/\| {2}\|$/);
  expect(page).toContain('`{ kind: "retracted", on: "2021-04-08", of: "e1" }`');
});

test("programmes with the same kinds share a section", () => {
  expect(eventsPage([whpCoreCv04, whpJetsCv06]).match(/^## .*$/gm)).toEqual([
    "## whp-core cv04, whp-jets cv06",
  ]);
  const own = { ...whpJetsCv06, id: "own", events: whpJetsCv06.events.slice(1) };
  expect(eventsPage([whpJetsCv06, own]).match(/^## /gm)).toHaveLength(2);
});
