import { type EpochDay, epochDay, isoDate } from "../../date/index.js";
import { dueDates } from "../../deadlines/index.js";
import type { Journey, Scalar } from "../../journey/index.js";
import { type Condition, type EventMatch, type Programme, STANDINGS } from "../../rules/index.js";
import { eventOf } from "./journeys.js";
import type { Happening } from "./orderly.js";
import { cannotPlant } from "./plant-fault.js";
import { kindOf, type Vocabulary } from "./vocabulary.js";

/** The chances taken while planting, each a whole number to choose by: smaller is earlier and simpler. */
export interface Chances {
  readonly begins: EpochDay;
  readonly offset: number;
  readonly choice: number;
  readonly picks: readonly number[];
  readonly isLate: boolean;
}

/** A case of a requirement as its due dates give it, in days from the beginning. */
export interface Window {
  readonly opens: number | undefined;
  readonly due: number | undefined;
}

/** A journey being planted: what happens on purpose, and what must be true of the person. */
export class Scene {
  readonly happenings: Happening[] = [];
  group: string | undefined;
  readonly attributes: Record<string, Scalar> = {};

  constructor(
    readonly vocabulary: Vocabulary,
    readonly requirement: string,
    readonly chances: Chances,
  ) {
    this.add(vocabulary.first, 0);
  }

  get programme(): Programme {
    return this.vocabulary.programme;
  }

  has(kind: string): boolean {
    return this.happenings.some((each) => each.kind === kind);
  }

  /** Puts an event on a day, and before it on the first day whatever it cannot come before. */
  add(kind: string, day: number, fields?: Happening["fields"]): void {
    const first = this.happenings.length === 0;
    if (!first && kind === this.vocabulary.first && day === 0 && this.has(kind)) return;
    for (const earlier of this.vocabulary.kinds.get(kind)?.notBefore ?? []) {
      if (!this.has(earlier)) this.add(earlier, 0);
    }
    this.happenings.push({ kind, day, ...(fields === undefined ? {} : { fields }), planted: true });
  }

  /** Does what a match asks for, on a day. */
  doMatch(match: EventMatch, day: number): void {
    if (typeof match === "string") this.add(match, day);
    else if ("event" in match) {
      this.require(match.when, day);
      this.add(match.event, day, match.where);
    } else if ("workDone" in match) this.doWork(match.workDone, day);
    else if ("entering" in match) this.enter(match.entering, day);
    else throw cannotPlant(this.requirement, "it hangs on the leaving of a state");
  }

  /** Does all the work of a state on a day. */
  doWork(id: string, day: number): void {
    const state = this.programme.states.find((each) => each.id === id);
    if (state === undefined || !("work" in state))
      throw cannotPlant(this.requirement, `${id} is no state of work left`);
    for (const { requirement } of state.work) {
      const rule = this.vocabulary.rules.find((each) => each.id === requirement);
      if (rule?.kind === "deadline")
        for (const match of rule.all ? rule.event : rule.event.slice(0, 1)) this.doMatch(match, day);
    }
  }

  /** Enters a state between events, unless it was entered before. */
  enter(id: string, day: number): void {
    const state = this.programme.states.find((each) => each.id === id);
    if (state === undefined || !("from" in state))
      throw cannotPlant(this.requirement, `${id} is no state between events`);
    if (state.from.some((match) => this.has(kindOf(match) ?? ""))) return;
    this.doMatch(state.from[0] as EventMatch, day);
  }

  /** Makes conditions hold for an anchor on a day. */
  require(conditions: readonly Condition[] | undefined, day: number): void {
    for (const condition of conditions ?? []) this.#makeHold(condition, day);
  }

  /** The journey as it is so far. */
  journey(happenings: readonly Happening[] = this.happenings): Journey {
    const hasAttributes = Object.keys(this.attributes).length > 0;
    return {
      id: "R1",
      ...(this.group === undefined ? {} : { group: this.group }),
      ...(hasAttributes ? { attributes: { ...this.attributes } } : {}),
      events: [...happenings]
        .sort((one, other) => one.day - other.day)
        .map((each) => eventOf(each, this.chances.begins)),
    };
  }

  /** The windows of a requirement's cases, as known on a day. */
  windows(of: string, asAt: number): Window[] {
    const { begins } = this.chances;
    const options = { asAt: isoDate(begins + asAt), including: STANDINGS };
    const after = (on: string | undefined) => (on === undefined ? undefined : epochDay(on) - begins);
    return dueDates(this.programme, this.journey(), options)
      .filter(({ requirement, anchor }) => requirement === of && anchor !== undefined)
      .map(({ opensOn, dueOn }) => ({ opens: after(opensOn), due: after(dueOn) }));
  }

  #makeHold(condition: Condition, day: number): void {
    if ("in" in condition) this.enter(condition.in, Math.min(day, 0));
    else if ("group" in condition) this.group = condition.group[0];
    else if ("notGroup" in condition) {
      this.group = this.programme.groups.find(({ id }) => !condition.notGroup.includes(id))?.id;
    } else if ("attribute" in condition) this.#makeAttributeHold(condition);
    else if ("happened" in condition) {
      const [first] = condition.happened;
      if (first !== undefined && !this.has(kindOf(first) ?? "")) this.doMatch(first, 0);
    }
  }

  #makeAttributeHold(condition: Extract<Condition, { attribute: string }>): void {
    const { attribute, missing } = condition;
    if (missing === "yes") return;
    const [first] = "is" in condition ? condition.is : ["other"];
    this.attributes[attribute] = first as Scalar;
  }
}
