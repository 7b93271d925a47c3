import { type ConfidenceInterval, wilson } from "../cohorts/index.js";
import type { Share } from "../quantity/index.js";
import type { Figure } from "./figure.js";

/** What an interval is worked out from: a share, or what happened to so many people and was expected of them. */
type Counted = Pick<Figure, "measure" | "starts" | "actual" | "expected" | "percent"> & {
  readonly share?: Share;
};

/**
 * Which shares so few people are compatible with, or which indexes: the Wilson interval of those who
 * converted among the people behind the figure, over what was expected of them.
 */
export function intervalOf(figure: Counted): ConfidenceInterval | undefined {
  const { measure, share, percent, starts, actual, expected } = figure;
  if (measure === "naive-flow") return undefined;
  if (share !== undefined) return percent === undefined ? (wilson(share) ?? undefined) : undefined;
  if (starts === undefined || actual === undefined || !expected) return undefined;
  const found =
    Number.isSafeInteger(actual) && actual <= starts ? wilson({ count: actual, of: starts }) : null;
  if (found === null) return undefined;
  const scale = starts / expected;
  return { lower: found.lower * scale, upper: found.upper * scale, level: found.level };
}
