import { nearest } from "../unknown-word.js";
import type { Journey } from "./journey.js";
import type { Problem } from "./rows/problem.js";
import { attributeText } from "./texts.js";

/** The attributes that journeys are asked for, until each has been met in one. */
export class AskedAttributes {
  #unmet: readonly string[];
  readonly #known: Set<string>;
  #isEmpty = true;

  /** `besides`: what may be asked for and is no attribute. */
  constructor(asked: readonly string[], besides: readonly string[] = []) {
    this.#unmet = asked.filter((name) => !besides.includes(name));
    this.#known = new Set(besides);
  }

  read(journey: Journey): void {
    this.#isEmpty = false;
    if (this.#unmet.length === 0) return;
    for (const name of ["group", ...Object.keys(journey.attributes ?? {})])
      if (attributeText(journey, name) !== null) this.#known.add(name);
    this.#unmet = this.#unmet.filter((name) => !this.#known.has(name));
  }

  /** Those that no journey has; none while there are no journeys. */
  problems(): Problem[] {
    return this.#isEmpty ? [] : this.#unmet.map((name) => noAttribute(name, this.#known));
  }
}

const NO_ATTRIBUTE = "journey/unknown-attribute";

/** A message holds nothing of the data but what can be the name of a field: a key may be somebody's id. */
const NAME = /^[A-Za-z][A-Za-z_-]*$/;

function noAttribute(name: string, known: ReadonlySet<string>): Problem {
  const allowed = [...known].sort();
  const names = allowed.filter((each) => NAME.test(each));
  const near = nearest(name, names);
  const expected = names.join(", ") || "an attribute that journeys have";
  const meant = near === undefined ? "." : `; did you mean ${near}?`;
  return {
    code: NO_ATTRIBUTE,
    message: `by: no journey has the attribute ${name}. Expected ${expected}${meant}`,
    value: name,
    allowed,
  };
}

/** Whether a problem is that no journey has an attribute. */
export function isNoAttribute({ code }: { readonly code: string }): boolean {
  return code === NO_ATTRIBUTE;
}

/** What no journey has of several parts of a caseload: what no part that has journeys has. */
export function absentInAll(parts: readonly (readonly Problem[])[]): Problem[] {
  const [first = [], ...others] = parts.map((problems) => problems.filter(isNoAttribute));
  return first.flatMap(({ value: name = "", allowed = [] }) => {
    const alike = others.map((part) => part.find(({ value }) => value === name));
    if (alike.includes(undefined)) return [];
    return [noAttribute(name, new Set([...allowed, ...alike.flatMap((each) => each?.allowed ?? [])]))];
  });
}
