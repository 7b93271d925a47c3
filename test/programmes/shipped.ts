import { amend, type Programme, whpCoreCv04, whpCorePreCovid, whpJetsCv06 } from "programme-rules";
import {
  exampleOffer,
  workProgrammeFramework,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "programme-rules/programmes";

/** Every programme the package ships. */
export const shipped: readonly Programme[] = [
  whpCoreCv04,
  whpCorePreCovid,
  whpJetsCv06,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
  workProgrammeFramework,
];

/** And the offer on top of either Work and Health Programme. */
export const withOffers: readonly Programme[] = [
  ...shipped,
  amend(whpCoreCv04, exampleOffer),
  amend(whpJetsCv06, exampleOffer),
];

export const nameOf = ({ id, edition }: Programme) => `${id} ${edition}`;
