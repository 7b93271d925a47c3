import { ProgrammeFault } from "../fault.js";

export type Names = ReadonlySet<string>;

/** Refuses a name that is not one of the known. */
export function refuseUnknown(address: string, name: string, what: string, known: Names): void {
  if (known.has(name)) return;
  throw new ProgrammeFault({
    code: "rules/unknown-name",
    given: `${address}, which names the ${what} "${name}"`,
    allowed: known.size === 0 ? `none: the programme has no ${what}` : [...known].join(", "),
    todo: `Add that ${what} to the programme, or correct the name.`,
  });
}

export function idTwice(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/id-twice",
    given: `the id ${id} twice`,
    allowed:
      "each id once among standards, requirements, states, readings, outcomes, groups and the other lists",
    todo: "Rename one of the two.",
  });
}

export function eventTwice(id: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/event-twice",
    given: `the event kind ${id} twice`,
    allowed: "each event kind once",
    todo: "Join the two, or rename one.",
  });
}

export function direction(id: string, hasAfter: boolean): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/direction",
    given: `${id} with ${hasAfter ? "both `after` and `before`" : "neither `after` nor `before`"}`,
    allowed: "exactly one of the two",
    todo: "Say from which event the distance is counted, and in which direction.",
  });
}

export function circularWork(state: string, requirement: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/circular-work",
    given: `the state ${state}, whose work ${requirement} is itself counted from that state`,
    allowed: "work that does not depend on the state it makes up",
    todo: "Take that requirement out of the state's work.",
  });
}

export function circularState(path: readonly string[]): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/circular-state",
    given: `states that depend on one another: ${path.join(" → ")}`,
    allowed: "states that can be told one after the other",
    todo: "Take one of these out of the other's conditions.",
  });
}

export function ungrounded(address: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/ungrounded",
    given: `${address} with neither a citation nor a basis`,
    allowed: 'a `citation` into the programme\'s sources, or `basis: "assumed"`',
    todo: "Say where the rule comes from.",
  });
}

export function fallingProfile(level: string, month: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "rules/falling-profile",
    given: `${level}.profile, which falls at month ${month}`,
    allowed: "cumulative percentages that never fall",
    todo: "Give the conversion reached by the end of each month of age, not the month's own.",
  });
}
