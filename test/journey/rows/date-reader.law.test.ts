import fc from "fast-check";
import { expect, test } from "vitest";
import { dateReader } from "../../../src/journey/index.js";

const DAY = 86_400_000;
const day = fc.integer({ min: Date.UTC(2000, 0, 1) / DAY, max: Date.UTC(2099, 11, 31) / DAY });
const isoOf = (each: number) => new Date(each * DAY).toISOString().slice(0, 10);

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** What each token says of a day, worked out from its ISO text. */
const SAYS: Readonly<Record<string, (iso: string) => string>> = {
  dd: (iso) => iso.slice(8),
  d: (iso) => String(Number(iso.slice(8))),
  MM: (iso) => iso.slice(5, 7),
  M: (iso) => String(Number(iso.slice(5, 7))),
  MMM: (iso) => MONTHS[Number(iso.slice(5, 7)) - 1]!.slice(0, 3),
  MMMM: (iso) => MONTHS[Number(iso.slice(5, 7)) - 1]!,
  yyyy: (iso) => iso.slice(0, 4),
  yy: (iso) => iso.slice(2, 4),
  EEE: (iso) => WEEKDAYS[new Date(iso).getUTCDay()]!.slice(0, 3),
};

const order = fc.shuffledSubarray(["day", "month", "year"], { minLength: 3 });
const form = fc
  .record({
    order,
    day: fc.constantFrom("d", "dd"),
    month: fc.constantFrom("M", "MM", "MMM", "MMMM"),
    year: fc.constantFrom("yy", "yyyy"),
    between: fc.constantFrom("/", "-", ".", " "),
    before: fc.constantFrom([], ["EEE"]),
  })
  .map(({ order: parts, between, before, ...tokens }) => ({
    tokens: [...before, ...parts.map((part) => tokens[part as "day"])],
    between,
  }));
type Form = { readonly tokens: readonly string[]; readonly between: string };

const textOf = ({ tokens, between }: Form) => tokens.join(between);
const written = ({ tokens, between }: Form, iso: string) =>
  tokens.map((token) => SAYS[token]!(iso)).join(between);
const inCase = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
);

test("a day that is written in a form is read from it, in any letter case", () => {
  fc.assert(
    fc.property(form, day, inCase, (each, at, cased) => {
      const iso = isoOf(at);
      expect(dateReader(textOf(each))(cased(written(each, iso)))).toBe(iso);
    }),
    { numRuns: 500 },
  );
});

test("what is read from a form is what it would write, leading zeros aside", () => {
  const digits = fc.string({ unit: fc.constantFrom("0", "1", "2", "3", "9"), minLength: 1, maxLength: 5 });
  const text = fc
    .tuple(fc.array(digits, { minLength: 3, maxLength: 3 }), fc.constantFrom("/", "-"))
    .map(([parts, between]) => parts.join(between));
  const plain = (each: string) => each.replace(/\b0(?=\d)/g, "");
  fc.assert(
    fc.property(
      form,
      fc.oneof(
        text,
        day.map((at) => isoOf(at).split("-").reverse().join("/")),
      ),
      (each, given) => {
        const iso = dateReader(textOf(each))(given);
        if (iso !== undefined) expect(plain(written(each, iso))).toBe(plain(given));
      },
    ),
    { numRuns: 2000 },
  );
});

test("a list is refused when a day that is written in one of its forms would be another in the other", () => {
  const sample = fc.sample(day, { numRuns: 4000, seed: 42 }).map(isoOf);
  fc.assert(
    fc.property(form, form, (one, other) => {
      const pairs = [[one, other] as const, [other, one] as const];
      const isAmbiguous = pairs.some(([from, to]) => {
        const read = dateReader(textOf(to));
        return sample.some((iso) => {
          const date = read(written(from, iso));
          return date !== undefined && date !== iso;
        });
      });
      const make = () => dateReader([textOf(one), textOf(other)]);
      if (isAmbiguous) expect(make).toThrow(" would be ");
      else expect(make).not.toThrow();
    }),
    { numRuns: 60 },
  );
}, 60_000);

test("numbers of Excel count days from its own", () => {
  fc.assert(
    fc.property(day, (at) => {
      const serial = at - Date.UTC(1899, 11, 30) / DAY;
      expect(dateReader("iso", { excelSerials: true })(String(serial))).toBe(isoOf(at));
    }),
  );
});
