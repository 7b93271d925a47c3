import type { Programme } from "./programme.js";
import type { Requirement } from "./requirement.js";

/** The lists of a programme whose items have ids in the one flat space. */
export const ID_LISTS = [
  "groups",
  "states",
  "readings",
  "standards",
  "returns",
  "outcomes",
  "minimumPerformanceLevels",
  "indicators",
  "plans",
  "ladders",
] as const;
export type IdList = (typeof ID_LISTS)[number];

/** The records that changes address by their own name. */
export const RECORDS = ["conventions", "regime", "pipeline", "sources"] as const;

/** The plain fields that changes address under `programme`; what a programme is called stays. */
export const PLAIN_FIELDS = [
  "title",
  "standing",
  "inForce",
  "calendars",
  "cohortBy",
  "cohortBasis",
  "stays",
] as const;

/** Every id that changes may address: records, standards and their requirements, and all other things with ids. */
export function addresses(programme: Programme): string[] {
  return ["programme", ...RECORDS, ...idsOf(programme)];
}

/** The ids of all things with ids, and of requirements. */
export function idsOf(programme: Programme): string[] {
  return [
    ...ID_LISTS.flatMap((name) => (programme[name] ?? []).map(({ id }) => id)),
    ...programme.standards.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
  ];
}

/** Every requirement of the standards. */
export function requirementsOf(programme: Programme): Requirement[] {
  return programme.standards.flatMap(({ requirements }) => [...requirements]);
}

/** Every requirement of the standards and every return. */
export function dutiesOf(programme: Programme): Requirement[] {
  return [...requirementsOf(programme), ...(programme.returns ?? [])];
}
