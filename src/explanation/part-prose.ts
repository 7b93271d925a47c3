import { joined } from "../rules/index.js";
import { day } from "./dates.js";
import type { Part } from "./explanation.js";

/** What was attested and what the record shows, as clauses: `attested Thu 1 Apr 2021 that …`. */
export function heldParts(parts: readonly Part[]): string {
  const recorded = parts.filter(({ standing }) => standing === "recorded").map(({ says }) => says);
  const days = [...new Set(parts.flatMap(({ standing, on }) => (standing === "attested" ? [on!] : [])))];
  const attested = days.map((on) => {
    const says = parts.filter((part) => part.standing === "attested" && part.on === on);
    return `attested ${day(on)} that ${joined(says.map((part) => part.says))}`;
  });
  return joined([
    ...(recorded.length === 0 ? [] : [`the record shows that ${joined(recorded)}`]),
    ...attested,
  ]);
}

/** The parts that are missing, each with how that is known. */
export function missingParts(parts: readonly Part[]): string {
  const denied = parts.filter(({ standing }) => standing === "denied");
  return denied
    .map(({ says, on }) => `${says} (${on === undefined ? "by the record" : `as attested ${day(on)}`})`)
    .join("; ");
}

/** The parts of one standing, as they are said. */
export function partsSaid(parts: readonly Part[], standing: Part["standing"]): string {
  return joined(parts.filter((part) => part.standing === standing).map(({ says }) => says));
}
