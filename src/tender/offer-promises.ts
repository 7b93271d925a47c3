import { isOpen, type Programme } from "../rules/index.js";
import { offerFault } from "./offer-fault.js";
import { fraction } from "./offer-parts.js";

/** A level that states both a share and a profile promises one thing: the profile ends at the share. */
export function checkPromises({ minimumPerformanceLevels = [] }: Programme): void {
  for (const { id, share, profile } of minimumPerformanceLevels) {
    if (isOpen(share) || isOpen(profile)) continue;
    const last = profile.at(-1)!;
    if (fraction(last) === fraction(share)) continue;
    throw offerFault(
      "level",
      `the level ${id} of ${share}, whose profile ends at ${last}`,
      "a profile that ends at the level: a cohort on its profile reaches it",
      `Set ${id}.share and ${id}.profile together.`,
    );
  }
}
