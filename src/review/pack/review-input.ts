import type { Receipt, Report } from "../../compliance/index.js";
import type { DateInput, IsoDate } from "../../date/index.js";
import type { AcceleratedCandidate, InterventionGrounds, PartnerOnLadder } from "../../regime/index.js";
import type { PipelineChecked, ReturnDue } from "../../returns/index.js";
import type { Citation, Programme } from "../../rules/index.js";
import type { PlanChecked } from "../action-plan/plan-check.js";
import type { AssuranceGround, AssuranceReview } from "../assurance.js";
import type { LevelCohorts } from "../balanced-scorecard.js";

/** A contract's place among others: its rank on a metric, or what the ranking of contracts gave. */
export interface RelativePerformance {
  readonly metric: string;
  readonly contracts: readonly Pick<AcceleratedCandidate, "id" | "share" | "rank" | "of">[];
  /** The id of the contract under review, which is marked. */
  readonly own?: string;
}

/**
 * What a review is made from. Only the programme and a report are needed; what is not given is left as a
 * blank for people.
 *
 * - `contract`: an opaque id or a name for the head of the pack. `reviewOn`: the day of the meeting.
 * - `before`: the report of the review before, for what has changed since.
 * - `byPartner`: the report split by provider, site or whoever delivers.
 * - `responses`: how many participants gave each answer to the satisfaction question, and in which words; null where
 *   that is withheld.
 * - `returns`: what was due since the last review and what is due until the next.
 */
export interface ReviewInput {
  readonly programme: Programme;
  readonly report: Report;
  readonly contract?: string;
  readonly reviewOn?: DateInput;
  readonly before?: Report;
  readonly byPartner?: Report;
  readonly cohorts?: LevelCohorts | readonly LevelCohorts[];
  readonly relative?: RelativePerformance;
  readonly interventions?: InterventionGrounds;
  readonly plan?: PlanChecked;
  readonly partners?: readonly PartnerOnLadder[];
  readonly assurance?: {
    readonly reviews: readonly AssuranceReview[];
    readonly grounds: readonly AssuranceGround[];
  };
  readonly responses?: Readonly<Record<string, number | null>>;
  readonly returns?: readonly ReturnDue[];
  readonly pipeline?: PipelineChecked;
}

/**
 * A piece of a section. A `blank` is for people: what only they can fill in.
 * In a table the first column is words; `numbers` names the columns that lean to the right.
 */
export type ReviewBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | {
      readonly kind: "table";
      readonly title: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly numbers: readonly number[];
    }
  | { readonly kind: "blank"; readonly asks: string };

/** One item of the agenda, or a closing section; `id` is the agenda's own. */
export interface ReviewSection {
  readonly id: string;
  readonly title: string;
  readonly citation?: Citation;
  readonly blocks: readonly ReviewBlock[];
}

/** A pack for one contract performance review: a summary, the agenda filled in, and what is left to people. */
export interface ReviewPack {
  readonly title: string;
  readonly contract?: string;
  readonly asAt: IsoDate;
  readonly reviewOn?: IsoDate;
  readonly summary: readonly string[];
  readonly sections: readonly ReviewSection[];
  readonly blanks: number;
  readonly receipt: Receipt;
}

export const text = (words: string): ReviewBlock => ({ kind: "text", text: words });
export const list = (items: readonly string[]): ReviewBlock => ({ kind: "list", items });
export const blank = (asks: string): ReviewBlock => ({ kind: "blank", asks });

/** A table; none when it would have no rows. */
export function rows(
  title: string,
  head: readonly string[],
  cells: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): ReviewBlock[] {
  return cells.length === 0 ? [] : [{ kind: "table", title, head, rows: cells, numbers }];
}

/** A list under its words; nothing when it would be empty. */
export function listed(words: string, items: readonly string[]): ReviewBlock[] {
  return items.length === 0 ? [] : [text(words), list(items)];
}
