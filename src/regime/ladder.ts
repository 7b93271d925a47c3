import { type Kind, refuseOther } from "../argument.js";
import { DATE, type DateInput, epochDay, type IsoDate, isoDate } from "../date/index.js";
import { type ProgrammeFault, shown } from "../fault.js";
import { AS_AT, CHECKED, listOf, nested, type OptionKinds, optionsOf, TEXT } from "../options.js";
import type { Ladder } from "../rules/index.js";
import { unknownWord } from "../unknown-word.js";

const LADDER: Kind = { name: "a ladder of `programme.ladders`", has: { steps: [{ id: "" }] } };

/** A step that was decided for a partner: who decided it, when, and until when it stood. */
export interface LadderDecision {
  readonly partner: string;
  readonly step: string;
  readonly decidedOn: DateInput;
  readonly decidedBy: string;
  readonly endedOn?: DateInput;
}

const DECISIONS = listOf(
  nested<LadderDecision>(
    { partner: TEXT, step: CHECKED, decidedOn: DATE, decidedBy: TEXT, endedOn: DATE },
    { partner: '"east"', step: '"actions"', decidedOn: '"2021-02-01"', decidedBy: '"partnerships manager"' },
  ),
);

/**
 * Where a partner stands. `open`: the steps that stand, mildest first. `taken`: every step decided, by
 * date. `passedOver`: milder steps than the furthest taken that were never decided; steps may be skipped.
 */
export interface PartnerOnLadder {
  readonly partner: string;
  readonly open: readonly string[];
  readonly taken: readonly { readonly step: string; readonly on: IsoDate; readonly by: string }[];
  readonly passedOver: readonly string[];
}

const LADDER_OPTIONS: OptionKinds<{ readonly asAt: DateInput }> = { asAt: DATE };

/**
 * What has been decided for each partner on a ladder of steps, as known on a date, partners in
 * alphabetical order. Decisions are recorded here and never made.
 *
 * @throws ProgrammeFault `regime/ladder-step` for a step the ladder does not have, `date/…` for a date that is none.
 *
 * @example
 * ```ts
 * import { amend, whpCoreCv04 } from "programme-rules";
 * import { exampleOffer } from "programme-rules/programmes";
 * import { onLadder } from "programme-rules/regime";
 *
 * const [ladder] = amend(whpCoreCv04, exampleOffer).ladders!;
 * const decisions = [
 *   { partner: "east", step: "actions", decidedOn: "2021-02-01", decidedBy: "partnerships manager" },
 *   { partner: "east", step: "suspension", decidedOn: "2021-05-04", decidedBy: "partnerships manager" },
 * ];
 * onLadder(ladder!, decisions, { asAt: "2021-06-30" })[0]?.open; // => ["actions", "suspension"]
 * onLadder(ladder!, decisions, { asAt: "2021-06-30" })[0]?.passedOver; // => ["reduced-targets"]
 * ```
 */
export function onLadder(
  ladder: Ladder,
  decisions: readonly LadderDecision[],
  options: { readonly asAt: DateInput },
): PartnerOnLadder[] {
  refuseOther(ladder, LADDER);
  DECISIONS(decisions, "decisions");
  const asAt = epochDay(optionsOf(options, LADDER_OPTIONS, AS_AT).asAt);
  const steps = ladder.steps.map(({ id }) => id);
  for (const { step } of decisions) if (!steps.includes(step)) throw stepFault(step, ladder);
  const known = decisions
    .map((each) => ({ ...each, day: epochDay(each.decidedOn) }))
    .filter(({ day }) => day <= asAt)
    .sort((one, other) => one.day - other.day || steps.indexOf(one.step) - steps.indexOf(other.step));
  const partners = [...new Set(known.map(({ partner }) => partner))].sort();
  return partners.map((partner) => {
    const own = known.filter((each) => each.partner === partner);
    const furthest = Math.max(...own.map(({ step }) => steps.indexOf(step)));
    const standing = own.filter(({ endedOn }) => endedOn === undefined || epochDay(endedOn) > asAt);
    return {
      partner,
      open: steps.filter((step) => standing.some((each) => each.step === step)),
      taken: own.map(({ step, day, decidedBy }) => ({ step, on: isoDate(day), by: decidedBy })),
      passedOver: steps.slice(0, furthest).filter((step) => !own.some((each) => each.step === step)),
    };
  });
}

function stepFault(step: unknown, { steps }: Ladder): ProgrammeFault {
  return unknownWord({
    code: "regime/ladder-step",
    given: `the step ${shown(step)}`,
    allowed: steps.map(({ id }) => id),
    written: String(step),
    todo: "Name one of these.",
  });
}
