import { parsePercent, type Share } from "../../../quantity/index.js";
import { isCeiling, isOpen, isScored, type Target } from "../../../rules/index.js";
import { html, type Markup } from "./markup.js";

/** What is drawn of a line: its share in the worst and best case, and what it is held to. */
interface BarFacts {
  readonly target: Target;
  readonly worst: Share;
  readonly best: Share;
}

/** Where the axis of a ceiling may end, as a fraction: its shares are small, and nothing of them could be seen up to 100%. */
const ENDS = [0.05, 0.1, 0.2, 0.25, 0.5, 1];

/**
 * A bar from 0 to the lowest share, hatched on to the highest, with a mark at the target. What it shows stands beside it
 * as text, so that it is hidden from whoever has the page read out.
 */
export function shareBar({ target, worst, best }: BarFacts): Markup {
  if (worst.of === 0) return html`<span class="nothing">nothing counted</span>`;
  const [lowest, highest] = [worst, best]
    .map(({ count, of }) => count / of)
    .sort((one, other) => one - other);
  const limit = limitOf(target);
  const isSmall = isCeiling(target);
  const needed = Math.max(highest!, 2 * (limit ?? 0));
  const end = isSmall ? (ENDS.find((each) => each >= needed) ?? 1) : 1;
  const at = (fraction: number) => `${(Math.min(1, fraction / end) * 100).toFixed(2)}%`;
  const open =
    highest! > lowest!
      ? html`<rect class="open" x="${at(lowest!)}" y="4" width="${at(Math.min(highest!, end) - lowest!)}" height="12"/>`
      : undefined;
  const mark =
    limit === undefined
      ? undefined
      : html`<svg x="${at(limit)}" y="0" width="1" height="20" overflow="visible"><path class="target" d="M-4 0h8L1 5v15h-2V5z"/></svg>`;
  const scale =
    end === 1
      ? undefined
      : html`<span class="scale" aria-hidden="true"><span>0%</span><span>${end * 100}%</span></span>`;
  return html`<span class="bar ${isSmall ? "ceiling" : "floor"}"><svg aria-hidden="true" focusable="false" width="100%" height="20"><rect class="track" y="4" width="100%" height="12"/><rect class="sure" y="4" width="${at(lowest!)}" height="12"/>${open}${mark}</svg>${scale}</span>`;
}

/** The share that a target names, as a fraction; none where it is not scored or not known. */
function limitOf(target: Target): number | undefined {
  if (!isScored(target)) return undefined;
  if ("every" in target) return 1;
  const bound = "atLeast" in target ? target.atLeast : "atMost" in target ? target.atMost : target.below;
  if (isOpen(bound)) return undefined;
  const { numerator, denominator } = parsePercent(bound);
  return numerator / denominator;
}

/** The hatching that bars share; it stands once in a page that has bars. */
export const HATCHING = html`<svg class="hidden" aria-hidden="true" width="0" height="0"><defs><pattern id="hatching" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatching-back" width="6" height="6"/><rect class="hatching-line" width="3" height="6"/></pattern></defs></svg>`;

/** How to read the bars. */
export const BAR_LEGEND = html`<ul class="legend">
<li><svg aria-hidden="true" width="28" height="12"><rect class="sure" width="28" height="12"/></svg> certain, whatever becomes of open cases</li>
<li><svg aria-hidden="true" width="28" height="12"><rect class="open" width="28" height="12"/></svg> possible: cases pending or unknown</li>
<li><svg aria-hidden="true" width="10" height="20" viewBox="-5 0 10 20"><path class="target" d="M-4 0h8L1 5v15h-2V5z"/></svg> target</li>
<li class="how">Against a target with ≥ or <em>every case</em>, longer is better. Against one with ≤, the bar shows those who are where they should not be, shorter is better, and its scale ends early.</li>
</ul>`;
