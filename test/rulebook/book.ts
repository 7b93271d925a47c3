import { amend, whpCoreCv04, whpCorePreCovid, whpJetsCv06 } from "programme-rules";
import {
  exampleOffer,
  workProgrammeFramework,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "programme-rules/programmes";
import { ruleBook } from "programme-rules/rulebook";

/** The rule book as it is published under docs/rulebook. */
export const book = ruleBook(
  [
    whpCoreCv04,
    whpJetsCv06,
    whpCorePreCovid,
    workProgrammeFramework,
    workProgrammeRegimeV1,
    workProgrammeRegimeV2,
    workProgrammeRegimeV3,
  ],
  {
    sideBySide: [whpCoreCv04, whpJetsCv06, workProgrammeFramework],
    variations: [{ variation: exampleOffer, varied: amend(whpCoreCv04, exampleOffer) }],
  },
);
