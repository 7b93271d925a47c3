// Invents referrals and what followed, as at 30 June 2021. No row is a person, and no provider, place
// or adviser exists. The same seed always gives the same caseload.
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const dayOf = (iso) => Date.parse(iso) / 86_400_000;
const isoOf = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const AS_AT = dayOf("2021-06-30");
const HOLIDAYS = ["2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31"].map(dayOf);
const isWorking = (day) => (day + 4) % 7 > 0 && (day + 4) % 7 < 6 && !HOLIDAYS.includes(day);
const roll = (day, step) => (isWorking(day) ? day : roll(day + step, step));
/** So many working days on; 0 is the day itself, or the next one worked. */
const after = (day, count) => (count < 1 ? roll(day, 1) : after(roll(day + 1, 1), count - 1));
const before = (day, count) => (count < 1 ? roll(day, -1) : before(roll(day - 1, -1), count - 1));

const SITES = [
  ["Larkfield Works", "Mill Lane, Eastmere", "Eastmere", "england", ["adv-01", "adv-02", "adv-03"]],
  ["Larkfield Works", "Castle Quay", "Eastmere", "england", ["adv-04", "adv-05"]],
  ["Tidewater Support", "Harbour Street", "Westbourne", "england", ["adv-06", "adv-07", "adv-08"]],
  ["Cwm Onnen Futures", "Heol y Parc", "Cwm Onnen", "wales", ["adv-09", "adv-10"]],
];
/** Harbour Street lost an adviser in May: its referrals of these days wait for an appointment. */
const SHORT_OF_STAFF = { site: "Harbour Street", from: dayOf("2021-05-25"), until: dayOf("2021-06-08") };
/** Acknowledged a day late: the first forgot that Easter was over, the second that the bank holiday was. */
const ACKNOWLEDGED_LATE = { "2021-04-01": "2021-04-08", "2021-05-27": "2021-06-02" };

