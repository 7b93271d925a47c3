import { journeysOf, placed, refuseNotJourney } from "../../argument.js";
import { epochDay } from "../../date/index.js";
import { type Applies, checkedPeriod, editionFor, editionsOf } from "../../deadlines/index.js";
import { defined, filled, isGiven } from "../../defined.js";
import { ProgrammeFault } from "../../fault.js";
import {
  AskedAttributes,
  attributeText,
  type Caseload,
  distinct,
  isOnce,
  isOwn,
  type Journey,
  joinedProblems,
  type LeftOutReason,
  ofOther,
  type Problem,
  ProblemList,
} from "../../journey/index.js";
import { AS_AT, CALLBACK, type OptionKinds, optionsOf } from "../../options.js";
import {
  eventsBehind,
  type History,
  isHistory,
  openTarget,
  type Programme,
  refuseUnknownRequirements,
} from "../../rules/index.js";
import { reportPeriod } from "./daily-share.js";
import { EditionCount } from "./edition-count.js";
import { inDoubt, type ReportLine } from "./line.js";
import { REPORT_OPTIONS, type Report, type ReportOptions, receiptOf } from "./report.js";
import { MONTH, splitNames } from "./split.js";
import { valueKey, withSmallWithheld } from "./suppression.js";

/**
 * Assesses a caseload and counts it up, a line a requirement. Bad data never stops it: it is listed
 * in `problems`, and what depends on it is undetermined. Of a history, each requirement of each edition
 * counts the cases that fall under it, and its line says which edition it is of.
 *
 * Journeys that are alike in everything count once; of those with one id that differ, nobody knows which is right. An
 * iterable that can be gone through only once, as what a generator gives, is read as `ReportBuilder` reads a stream.
 *
 * @throws ProgrammeFault `deadlines/period` for a period that ends before it begins,
 * `deadlines/as-at` for a date outside the calendars, `journey/shape` for a value that is no journey.
 *
 * @throws ProgrammeFault `argument/…` for arguments forgotten, misspelt, of another kind or in another order;
 * `argument/list` for one journey where a list belongs.
 *
 * @example
 * ```ts
 * import { report, whpJetsCv06 } from "programme-rules";
 *
 * const received = { kind: "referral-received", on: "2021-04-01" };
 * const journeys = [
 *   { id: "R1", events: [received, { kind: "referral-acknowledged", on: "2021-04-07" }] },
 *   { id: "R2", events: [received, { kind: "referral-acknowledged", on: "2021-04-08" }] },
 * ];
 * const [acknowledged] = report(whpJetsCv06, journeys, { asAt: "2021-04-30" }).lines;
 * acknowledged?.worst; // => { count: 1, of: 2 }
 * acknowledged?.verdict; // => "not-met"
 * acknowledged?.misses; // => ["R2"]
 * ```
 */
export function report(rules: Programme | History, journeys: Caseload, options: ReportOptions): Report {
  const builder = new ReportBuilder(rules, options);
  const found = new ProblemList();
  const tell = (problem: Problem) => {
    found.add(problem);
    options.onProblem?.(problem);
  };
  const list = isOnce(journeysOf(journeys)) ? journeys : distinct(journeys, rules?.id, tell);
  placed(journeys, () => {
    for (const journey of list) builder.add(journey);
  });
  const result = builder.result();
  return { ...result, ...joinedProblems([result, found]) };
}

/**
 * A report made one journey at a time, for streams: nothing of a journey is kept but its id, and the
 * ids of misses. It cannot look ahead: once an id comes again, no line is better than undetermined (`id-twice`), until
 * the caseload is read again from a list or a file.
 *
 * @example
 * ```ts
 * import { ReportBuilder, whpJetsCv06 } from "programme-rules";
 *
 * const builder = new ReportBuilder(whpJetsCv06, { asAt: "2021-04-30" });
 * builder.add({ id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] });
 * builder.result().journeys; // => 1
 * ```
 */
export class ReportBuilder {
  readonly #editions: readonly Programme[];

  /** Whether a single edition was given, so that no journey need choose. */
  readonly #isOne: boolean;
  readonly #counts: readonly EditionCount[];
  readonly #ids = new SeenIds();
  readonly #problems = new ProblemList();
  readonly #leftOut: Partial<Record<LeftOutReason, number>> = {};
  /** Whether what is known only at the end has been told. */
  #hasTold = false;
  /** The ids that came again. */
  readonly #again = new Set<string>();

  /** By id, the journeys and logs of which some case falls under no edition. */
  readonly #uncovered = new Map<string, Problem>();
  /** The kinds of event that the data leaves out, and the list last seen: journeys of one file share theirs. */
  readonly #notRecorded = new Set<string>();
  #listed: Journey["notRecorded"];
  readonly #rules: Programme | History;
  readonly #options: ReportOptions;
  readonly #by: readonly string[];
  readonly #attributes: AskedAttributes;
  /** Where what is small is to be withheld, how many journeys each value of the split has. */
  readonly #people = new Map<string, number>();

