import fc from "fast-check";
import { lastAgeWithin } from "../../cohorts/index.js";
import { nextMonth } from "../../date/index.js";
import { defined } from "../../defined.js";
import { isOpen, isScored, type Programme, type Requirement, refuseNotProgramme } from "../../rules/index.js";
import { type Assumptions, defineOffer, type Offer } from "../../tender/index.js";

/**
 * Offers on a programme: some deadlines promised sooner, some percentages otherwise, with referrals,
 * starts and outcomes planned or left out. What a reading of the programme decides is left to it. They
 * shrink to an offer that promises and plans nothing.
 *
 * @example
 * ```ts
 * import fc from "fast-check";
 * import { report, whpJetsCv06 } from "programme-rules";
 * import { journey } from "programme-rules/testing";
 * import { offers } from "programme-rules/testing/arbitraries";
 *
 * // Acknowledged on the next working day: in time whatever is promised.
 * const prompt = journey("R1").received("2021-04-01").acknowledged("+1wd");
 * const law = fc.property(offers(whpJetsCv06), ({ programme }) => {
 *   return report(programme, [prompt], { asAt: "2021-04-30" }).lines[0]?.verdict === "met";
 * });
 * fc.check(law, { numRuns: 20 }).failed; // => false
 * ```
 */
export function offers(programme: Programme): fc.Arbitrary<Offer> {
  refuseNotProgramme(programme);
  const rules = programme.standards.flatMap(({ requirements }) => [...requirements]);
  const promises = rules.flatMap((rule) => promisesOf(rule, programme));
  const chosen = fc.subarray(promises, { minLength: 0 });
  return fc
    .record({
      chosen,
      values: fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 5 }),
      assumptions: assumptions(agesOf(programme)),
    })
    .map(({ chosen: some, values, assumptions: planned }) => {
      const set: Record<string, Record<string, Fields>> = {};
      some.forEach(({ id, field, make }, at) => {
        set[id] = { ...set[id], [field]: make(values[at % values.length]!) };
      });
      return defineOffer(programme, {
        id: "offer",
        title: "An offer",
        changes: { set },
        assumptions: planned,
      });
    });
}

type Fields = Readonly<Record<string, string | number>>;

interface Promised {
  readonly id: string;
  readonly field: "within" | "target";
  make(chance: number): Fields;
}

/** What may be promised of a requirement: fewer working days, another percentage. */
function promisesOf(rule: Requirement, { readings }: Programme): Promised[] {
  const { id } = rule;
  const isRead = (field: string) =>
    readings.some(({ answers }) => answers.some(({ changes }) => field in { ...changes.set?.[id] }));
  const found: Promised[] = [];
  if (
    rule.kind === "deadline" &&
    rule.within !== undefined &&
    "workingDays" in rule.within &&
    !isRead("within")
  ) {
    const { workingDays } = rule.within;
    found.push({
      id,
      field: "within",
      make: (chance) => ({ workingDays: 1 + (chance % Math.max(1, workingDays)) }),
    });
  }
  const [bound] = Object.entries(rule.target);
  if (
    bound !== undefined &&
    isScored(rule.target) &&
    bound[0] !== "every" &&
    !isOpen(bound[1]) &&
    !isRead("target")
  ) {
    found.push({ id, field: "target", make: (chance) => ({ [bound[0]]: percent(chance) }) });
  }
  return found;
}

function percent(tenths: number): string {
  return `${tenths / 10}%`;
}

/** So many ages a profile may have that ends within the window of every outcome, and at most nine. */
function agesOf({ outcomes }: Programme): number {
  return Math.min(9, ...outcomes.map(({ within }) => lastAgeWithin(within.days) + 1));
}

const assumptions = (ages: number): fc.Arbitrary<Assumptions> =>
  fc
    .record({
      months: fc.array(fc.nat({ max: 300 }), { maxLength: 12 }),
      rate: fc.option(fc.nat({ max: 1000 }), { nil: undefined }),
      profile: fc.option(fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: ages }), {
        nil: undefined,
      }),
    })
    .map(({ months, rate, profile }) => {
      const byMonth = Object.fromEntries(months.map((people, at) => [nextMonth("2027-01", at), people]));
      const shares = [...(profile ?? [])].sort((one, other) => one - other).map(percent);
      return defined({
        referrals: months.length === 0 ? undefined : { byMonth },
        starts: rate === undefined ? undefined : { rate: percent(rate) },
        outcomes: profile === undefined ? undefined : { profile: shares },
      });
    });