/** A caseload of referrals, with their events in the same order. A clean one has no lapse in it. */
export function caseload(seed, { prefix, days, perDay, clean }) {
  const random = xoroshiro128plus(seed);
  const whole = (from, to) => uniformInt(random, from, to);
  const chance = (percent) => whole(1, 1000) <= percent * 10;
  const lapse = (percent) => chance(percent) && !clean;
  const pick = (list) => list[whole(0, list.length - 1)];
  const lateLeft = { ...ACKNOWLEDGED_LATE };
  const rows = [];
  const events = [];

  function referral(received) {
    const id = `${prefix}${String(rows.length + 1).padStart(4, "0")}`;
    const [provider, site, area, nation, advisers] = pick(SITES);
    const row = { id, programme: "whp-jets", provider, site, area, adviser: pick(advisers), nation };
    const own = [];
    /** Writes a date into the row, or an event into the long file, unless it lies after the as-at date. */
    const set = (column, day) => {
      if (day <= AS_AT) row[column] = isoOf(day);
      return day <= AS_AT;
    };
    const note = (kind, day, fields = {}) =>
      day <= AS_AT && own.push({ id, kind, on: isoOf(day), ...fields });
    set("received_on", received);
    acknowledge(received, set);
    const path = whole(1, 100) <= 80 ? "started" : chance(60) ? "did-not-attend" : "did-not-start";
    const waits =
      site === SHORT_OF_STAFF.site && received >= SHORT_OF_STAFF.from && received <= SHORT_OF_STAFF.until;
    if (lapse(waits ? 52 : 0.6)) rows.push(row);
    else {
      const started = firstAppointment(row, received, path, set);
      rows.push(row);
      if (started <= AS_AT) participate(row, started, set, note);
    }
    events.push(...own.sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)));
  }

  function acknowledge(received, set) {
    const late = clean ? undefined : lateLeft[isoOf(received)];
    delete lateLeft[isoOf(received)];
    set("acknowledged_on", late === undefined ? after(received, whole(0, 2)) : dayOf(late));
    const tried = after(received, whole(0, 1));
    set("first_attempt_on", tried);
    if (!lapse(2)) set("first_contact_on", lapse(3) ? after(tried, whole(3, 5)) : after(tried, whole(0, 1)));
  }

  /** The appointment and the update of PRaP; the day of the start, or never. */
  function firstAppointment(row, received, path, set) {
    const appointment = after(received, whole(4, 12));
    const started = path === "started" ? after(appointment, whole(0, 2)) : Number.POSITIVE_INFINITY;
    const missed = after(received, whole(12, 15));
    const noted = path === "started" ? started : path === "did-not-start" ? appointment : missed;
    const updated = lapse(1) ? after(received, whole(16, 19)) : noted;
    if (path !== "did-not-attend") set("appointment_on", appointment);
    if (set("prap_updated_on", updated)) row.prap_status = path;
    if (started <= AS_AT) set("started_on", started);
    return started;
  }

  function participate(row, started, set, note) {
    const plan = lapse(2) ? after(started, whole(11, 13)) : after(started, whole(0, 10));
    set("standards_on", lapse(1.5) ? after(started, 3) : chance(80) ? started : after(started, 1));
    set("plan_on", plan);
    esfStart(row, started, set);
    const leaves = chance(10) ? after(started, whole(18, 55)) : Number.POSITIVE_INFINITY;
    const inWork = work(row, started, leaves, set, note);
    keepInTouch(started, Math.min(leaves, AS_AT + 1), note);
    if ((clean || chance(55)) && plan <= AS_AT)
      attest("css-7/explored", ["ambitions", "needs"], after(plan, whole(3, 12)), note);
    if (leaves <= AS_AT) leave(leaves, inWork, set, note);
    else if (chance(5)) row.leaving_expected_on = isoOf(AS_AT + whole(5, 40));
  }

  function esfStart(row, started, set) {
    if (chance(12)) row.provision = "esf";
    const from = row.provision === "esf" ? dayOf(row.appointment_on) : started;
    if (row.provision === "esf") set("eligibility_meeting_on", from);
    set("esf_start_on", after(from, whole(1, 5)));
  }

  /** Jobs, earnings and the outcome; whether the person leaves in work. */
  function work(row, started, leaves, set, note) {
    const job = after(started, whole(12, 45));
    if (!chance(32) || job >= Math.min(leaves, AS_AT)) return false;
    row.self_employed = chance(18) ? "yes" : "no";
    set("job_started_on", job);
    const ended = chance(15) ? after(job, whole(8, 25)) : Number.POSITIVE_INFINITY;
    for (let week = 4; job + 7 * week < Math.min(ended, AS_AT); week += 4)
      note("earnings", job + 7 * week, { pence: whole(52_000, 98_000) });
    if (ended < Math.min(leaves, AS_AT)) {
      set("job_ended_on", ended);
      set("job_end_known_on", after(ended, whole(0, 4)));
      if (chance(60)) set("returned_on", after(ended, whole(3, 8)));
      return false;
    }
    const outcome = job + whole(30, 60);
    if (set("outcome_on", outcome) && row.self_employed === "yes")
      set("claimed_on", after(outcome, whole(3, 12)));
    return true;
  }

  /** Contacts until a day: every ten working days, or as agreed; none while disengaged. */
  function keepInTouch(started, until, note) {
    const agreed = chance(6) ? pick([5, 15]) : 10;
    if (agreed !== 10) note("contact-frequency-agreed", started, { workingDays: agreed });
    const away = chance(3) ? after(started, whole(12, 25)) : Number.POSITIVE_INFINITY;
    const back = after(Math.min(away, AS_AT), whole(8, 20));
    let last = started;
    for (let next = started; ; ) {
      next = after(last, lapse(0.5) ? agreed + whole(1, 3) : whole(Math.ceil(agreed / 2), agreed));
      if (last <= away && next > away && away < until) {
        note("disengaged", away);
        if (back >= until) return;
        note("re-engaged", back);
        next = back;
      }
      if (next > until) return;
      note("contacted", next);
      if (chance(2)) missMeeting(after(next, 2), until, note);
      last = next;
    }
  }

  function missMeeting(day, until, note) {
    if (day >= until) return;
    note("meeting-missed", day);
    if (chance(25)) note("absence-explained", after(day, whole(0, 2)));
    else if (!lapse(12)) note("contact-attempted", after(day, whole(0, 2)));
  }

  function leave(left, inWork, set, note) {
    const report = lapse(10) ? before(left, whole(12, 15)) : before(left, whole(0, 9));
    set("left_on", left);
    set("esf_end_on", left + whole(7, 50));
    if (inWork || lapse(8)) return;
    set("exit_report_on", report);
    if (clean || chance(60)) {
      attest("css-10/contents", ["summary", "further-support"], report, note);
      attest("css-10/kept", ["copy"], report, note);
    }
  }

  function attest(requirement, parts, day, note) {
    for (const part of parts)
      note("attested", day, { requirement, part, holds: lapse(0.7) ? "no" : "yes", by: "quality lead" });
  }

  for (let day = dayOf(days[0]); day <= dayOf(days[1]); day++) {
    const count = isWorking(day) ? whole(perDay[0], perDay[1]) : chance(15) ? 1 : 0;
    for (let i = 0; i < count; i++) referral(day);
  }
  return { rows, events };
}
