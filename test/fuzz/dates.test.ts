import { londonDate, parsePercent, parsePounds } from "programme-rules";
import { epochDay, isIsoDate, isoDate, readUkDate, workingCalendar } from "programme-rules/calendar";
import { expect, test } from "vitest";
import { Chance } from "./chance.js";
import { odd } from "./malformed.js";
import { cases, seed } from "./size.js";

const PARTS = [
  "2021",
  "0000",
  "9999",
  "-",
  "/",
  "04",
  "13",
  "31",
  "T",
  "Z",
  "+01:00",
  ":",
  " ",
  "٢",
  "１",
  "e",
  "%",
  "£",
  ".",
];
const calendar = workingCalendar("england-and-wales");

/** Something in place of a date: of any kind, or made of what dates and amounts are made of. */
const given = (chance: Chance): unknown =>
  chance.once(3) ? odd(chance) : chance.list(8, () => chance.one(PARTS)).join("");

/** What a reader says to a value; a refusal must be a fault of ours. */
function answered(read: (value: never) => unknown, value: unknown): unknown {
  try {
    return read(value as never);
  } catch (error) {
    if ((error as Error).name === "ProgrammeFault") return undefined;
    throw new Error(`Crashed on ${JSON.stringify(value)}`, { cause: error });
  }
}

test(`${cases} values in place of dates and amounts are read or refused by name (seed ${seed + 30})`, () => {
  const chance = new Chance(seed + 30);
  for (let made = 0; made < cases; made++) {
    const value = given(chance);
    const day = answered(epochDay, value);
    if (typeof day === "number") expect(isIsoDate(isoDate(day))).toBe(true);
    const london = answered(londonDate, value);
    if (london !== undefined) expect(isIsoDate(london as string)).toBe(true);
    const uk = answered(readUkDate, value);
    expect(uk === undefined || Number.isInteger(uk)).toBe(true);
    answered(parsePercent, value);
    const pence = answered(parsePounds, value);
    if (pence !== undefined) expect(Number.isSafeInteger(pence)).toBe(true);
    answered((wild) => calendar.addWorkingDays(wild, 2), value);
    answered((wild) => calendar.addWorkingDays("2021-04-01", wild), value);
    answered((wild) => workingCalendar(wild), value);
    const option = chance.one(["closures", "weekend", "beyondPublished", "asKnownOn", "__proto__", "other"]);
    answered((wild) => workingCalendar("scotland", { [option]: wild }), value);
  }
});
