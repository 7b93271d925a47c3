import type { InterventionGrounds } from "../regime/index.js";
import { type Citation, formatCitation } from "../rules/index.js";
import type { Page, Section } from "./page.js";
import { dateWords } from "./words.js";

/** Grounds as a page: what is indicated, why, what is open, what follows from decisions. */
export function groundsPage(found: InterventionGrounds): Page {
  const { programme, contract, asAt, policy, minimumStarts } = found;
  const of = contract === undefined ? "" : `, contract ${contract}`;
  const numbers =
    policy === null
      ? `No policy: grounds by the text alone, and of ${minimumStarts} people or more.`
      : `Policy "${policy.id}": rates of ${minimumStarts} people or more${policyWords(policy)}.`;
  return {
    title: `Grounds for intervention: ${programme.id} ${programme.edition}${of}, as at ${dateWords(asAt)}`,
    lead: ["Grounds only: a level is the Department's decision, and none is said to apply.", numbers],
    sections: sectionsOf(found).filter(({ items }) => items.length > 0),
  };
}

function policyWords({
  indexBelow,
  probabilityBelow,
  reviewMonths,
}: NonNullable<InterventionGrounds["policy"]>): string {
  const index = indexBelow === undefined ? [] : [`an index below ${indexBelow} of the profile`];
  const probability = probabilityBelow === undefined ? [] : [`a probability below ${probabilityBelow}`];
  const rules = [...index, ...probability].join(" or ");
  return rules === "" ? "" : `; ${rules} in ${reviewMonths} review months running`;
}

function sectionsOf(found: InterventionGrounds): Section[] {
  const { grounds, figures, openInterventions, duties, notices, remarks } = found;
  return [
    ...found.indicated.map(({ title, levels }) => ({
      heading: `Grounds for levels: ${title}`,
      items: levels.map(({ sentence }) => sentence),
    })),
    {
      heading: "Each ground",
      items: grounds.map(({ code, supports, strength, basis, sentence, removedBy }) => ({
        text: `${code}${supports.length === 0 ? "" : ` → ${supports.join(", ")}`} (${strength}, by the ${basis})`,
        details: [sentence, removedBy],
      })),
    },
    {
      heading: "Cannot tell yet, or not judged",
      items: figures
        .filter(({ stands }) => stands === "cannot-tell" || stands === "not-judged")
        .map(({ sentence }) => sentence),
    },
    { heading: "Decisions recorded", items: openInterventions.map(({ sentence }) => sentence) },
    {
      heading: "Notices that may follow",
      items: notices.map(({ sentence, citation }) => cited(sentence, citation)),
    },
    { heading: "Duties", items: duties.map(dutyLine) },
    { heading: "Remarks", items: remarks },
  ];
}

function dutyLine(duty: InterventionGrounds["duties"][number]): string {
  const { by, title, level, since, waived, waiverNotCounted, citation } = duty;
  const follows = level === undefined ? "" : ` (${level}, decided ${dateWords(since!)})`;
  const waiver =
    waived !== undefined
      ? `: waived, agreed by ${waived.agreedBy} on ${dateWords(waived.agreedOn)}`
      : waiverNotCounted === undefined
        ? ""
        : ` (a recorded waiver does not count: ${waiverNotCounted})`;
  return cited(`${by === "provider" ? "Provider" : "Department"}: ${title}${follows}${waiver}`, citation);
}

function cited(text: string, citation: Citation | undefined): string {
  return citation === undefined ? text : `${text} ${formatCitation(citation)}`;
}
