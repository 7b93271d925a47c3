import {
  assess,
  explain,
  type Finding,
  type JourneyEvent,
  type Programme,
  type Requirement,
  type Scalar,
  type Standard,
  withReadings,
} from "programme-rules";

/**
 * One published rule on one journey. Dates are typed from the document and a wall calendar; the
 * counting stands in a comment beside them.
 *
 * - `of`: the requirement. `when`: what happened, as `kind date field=value, …`; `known` is a date.
 * - `sentence`: what is said of it, word for word, without the citation, which a table of its own has.
 * - `doneOn`: the day it was done, or ended; without it, the last date of `when`.
 * - `expect`: the verdict, and its reason after a colon. `dueOn`, `opensOn`, `anchorOn`: asserted
 *   when given. `at`: which case, when the requirement has several; the first unless it says so.
 */
export interface RuleCase {
  readonly says: string;
  readonly of: string;
  readonly when: string;
  readonly asAt: string;
  readonly expect: string;
  readonly sentence?: string;
  readonly doneOn?: string;
  readonly dueOn?: string;
  readonly opensOn?: string;
  readonly anchorOn?: string;
  readonly at?: number;
  readonly readings?: Readonly<Record<string, string>>;
  readonly attributes?: Readonly<Record<string, Scalar>>;
  readonly group?: string;
}

/** Reads `started 2021-03-01, prap-updated 2021-03-22 status=did-not-attend, job-ended 2021-03-22 known=2021-03-25`. */
export function eventsOf(when: string): JourneyEvent[] {
  if (when === "") return [];
  return when.split(", ").map((text) => {
    const [kind, on, ...fields] = text.split(" ") as [string, string, ...string[]];
    const entries = fields.map((field) => {
      const [name, value] = field.split("=") as [string, string];
      return [name === "known" ? "knownOn" : name, scalarOf(value)];
    });
    return { kind, on, ...Object.fromEntries(entries) };
  });
}

function scalarOf(text: string): Scalar {
  if (text === "true" || text === "false") return text === "true";
  return /^\d+$/.test(text) ? Number(text) : text.replaceAll("_", " ");
}

/** The finding a case is about, and what is said of it. */
export function resultOf(programme: Programme, given: RuleCase): { found: Finding; sentence: string } {
  const read = given.readings === undefined ? programme : withReadings(programme, given.readings);
  const rules = alone(read, given.of);
  const journey = {
    id: "R1",
    events: eventsOf(given.when),
    ...(given.attributes === undefined ? {} : { attributes: given.attributes }),
    ...(given.group === undefined ? {} : { group: given.group }),
  };
  const { asAt } = given;
  const findings = assess(rules, journey, { asAt });
  const found = findings.filter(({ requirement }) => requirement === given.of)[(given.at ?? 1) - 1];
  if (found === undefined) throw new Error(`${given.of} has no case ${given.at ?? 1} on this journey.`);
  return { found, sentence: explain(rules, journey, found, { asAt }).sentence };
}

/** Verdict and reason as a case writes them. */
export function verdictOf({ verdict, reason }: Finding): string {
  return reason === undefined ? verdict : `${verdict}: ${reason}`;
}

/**
 * The programme with its standards and returns as referrals' own: the events of a contract, a site
 * or an adviser are then assessed like those of a journey, and whatever standing a rule has.
 */
function alone(programme: Programme, id: string): Programme {
  const returns = { id: "returns", title: "Returns", stage: "contract", basis: "assumed" } as const;
  const standards: Standard[] = [
    ...programme.standards,
    { ...returns, requirements: programme.returns ?? [] },
  ];
  const own = standards.map(({ standing, ...standard }) => ({
    ...standard,
    requirements: standard.requirements.map((part) => (part.id === id ? aboutReferral(part) : part)),
  }));
  return { ...programme, standing: "contract", standards: own };
}

function aboutReferral(part: Requirement): Requirement {
  const { subject, ...others } = part;
  return others as Requirement;
}
