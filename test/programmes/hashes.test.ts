import { readFileSync } from "node:fs";
import { hashOf, type Programme, type Variation, workingCalendar } from "programme-rules";
import { calendarDataVersion } from "programme-rules/calendar";
import * as programmes from "programme-rules/programmes";
import { expect, test } from "vitest";

/**
 * What each published revision says, as a fingerprint. When data is corrected it gets the next revision and a line of
 * its own in that file; a line that was released is never edited, and `.config/released.mjs` sees to it.
 */
const published: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL("published.json", import.meta.url), "utf8"),
);

type Data = Programme | Variation;
const data = Object.values(programmes).filter((one) => !("editions" in one)) as unknown as readonly Data[];
const named = (one: Data) => ("revision" in one ? `${one.id} ${one.edition} ${one.revision}` : one.id);

test.each(data.map((one) => [named(one), one] as const))(
  "%s says what it said when it was published",
  (name, one) => {
    expect(
      hashOf(one),
      "The data changed. Give it a new revision, and that a line in test/programmes/published.json.",
    ).toBe(published[name]);
  },
);

const holidays = `bank holidays ${calendarDataVersion}`;

test(`${holidays} are those that were published`, () => {
  const lists = (["england-and-wales", "scotland", "northern-ireland"] as const).map((nation) => {
    const calendar = workingCalendar(nation);
    return calendar.holidays({ from: calendar.knownFrom, until: calendar.knownUntil });
  });
  expect(
    hashOf({ lists } as unknown as Programme),
    "A bank holiday changed. Move calendarDataVersion on, and give it a line in test/programmes/published.json.",
  ).toBe(published[holidays]);
});

test("every published revision that is listed is still shipped", () => {
  const shipped = new Set(data.map(named));
  const listed = Object.keys(published).filter((name) => !name.startsWith("bank holidays "));
  expect(listed.filter((name) => !shipped.has(name))).toEqual([]);
});
