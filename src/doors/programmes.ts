export {
  exampleOffer,
  whpCore,
  whpCoreCv04,
  whpCorePreCovid,
  whpJets,
  whpJetsCv06,
  workProgramme,
  workProgrammeFramework,
  workProgrammeRegimeV1,
  workProgrammeRegimeV2,
  workProgrammeRegimeV3,
} from "../programmes/index.js";
