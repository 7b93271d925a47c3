import * as z from "zod/mini";
import { count, isoDate, object, optional, type Shape, scalar, shapeOf, written } from "../shapes/index.js";
import type { Journey } from "./journey.js";
import type { ProblemCount } from "./problem-list.js";
import { LONGEST_ID } from "./rows/columns.js";
import type { Problem } from "./rows/problem.js";
import type { LeftOut } from "./same-id.js";

const id = z.pipe(z.string(), z.string().check(z.minLength(1), z.maxLength(LONGEST_ID)));

/** The published shape of one journey. Its type lets a field of an event or an attribute be `undefined` besides. */
export const journeySchema: Shape<Journey> = object({
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
  notRecorded: optional(z.array(z.string())),
  leftOut: optional(z.literal("id-twice")),
});

/** The published shape of what could not be read, as every command prints it. */
export const problemSchema = shapeOf<Problem>()(
  object({
    code: written,
    message: written,
    file: optional(written),
    line: optional(count),
    column: optional(written),
    journey: optional(written),
    kind: optional(written),
    value: optional(written),
    allowed: optional(z.array(written)),
  }),
);

/** The published shape of how many problems there are of each code and kind. */
export const problemCountSchema = shapeOf<ProblemCount>()(
  object({ code: written, kind: optional(written), column: optional(written), count }),
);

/** The published shape of how many cannot be judged, by reason. */
export const leftOutSchema = shapeOf<LeftOut>()(
  z.partialRecord(z.enum(["id-twice", "no-id", "id-too-long", "other-programme", "no-edition"]), count),
);
