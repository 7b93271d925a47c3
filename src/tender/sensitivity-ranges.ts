import { formatPence } from "../quantity/index.js";
import { isOpen } from "../rules/index.js";
import type { Assumptions, ByGroup, Estimate, Offer } from "./offer.js";
import { EVERYBODY, isRange, partsOf } from "./offer-parts.js";

/** An assumption with a range: where it is, what it is called, and its ends as text. */
export interface Ranged {
  readonly part: keyof Assumptions;
  readonly field: string;
  readonly assumption: string;
  readonly title: string;
  readonly low: string;
  readonly high: string;
}

/** What may be a range, in the order of a plan, and how a person calls it. */
const UNCERTAIN = [
  ["referrals", "volume", "Volume of referrals"],
  ["starts", "rate", "Start rate"],
  ["outcomes", "profile", "Outcome profile"],
  ["capacity", "advisers", "Advisers"],
  ["capacity", "slotsPerDay", "Slots a day"],
  ["capacity", "availability", "Availability of slots"],
  ["capacity", "noShowRate", "No-show rate"],
  ["prices", "attachmentFee", "Attachment fee"],
  ["prices", "outcomeFee", "Outcome fee"],
] as const;

type Fields = Readonly<Record<string, ByGroup<Estimate<unknown>> | undefined>>;

/** The ranges of a plan. One that is given by group is one assumption: its groups move together. */
export function rangesOf(assumptions: Assumptions): Ranged[] {
  return UNCERTAIN.flatMap(([part, field, title]) => {
    const held = assumptions[part];
    const value = held === undefined || isOpen(held) ? undefined : (held as unknown as Fields)[field];
    if (value === undefined || !partsOf(value).some(([, each]) => isRange(each))) return [];
    const [low, high] = (["low", "high"] as const).map((end) => textOf(value, end));
    return [{ part, field, title, assumption: `${part}.${field}`, low: low!, high: high! }];
  });
}

/** The offer with one of its ranges at an end. */
export function withEnd(offer: Offer, { part, field }: Ranged, end: "low" | "high"): Offer {
  const fields = offer.assumptions[part] as unknown as Fields;
  const parts = partsOf(fields[field]!).map(
    ([group, value]) => [group, isRange(value) ? value[end] : value] as const,
  );
  const moved = parts[0]![0] === EVERYBODY ? parts[0]![1] : Object.fromEntries(parts);
  return { ...offer, assumptions: { ...offer.assumptions, [part]: { ...fields, [field]: moved } } };
}

function textOf(split: ByGroup<Estimate<unknown>>, end: "low" | "high"): string {
  const parts = partsOf(split).map(([group, value]) => {
    const text = isRange(value) ? valueText(value[end]) : isOpen(value) ? "open" : valueText(value);
    return group === EVERYBODY ? text : `${group} ${text}`;
  });
  return parts.join(", ");
}

/** A profile is told by what it ends with. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return `${value.at(-1)} in the end`;
  if (typeof value === "object" && value !== null && "pence" in value)
    return formatPence(value.pence as number);
  return String(value);
}
