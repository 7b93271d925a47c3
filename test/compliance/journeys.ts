import fc from "fast-check";
import type { Journey, JourneyEvent } from "programme-rules";
import { dayOf, textOf } from "../oracle/day-by-day.js";

const START = dayOf("2021-03-01");
const STATUSES = ["started", "did-not-attend", "did-not-start"] as const;
const KINDS = [
  "referral-acknowledged",
  "contact-attempted",
  "contacted",
  "initial-appointment",
  "prap-updated",
  "started",
  "standards-provided",
  "action-plan-finalised",
  "meeting-missed",
  "absence-explained",
  "contact-frequency-agreed",
  "job-started",
  "job-ended",
  "disengaged",
  "re-engaged",
  "left",
  "exit-report-provided",
  "esf-start-form-sent",
  "esf-end-form-sent",
] as const;

const event = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    day: fc.oneof(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 20, max: 30 })),
    knownLater: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined, freq: 4 }),
    status: fc.constantFrom(...STATUSES),
    workingDays: fc.integer({ min: 1, max: 20 }),
  })
  .map(
    ({ kind, day, knownLater, status, workingDays }): JourneyEvent => ({
      kind,
      on: textOf(START + day),
      ...(knownLater === undefined ? {} : { knownOn: textOf(START + day + knownLater) }),
      ...(kind === "prap-updated" ? { status } : {}),
      ...(kind === "contact-frequency-agreed" ? { workingDays } : {}),
    }),
  );

/** A journey of anything at all, after a receipt: contradictions included. */
export const journeys: fc.Arbitrary<Journey> = fc
  .record({
    id: fc.uuid(),
    receivedAt: fc.integer({ min: 0, max: 60 }),
    events: fc.array(event, { maxLength: 14 }),
    provider: fc.constantFrom("north", "south", undefined),
  })
  .map(({ id, receivedAt, events, provider }) => ({
    id,
    ...(provider === undefined ? {} : { attributes: { provider } }),
    events: [{ kind: "referral-received", on: textOf(START + receivedAt) }, ...events],
  }));

export const caseloads = fc.uniqueArray(journeys, { selector: ({ id }) => id, maxLength: 12 });

/** An as-at date in or after the months the journeys lie in. */
export const asAts = fc.integer({ min: 0, max: 200 }).map((day) => textOf(START + day));
