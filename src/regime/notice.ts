import { defined } from "../defined.js";
import { type Citation, joined, type PerformanceScope } from "../rules/index.js";
import { threatenedBy } from "./figure-subject.js";
import type { GroundForIntervention } from "./ground.js";
import type { Standpoint } from "./grounds-standpoint.js";

/** A notice that the Department may issue because of a warning; whether it does is its decision. */
export interface PossibleNotice {
  readonly notice: string;
  readonly title: string;
  readonly scope: PerformanceScope;
  readonly about: string;
  readonly strength: GroundForIntervention["strength"];
  readonly threatens: readonly string[];
  readonly asksFor: string;
  readonly citation?: Citation;
  readonly sentence: string;
}

/** The notices that warnings may lead to, one for each warning. */
export function possibleNotices(
  grounds: readonly GroundForIntervention[],
  { programme, regime }: Standpoint,
): PossibleNotice[] {
  const notices = regime?.notices ?? [];
  return grounds.flatMap(({ code, about, scope, strength }) =>
    notices
      .filter(({ ground }) => ground === code)
      .map(({ id, title, asksFor, citation }) => {
        const threatens = threatenedBy(programme, { id: about!, scope });
        const why = threatens.length === 0 ? "" : `, because ${joined(threatens, "or")} may be missed`;
        return {
          notice: id,
          title,
          scope,
          about: about!,
          strength,
          threatens,
          asksFor,
          ...defined({ citation }),
          sentence: `The Department may issue a ${title} on ${about}${why}; it asks for ${asksFor}.`,
        };
      }),
  );
}
