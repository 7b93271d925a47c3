import type { CalendarInput, WorkingCalendar } from "../../calendar/index.js";
import { defined } from "../../defined.js";
import { ProgrammeFault, shown } from "../../fault.js";
import type { Journey, JourneyEvent, Scalar } from "../../journey/index.js";
import { CHECKED, eachOf, kind, type OptionKinds, optionsOf, TEXT } from "../../options.js";
import { type Programme, refuseNotProgramme } from "../../rules/index.js";
import { listed, unknownWord } from "../../unknown-word.js";
import { calendarOf, type DateOrDistance, dayOfDistance } from "./distance.js";
import { type EventWord, type EventWordValues, eventWords, type WrittenAs } from "./event-words.js";

/**
 * What an event carries beside its kind and day. `knownOn` may be a distance, which is counted from
 * the event's own day: `{ knownOn: "+3d" }` is known three days after it happened.
 */
export type EventFields = Readonly<Record<string, Scalar | undefined>> & {
  readonly knownOn?: string;
  readonly id?: string;
};

/**
 * How a builder counts and what it checks.
 *
 * - `calendar`: the name of a calendar, one of your own, or a `WorkingCalendar`; England and Wales unless told.
 * - `programme`: then kinds and fields of events must be the programme's, and the calendar is that of
 *   the journey's nation, or the programme's only one.
 */
export interface BuilderOptions {
  readonly calendar?: CalendarInput | WorkingCalendar;
  readonly programme?: Programme;
}

const FIELDS = eachOf(
  kind(
    (value) => ["string", "number", "boolean", "undefined"].includes(typeof value),
    "text, a number, or true or false",
  ),
);

const BUILDER_OPTIONS: OptionKinds<BuilderOptions> = { calendar: CHECKED, programme: refuseNotProgramme };

interface Step {
  readonly kind: string;
  readonly when: DateOrDistance;
  readonly fields: EventFields;
}

interface Plan extends Pick<Journey, "id" | "group" | "programme"> {
  /** The calendar that was given, and the programme to check events by. */
  readonly options: { readonly calendar?: WorkingCalendar; readonly programme?: Programme };
  readonly steps: readonly Step[];
  readonly attributes?: Readonly<Record<string, Scalar>>;
}

/** The builder's words, each of which adds an event: its day, and what it carries. */
export type EventWords = {
  readonly [Word in keyof EventWordValues]: (
    when: DateOrDistance,
    fields?: EventFields | EventWordValues[Word],
    more?: EventFields,
  ) => JourneyBuilder;
};

/**
 * A journey in the making, which is itself a journey: give it to `assess`, `report` or a matcher as it
 * stands. Each word returns a new builder and leaves the old one as it was, so that journeys may
 * share a beginning. Every kind of event of the Work and Health Programme has a word; `event` takes any.
 */
export interface JourneyBuilder extends Journey, EventWords {
  /** An event of any kind. */
  event(kind: string, when: DateOrDistance, fields?: EventFields): JourneyBuilder;
  /** The same journey under another id. */
  as(id: string): JourneyBuilder;
  /** The customer group, by its id. */
  inGroup(group: string): JourneyBuilder;
  /** Attributes: provider, site, adviser … added to those there are. */
  having(attributes: Readonly<Record<string, Scalar>>): JourneyBuilder;
  /** The nation, whose bank holidays count for the distances before and after this word alike. */
  nation(nation: "england" | "wales" | "scotland" | "northern-ireland"): JourneyBuilder;
  /** The programme's id, for caseloads that mix programmes. */
  onProgramme(programme: string): JourneyBuilder;
  /** The journey as plain frozen data. */
  build(): Journey;
}

