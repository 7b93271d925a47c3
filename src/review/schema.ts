import * as z from "zod/mini";
import { citationOf } from "../rules/index.js";
import { nullable, object, optional, shapeOf, written, writtenDate } from "../shapes/index.js";
import type { ReviewSection } from "./pack/review-input.js";

const block = z.discriminatedUnion("kind", [
  object({ kind: z.literal("text"), text: written }),
  object({ kind: z.literal("list"), items: z.array(written) }),
  object({
    kind: z.literal("table"),
    title: written,
    head: z.array(written),
    rows: z.array(z.array(written)),
    numbers: z.array(z.int()),
  }),
  object({ kind: z.literal("blank"), asks: written }),
]);
const section = shapeOf<ReviewSection>()(
  object({
    id: written,
    title: written,
    citation: optional(citationOf(() => written)),
    blocks: z.array(block),
  }),
);

/** As in the schemas of a report and a forecast, which say what is in them. */
const asPublished = z.record(written, z.unknown());
const level = object({
  id: written,
  title: written,
  offered: nullable(written),
  matured: nullable(object({ count: z.int(), of: z.int() })),
  stands: z.enum(["reached", "short", "nothing-to-count", "not-known"]),
  onProfile: nullable(object({ actual: z.number(), expected: z.number(), index: nullable(z.number()) })),
  forecast: nullable(asPublished),
});

/** The published shapes of this room: what `review --json` and `review --scorecard --json` print. */
export const reviewSchemas = {
  "command-review": object({
    command: z.literal("review"),
    title: written,
    contract: optional(written),
    asAt: writtenDate,
    reviewOn: optional(writtenDate),
    summary: z.array(written),
    sections: z.array(section),
    blanks: z.int(),
    receipt: asPublished,
  }),
  "command-scorecard": object({
    command: z.literal("scorecard"),
    programme: written,
    edition: written,
    title: written,
    asAt: writtenDate,
    journeys: z.int(),
    standards: z.array(
      object({ stage: written, lines: z.array(asPublished), verdicts: z.record(written, z.int()) }),
    ),
    levels: z.array(level),
    offered: z.array(asPublished),
  }),
} as const;
