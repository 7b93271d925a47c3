import { lastAgeWithin } from "../../cohorts/index.js";
import { nextMonth } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { isOpen, type Programme } from "../../rules/index.js";
import { listed } from "../../unknown-word.js";
import type { Estimate, ValueByGroup } from "./estimate.js";
import { EVERYBODY, fraction, isRange, partsOf, stated, tablesOf, valuesOf } from "./estimate.js";
import type { Assumptions, CapacityPlan, ReferralPlan } from "./offer.js";
import { json, offerFault } from "./offer-shape.js";

/**
 * Checks what a plan says beyond its shape: groups, months, profiles, ranges, delays.
 *
 * @throws ProgrammeFault `tender/offer-…` naming the field, and `tender/profile-beyond-window`.
 */
export function checkAssumptions(assumptions: Assumptions, programme: Programme): void {
  const referrals = stated(assumptions.referrals);
  const starts = stated(assumptions.starts);
  const outcomes = stated(assumptions.outcomes);
  const capacity = stated(assumptions.capacity);
  const prices = stated(assumptions.prices);
  const groups = groupsOf(referrals, programme);
  if (referrals?.volume !== undefined) checkRange("referrals.volume", referrals.volume, inOrder);
  if (referrals !== undefined) checkReferralChance(referrals);
  if (starts !== undefined) {
    checkSplit("starts.rate", starts.rate, groups, inOrder);
    if (starts.delay !== undefined && !isOpen(starts.delay)) checkDelay(starts.delay);
  }
  if (outcomes !== undefined) {
    const window = longestWindow(programme);
    checkSplit("outcomes.profile", outcomes.profile, groups, profilesInOrder, (address, list) => {
      checkRising(address, list);
      checkWithinWindow(`assumptions.${address}`, list, window);
    });
  }
  if (capacity !== undefined) checkCapacity(capacity);
  for (const fee of ["attachmentFee", "outcomeFee"] as const) {
    const split = prices?.[fee];
    if (split !== undefined) {
      checkSplit(`prices.${fee}`, split, groups, (one, other) => one.pence <= other.pence);
    }
  }
}

/** The groups that a plan may speak of: those its referrals are split by; null where they are not known. */
function groupsOf(referrals: ReferralPlan | undefined, programme: Programme): readonly string[] | null {
  const known = programme.groups.map(({ id }) => id);
  if (referrals === undefined || isOpen(referrals.byMonth)) return null;
  const tables = tablesOf(referrals.byMonth);
  const first = Object.keys(tables[0]?.[1] ?? {});
  for (const [group, months] of tables) {
    const address = group === EVERYBODY ? "referrals.byMonth" : `referrals.byMonth.${group}`;
    if (group !== EVERYBODY && !known.includes(group)) throw unknownGroup("referrals.byMonth", group, known);
    checkMonths(address, Object.keys(months), first);
  }
  return tables.map(([group]) => group);
}

function checkMonths(address: string, months: readonly string[], first: readonly string[]): void {
  const at = months.findIndex((month, place) => place > 0 && month !== nextMonth(months[place - 1]!, 1));
  if (months.length === 0) {
    throw offerFault("months", `assumptions.${address} without a month`, "at least one month");
  }
  if (at > 0) {
    throw offerFault(
      "months",
      `assumptions.${address}, where ${months[at]} follows ${months[at - 1]}`,
      `every month once and in order: after ${months[at - 1]} comes ${nextMonth(months[at - 1]!, 1)}`,
      "Add the missing month, with 0 where nobody is expected, or put the months in order.",
    );
  }
  if (months[0] === first[0] && months.length === first.length) return;
  throw offerFault(
    "months",
    `assumptions.${address} from ${months[0]} to ${months.at(-1)}`,
    `the same months for every group, here ${first[0]} to ${first.at(-1)}`,
    "Give 0 for a month in which nobody of the group is expected.",
  );
}

/** `order`: whether the first is nowhere above the second. */
function checkSplit<T>(
  address: string,
  split: ValueByGroup<Estimate<T>>,
  groups: readonly string[] | null,
  order: (one: T, other: T) => boolean,
  each?: (address: string, value: T) => void,
): void {
  const parts = partsOf(split);
  const isSplit = parts[0]?.[0] !== EVERYBODY;
  if (isSplit && groups !== null)
    checkGroups(
      address,
      parts.map(([group]) => group),
      groups,
    );
  for (const [group, value] of parts) {
    const at = isSplit ? `${address}.${group}` : address;
    for (const [name, one] of valuesOf(value)) each?.(name === "" ? at : `${at}.${name}`, one);
    checkRange(at, value, order);
  }
}