class Builder {
  readonly id: string;
  readonly events: readonly JourneyEvent[];
  declare readonly group?: string;
  declare readonly programme?: string;
  declare readonly attributes?: Readonly<Record<string, Scalar>>;
  readonly #plan: Plan;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.id = plan.id;
    if (plan.programme !== undefined) this.programme = plan.programme;
    if (plan.group !== undefined) this.group = plan.group;
    if (plan.attributes !== undefined) this.attributes = Object.freeze({ ...plan.attributes });
    this.events = Object.freeze(eventsOf(plan));
    Object.freeze(this);
  }

  event(kindOfEvent: string, when: DateOrDistance, fields: EventFields = {}): Builder {
    TEXT(kindOfEvent, "kind");
    FIELDS(fields, "fields");
    return this.#with({ steps: [...this.#plan.steps, { kind: kindOfEvent, when, fields }] });
  }

  as(id: string): Builder {
    return this.#with({ id: checkedId(id) });
  }

  inGroup(group: string): Builder {
    TEXT(group, "group");
    return this.#with({ group });
  }

  having(attributes: Readonly<Record<string, Scalar>>): Builder {
    FIELDS(attributes, "attributes");
    return this.#with({ attributes: { ...this.#plan.attributes, ...attributes } });
  }

  nation(nation: string): Builder {
    return this.having({ nation });
  }

  onProgramme(programme: string): Builder {
    TEXT(programme, "programme");
    return this.#with({ programme });
  }

  build(): Journey {
    return Object.freeze({ ...(this as Journey) });
  }

  #with(changes: Partial<Plan>): Builder {
    return new Builder({ ...this.#plan, ...changes });
  }
}

for (const [name, [event, short]] of Object.entries(eventWords) as [EventWord, WrittenAs][]) {
  Object.defineProperty(Builder.prototype, name, {
    configurable: true,
    value(this: Builder, when: DateOrDistance, fields: EventFields | Scalar = {}, more: EventFields = {}) {
      FIELDS(more, "fields");
      if (typeof fields === "object") {
        FIELDS(fields, "fields");
        return this.event(event, when, { ...fields, ...more });
      }
      if (short === undefined) throw noShortField(name, fields);
      short.accepts(fields, short.field);
      return this.event(event, when, { [short.field]: fields, ...more });
    },
  });
}

// Taken off its builder, as in `const { received } = journey()`, a method still knows it.
for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Builder.prototype)))
  if (name !== "constructor")
    Object.defineProperty(Builder.prototype, name, {
      get(this: Builder) {
        return value.bind(this);
      },
    });

/**
 * Begins a journey. Distances such as `"+2wd"` are counted from its first event, the receipt, because
 * that is what the standards count from; `"+10wd after started"` counts from another event.
 *
 * @throws ProgrammeFault `testing/when` for text that is no date and no distance,
 * `testing/event` for an event that the given programme does not have, `testing/id` for an empty id.
 *
 * @example
 * ```ts
 * import { assess, whpJetsCv06 } from "programme-rules";
 * import { journey } from "programme-rules/testing";
 *
 * const late = journey("R1").received("2021-04-01").acknowledged("+3wd").started("+8wd");
 * late.events[1]; // => { kind: "referral-acknowledged", on: "2021-04-08" }
 * assess(whpJetsCv06, late, { asAt: "2021-04-30" })[0]?.verdict; // => "not-met"
 * late.planFinalised("+10wd after started").events[3]?.on; // => "2021-04-29"
 * late.acknowledged("soon"); // throws a date such as "2021-04-01", or a distance
 * ```
 */
export function journey(id = "R1", options: BuilderOptions = {}): JourneyBuilder {
  const { calendar, programme } = optionsOf(options, BUILDER_OPTIONS);
  return new Builder({
    id: checkedId(id),
    options: defined({ calendar: calendar === undefined ? undefined : calendarOf(calendar), programme }),
    steps: [],
  }) as unknown as JourneyBuilder;
}

