import type { CohortCount } from "programme-rules/cohorts";

/** The profile of the naive-flow warning: by the end of each month of age. */
export const PROFILE = ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"] as const;
export const JETS_WINDOW = { days: 238, lagDays: 61 } as const;

/** The month so many after January 2020. */
export function month(at: number): string {
  return `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** The last day of that month, by the platform's own calendar. */
export function endOf(at: number): string {
  return new Date(Date.UTC(2020, at + 1, 0)).toISOString().slice(0, 10);
}

/** A contract that takes on 200 people a month, exactly on the profile, as counts at the end of its month `months`. */
export function onProfileCounts(months: number, starts = 200): CohortCount[] {
  const expected = [0, 1, 3, 6, 10, 14, 17.5, 20, 22];
  return Array.from({ length: months }, (_, cohort) => ({
    month: month(cohort),
    starts,
    converted: expected.slice(0, months - cohort).map((percent) => Math.round((starts * percent) / 100)),
  }));
}

/** One person of a made-up caseload, in months: whose cohort, and the age at which they converted, if ever. */
export interface Member {
  readonly cohort: number;
  readonly age: number | undefined;
}

/** The counts of a list of people, each looked at anew for every cell. */
export function countsOf(members: readonly Member[], lastMonth: number): CohortCount[] {
  const cohorts = [...new Set(members.map(({ cohort }) => cohort))];
  return cohorts.map((cohort) => {
    const own = members.filter((member) => member.cohort === cohort);
    const seen = Math.max(0, Math.min(lastMonth - cohort, 8) + 1);
    const converted = Array.from(
      { length: seen },
      (_, age) => own.filter((member) => member.age !== undefined && member.age <= age).length,
    );
    return { month: month(cohort), starts: own.length, converted };
  });
}

/** Kaplan–Meier by its definition: each month of age, everyone looked at one by one. */
export function lifeTable(members: readonly Member[], lastMonth: number): number[] {
  const rates: number[] = [];
  let survival = 1;
  for (let age = 0; age <= 8; age += 1) {
    const watched = members.filter(({ cohort }) => cohort + age <= lastMonth);
    const atRisk = watched.filter((member) => member.age === undefined || member.age >= age);
    if (atRisk.length === 0) break;
    survival *= 1 - atRisk.filter((member) => member.age === age).length / atRisk.length;
    rates.push(1 - survival);
  }
  return rates;
}

/** Outcomes by the month they happened in, since the first. */
export function outcomesByMonth(members: readonly Member[], lastMonth: number): number[] {
  return Array.from(
    { length: lastMonth + 1 },
    (_, at) => members.filter(({ cohort, age }) => age !== undefined && cohort + age === at).length,
  );
}
