import { ProgrammeFault, shown } from "../fault.js";
import { applyChanges } from "./changes.js";
import { checkProgramme } from "./definition.js";
import type { Programme } from "./programme.js";
import { refuseNotProgramme } from "./programme-argument.js";
import { variationSchema } from "./programme-schema.js";
import { readingOf } from "./readings.js";
import { checked } from "./shape-check.js";
import { fieldsSet, overlaps, readingSets, type Variation } from "./variation.js";

/**
 * The programme as varied by one variation, or by several at once; several may not set the same
 * field, so their order is of no consequence. None may overwrite what a reading decides, be it open
 * or answered, unless it `settles` that open reading. The result is checked like any programme.
 *
 * @throws ProgrammeFault `rules/overwrites-reading`, `rules/set-twice`, and the faults of
 * {@link defineProgramme}.
 *
 * @example
 * ```ts
 * import { amend, whpJetsCv06 } from "programme-rules";
 *
 * const offer = {
 *   id: "my-offer",
 *   title: "Acknowledge within one working day",
 *   basis: "assumed",
 *   changes: { set: { "css-1/acknowledged": { within: { workingDays: 1 } } } },
 * } as const;
 * amend(whpJetsCv06, offer).id; // => "whp-jets"
 * amend(whpJetsCv06, [offer, { ...offer, id: "other-offer" }]); // throws css-1/acknowledged.within
 * ```
 */
export function amend(programme: Programme, variation: Variation | readonly Variation[]): Programme {
  refuseNotProgramme(programme);
  const given = Array.isArray(variation) ? (variation as readonly Variation[]) : [variation as Variation];
  const variations = given.map((each) => checked(variationSchema, each, nameOf(each)));
  refuseSetTwice(variations);
  for (const each of variations) refuseOverwriting(programme, each);
  const inOrder = [...variations].sort((one, other) => (one.id < other.id ? -1 : 1));
  let result = programme;
  for (const { changes, edition } of inOrder) {
    result = applyChanges(result, changes);
    if (edition !== undefined) result = { ...result, edition };
  }
  return checkProgramme(result);
}

function nameOf(variation: unknown): string {
  const { id } = (variation ?? {}) as { id?: unknown };
  return typeof id === "string" ? id : "variation";
}

function refuseOverwriting(programme: Programme, { id, changes }: Variation): void {
  const settled = new Set(changes.settles ?? []);
  for (const reading of settled) readingOf(programme, reading);
  const open = programme.readings.filter((reading) => !settled.has(reading.id));
  for (const field of fieldsSet(changes)) {
    const decides = open.find((reading) => readingSets(reading).some((other) => overlaps(field, other)));
    if (decides !== undefined) throw overwritesOpen(id, field, decides.id);
    const answered = Object.entries(programme.decided ?? {}).find(([other]) => overlaps(field, other));
    if (answered !== undefined) throw overwritesAnswered(id, field, answered[1]);
  }
}

function refuseSetTwice(variations: readonly Variation[]): void {
  const seen: { readonly field: string; readonly by: string }[] = [];
  for (const { id, changes } of variations) {
    const fields = fieldsSet(changes);
    for (const field of fields) {
      const other = seen.find((each) => overlaps(each.field, field));
      if (other !== undefined) throw setTwice(field, other.by, id);
    }
    seen.push(...fields.map((field) => ({ field, by: id })));
  }
}

function overwritesOpen(variation: string, field: string, reading: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/overwrites-reading",
    given: `the variation ${shown(variation)}, which sets ${field}`,
    allowed: `fields that no open reading decides; ${field} is decided by the reading ${reading}`,
    todo: `Add "${reading}" to the variation's \`settles\` if its text answers that question.`,
  });
}

function overwritesAnswered(variation: string, field: string, reading: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/overwrites-reading",
    given: `the variation ${shown(variation)}, which sets ${field}`,
    allowed: `fields that no chosen answer decides; ${field} is decided by the answer chosen for ${reading}`,
    todo: "Amend the base programme first, with that reading in `settles`, or leave the reading unanswered.",
  });
}

function setTwice(field: string, one: string, other: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/set-twice",
    given: `the field ${field}, set by the variations ${shown(one)} and ${shown(other)}`,
    allowed: "each field set by one of the variations applied together",
    todo: "Apply them one after the other if the later one replaces the earlier.",
  });
}