  constructor(rules: Programme | History, options: ReportOptions) {
    // Given on as functions, as in `journeys.forEach(builder.add)`, they still know their builder.
    this.add = this.add.bind(this);
    this.result = this.result.bind(this);
    const editions = editionsOf(rules);
    this.#rules = rules;
    this.#options = optionsOf(options, REPORT_OPTIONS, AS_AT);
    this.#by = splitNames(options.by);
    this.#attributes = new AskedAttributes(this.#by, [MONTH]);
    refuseUnknownRequirements(rules, options.requirements);
    this.#isOne = !isHistory(rules);
    this.#editions = editions.map(([edition]) => edition);
    this.#counts = editions.map(
      ([edition, applies]) => new EditionCount(edition, options, applies && this.#listing(applies)),
    );
  }

  /** Counts a journey; one with an id that was there before, or of another programme, is a problem. */
  add(journey: Journey): void {
    refuseNotJourney(journey);
    if (!this.#isAskedAbout(journey)) return;
    // All is read before anything is counted: a getter of the journey's that throws leaves all as it was.
    for (const count of this.#counts) count.read(journey);
    if (!this.#isFirst(journey.id)) return;
    this.#attributes.read(journey);
    if (this.#options.suppressBelow !== undefined) {
      const key = valueKey(this.#by, (name) => attributeText(journey, name));
      this.#people.set(key, (this.#people.get(key) ?? 0) + 1);
    }
    if (journey.notRecorded !== this.#listed) {
      this.#listed = journey.notRecorded;
      for (const kind of journey.notRecorded ?? []) this.#notRecorded.add(kind);
    }
    for (let i = 0; i < this.#counts.length; i++) {
      const problems = this.#counts[i]!.count(journey);
      if (i === 0) for (const problem of problems) this.#tell(problem);
    }
    if (isGiven(journey.leftOut)) this.#leaveOut(journey.leftOut);
  }

  /** The report of what has been added so far. */
  result(): Report {
    const parts = this.#counts.map((count) => count.result());
    const lines = parts.flatMap((part, i) =>
      this.#isOne ? part.lines : part.lines.map((line) => ({ ...line, edition: this.#editions[i]!.edition })),
    );
    const { asAt, period } = this.#options;
    const more = new ProblemList();
    const atEnd = [...this.#uncovered.values(), ...parts[0]!.problems, ...this.#attributes.problems()];
    for (const problem of atEnd) {
      more.add(problem);
      if (!this.#hasTold) this.#options.onProblem?.(problem);
    }
    this.#hasTold = true;
    const report = {
      receipt: receiptOf(this.#rules, asAt),
      ...defined({
        period: period && reportPeriod(checkedPeriod(period), epochDay(asAt)),
        by: this.#by.length === 0 ? undefined : this.#by,
      }),
      journeys: this.#ids.count,
      ...defined({ leftOut: filled({ ...this.#leftOut }), notRecorded: this.#leftOutKinds(lines) }),
      lines: this.#again.size === 0 ? lines : lines.map(inDoubt),
      openValues: [...new Set(this.#editions.flatMap(openValues))],
      ...joinedProblems([this.#problems, more]),
    };
    const { suppressBelow } = this.#options;
    return suppressBelow === undefined ? report : withSmallWithheld(report, this.#people, suppressBelow);
  }

  /** Of what the data leaves out, the kinds that decide or ease some line of a referral. */
  #leftOutKinds(lines: readonly ReportLine[]): Report["notRecorded"] {
    if (this.#notRecorded.size === 0) return undefined;
    const requirements = new Set(
      lines.flatMap(({ subject = "referral", requirement }) => (subject === "referral" ? requirement : [])),
    );
    const behind = this.#editions.flatMap((edition) =>
      [...requirements].flatMap((requirement) => eventsBehind(edition, requirement)),
    );
    const notRecorded = [...new Set(behind)].filter((kind) => this.#notRecorded.has(kind)).sort();
    return filled(notRecorded);
  }

  /** As it is told whether a case falls under an edition; one that falls under none is listed. */
  #listing(applies: Applies): Applies {
    return (requirement, anchorDay, journey) => {
      const found = chosen(() => applies(requirement, anchorDay, journey));
      if (typeof found === "boolean") return found;
      this.#uncovered.set(journey.id, this.#noEdition(journey.id, "case", found));
      return false;
    };
  }

  #tell(problem: Problem): void {
    this.#problems.add(problem);
    this.#options.onProblem?.(problem);
  }

  #leaveOut(reason: LeftOutReason): void {
    this.#leftOut[reason] = (this.#leftOut[reason] ?? 0) + 1;
  }

  /** Whether a journey is of the programme and of one of its editions; where it is not, says why. */
  #isAskedAbout(journey: Journey): boolean {
    const { id } = journey;
    if (!isOwn(journey, this.#rules.id)) {
      this.#tell(ofOther(journey, this.#rules.id));
      this.#leaveOut("other-programme");
      return false;
    }
    const found = this.#isOne || chosen(() => editionFor(this.#rules, journey));
    if (found instanceof ProgrammeFault) {
      this.#tell(this.#noEdition(id, "journey", found));
      this.#leaveOut("no-edition");
      return false;
    }
    return true;
  }

  /** Whether an id is there for the first time; where it is not, says so. */
  #isFirst(id: string): boolean {
    if (this.#ids.add(id)) return true;
    if (this.#again.has(id)) return false;
    this.#again.add(id);
    this.#leaveOut("id-twice");
    const message =
      "The journey's id comes again, and in a stream nobody can look ahead: no line is better than undetermined. Read the caseload again from a list or a file, which looks at the ids first.";
    this.#tell({ code: "journey/id-twice", message, journey: id });
    return false;
  }

  #noEdition(journey: string, what: "journey" | "case", { allowed, todo }: ProgrammeFault): Problem {
    const message = `No edition of ${this.#rules.id} is known to be in force on the day that decides; the ${what} is not counted. Expected ${allowed}. ${todo}`;
    return { code: "journey/no-edition", message, journey };
  }
}

/** What is chosen, or the fault that says why nothing is. */
function chosen<Choice>(choose: () => Choice): Choice | ProgrammeFault {
  try {
    return choose();
  } catch (error) {
    if (error instanceof ProgrammeFault) return error;
    throw error;
  }
}

function openValues(programme: Programme): string[] {
  return programme.standards.flatMap(({ requirements }) =>
    requirements.flatMap((requirement) => {
      const target = openTarget(requirement.target);
      const own = Object.entries(requirement)
        .filter(([, value]) => typeof value === "object" && value !== null && "open" in value)
        .map(([field]) => `${requirement.id}.${field}`);
      return target === undefined ? own : [...own, `${requirement.id}.target`];
    }),
  );
}

/** As of a report, and who is told how it goes. */
export interface StreamOptions extends ReportOptions {
  /** Called after every thousandth journey and after the last, with how many have been counted. */
  readonly onProgress?: (journeys: number) => void;
}

const STEP = 1000;

/**
 * The report of journeys that arrive one after the other, from a file, a database cursor or a socket.
 * Nothing of a journey is kept but its id. Of a history, each case is taken from the edition that `report`
 * takes it from.
 *
 * @throws ProgrammeFault as `report` does, as a rejection.
 *
 * @example
 * ```ts
 * import { reportStream, whpJetsCv06 } from "programme-rules";
 *
 * async function* journeys() {
 *   yield { id: "R1", events: [{ kind: "referral-received", on: "2021-04-01" }] };
 * }
 * const report = await reportStream(whpJetsCv06, journeys(), { asAt: "2021-04-30" });
 * report.lines[0]?.verdict; // => "not-met"
 * ```
 */
export async function reportStream(
  rules: Programme | History,
  journeys: AsyncIterable<Journey> | Iterable<Journey>,
  options: StreamOptions,
): Promise<Report> {
  const kinds: OptionKinds<StreamOptions> = { ...REPORT_OPTIONS, onProgress: CALLBACK };
  const { onProgress, ...rest } = optionsOf(options, kinds, AS_AT);
  const builder = new ReportBuilder(rules, rest);
  let count = 0;
  const isStream = typeof journeys === "object" && journeys !== null && Symbol.asyncIterator in journeys;
  for await (const journey of isStream ? journeys : journeysOf(journeys)) {
    builder.add(journey);
    count++;
    if (count % STEP === 0) onProgress?.(count);
  }
  if (count % STEP !== 0 || count === 0) onProgress?.(count);
  return builder.result();
}

/**
 * The ids seen so far. As long as they come in rising order, as a sorted caseload gives them, none can have
 * come before, and comparing each with the last is all there is to do; only then is a set made of them.
 */
class SeenIds {
  readonly #rising: string[] = [];
  #set: Set<string> | undefined;

  get count(): number {
    return this.#set?.size ?? this.#rising.length;
  }

  /** Takes an id; false when it was there before. */
  add(id: string): boolean {
    const rising = this.#rising;
    if (this.#set === undefined) {
      if (rising.length === 0 || id > rising[rising.length - 1]!) {
        rising.push(id);
        return true;
      }
      this.#set = new Set(rising);
      rising.length = 0;
    }
    const before = this.#set.size;
    return this.#set.add(id).size > before;
  }
}
