import { refuseNotObject } from "../argument.js";
import { DATE, type DateInput, type EpochDay, epochDay, isoDate } from "../date/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import { nested, type OptionKind, oneOf } from "../options.js";
import { unknownWord } from "../unknown-word.js";
import { CITATION } from "./citation.js";
import { freeze } from "./fingerprint.js";
import { type History, type InForce, isHistory, type Programme } from "./programme.js";
import { refuseNotHistory, refuseNotRules } from "./programme-argument.js";

/**
 * The edition in force on a date. Bounds are inclusive; an edition with an unknown bound matches no
 * date, because guidance often does not say from when it applied.
 *
 * @throws ProgrammeFault `rules/unknown-bounds` when only an edition with unknown bounds could
 * match, `rules/no-edition` when the date is outside every span.
 *
 * @example
 * ```ts
 * import { editionOn, whpCore, withInForce } from "programme-rules";
 * import { workProgramme } from "programme-rules/programmes";
 *
 * editionOn(workProgramme, "2014-05-01").edition; // => "regime-v2"
 * editionOn(whpCore, "2021-03-01"); // throws withInForce
 * const mine = withInForce(whpCore, { cv04: { from: "2020-10-01", until: "2021-12-31" } });
 * editionOn(mine, "2021-03-01").edition; // => "cv04"
 * ```
 */
export function editionOn(history: History, date: DateInput): Programme {
  refuseNotHistory(history);
  const day = isoDate(epochDay(date));
  const { editions } = history;
  const found = editions.find(({ inForce: { from, until } }) => within(day, from, until) && from && until);
  if (found !== undefined) return found;
  const possible = editions.filter(({ inForce: { from, until } }) => within(day, from, until));
  throw possible.length > 0 ? unknownBounds(history, day, possible) : noEdition(history, day);
}

/**
 * The history with the spans you know: edition → bounds, both days included. It replaces what the
 * edition said about when it was in force.
 *
 * @throws ProgrammeFault `rules/unknown-edition`, `rules/span-reversed` or `rules/editions-overlap`.
 *
 * @example
 * ```ts
 * import { whpJets, withInForce } from "programme-rules";
 *
 * const mine = withInForce(whpJets, { cv06: { from: "2020-10-05", until: "2022-03-31" } });
 * mine.editions[0]?.inForce.from; // => "2020-10-05"
 * withInForce(whpJets, { cv60: {} }); // throws cv06
 * ```
 */
export function withInForce(history: History, spans: Readonly<Record<string, InForce>>): History {
  refuseNotHistory(history);
  refuseNotObject(spans, 'spans by edition, such as { cv04: { from: "2020-10-01" } }');
  const known = history.editions.map(({ edition }) => edition);
  for (const edition of Object.keys(spans))
    if (!known.includes(edition)) throw unknownEdition(history, edition);
  const editions = history.editions.map((programme) =>
    spans[programme.edition] !== undefined
      ? { ...programme, inForce: checkedSpan(spans, programme) }
      : programme,
  );
  refuseOverlap(editions);
  return freeze({ ...history, editions });
}

/** The edition of a history that is meant when nothing says which. */
export function usualOf({ editions, usual }: History): Programme {
  return editions.find(({ edition }) => edition === usual) ?? editions[0]!;
}

function within(day: string, from: string | undefined, until: string | undefined): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** Made anew, so that who needs none has none. */
const SPAN: OptionKind = (value, name) =>
  nested<InForce>({ from: DATE, until: DATE, citation: CITATION, basis: oneOf(["assumed"]) })(value, name);

function checkedSpan(spans: Readonly<Record<string, InForce>>, { edition }: Programme): InForce {
  const span = spans[edition]!;
  SPAN(span, edition);
  const from = span.from === undefined ? undefined : isoDate(epochDay(span.from));
  const until = span.until === undefined ? undefined : isoDate(epochDay(span.until));
  if (from !== undefined && until !== undefined && until < from) {
    throw new ProgrammeFault({
      code: "rules/span-reversed",
      given: `${edition} in force from ${from} until ${until}`,
      allowed: "a span that ends on or after the day it begins",
      todo: "Exchange the two dates.",
    });
  }
  return { ...span };
}

function refuseOverlap(editions: readonly Programme[]): void {
  const bounded = editions.filter(
    ({ inForce: { from, until } }) => from !== undefined && until !== undefined,
  );
  for (const [at, one] of bounded.entries()) {
    const other = bounded.slice(at + 1).find((each) => overlap(one.inForce, each.inForce));
    if (other === undefined) continue;
    throw new ProgrammeFault({
      code: "rules/editions-overlap",
      given: `${spanOf(one)} and ${spanOf(other)}`,
      allowed: "one edition on each date",
      todo: "End the earlier the day before the later begins.",
    });
  }
}

function overlap(one: InForce, other: InForce): boolean {
  return one.from! <= other.until! && other.from! <= one.until!;
}

function spanOf({ edition, inForce: { from, until } }: Programme): string {
  return `${edition} (${from ?? "from a day not known"} to ${until ?? "a day not known"})`;
}

function spansOf(editions: readonly Programme[]): string {
  return editions.map(spanOf).join(", ");
}

function unknownBounds(
  { id, editions }: History,
  day: string,
  possible: readonly Programme[],
): ProgrammeFault {
  const names = possible.map(({ edition }) => `${edition}: { from: …, until: … }`).join(", ");
  return new ProgrammeFault({
    code: "rules/unknown-bounds",
    given: `${day} and ${id}, whose ${spansOf(possible)} could be in force then`,
    allowed: `a date within an edition whose both bounds are known: ${spansOf(editions)}`,
    todo: `Supply the bounds with withInForce(${id}, { ${names} }), or name the edition itself.`,
  });
}

function noEdition({ id, editions }: History, day: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/no-edition",
    given: `${day}, outside every edition of ${id}`,
    allowed: spansOf(editions),
    todo: "Check the date, or name the edition itself.",
  });
}

function unknownEdition({ id, editions }: History, edition: string): ProgrammeFault {
  return unknownWord({
    code: "rules/unknown-edition",
    given: `the edition ${shown(edition)} of ${id}`,
    allowed: editions.map((each) => each.edition),
    written: edition,
    todo: "Name one of these.",
  });
}

/**
 * The programme itself; of a history the one edition that no known bound rules out that day, or its
 * usual one where several, or none, could be in force.
 */
export function programmeOn(rules: Programme | History, day: EpochDay): Programme {
  refuseNotRules(rules);
  if (!isHistory(rules)) return rules;
  const on = isoDate(day);
  const possible = rules.editions.filter(
    ({ inForce: { from = on, until = on } }) => from <= on && on <= until,
  );
  if (possible.length === 1) return possible[0]!;
  return usualOf(rules);
}
