import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { number, object, shapeOf, written } from "../shapes/index.js";
import type { ConfidenceInterval } from "./confidence-interval.js";

/** A date that we wrote ourselves: published as a text among texts. */
export const printedDate = written.check(z.refine((value) => isIsoDate(value)));

export const printedInterval = shapeOf<ConfidenceInterval>()(
  object({ lower: number, upper: number, level: written }),
);
