import { type EpochDay, epochDay, isoDate } from "../../date/index.js";
import { dueDates } from "../../deadlines/index.js";
import { defined, filled } from "../../defined.js";
import { ProgrammeFault } from "../../fault.js";
import { type Journey, NEEDED_FIELDS, type Scalar } from "../../journey/index.js";
import { type Condition, type EventMatch, eventsMarking, type Programme, workIn } from "../../rules/index.js";
import { eventOf, fieldsOf, type Happening } from "./happenings.js";
import { kindOf, type Vocabulary } from "./journey-vocabulary.js";

const EVERY_STANDING = ["contract", "guidance", "offered", "recommended", "research"] as const;

/** The chances taken while planting, each a whole number to choose by: smaller is earlier and simpler. */
export interface PlantingChances {
  readonly begins: EpochDay;
  readonly offset: number;
  readonly choice: number;
  readonly picks: readonly number[];
  /** How something is missed: not done, a day late, later, or too early where that is possible. */
  readonly way: 0 | 1 | 2 | 3;
}

/** A case of a requirement as its due dates give it, in days from the beginning. */
interface CaseWindow {
  readonly opens: number | undefined;
  readonly due: number | undefined;
}

/** A journey being planted: what happens on purpose, and what must be true of the person. */
export class PlantedJourney {
  readonly happenings: Happening[] = [];
  group: string | undefined;
  readonly attributes: Record<string, Scalar> = {};

  constructor(
    readonly vocabulary: Vocabulary,
    readonly requirement: string,
    readonly chances: PlantingChances,
  ) {
    const [nation] = Object.keys(vocabulary.programme.calendars);
    if (vocabulary.needsNation && nation !== undefined) this.attributes.nation = nation;
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
    const said = { ...this.#neededBy(kind), ...fields };
    this.happenings.push(defined({ kind, day, fields: filled(said), planted: true as const }));
  }

  /** What an event of a kind says nothing without. */
  #neededBy(kind: string): Record<string, Scalar> {
    const needed = NEEDED_FIELDS.get(kind) ?? [];
    const usual = Object.entries(fieldsOf(this.vocabulary, kind, 0));
    return Object.fromEntries(usual.filter(([name]) => needed.includes(name)));
  }

  /** Does what a match asks for, on a day. */
  doMatch(match: EventMatch, day: number): void {
    if (typeof match === "string") this.add(match, day);
    else if ("event" in match) {
      this.require(match.when, day);
      this.add(match.event, day, match.where);
    } else if ("workDone" in match) this.doWork(match.workDone, day);
    else if ("entering" in match) this.enter(match.entering, day);
    else if ("stayEnds" in match)
      this.enter(match.stayEnds, day - daysOfStay(match.stayEnds, this.programme));
    else this.leave(match.leaving, day);
  }

  /** Does all the work of a state on a day. */
  doWork(id: string, day: number): void {
    const state = this.programme.states.find((each) => each.id === id);
    if (state === undefined || !("work" in state))
      throw cannotPlant(this.requirement, `${id} is no state of work left`);
    for (const { requirement } of workIn(state)) {
      const rule = this.vocabulary.rules.find((each) => each.id === requirement);
      if (rule?.kind === "deadline")
        for (const match of rule.all ? rule.event : rule.event.slice(0, 1)) this.doMatch(match, day);
    }
  }

  /** Enters a state between events, unless it was entered before. */
  enter(id: string, day: number): void {
    const state = this.programme.states.find((each) => each.id === id);
    if (state === undefined || "work" in state)
      throw cannotPlant(this.requirement, `${id} is no state between events`);
    if ("allOf" in state) {
      for (const each of state.allOf) this.enter(each, day);
      return;
    }
    if (state.from.some((match) => this.has(kindOf(match) ?? ""))) return;
    this.doMatch(state.from[0] as EventMatch, day);
  }

  /** Leaves a state between events, having entered it. */
  leave(id: string, day: number): void {
    this.enter(id, Math.min(day, 0));
    const [first] = eventsMarking({ leaving: id }, this.programme);
    if (first === undefined) throw cannotPlant(this.requirement, `nothing ends ${id}`);
    this.doMatch(first, day);
  }

  /** Makes conditions hold for an anchor on a day. */
  require(conditions: readonly Condition[] | undefined, day: number): void {
    for (const condition of conditions ?? []) this.#makeHold(condition, day);
  }

  /** The journey as it is so far. */
  journey(happenings: readonly Happening[] = this.happenings): Journey {
    const hasAttributes = Object.keys(this.attributes).length > 0;
    return defined({
      id: "R1",
      group: this.group,
      attributes: hasAttributes ? { ...this.attributes } : undefined,
      events: [...happenings]
        .sort((one, other) => one.day - other.day)
        .map((each) => eventOf(each, this.chances.begins)),
    });
  }

  /** The windows of a requirement's cases, as known on a day. */
  windows(of: string, asAt: number): CaseWindow[] {
    const { begins } = this.chances;
    const options = { asAt: isoDate(begins + asAt), including: EVERY_STANDING };
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
      const isSince = condition.since === "anchor";
      if (first !== undefined && (isSince || !this.has(kindOf(first) ?? "")))
        this.doMatch(first, isSince ? day : 0);
    }
  }

  #makeAttributeHold(condition: Extract<Condition, { attribute: string }>): void {
    const { attribute, missing } = condition;
    if (missing === "yes") return;
    const [first] = "is" in condition ? condition.is : ["other"];
    this.attributes[attribute] = first as Scalar;
  }
}

/** How many days the longest stay in a state has. */
export function daysOfStay(id: string, { stays }: Programme): number {
  return stays.find(({ state }) => state === id)!.atMost.days;
}

/** The fault of a requirement for which no journey can be made to order. */
export function cannotPlant(requirement: string, why: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/cannot-plant",
    given: `${requirement}, which no journey can be made to meet or miss: ${why}`,
    allowed: "a requirement on a referral that dates alone can settle; checkable() lists them",
    todo: "Choose another requirement, or build the journey by hand.",
  });
}
