import { refuseOther } from "../../argument.js";
import type { CalendarName } from "../../calendar/index.js";
import { type IsoDate, isoDate, lastOfMonth } from "../../date/index.js";
import { ProgrammeFault } from "../../fault.js";
import { isOpen, type OpenValue } from "../../rules/index.js";
import { type Estimate, fraction, isRange, tablesOf } from "../offer/estimate.js";
import { OFFER, type Offer, type ReferralPlan } from "../offer/offer.js";
import { type BacklogPlan, checkPlanFields } from "./backlog-plan.js";

/** Fields of a plan that take the place of what the offer says. */
export type BacklogPlanChanges = Partial<BacklogPlan>;

/**
 * The queue that an offer plans: its referrals by month, its advisers, its own standards; the likely value
 * of each range. Referrals that come `"as-planned"` come so here, spread evenly over the working days of their
 * month; what they vary `monthToMonth` beyond a Poisson number is left out. It runs from the first day of the offer's first month to the last of its last.
 *
 * @param given - fields in place of the offer's, such as `absences`, or a `noShowRate` at the bad end of
 * its range.
 * @throws ProgrammeFault `tender/open-assumption` naming what the offer leaves open or out.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { backlogPlan, defineOffer } from "programme-rules/tender";
 *
 * const offer = defineOffer(whpJetsCv06, {
 *   id: "our-offer",
 *   title: "Our offer",
 *   assumptions: {
 *     referrals: { byMonth: { "2027-01": 400, "2027-02": 420 } },
 *     capacity: {
 *       advisers: 9,
 *       slotsPerDay: 4,
 *       noShowRate: { likely: "30%", low: "26%", high: "36%" },
 *       rebookAfter: { workingDays: 5 },
 *     },
 *   },
 * });
 * backlogPlan(offer, { noShowRate: "36%" }); // => { from: "2027-01-01", until: "2027-02-28", noShowRate: "36%", … }
 * backlogPlan({ ...offer, assumptions: {} }); // throws assumptions.referrals
 * ```
 */
export function backlogPlan(offer: Offer, given: BacklogPlanChanges = {}): BacklogPlan {
  refuseOther(offer, OFFER);
  checkPlanFields(given);
  const { referrals, capacity } = offer.assumptions;
  const people = needed(referrals, "assumptions.referrals");
  const staff = needed(capacity, "assumptions.capacity");
  const field = <T>(name: keyof typeof staff, value: Estimate<T> | undefined) =>
    value === undefined || name in given ? {} : { [name]: likely(value, `assumptions.capacity.${name}`) };
  const byMonth = "referrals" in given ? {} : monthly(people);
  const isAsPlanned = people.chance === "as-planned" && !("referrals" in given);
  return {
    ...field("advisers", staff.advisers),
    ...field("slotsPerDay", staff.slotsPerDay),
    ...field("availability", staff.availability),
    ...field("noShowRate", staff.noShowRate),
    ...field("rebookAfter", staff.rebookAfter),
    ...field("mostAttempts", staff.mostAttempts),
    ...spanOf(Object.keys(byMonth)),
    ...("calendar" in given ? {} : { calendar: calendarOf(offer) }),
    referrals: { byMonth },
    ...(isAsPlanned ? { arrivals: "as-given" } : {}),
    programme: offer.programme,
    ...given,
  } as BacklogPlan;
}

/** A plan as it is, or the plan of an offer. */
export function planOf(given: BacklogPlan | Offer): BacklogPlan {
  return isOffer(given) ? backlogPlan(given) : given;
}

function isOffer(given: BacklogPlan | Offer): given is Offer {
  return typeof given === "object" && given !== null && "assumptions" in given;
}

function likely<T>(value: Estimate<T>, address: string): T {
  const known = needed(value as object | OpenValue, address) as Estimate<T>;
  return isRange(known) ? known.likely : (known as T);
}

function needed<T>(value: T | OpenValue | undefined, address: string): T {
  if (value !== undefined && !isOpen(value)) return value as T;
  throw new ProgrammeFault({
    code: "tender/open-assumption",
    given: `an offer whose ${address} is ${isOpen(value) ? value.open : "left out"}`,
    allowed: "an offer that says who is referred and who sees them",
    todo: "State it in the offer, or give it as the second argument of backlogPlan.",
  });
}

/** All groups wait in one queue. */
function monthly({ byMonth, volume = "100%" }: ReferralPlan): Record<string, number> {
  const tables = tablesOf(needed(byMonth, "assumptions.referrals.byMonth"));
  const part = fraction(likely(volume, "assumptions.referrals.volume"));
  const sums: Record<string, number> = {};
  for (const [month, people] of tables.flatMap(([, months]) => Object.entries(months))) {
    sums[month] = (sums[month] ?? 0) + people * part;
  }
  return sums;
}

function spanOf(months: readonly string[]): { readonly from?: IsoDate; readonly until?: IsoDate } {
  const [first, last] = [months.toSorted()[0], months.toSorted().at(-1)];
  if (first === undefined || last === undefined) return {};
  return { from: `${first}-01`, until: isoDate(lastOfMonth(last)) };
}

function calendarOf({ programme }: Offer): CalendarName {
  const [name, ...others] = new Set(Object.values(programme.calendars));
  if (name !== undefined && others.length === 0) return name;
  throw new ProgrammeFault({
    code: "tender/calendar",
    given: `an offer on ${programme.id}, whose nations keep different bank holidays`,
    allowed: "one calendar for the queue",
    todo: 'Give it as the second argument of backlogPlan, such as { calendar: "scotland" }.',
  });
}
