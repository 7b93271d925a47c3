import { freeze } from "../rules/index.js";
import { cv06 } from "./whp-jets/cv06.js";

/**
 * WHP JETS under variation CV06: the fourteen customer service standards of source 001 ¶38, their
 * readings, and the 238-day outcome. Its bounds in time are unknown: the source gives none.
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