function checkGroups(address: string, given: readonly string[], groups: readonly string[]): void {
  if (groups[0] === EVERYBODY) {
    throw offerFault(
      "group",
      `assumptions.${address} by group (${listed(given)}), beside referrals that are not`,
      "one value for everybody, or referrals split by group too",
      "Split assumptions.referrals.byMonth by group, or give one value.",
    );
  }
  const stranger = given.find((group) => !groups.includes(group));
  if (stranger !== undefined) throw unknownGroup(address, stranger, groups);
  const missing = groups.find((group) => !given.includes(group));
  if (missing === undefined) return;
  throw offerFault(
    "group",
    `assumptions.${address} without the group ${missing}`,
    `a value for each group of the referrals: ${listed(groups)}`,
    "Add the group, or give one value for everybody.",
  );
}

function checkRange<T>(address: string, value: Estimate<T>, order: (one: T, other: T) => boolean): void {
  if (!isRange(value)) return;
  const { likely, low, high } = value;
  const isWhole = [likely, low, high].every((each) => each !== undefined);
  if (isWhole && order(low, likely) && order(likely, high)) return;
  throw offerFault(
    "range",
    `assumptions.${address}: ${json(value)}`,
    "a range with `low`, `likely` and `high`, of which none is above the next; of lists, as long and at no place above",
    "Give all three in order, or one value where there is no doubt.",
  );
}

function inOrder(one: string | number, other: string | number): boolean {
  const amount = (value: string | number) => (typeof value === "string" ? fraction(value) : value);
  return amount(one) <= amount(other);
}

function profilesInOrder(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((percent, age) => inOrder(percent, other[age]!));
}

function checkRising(address: string, list: readonly string[]): void {
  const at = list.findIndex((percent, place) => place > 0 && !inOrder(list[place - 1]!, percent));
  if (at < 0) return;
  throw offerFault(
    "profile",
    `assumptions.${address}, which falls from ${list[at - 1]} to ${list[at]} at place ${at}`,
    "cumulative percentages that never fall",
    "Give the share reached by the end of each month, not the month's own.",
  );
}

/** The days of the longest window among the outcomes that the levels are about, or among all where there is no level. */
function longestWindow({ outcomes, minimumPerformanceLevels = [] }: Programme): number {
  const promised = outcomes.filter(({ id }) =>
    minimumPerformanceLevels.some(({ outcome }) => outcome === id),
  );
  return Math.max(...(promised.length === 0 ? outcomes : promised).map(({ within }) => within.days));
}

/**
 * Checks that a profile ends no later than the window of its outcome, where there is one.
 *
 * @throws ProgrammeFault `tender/profile-beyond-window`.
 */
export function checkWithinWindow(address: string, profile: readonly string[], days: number): void {
  const last = days < 0 ? profile.length : lastAgeWithin(days);
  if (profile.length - 1 <= last) return;
  throw new ProgrammeFault({
    code: "tender/profile-beyond-window",
    given: `${address}, which goes on to age ${profile.length - 1}`,
    allowed: `ages 0 to ${last}: an outcome must fall within ${days} days of the start`,
    todo: `End the profile at age ${last}, or set a longer window of the outcome in \`changes\`.`,
  });
}

function checkReferralChance({ chance, monthToMonth = "0%" }: ReferralPlan): void {
  if (chance !== "as-planned" || fraction(monthToMonth) === 0) return;
  throw offerFault(
    "chance",
    `assumptions.referrals.monthToMonth: "${monthToMonth}", beside chance: "as-planned"`,
    "one or the other",
    "Leave out `chance` or `monthToMonth`.",
  );
}

function checkDelay(delay: readonly string[]): void {
  checkRising("starts.delay", delay);
  if (fraction(delay.at(-1)!) === 1) return;
  throw offerFault(
    "delay",
    `assumptions.starts.delay, which ends at ${delay.at(-1)}`,
    'percentages that end at "100%": of those who start, all have by then',
    "Say in `rate` how many never start, and in `delay` when the others do.",
  );
}

function checkCapacity({ advisers, slotsPerDay, availability = "100%", noShowRate }: CapacityPlan): void {
  checkRange("capacity.advisers", advisers, inOrder);
  checkRange("capacity.slotsPerDay", slotsPerDay, inOrder);
  checkRange("capacity.availability", availability, inOrder);
  checkRange("capacity.noShowRate", noShowRate, inOrder);
  const never = valuesOf(noShowRate).find(([, rate]) => fraction(rate) === 1);
  if (never === undefined) return;
  throw offerFault(
    "rate",
    "assumptions.capacity.noShowRate: 100%",
    "a percentage below 100%: somebody has to come",
  );
}

function unknownGroup(address: string, group: string, known: readonly string[]) {
  return offerFault(
    "group",
    `assumptions.${address} for the group ${group}`,
    known.length === 0 ? "no group: the programme has none" : listed(known),
    "Use the programme's own groups, or add one with `changes.add.groups`.",
  );
}
