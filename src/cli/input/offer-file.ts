import { ProgrammeFault } from "../../fault.js";
import type { Programme } from "../../rules/index.js";
import { type BacklogPlan, defineOffer, type Offer, type OfferTerms } from "../../tender/index.js";
import { readJson } from "./json-file.js";
import { chooseProgramme } from "./programme-choice.js";

/** The programme that `--programme` names, or that the offer says it varies. */
export interface OfferFileOptions {
  readonly programme?: string;
  readonly json?: true;
}

/**
 * The offer in a JSON file, and its base programme.
 *
 * @throws ProgrammeFault `cli/offer-base` when neither says what it varies; those of `defineOffer`.
 */
export function readOffer(file: string, { programme }: OfferFileOptions): { offer: Offer; base: Programme } {
  const terms = readJson(file) as OfferTerms;
  const name = programme ?? (terms as { base?: unknown } | null)?.base;
  if (typeof name === "string") {
    const base = chooseProgramme(name, []);
    return { offer: defineOffer(base, terms), base };
  }
  throw new ProgrammeFault({
    code: "cli/offer-base",
    given: `the offer in ${file}, which does not say what it varies`,
    allowed: 'a `base` in the file, such as "base": "whp-jets", or --programme',
    todo: "Name the programme that is bid for.",
  });
}

/** The offer in a JSON file, or the plan of a queue for appointments, which may name its programme. */
export function readOfferOrPlan(file: string, options: OfferFileOptions): Offer | BacklogPlan {
  const json = readJson(file);
  if (typeof json !== "object" || json === null || !("noShowRate" in json)) {
    return readOffer(file, options).offer;
  }
  const { programme: own, ...plan } = json as { readonly programme?: unknown };
  const programme = options.programme ?? own;
  const promised = typeof programme === "string" ? { programme: chooseProgramme(programme, []) } : {};
  return { ...plan, ...promised } as BacklogPlan;
}
