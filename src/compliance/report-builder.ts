import type { EpochDay } from "../date/index.js";
import { checkedPeriod, isKnown, JourneyReader, type Matches, NEVER, textOf } from "../deadlines/index.js";
import type { Caseload, Journey, Problem } from "../journey/index.js";
import { openTarget, type Programme } from "../rules/index.js";
import { type Assessor, assessorsOf, isWanted } from "./assess.js";
import type { Emit } from "./case.js";
import { ContractLines } from "./contract-lines.js";
import type { ReportLine } from "./line.js";
import { compareProblems, compareValues } from "./merge.js";
import { receiptOf } from "./receipt.js";
import type { Report, ReportOptions } from "./report.js";
import { Tally } from "./tally.js";

/**
 * Assesses a caseload and counts it up, a line a requirement. Bad data never stops it: it is listed
 * in `problems`, and what depends on it is undetermined.
 *
 * @throws ProgrammeFault `deadlines/period` for a period that ends before it begins,
 * `deadlines/as-at` for a date outside the calendars, `journey/shape` for a value that is no journey.
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
export function report(programme: Programme, journeys: Caseload, options: ReportOptions): Report {
  const builder = new ReportBuilder(programme, options);
  for (const journey of journeys) builder.add(journey);
  return builder.result();
}

/**
 * A report made one journey at a time, for streams: nothing of a journey is kept but its id, and the
 * ids of misses.
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
  private readonly assessors: readonly Assessor[];
  private readonly reader: JourneyReader;
  private readonly receipts: Matches;
  private readonly from: EpochDay;
  private readonly until: EpochDay;
  private readonly tallies: Map<string | null, Tally>[];
  /** Of the tallies, those of no value: the only ones where nothing is split. */
  private readonly whole: (Tally | undefined)[] = [];
  private readonly contract: ContractLines;
  private readonly ids = new Set<string>();
  /** The line that the case in hand is counted in. */
  private tally!: Tally;
  private readonly count: Emit = (code, _found, { journey }) => this.tally.add(code, journey.id);
  private readonly countIfDue: Emit = (code, { due }, { journey }) => {
    if (!isKnown(due) || (due >= this.from && due <= this.until)) this.tally.add(code, journey.id);
  };
  private readonly problems: Problem[] = [];

  constructor(
    private readonly programme: Programme,
    private readonly options: ReportOptions,
  ) {
    this.reader = new JourneyReader(programme, options);
    const wanted = (assessor: Assessor) => isWanted(programme, assessor, options);
    this.assessors = assessorsOf(programme).journey.filter(
      (assessor) => assessor.requirement.kind !== "total" && wanted(assessor),
    );
    [this.from, this.until] = options.period === undefined ? [-NEVER, NEVER] : checkedPeriod(options.period);
    this.receipts = this.reader.clocks.compiler.matches(programme.conventions.receipts);
    this.tallies = this.assessors.map(() => new Map());
    this.contract = new ContractLines(programme, this.reader, wanted);
  }

  /** Counts a journey; one with an id that was there before, or of another programme, is a problem. */
  add(journey: Journey): void {
    const { facts } = this.reader;
    const contradictions = this.reader.read(journey);
    if (this.refused(journey)) return;
    for (const problem of contradictions) this.problems.push(problem);
    for (const problem of this.reader.problems()) this.problems.push(problem);
    const received = this.receipts.firstDay(facts);
    const value = this.groupOf(journey);
    for (let i = 0; i < this.assessors.length; i++) this.assessOne(i, received, value);
    this.contract.count(facts);
  }

  /** The report of what has been added so far. */
  result(): Report {
    const { contractLog } = this.options;
    const logs = contractLog === undefined ? [] : "events" in contractLog ? [contractLog] : contractLog;
    const contract = this.contract.lines(logs);
    const own = this.assessors.flatMap((assessor, i) => this.linesOf(assessor, this.tallies[i]!));
    return withheld(
      {
        receipt: receiptOf(this.programme, this.options.asAt),
        journeys: this.ids.size,
        lines: inProgrammeOrder(this.programme, [...own, ...contract.lines]),
        openValues: openValues(this.programme),
        problems: [...this.problems, ...contract.problems].sort(compareProblems),
      },
      this.options.suppressBelow,
    );
  }

  private refused(journey: Journey): boolean {
    const { id, programme } = journey;
    if (programme !== undefined && programme !== this.programme.id) {
      this.problems.push({
        code: "journey/other-programme",
        message: `The journey is of another programme than ${this.programme.id}; it is not counted here.`,
        journey: id,
        value: textOf(programme),
      });
      return true;
    }
    const before = this.ids.size;
    if (this.ids.add(id).size > before) return false;
    this.problems.push({
      code: "journey/id-twice",
      message: "The journey's id was used before in this caseload; ids must be unique. The first is counted.",
      journey: id,
    });
    return true;
  }

  private assessOne(i: number, received: EpochDay | undefined, value: string | null): void {
    const assessor = this.assessors[i]!;
    const { over } = assessor.requirement;
    if (received !== undefined && over !== "due" && received > this.until) return;
    if (received !== undefined && over === "received" && received < this.from) return;
    this.tally = this.tallyOf(i, value);
    assessor.assess(this.reader.facts, over === "due" ? this.countIfDue : this.count);
  }

  private tallyOf(i: number, value: string | null): Tally {
    const tallies = this.tallies[i]!;
    if (value === null && this.whole[i] !== undefined) return this.whole[i]!;
    let tally = tallies.get(value);
    if (tally === undefined) {
      const { standard, requirement } = this.assessors[i]!;
      const { by } = this.options;
      tally = new Tally(standard, requirement, by === undefined ? undefined : { attribute: by, value });
      tallies.set(value, tally);
      if (value === null) this.whole[i] = tally;
    }
    return tally;
  }

  private groupOf(journey: Journey): string | null {
    const { by } = this.options;
    if (by === undefined) return null;
    const value = by === "group" ? journey.group : ownValue(journey.attributes, by);
    return value === undefined || value === "" ? null : textOf(value);
  }

  private linesOf(
    { standard, requirement }: Assessor,
    tallies: ReadonlyMap<string | null, Tally>,
  ): ReportLine[] {
    if (tallies.size === 0) return [new Tally(standard, requirement, undefined).line()];
    return [...tallies.values()].map((tally) => tally.line());
  }
}

