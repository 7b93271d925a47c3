import * as z from "zod/mini";
import { calendarNames } from "../calendar/index.js";
import { isIsoDate } from "../date/index.js";
import type { ReturnDue } from "./return.js";

const object = z.strictObject;
const optional = z.exactOptional;
const text = z.string();
const isoDate = text.check(z.refine((value) => isIsoDate(value)));
const month = text.check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const citation = object({ source: text, paragraph: text, item: optional(text) });
const calendar = z.enum(calendarNames as unknown as [ReturnDue["calendar"], ...ReturnDue["calendar"][]]);

const returnDue: z.ZodMiniType<ReturnDue> = object({
  return: text,
  title: text,
  dueOn: isoDate,
  opensOn: optional(isoDate),
  forMonth: optional(month),
  inMonth: month,
  reviewOn: optional(isoDate),
  rolledFrom: optional(isoDate),
  reason: text,
  standards: z.array(text),
  requirements: z.array(text),
  citations: z.array(citation),
  basis: optional(z.literal("assumed")),
  programme: text,
  edition: text,
  calendar,
  elsewhere: optional(z.array(object({ calendar, dueOn: isoDate }))),
  doneOn: optional(isoDate),
  outstanding: optional(z.array(text)),
  projected: optional(z.literal(true)),
});

const block = z.discriminatedUnion("kind", [
  object({ kind: z.literal("text"), text }),
  object({ kind: z.literal("list"), items: z.array(text) }),
  object({
    kind: z.literal("table"),
    title: text,
    head: z.array(text),
    rows: z.array(z.array(text)),
    numbers: z.array(z.int()),
  }),
  object({ kind: z.literal("blank"), asks: text }),
]);
const section = object({ id: text, title: text, citation: optional(citation), blocks: z.array(block) });

/** As in the schemas of a report and a forecast, which say what is in them. */
const asPublished = z.record(text, z.unknown());
const share = object({ count: z.int(), of: z.int() });
const onProfile = object({ actual: z.number(), expected: z.number(), index: z.nullable(z.number()) });
const level = object({
  id: text,
  title: text,
  offered: z.nullable(text),
  matured: z.nullable(share),
  stands: z.enum(["reached", "short", "nothing-to-count", "not-known"]),
  onProfile: z.nullable(onProfile),
  forecast: z.nullable(asPublished),
});

/** The published shapes of this room. */
export const regimeSchemas = {
  "command-returns": object({
    command: z.literal("returns"),
    from: isoDate,
    to: isoDate,
    returns: z.array(returnDue),
  }),
  "command-review": object({
    command: z.literal("review"),
    title: text,
    contract: optional(text),
    asAt: isoDate,
    reviewOn: optional(isoDate),
    summary: z.array(text),
    sections: z.array(section),
    blanks: z.int(),
    receipt: asPublished,
  }),
  "command-scorecard": object({
    command: z.literal("scorecard"),
    programme: text,
    edition: text,
    title: text,
    asAt: isoDate,
    journeys: z.int(),
    standards: z.array(
      object({ stage: text, lines: z.array(asPublished), verdicts: z.record(text, z.int()) }),
    ),
    levels: z.array(level),
    offered: z.array(asPublished),
  }),
} as const;
