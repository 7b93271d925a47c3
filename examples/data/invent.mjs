// Invents a caseload as at 30 June 2021: journeys as programme-rules/testing/arbitraries makes them, dressed with
// what a provider's system knows besides. No row is a person, and no provider, place or adviser exists. The same
// seed always gives the same caseload.
import fc from "fast-check";
import { assess, whpJetsCv06 } from "programme-rules";
import { epochDay, isoDate, workingCalendar } from "programme-rules/calendar";
import { journeys } from "programme-rules/testing/arbitraries";

const AS_AT = "2021-06-30";

const SITES = [
  ["Larkfield Works", "Mill Lane, Eastmere", "Eastmere", "england", ["adv-01", "adv-02", "adv-03"]],
  ["Larkfield Works", "Castle Quay", "Eastmere", "england", ["adv-04", "adv-05"]],
  ["Tidewater Support", "Harbour Street", "Westbourne", "england", ["adv-06", "adv-07", "adv-08"]],
  ["Cwm Onnen Futures", "Heol y Parc", "Cwm Onnen", "wales", ["adv-09", "adv-10"]],
];
/** Harbour Street lost an adviser in May: half of its referrals of these days wait for an appointment. */
const SHORT_OF_STAFF = { site: "Harbour Street", from: "2021-05-25", until: "2021-06-08" };
/** Acknowledged a day late: the first forgot that Easter was over, the second that the bank holiday was. */
const ACKNOWLEDGED_LATE = { "2021-04-01": "2021-04-08", "2021-05-27": "2021-06-02" };

/** The column of each kind; what comes again, or has none, goes into the events. */
const COLUMNS = {
  "referral-received": "received_on",
  "referral-acknowledged": "acknowledged_on",
  contacted: "first_contact_on",
  "initial-appointment": "appointment_on",
  "prap-updated": "prap_updated_on",
  started: "started_on",
  "standards-provided": "standards_on",
  "action-plan-finalised": "plan_on",
  "job-started": "job_started_on",
  "job-ended": "job_ended_on",
  "returned-to-jobcentre": "returned_on",
  "esf-start-form-sent": "esf_start_on",
  "leaving-expected": "leaving_expected_on",
  left: "left_on",
  "exit-report-provided": "exit_report_on",
  "esf-end-form-sent": "esf_end_on",
  "outcome-claimed": "claimed_on",
};

/** How likely things are at these providers, besides how much is done and in time. */
const CHANCES = { starts: 0.8, leaves: 0.25, spells: 0, happens: 0, lateKnowledge: 0, retractions: 0 };
const KINDS = {
  "job-started": 0.3,
  "job-ended": 0.25,
  "returned-to-jobcentre": 0.6,
  earnings: 0.8,
  "milestone-reached": 0.9,
  "outcome-claimed": 0.6,
  disengaged: 0.03,
  "re-engaged": 0.6,
  "meeting-missed": 0.2,
  "absence-explained": 0.5,
  "leaving-expected": 0.6,
};
const REAL = {
  ...CHANCES,
  done: 0.975,
  inTime: 0.965,
  kinds: {
    ...KINDS,
    "contact-frequency-agreed": 0.06,
    contacted: 0.99,
    "initial-appointment": 0.995,
    "prap-updated": 0.995,
    "contact-attempted": 0.85,
    attested: 0.55,
  },
};
const CLEAN = { ...CHANCES, done: 1, inTime: 1, kinds: KINDS };

/** What a referral has besides its journey. */
const dress = fc.noBias(
  fc.record({
    site: fc.constantFrom(...SITES),
    adviser: fc.nat({ max: 5 }),
    isEsf: percent(12),
    isSelfEmployed: percent(18),
    isTriedAtOnce: percent(50),
    waits: percent(52),
    jobEndKnown: fc.integer({ min: 0, max: 4 }),
    pence: fc.integer({ min: 52_000, max: 98_000 }),
  }),
);
function percent(share) {
  return fc.nat({ max: 99 }).map((draw) => draw < share);
}