/** Lines in the order of the programme's requirements, and within one by value, those without last. */
export function inProgrammeOrder(programme: Programme, lines: readonly ReportLine[]): ReportLine[] {
  const place = new Map<string, number>();
  for (const { requirements } of programme.standards) {
    for (const { id } of requirements) place.set(id, place.size);
  }
  return [...lines].sort(
    (one, other) =>
      place.get(one.requirement)! - place.get(other.requirement)! ||
      compareValues(one.by?.value ?? null, other.by?.value ?? null),
  );
}

/** An attribute's value; what every object inherits is none. */
function ownValue(attributes: Journey["attributes"], name: string): unknown {
  return attributes !== undefined && attributes !== null && Object.hasOwn(attributes, name)
    ? attributes[name]
    : undefined;
}

function withheld(report: Report, below: number | undefined): Report {
  if (below === undefined) return report;
  const isSmall = ({ counted }: ReportLine) => counted > 0 && counted < below;
  const suppressed = report.lines
    .filter(isSmall)
    .map(({ requirement, by }) => ({ requirement, ...(by === undefined ? {} : { by }) }));
  return { ...report, lines: report.lines.filter((line) => !isSmall(line)), suppressed };
}

function openValues(programme: Programme): string[] {
  return programme.standards.flatMap(({ requirements }) =>
    requirements.flatMap((requirement) => {
      const target = requirement.target === undefined ? undefined : openTarget(requirement.target);
      const own = Object.entries(requirement)
        .filter(([, value]) => typeof value === "object" && value !== null && "open" in value)
        .map(([field]) => `${requirement.id}.${field}`);
      return target === undefined ? own : [...own, `${requirement.id}.target`];
    }),
  );
}