function eventsOf(plan: Plan): JourneyEvent[] {
  const calendar = calendarFor(plan);
  const events: JourneyEvent[] = [];
  for (const { kind, when, fields } of plan.steps) {
    const on = dayOfDistance(when, { calendar, events });
    const { knownOn, ...others } = fields;
    const known =
      knownOn === undefined ? {} : { knownOn: dayOfDistance(knownOn, { calendar, events: [{ kind, on }] }) };
    const event: JourneyEvent = Object.freeze({ kind, on, ...known, ...others });
    checkNames(event);
    if (plan.options.programme !== undefined) checkEvent(plan.options.programme, event);
    events.push(event);
  }
  return events;
}

function calendarFor({ options, attributes }: Plan): WorkingCalendar {
  if (options.calendar !== undefined) return options.calendar;
  const nation = attributes?.nation;
  const own = options.programme?.calendars ?? usual;
  const named = own[String(nation)] ?? (nation === undefined ? Object.values(own)[0] : undefined);
  if (named !== undefined) return calendarOf(named);
  throw unknownWord({
    code: "testing/nation",
    given: `the nation ${shown(nation)}`,
    allowed: Object.keys(own),
    written: String(nation),
    todo: "Name one of these nations, or give the builder a calendar.",
  });
}

const usual: Programme["calendars"] = {
  england: "england-and-wales",
  wales: "england-and-wales",
  scotland: "scotland",
  "northern-ireland": "northern-ireland",
};

function checkedId(id: string): string {
  if (typeof id === "string" && id !== "") return id;
  throw new ProgrammeFault({
    code: "testing/id",
    given: shown(id),
    allowed: 'an opaque id such as "R1"',
    todo: "Give the journey an id.",
  });
}

function noShortField(name: string, value: Scalar): ProgrammeFault {
  const words = Object.entries(eventWords).filter(([, [, short]]) => short !== undefined);
  return new ProgrammeFault({
    code: "testing/event",
    given: `${shown(value)} by itself as a field of ${name}`,
    allowed: `fields by name, { field: value }; by itself only with ${listed(words.map(([word]) => word))}`,
    todo: "Name the field.",
  });
}

/** Refuses the field that every kind may have under a name that says nothing: the event would be known on its own day. */
function checkNames(event: JourneyEvent): void {
  const name = Object.keys(event).find((each) => each !== "knownOn" && /^known[_ -]?on$/i.test(each));
  if (name !== undefined) throw noField(name, event.kind, ["knownOn"]);
}

function noField(name: string, kindOfEvent: string, allowed: readonly string[] | string): ProgrammeFault {
  return unknownWord({
    code: "testing/event",
    given: `the field ${shown(name)} on ${kindOfEvent}`,
    allowed,
    written: name,
    todo: "Correct the name.",
  });
}

const BASIC = ["kind", "on", "knownOn", "id", "of"];

/** Refuses an event that the programme does not have, or that carries what its kind does not. */
function checkEvent(programme: Programme, event: JourneyEvent): void {
  if (event.kind === "retracted") return;
  const kind = programme.events.find(({ id }) => id === event.kind);
  if (kind === undefined) {
    throw unknownWord({
      code: "testing/event",
      given: `an event ${shown(event.kind)}, which ${programme.id} does not have`,
      allowed: programme.events.map(({ id }) => id),
      written: event.kind,
      todo: "Correct the kind.",
    });
  }
  for (const [field, value] of Object.entries(event)) {
    if (BASIC.includes(field)) continue;
    if (!kind.fields?.includes(field)) {
      throw noField(field, kind.id, kind.fields ?? "none: this kind has no fields");
    }
    const values = kind.values?.[field];
    if (values !== undefined && value !== undefined && !values.includes(value)) {
      throw eventFault(`${field} ${shown(value)} on ${kind.id}`, listed(values.map(shown)));
    }
  }
}

function eventFault(given: string, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/event",
    given,
    allowed,
    todo: "Correct the event, add it to the programme's `events`, or build without a programme.",
  });
}
