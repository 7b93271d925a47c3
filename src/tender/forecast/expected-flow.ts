import { type ForecastPlan, type GroupPlan, type NumberRange, steps } from "./forecast-plan.js";

/** What happens to the people of one group, or of all: numbers by month, and of each month's starters. */
export interface Flow {
  /** By calendar month, as many months as the forecast reaches. */
  readonly referrals: Float64Array;
  readonly starts: Float64Array;
  readonly outcomes: Float64Array;
  /** Outcomes in the end of those who started in each month. */
  readonly converted: Float64Array;
  /** Pence by calendar month. */
  readonly income: Float64Array;
}

/** What is forecast by calendar month: people, and income in pence. */
export type ForecastMeasure = "referrals" | "starts" | "outcomes" | "income";

/** Every measure, in the order in which one leads to the next. */
export const MEASURES = [
  "referrals",
  "starts",
  "outcomes",
  "income",
] as const satisfies readonly ForecastMeasure[];

/** A flow of nobody. */
export function emptyFlow(months: number): Flow {
  const zeros = () => new Float64Array(months);
  return { referrals: zeros(), starts: zeros(), outcomes: zeros(), converted: zeros(), income: zeros() };
}

const IN_A_FLOW = [...MEASURES, "converted"] as const;

/** Adds one flow into another. */
export function addFlow(into: Flow, flow: Flow): void {
  for (const name of IN_A_FLOW) {
    const [sum, part] = [into[name], flow[name]];
    for (let at = 0; at < sum.length; at++) sum[at]! += part[at]!;
  }
}

/** Makes a flow one of nobody. */
export function clearFlow(flow: Flow): void {
  for (const name of IN_A_FLOW) flow[name].fill(0);
}

/**
 * The mean of a number drawn from a range: the lower and the upper half are each as likely, and each a
 * triangle that falls off from `likely`, whose mean lies a third of the way out.
 */
export function meanOf({ low, likely, high }: NumberRange): number {
  return likely + (high - likely + (low - likely)) / 6;
}

/** Months that a forecast reaches: until the last starters have lived through `lastAge` months. */
export function monthsOf({ referralMonths, delay }: ForecastPlan, lastAge: number): number {
  return referralMonths + delay.length - 1 + lastAge;
}

/**
 * What is expected of a plan, and what of it can be said. `months` is how far the flows reach, `until` how many months
 * are looked at.
 */
export interface ExpectedCourse {
  readonly plan: ForecastPlan;
  readonly months: number;
  readonly until: number;
  readonly measures: readonly ForecastMeasure[];
  readonly groups: readonly Flow[];
  readonly all: Flow;
}

/** Works out what is expected of a plan. */
export function expectedCourse(plan: ForecastPlan, months: number, until: number): ExpectedCourse {
  const groups = expectedFlows(plan, months);
  const all = emptyFlow(months);
  for (const flow of groups) addFlow(all, flow);
  const hasStarts = plan.groups.every(({ rate }) => rate !== null);
  const hasOutcomes = hasStarts && plan.groups.every(({ profile }) => profile !== null);
  const measures: ForecastMeasure[] = ["referrals"];
  if (hasStarts) measures.push("starts");
  if (hasOutcomes) measures.push("outcomes");
  if (hasOutcomes && plan.hasIncome) measures.push("income");
  return { plan, months, until, measures, groups, all };
}

/** The expected flow of each group, in closed form: means of independent draws multiply. */
export function expectedFlows(plan: ForecastPlan, months: number): Flow[] {
  return plan.groups.map((group) => expectedFlow(plan, group, months));
}

function expectedFlow({ volume, delay }: ForecastPlan, group: GroupPlan, months: number): Flow {
  const flow = emptyFlow(months);
  const [much, rate] = [meanOf(volume), group.rate === null ? 0 : meanOf(group.rate)];
  const added = group.profile === null ? [] : steps(group.profile.map(meanOf));
  group.referrals.forEach((people, at) => {
    flow.referrals[at] = people * much;
    delay.forEach((part, later) => {
      flow.starts[at + later]! += people * much * rate * part;
    });
  });
  for (let cohort = 0; cohort < months; cohort++) {
    const starts = flow.starts[cohort]!;
    added.forEach((part, age) => {
      if (cohort + age < months) flow.outcomes[cohort + age]! += starts * part;
      flow.converted[cohort]! += starts * part;
    });
  }
  pay(flow, meanOf(group.attachmentFee), meanOf(group.outcomeFee));
  return flow;
}

/** What the starts and outcomes of a flow earn. */
export function pay({ starts, outcomes, income }: Flow, attachmentFee: number, outcomeFee: number): void {
  for (let at = 0; at < income.length; at++) {
    income[at] = starts[at]! * attachmentFee + outcomes[at]! * outcomeFee;
  }
}
