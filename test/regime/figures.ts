import fc from "fast-check";
import { amend, whpCoreCv04 } from "programme-rules";
import { type InterventionPolicy, illustrativePolicy } from "programme-rules/regime";
import type { PlainFigure } from "../oracle/grounds.js";

const share = { share: "22%" };

/** WHP Core with every performance level filled in at 22%. */
export const core = amend(whpCoreCv04, {
  id: "filled-in",
  title: "The performance levels of a made-up contract",
  changes: { set: { "tmpl-1": share, "tmpl-2": share, "tmpl-3": share, "tmpl-4": share, "tmpl-5": share } },
  basis: "assumed",
});

const disability = { area: "deal-area", group: "disability" } as const;
const things = fc.constantFrom<Pick<PlainFigure, "id" | "scope">>(
  { id: "tmpl-1", scope: { area: "contract" } },
  { id: "tmpl-2", scope: { area: "contract", group: "disability" } },
  { id: "tmpl-5", scope: { area: "deal-area" } },
  { id: "tmpl-5", scope: disability },
  { id: "css-1/acknowledged", scope: { area: "contract" } },
  { id: "first-earnings", scope: { area: "contract" } },
  { id: "deal-area-groups", scope: disability },
);
const months = fc.integer({ min: 1, max: 6 }).map((month) => `2021-0${month}`);
const bases = fc.constantFrom("in-month", "since-day-one", "cohort", "naive-flow", "relative" as const);

const shares = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([one, other]) => ({ share: { count: Math.min(one, other), of: Math.max(one, other) } }));
const said = fc.oneof(
  fc.constantFrom("met", "not-met", "pending", "undetermined").map((verdict) => ({ verdict })),
  shares,
  fc.integer({ min: 80, max: 105 }).map((percent) => ({ index: percent / 100 })),
  fc.integer({ min: 0, max: 100 }).map((percent) => ({ probability: percent / 100 })),
);

const figure = fc
  .record({
    thing: things,
    month: months,
    basis: bases,
    said,
    projected: fc.boolean(),
    starts: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
  })
  .map(({ thing, said, starts, ...rest }): PlainFigure => {
    const people = starts === undefined ? {} : { starts };
    return { ...thing, ...rest, ...people, ...said } as PlainFigure;
  });

/** One series of indexes by month, some of few people. */
const series = fc.array(
  fc
    .record({
      month: months,
      index: fc.integer({ min: 85, max: 105 }).map((percent) => percent / 100),
      starts: fc.integer({ min: 1, max: 60 }),
    })
    .map((each): PlainFigure => ({ id: "tmpl-1", scope: { area: "contract" }, basis: "in-month", ...each })),
  { minLength: 2, maxLength: 8 },
);

export const figures = fc.oneof(fc.array(figure, { maxLength: 24 }), series);

/** A figure that falls short by any measure of a policy. */
export const shortFigure = fc
  .record({
    of: figure,
    said: fc.constantFrom(
      { verdict: "not-met" },
      { share: { count: 0, of: 1000 } },
      { index: 0 },
      { probability: 0 },
    ),
  })
  .map(({ of, said }): PlainFigure => {
    const { id, scope, month, basis, projected } = of;
    return { id, scope, month, basis, projected, ...said } as PlainFigure;
  });

export const policy: fc.Arbitrary<InterventionPolicy> = fc
  .record({
    index: fc.integer({ min: 0, max: 100 }),
    probability: fc.integer({ min: 0, max: 100 }),
    reviewMonths: fc.integer({ min: 1, max: 4 }),
    monthsAfterDue: fc.integer({ min: 0, max: 6 }),
    minimumStarts: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ index, probability, ...rest }) => ({
    ...illustrativePolicy,
    id: "drawn",
    indexBelow: `${index}%`,
    probabilityBelow: `${probability}%`,
    ...rest,
  }));

const day = fc.integer({ min: 1, max: 6 }).map((month) => `2021-0${month}-15`);

const action = fc.record(
  {
    number: fc.constantFrom("1.1", "1.2"),
    addresses: fc.constantFrom("css-1", ["tmpl-1", "tmpl-5"]),
    level: fc.constantFrom(1, 2, 3),
    dueOn: day,
    completedOn: day,
  },
  { requiredKeys: ["dueOn"] },
);

const intervention = fc.record({
  level: fc.constantFrom(1, 2, 3, 4),
  scope: fc.constantFrom("contract" as const, "deal-area" as const),
  decidedBy: fc.constant("Provision Lead"),
  decidedOn: day,
});

export const inputs = fc.record({
  indicators: figures,
  actions: fc.array(action, { maxLength: 3 }),
  interventions: fc.array(intervention, { maxLength: 3 }),
});
