import { freeze, type History } from "../rules/index.js";
import { offer } from "./example-offer/offer.js";
import { cv04 } from "./whp-core/cv04.js";
import { preCovid } from "./whp-core/pre-covid.js";
import { cv06 } from "./whp-jets/cv06.js";
import { regimeV1, regimeV2, regimeV3 } from "./work-programme/editions.js";
import { framework } from "./work-programme/framework.js";

/**
 * WHP Core under variation CV04: the sixteen customer service standards of source 001 ¶37, their
 * readings, five minimum performance levels whose percentages are not published, and the 639-day
 * outcome. Its bounds in time are unknown: the source gives none.
 *
 * @example
 * ```ts
 * import { whpCoreCv04 } from "programme-rules";
 *
 * whpCoreCv04.standards.length; // => 16
 * whpCoreCv04.minimumPerformanceLevels[0].share.open; // => "not-published"
 * ```
 */
export const whpCoreCv04 = /* @__PURE__ */ freeze(cv04);

/**
 * WHP Core before its COVID-19 variations, known only from outside the documents: standing
 * `research`. Two of its standards were not found and are `withheld`.
 *
 * @example
 * ```ts
 * import { whpCorePreCovid } from "programme-rules";
 *
 * whpCorePreCovid.standards.filter((standard) => "withheld" in standard).length; // => 2
 * ```
 */
export const whpCorePreCovid = /* @__PURE__ */ freeze(preCovid);

/**
 * WHP JETS under variation CV06: the fourteen customer service standards of source 001 ¶38, their
 * readings, the one performance level of 22%, and the 238-day outcome. Its bounds in time are
 * unknown: the source gives none.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 *
 * whpJetsCv06.standards.length; // => 14
 * whpJetsCv06.standards[0].requirements[0].id; // => "css-1/acknowledged"
 * ```
 */
export const whpJetsCv06 = /* @__PURE__ */ freeze(cv06);

/** The Work Programme under version 1 of its performance management regime, to 31 March 2014. */
export const workProgrammeRegimeV1 = /* @__PURE__ */ freeze(regimeV1);

/**
 * The Work Programme under version 2 of its performance management regime, 1 April to 31 July 2014:
 * payment groups, the pipeline file, Low, Middle and High.
 *
 * @example
 * ```ts
 * import { workProgrammeRegimeV2 } from "programme-rules/programmes";
 *
 * workProgrammeRegimeV2.groups.length; // => 9
 * workProgrammeRegimeV2.regime.levels.map(({ id }) => id); // => ["low", "middle", "high"]
 * ```
 */
export const workProgrammeRegimeV2 = /* @__PURE__ */ freeze(regimeV2);

/** The Work Programme under version 3 of its performance management regime, from 1 August 2014: two regimes. */
export const workProgrammeRegimeV3 = /* @__PURE__ */ freeze(regimeV3);

/**
 * The five-stage framework of standards that source 003 proposes for future contracts: standing
 * `recommended`, in force nowhere.
 *
 * @example
 * ```ts
 * import { workProgrammeFramework } from "programme-rules/programmes";
 *
 * workProgrammeFramework.standing; // => "recommended"
 * ```
 */
export const workProgrammeFramework = /* @__PURE__ */ freeze(framework);

/** The editions of WHP Core; CV04 unless told otherwise. Their bounds are unknown: supply them with `withInForce`. */
export const whpCore = /* @__PURE__ */ freeze({
  id: "whp-core",
  title: "Work and Health Programme: WHP Core",
  axis: "referral-received",
  usual: "cv04",
  editions: [whpCorePreCovid, whpCoreCv04],
} as const satisfies History);

/** The editions of WHP JETS: one, CV06. Its bounds are unknown: supply them with `withInForce`. */
export const whpJets = /* @__PURE__ */ freeze({
  id: "whp-jets",
  title: "Work and Health Programme: Job Entry Targeted Support",
  axis: "referral-received",
  usual: "cv06",
  editions: [whpJetsCv06],
} as const satisfies History);

/** The Work Programme under the three versions of its performance management regime. */
export const workProgramme = /* @__PURE__ */ freeze({
  id: "work-programme",
  title: "Work Programme",
  axis: "referral-received",
  usual: "regime-v3",
  editions: [workProgrammeRegimeV1, workProgrammeRegimeV2, workProgrammeRegimeV3],
} as const satisfies History);

/**
 * What one bidder promised on top of a contract, as a variation to `amend` with: minimum levels,
 * reviews, notifications, improvement plans. Its percentages were blacked out and are open values.
 * It suits a programme that has WHP's events and a state `backlog`.
 *
 * @example
 * ```ts
 * import { amend, whpCoreCv04 } from "programme-rules";
 * import { exampleOffer } from "programme-rules/programmes";
 *
 * const offered = amend(whpCoreCv04, exampleOffer);
 * offered.standards.some(({ id }) => id === "offer-backlog"); // => true
 * ```
 */
export const exampleOffer = /* @__PURE__ */ freeze(offer);
