import { randomNumbers } from "../support/timing.mjs";

const FIRST = 18_687; // 1 March 2021

/** Invented referrals of eight events each, the same in every run: some late, some not done at all. */
export function referrals(count, isoDate) {
  const random = randomNumbers(2021);
  return Array.from({ length: count }, (_each, i) => {
    const received = FIRST + random(90);
    const started = received + 5 + random(20);
    const day = (from, spread) => isoDate(from + random(spread));
    return {
      id: String(1_000_000 + i),
      attributes: { provider: i % 3 === 0 ? "north" : "south" },
      events: [
        { kind: "referral-received", on: isoDate(received) },
        { kind: random(20) === 0 ? "contact-attempted" : "referral-acknowledged", on: day(received, 5) },
        { kind: "contacted", on: day(received, 5) },
        { kind: "initial-appointment", on: isoDate(started) },
        { kind: "prap-updated", on: day(started, 6), status: "started" },
        { kind: "started", on: isoDate(started) },
        { kind: "standards-provided", on: day(started, 4) },
        { kind: "action-plan-finalised", on: day(started, 20) },
      ],
    };
  });
}
