import { type Journey, type JourneyEvent, workingCalendar } from "programme-rules";

/** The part of a CRM that takes referrals in: it acknowledges, rings, and books the first appointment. */
export class Intake {
  readonly #calendar = workingCalendar("england-and-wales");
  readonly #events = new Map<string, JourneyEvent[]>();

  /** `slots`: working days until the next free appointment. */
  receive(id: string, on: string, slots: number): void {
    const after = (workingDays: number) => this.#calendar.addWorkingDays(on, workingDays);
    this.#events.set(id, [
      { kind: "referral-received", on },
      { kind: "referral-acknowledged", on: after(1) },
      { kind: "contacted", on: after(2) },
      { kind: "initial-appointment", on: after(slots) },
    ]);
  }

  /** Someone who comes starts that day; either way PRaP is updated the day after. */
  appointmentEnded(id: string, came: boolean): void {
    const events = this.#events.get(id) ?? [];
    const held = events.at(-1)!.on;
    if (came) events.push({ kind: "started", on: held });
    else events.pop();
    const status = came ? "started" : "did-not-attend";
    events.push({ kind: "prap-updated", on: this.#calendar.addWorkingDays(held, 1), status });
  }

  journey(id: string): Journey {
    return { id, events: this.#events.get(id) ?? [] };
  }

  caseload(): Journey[] {
    return [...this.#events.keys()].map((id) => this.journey(id));
  }
}
