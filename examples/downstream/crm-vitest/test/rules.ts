import { whpJetsCv06 } from "programme-rules";
import { rulesFor } from "programme-rules/testing";
import { expect } from "vitest";

declare module "programme-rules/testing" {
  interface ProgrammeRegister {
    programme: typeof whpJetsCv06;
  }
}

expect.extend(rulesFor(whpJetsCv06, { asAt: "2021-06-30" }));
