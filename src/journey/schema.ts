import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import type { Journey } from "./journey.js";

const optional = z.exactOptional;
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const isoDate = z.string().check(z.refine((value) => isIsoDate(value)));
const id = z.pipe(z.string(), z.string().check(z.minLength(1), z.maxLength(100)));

/** The published shape of one journey. */
export const journeySchema: z.ZodMiniType<Journey> = z.strictObject({
  id,
  programme: optional(z.string()),
  group: optional(z.string()),
  attributes: optional(z.record(z.string(), scalar)),
  events: z.array(
    z.catchall(
      z.object({ kind: z.string(), on: isoDate, knownOn: optional(isoDate), id: optional(id) }),
      scalar,
    ),
  ),
  unreadable: optional(z.array(z.string())),
});
