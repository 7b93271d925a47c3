import type { EpochDay, IsoMonth } from "../date/index.js";
import type { CadenceRequirement, DeadlineRequirement, Standard } from "../rules/index.js";

/**
 * One thing due: what asks for it, its days, the day it hangs on, the month it is about; `isReview`: that day is a
 * review's.
 */
export interface Dated {
  readonly standard: Standard | undefined;
  readonly requirement: DeadlineRequirement | CadenceRequirement;
  readonly due: EpochDay;
  readonly opens?: EpochDay;
  readonly done?: EpochDay;
  readonly anchorDay?: EpochDay;
  readonly month?: IsoMonth;
  readonly isReview?: true;
}