const calendar = workingCalendar("england-and-wales");
const daysAfter = (date, days) => isoDate(epochDay(date) + days);

/** A caseload of referrals, with their events in the same order. A clean one has no lapse in it. */
export function caseload(seed, { prefix, days: [first, last], perDay: [minLength, maxLength], clean }) {
  const chances = clean ? CLEAN : REAL;
  const days = Array.from({ length: epochDay(last) - epochDay(first) + 1 }, (_, at) => daysAfter(first, at));
  const arrivals = days.map((received) => {
    const referral = fc.record({ journey: journeysOf(received, chances), worn: dress });
    if (calendar.isWorkingDay(received)) return fc.array(referral, { minLength, maxLength, size: "max" });
    return fc.oneof({ weight: 17, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.tuple(referral) });
  });
  const [made] = fc.sample(fc.noBias(fc.tuple(...arrivals)), { seed, numRuns: 1 });
  const referrals = made.flatMap((ofDay, at) =>
    ofDay.map((each, place) => ({ ...each, received: days[at], isFirst: place === 0 })),
  );
  const dressedUp = referrals.map(({ journey, worn, received, isFirst }, at) =>
    dressed(journey.events, worn, {
      id: `${prefix}${String(at + 1).padStart(4, "0")}`,
      received,
      late: isFirst && !clean ? ACKNOWLEDGED_LATE[received] : undefined,
      clean,
    }),
  );
  return { rows: dressedUp.map(({ row }) => row), events: dressedUp.flatMap(({ events }) => events) };
}

/** Journeys of a day, all acknowledged in time: who is late with that is part of the story. */
function journeysOf(day, chances) {
  const requirements = ["css-1/acknowledged"];
  return journeys(whpJetsCv06, { from: day, until: day, chances }).filter((journey) =>
    assess(whpJetsCv06, journey, { asAt: AS_AT, requirements }).every(({ verdict }) => verdict !== "not-met"),
  );
}

/** A referral's row and its own events: what is known on the as-at date, and of a leaving what is expected after it. */
function dressed(journey, worn, { id, received, late, clean }) {
  const [provider, site, area, nation, advisers] = worn.site;
  const row = { id, programme: "whp-jets", provider, site, area, nation };
  row.adviser = advisers[worn.adviser % advisers.length];
  const events = [];
  const isShort =
    site === SHORT_OF_STAFF.site && received >= SHORT_OF_STAFF.from && received <= SHORT_OF_STAFF.until;
  const until = isShort && worn.waits && !clean ? calendar.addWorkingDays(received, 2) : AS_AT;
  const didNotAttend = journey.some(({ status }) => status === "did-not-attend");
  for (const { kind, on, ...fields } of journey) {
    const column = fields.milestone === "1000" ? "outcome_on" : COLUMNS[kind];
    if (kind === "leaving-expected" ? on <= AS_AT || until < AS_AT : on > until) continue;
    if (kind === "initial-appointment" && didNotAttend) continue;
    if (column === undefined || row[column] !== undefined)
      events.push({ id, kind, on, ...fields, ...(fields.pence && { pence: worn.pence }) });
    else row[column] = on;
    if (column === "prap_updated_on") row.prap_status = fields.status;
  }
  if (late !== undefined) row.acknowledged_on = late;
  const tried = worn.isTriedAtOnce ? calendar.rollForward(received) : calendar.addWorkingDays(received, 1);
  row.first_attempt_on = [tried, row.first_contact_on ?? tried].sort()[0];
  if (row.started_on && worn.isEsf)
    Object.assign(row, { provision: "esf", eligibility_meeting_on: row.started_on });
  if (row.job_started_on) row.self_employed = worn.isSelfEmployed ? "yes" : "no";
  const known = row.job_ended_on && daysAfter(row.job_ended_on, worn.jobEndKnown);
  if (known > AS_AT) delete row.job_ended_on;
  else if (known) row.job_end_known_on = known;
  return { row, events };
}
