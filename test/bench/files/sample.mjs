// Invents caseloads of any size, a line at a time: the referrals of a year, ten columns each, and eight events of each.

import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

export const AS_AT = "2021-06-30";
/** The events of each referral. */
export const EVENTS = 8;

const DAY = 86_400_000;
/** The referrals are of the year before the as-at date. */
const FIRST_DAY = Date.UTC(2020, 6, 1) / DAY;
const DAYS = 360;
const DATES = Array.from({ length: DAYS + 120 }, (_, day) =>
  new Date((FIRST_DAY + day) * DAY).toISOString().slice(0, 10),
);

export const COLUMNS =
  "id,provider,received_on,acknowledged_on,first_attempt_on,first_contact_on,appointment_on,prap_status,prap_updated_on,started_on";

/** A number from 0 up to but not including `bound`, always the same for a referral and a purpose. */
function draw(referral, purpose, bound) {
  let bits = Math.imul(referral + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) % bound;
}

export const idOf = (referral) => `R${String(referral).padStart(7, "0")}`;

/** Referrals come as systems print them, by the day they were received; one in thirty is late with something. */
function referralLine(referral, people, providers) {
  const day = Math.floor((referral / people) * DAYS);
  const after = (purpose, days) => {
    const late = draw(referral, purpose, 90) === 0 ? 25 : 0;
    return DATES[day + draw(referral, purpose + 10, days) + late];
  };
  const received = DATES[day];
  const starts = draw(referral, 1, 4) > 0;
  const acknowledged = after(2, 2);
  const status = starts ? "started" : "did-not-attend";
  const appointment = starts ? after(3, 14) : "";
  return `${idOf(referral)},Provider ${draw(referral, 4, providers)},${received},${acknowledged},${acknowledged},${after(5, 3)},${appointment},${status},${appointment || after(6, 20)},${appointment}\n`;
}

function eventLine(referral, number, people) {
  const day = Math.floor((referral / people) * DAYS);
  const on = DATES[day + number * 7 + draw(referral, 20 + number, 7)];
  return number === EVENTS - 1
    ? `${idOf(referral)},earnings,${on},52000\n`
    : `${idOf(referral)},contacted,${on},\n`;
}

export async function writeReferrals(file, people, { providers = 20 } = {}) {
  await writeLines(file, `${COLUMNS}\n`, function* () {
    for (let referral = 0; referral < people; referral++) yield referralLine(referral, people, providers);
  });
}

/** Events in the order of the referrals; or, shuffled, in no order at all. */
export async function writeEvents(file, people, { shuffled = false } = {}) {
  const stride = coprime(people);
  await writeLines(file, "id,kind,on,pence\n", function* () {
    if (!shuffled) {
      for (let referral = 0; referral < people; referral++)
        for (let number = 0; number < EVENTS; number++) yield eventLine(referral, number, people);
      return;
    }
    for (let number = 0; number < EVENTS; number++)
      for (let at = 0; at < people; at++)
        yield eventLine((at * stride + number * 7919) % people, number, people);
  });
}

/** A step that visits every referral once. */
function coprime(people) {
  let step = Math.floor(people * 0.618) | 1;
  while (divisor(step, people) !== 1) step += 2;
  return step;
}

function divisor(one, other) {
  return other === 0 ? one : divisor(other, one % other);
}

async function writeLines(file, header, lines) {
  const out = createWriteStream(file);
  let text = header;
  for (const line of lines()) {
    text += line;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, "drain");
    text = "";
  }
  out.end(text);
  await finished(out);
}
