import * as z from "zod/mini";
import { epochDay } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import {
  count,
  isoDate,
  isoMonth,
  nullable,
  object,
  percent,
  shapeOf,
  share,
  text,
} from "../../shapes/index.js";
import { type CohortExchange, compareExchanged, lastAgeOfExchange } from "./cohort-exchange.js";
import { isMonth, lastCompleteMonth } from "./cohort-table.js";
import { seenAges, wrongIn } from "./count-table.js";

const month = isoMonth.check(z.refine(isMonth));
const ordered = share.check(z.refine(({ count, of }) => count <= of));

const cohort = object({
  contractor: nullable(text),
  provider: nullable(text),
  area: nullable(text),
  group: nullable(text),
  month,
  starts: count,
  converted: z.array(count),
  outcomes: count,
  open: nullable(count),
  closed: nullable(count),
  undetermined: count,
  mature: ordered,
});

/** The published shape of an exchange of cohorts. */
export const exchangeShape = shapeOf<CohortExchange>()(
  object({
    format: z.literal("cohort-exchange-1"),
    programme: text,
    outcome: text,
    sought: nullable(percent),
    cohortsBy: z.enum(["start", "referral"]),
    window: object({ days: count, lagDays: count }),
    asAt: isoDate,
    period: object({ from: month, until: month }),
    cohorts: z.array(cohort),
  }),
);

/**
 * Reads an exchange from JSON: a text, or the value in it. Besides its shape its numbers are checked: they
 * never fall, never exceed the starts, and there is one for each month of age that is over.
 *
 * @throws ProgrammeFault `cohorts/exchange` for the first thing that is wrong, with its place.
 *
 * @example
 * ```ts
 * import { parseExchange } from "programme-rules/cohorts";
 *
 * parseExchange('{ "format": "cohort-exchange-2" }'); // throws format
 * ```
 */
export function parseExchange(given: unknown): CohortExchange {
  const parsed = exchangeShape.safeParse(typeof given === "string" ? fromJson(given) : given);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw exchangeFault(path.length === 0 ? "the value" : path.join("."), message);
  }
  const exchange = parsed.data;
  const place = {
    lastMonth: lastCompleteMonth(epochDay(exchange.asAt)),
    lastAge: lastAgeOfExchange(exchange),
  };
  const { from, until } = exchange.period;
  exchange.cohorts.forEach((each, at) => {
    const wrong = wrongIn(each, seenAges(each.month, place));
    if (wrong !== undefined) throw exchangeFault(`cohorts.${at}`, `${wrong[0]}; allowed: ${wrong[1]}`);
    if (each.month < from || each.month > until)
      throw exchangeFault(`cohorts.${at}.month`, "outside the period");
  });
  const cohorts = [...exchange.cohorts].sort(compareExchanged);
  const twice = cohorts.findIndex((each, at) => at > 0 && compareExchanged(cohorts[at - 1]!, each) === 0);
  if (twice > 0) throw exchangeFault("cohorts", `the cohort ${cohorts[twice]!.month} twice`);
  return { ...exchange, cohorts };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw exchangeFault("the text", "not JSON");
  }
}

function exchangeFault(where: string, what: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "cohorts/exchange",
    given: `an exchange of cohorts in which ${where} is wrong: ${what}`,
    allowed: "what the schema cohort-exchange.json describes",
    todo: "Write it with exchangeRows or cohortExchange, or correct the place named.",
  });
}
