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

/** The published shapes of this room. */
export const regimeSchemas = {
  "command-returns": object({
    command: z.literal("returns"),
    from: isoDate,
    to: isoDate,
    returns: z.array(returnDue),
  }),
} as const;
