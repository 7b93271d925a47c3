import { REPORT, refuseNotJourney, refuseOther } from "../argument.js";
import type { Report } from "../compliance/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Caseload, Journey, JourneysRead } from "../journey/index.js";
import { eachOf, listOf, nested, OBJECT, type OptionKind, wholeNumber } from "../options.js";

/** What an assertion may be about: one journey, a caseload (also as `readJourneys` gives it), a report. */
export type AssertionSubject =
  | Journey
  | Caseload
  | (Pick<JourneysRead, "journeys"> & Partial<JourneysRead>)
  | Report;

/** What was given, told apart. */
export type KnownSubject =
  | { readonly kind: "journey"; readonly journey: Journey }
  | ({ readonly kind: "caseload" } & Pick<JourneysRead, "journeys"> & Partial<JourneysRead>)
  | { readonly kind: "report"; readonly report: Report };

/** What `readJourneys` gives, or its journeys alone. */
const READ: OptionKind = nested<JourneysRead>({
  journeys: listOf(refuseNotJourney),
  problems: listOf(OBJECT),
  leftOut: eachOf(wholeNumber(0)),
});

/** Tells a journey, a caseload and a report apart. */
export function knownSubject(subject: unknown): KnownSubject {
  if (typeof subject === "object" && subject !== null) {
    if ("lines" in subject && "receipt" in subject) {
      refuseOther(subject, REPORT);
      return { kind: "report", report: subject as Report };
    }
    if ("events" in subject) return { kind: "journey", journey: subject as Journey };
    if (Symbol.iterator in subject)
      return { kind: "caseload", journeys: [...(subject as Iterable<Journey>)] };
    if ("journeys" in subject) {
      READ(subject, "subject");
      const { journeys, leftOut = {}, problems = [] } = subject as JourneysRead;
      return { kind: "caseload", journeys, leftOut, problems };
    }
  }
  throw notASubject(subject, "a journey, a list of journeys, or what report() gives");
}

/** The journeys that a subject holds; a report holds none. */
export function journeysOf(subject: KnownSubject): readonly Journey[] {
  if (subject.kind === "report") return [];
  return subject.kind === "journey" ? [subject.journey] : subject.journeys;
}

/** The fault of a subject that an assertion cannot be about. */
export function notASubject(subject: unknown, allowed: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "testing/subject",
    given: typeof subject === "string" ? "text" : shown(subject),
    allowed,
    todo: 'Give expect() a journey such as { id: "R1", events: [...] }, or a list of them.',
  });
}

/** How messages name the subject: an id, or how many journeys. */
export function subjectName(subject: KnownSubject): string {
  if (subject.kind === "journey") return shortId(subject.journey.id);
  const count = subject.kind === "report" ? subject.report.journeys : subject.journeys.length;
  const journeys = `${count} journey${count === 1 ? "" : "s"}`;
  return subject.kind === "report" ? `the report of ${journeys}` : journeys;
}

/** An id as messages show it: cut short where it is long. */
export function shortId(id: string): string {
  return id.length > 40 ? `${id.slice(0, 39)}…` : id;
}

const IDS = 6;

/** Ids, cut short after the first few. */
export function idList(ids: readonly string[]): string {
  const shown = ids.slice(0, IDS).map(shortId).join(", ");
  return ids.length > IDS ? `${shown} …` : shown;
}
