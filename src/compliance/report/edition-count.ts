import { type EpochDay, type IsoMonth, monthOf, readEpochDay } from "../../date/index.js";
import {
  type Applies,
  checkedPeriod,
  type Facts,
  isKnown,
  JourneyReader,
  type Matches,
  NEVER,
  textOf,
  withMonthEnds,
} from "../../deadlines/index.js";
import type { ContractLog, Journey, Problem } from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { type Assessor, assessorsOf, isWanted } from "../assessment.js";
import { Totals, totalLine } from "../kinds/total.js";
import type { Emit } from "../verdict.js";
import { DailyShareCount, isDailyShare, reportPeriod } from "./daily-share.js";
import { compareValues, type ReportLine, Tally } from "./line.js";
import type { ReportOptions } from "./report.js";

/** Counts journeys against one edition of a programme, line by line. */
export class EditionCount {
  readonly #assessors: readonly Assessor[];
  readonly #reader: JourneyReader;
  readonly #receipts: Matches;
  readonly #from: EpochDay;
  readonly #until: EpochDay;
  readonly #tallies: Map<string | null, Tally>[];

  /** Of the tallies, those of no value: the only ones where nothing is split. */
  readonly #whole: (Tally | undefined)[] = [];
  readonly #contract: ContractLines;

  /** Of the shares of work left, where there is a period, the counts of its days. */
  readonly #daily: readonly (DailyShareCount | undefined)[];

  /** The line that the case in hand is counted in. */
  #tally!: Tally;
  #requirement!: string;
  readonly #count: Emit = (code, found, facts) => {
    const { journey } = facts;
    if (this.#applies?.(this.#requirement, found.anchorDay, journey) !== false)
      this.#tally.add(code, journey.id);
  };
  readonly #countIfDue: Emit = (code, found, facts) => {
    const { due } = found;
    if (!isKnown(due) || (due >= this.#from && due <= this.#until)) this.#count(code, found, facts);
  };
  readonly #programme: Programme;
  readonly #options: ReportOptions;
  readonly #applies: Applies | undefined;

  constructor(programme: Programme, options: ReportOptions, applies?: Applies) {
    this.#programme = programme;
    this.#options = options;
    this.#applies = applies;
    this.#reader = new JourneyReader(programme, options);
    const wanted = (assessor: Assessor) => isWanted(programme, assessor, options);
    this.#assessors = assessorsOf(programme).journey.filter(
      (assessor) => assessor.requirement.kind !== "total" && wanted(assessor),
    );
    [this.#from, this.#until] =
      options.period === undefined ? [-NEVER, NEVER] : checkedPeriod(options.period);
    this.#receipts = this.#reader.clocks.compiler.matches(programme.conventions.receipts);
    this.#tallies = this.#assessors.map(() => new Map());
    const period = options.period && reportPeriod([this.#from, this.#until], this.#reader.asAt);
    this.#daily = this.#assessors.map((assessor) =>
      period !== undefined && isDailyShare(assessor)
        ? new DailyShareCount(assessor, options, period, applies)
        : undefined,
    );
    this.#contract = new ContractLines(programme, this.#reader, wanted, applies);
  }

  /** Counts a journey, and gives what is wrong with it. */
  add(journey: Journey): readonly Problem[] {
    const { facts } = this.#reader;
    const isConsistent = this.#reader.readChecked(journey).length === 0;
    // Of someone never received NaN, which is neither before nor after a period.
    const received = this.#receipts.firstDay(facts) ?? Number.NaN;
    const value = this.#groupOf(journey);
    for (let i = 0; i < this.#assessors.length; i++) {
      const daily = this.#daily[i];
      if (daily === undefined) this.#assessOne(i, received, value);
      else daily.add(value, facts, isConsistent);
    }
    this.#contract.count(facts);
    return this.#reader.problems();
  }

  /** The lines of what has been counted, and what is wrong with the contract's logs. */
  result(): { readonly lines: readonly ReportLine[]; readonly problems: readonly Problem[] } {
    const { contractLog } = this.#options;
    const logs = contractLog === undefined ? [] : "events" in contractLog ? [contractLog] : contractLog;
    const contract = this.#contract.lines(this.#programme, logs);
    const own = this.#assessors.flatMap(
      (assessor, i) => this.#daily[i]?.lines(this.#programme) ?? this.#linesOf(assessor, this.#tallies[i]!),
    );
    return {
      lines: inProgrammeOrder(this.#programme, [...own, ...contract.lines]),
      problems: contract.problems,
    };
  }

  #assessOne(i: number, received: EpochDay, value: string | null): void {
    const assessor = this.#assessors[i]!;
    const { over } = assessor.requirement;
    if (over !== "due" && received > this.#until) return;
    if (over === "received" && received < this.#from) return;
    this.#tally = this.#tallyOf(i, value);
    this.#requirement = assessor.requirement.id;
    assessor.assess(this.#reader.facts, over === "due" ? this.#countIfDue : this.#count);
  }

  #tallyOf(i: number, value: string | null): Tally {
    const tallies = this.#tallies[i]!;
    if (value === null && this.#whole[i] !== undefined) return this.#whole[i]!;
    let tally = tallies.get(value);
    if (tally === undefined) {
      const { standard, requirement } = this.#assessors[i]!;
      const { by } = this.#options;
      tally = new Tally(standard, requirement, by === undefined ? undefined : { attribute: by, value });
      tallies.set(value, tally);
      if (value === null) this.#whole[i] = tally;
    }
    return tally;
  }

  #groupOf(journey: Journey): string | null {
    const { by } = this.#options;
    if (by === undefined) return null;
    const value = by === "group" ? journey.group : ownValue(journey.attributes, by);
    return value === undefined || value === "" ? null : textOf(value);
  }

  #linesOf({ standard, requirement }: Assessor, tallies: ReadonlyMap<string | null, Tally>): ReportLine[] {
    if (tallies.size === 0) return [new Tally(standard, requirement).line(this.#programme)];
    return [...tallies.values()].map((tally) => tally.line(this.#programme));
  }
}

/** Lines in the order of the programme's requirements, and within one by value, those without last. */
function inProgrammeOrder(programme: Programme, lines: readonly ReportLine[]): ReportLine[] {
  const place = new Map<string, number>();
  for (const { requirements } of programme.standards) {
    for (const { id } of requirements) place.set(id, place.size);
  }
  return [...lines].sort(
    (one, other) =>
      place.get(one.requirement)! - place.get(other.requirement)! ||
      compareValues(one.by!.value, other.by!.value),
  );
}

/** An attribute's value; what every object inherits is none. */
function ownValue(attributes: Journey["attributes"], name: string): unknown {
  return attributes !== undefined && attributes !== null && Object.hasOwn(attributes, name)
    ? attributes[name]
    : undefined;
}

/** The lines on a contract, its sites and teams, and on totals over the whole caseload. */
class ContractLines {
  readonly #assessors: readonly Assessor[];
  readonly #totals: readonly Totals[];
  readonly #reader: JourneyReader;
  readonly #applies: Applies | undefined;

  constructor(
    programme: Programme,
    reader: JourneyReader,
    isWanted: (assessor: Assessor) => boolean,
    applies?: Applies,
  ) {
    this.#reader = reader;
    this.#applies = applies;
    const { compiler } = reader.clocks;
    const { journey, contract } = assessorsOf(programme);
    this.#assessors = contract.filter((each) => each.requirement.kind !== "total" && isWanted(each));
    this.#totals = [...journey, ...contract]
      .filter(isWanted)
      .flatMap(({ standard, requirement }) =>
        requirement.kind === "total" ? [new Totals(requirement, standard, compiler)] : [],
      );
  }

  /** Counts a journey towards the totals. */
  count(facts: Facts): void {
    for (const totals of this.#totals) {
      if (this.#applies?.(totals.rule.id, NEVER, facts.journey) !== false) totals.add(facts);
    }
  }

  lines(programme: Programme, logs: readonly ContractLog[]): { lines: ReportLine[]; problems: Problem[] } {
    const reader = this.#reader;
    const problems: Problem[] = [];
    const tallies = this.#assessors.map(({ standard, requirement }) => new Tally(standard, requirement));
    const logged = new Set<string>();
    for (const log of logs) {
      const subject = log.subject ?? "contract";
      logged.add(subject);
      reader.read(withMonthEnds(log, reader.asAt));
      problems.push(...reader.problems());
      this.#assessors.forEach(({ requirement, assess }, i) => {
        if (requirement.subject !== subject) return;
        assess(reader.facts, (code, found) => {
          if (this.#applies?.(requirement.id, found.anchorDay, log) !== false) tallies[i]!.add(code, log.id);
        });
      });
    }
    const own = this.#assessors.map(({ requirement }, i) =>
      logged.has(requirement.subject!)
        ? tallies[i]!.line(programme)
        : withoutLog(tallies[i]!.line(programme)),
    );
    const start = startMonth(logs);
    const totals = this.#totals.map((each) =>
      totalLine(new Tally(each.standard, each.rule).line(programme), each.series(start), reader.asAt),
    );
    return { lines: [...own, ...totals], problems };
  }
}

/** Nothing is known without a log: the line counts nothing, and is undetermined rather than not applicable. */
function withoutLog(line: ReportLine): ReportLine {
  return { ...line, verdict: "undetermined", reason: "missing-data" };
}

function startMonth(logs: readonly ContractLog[]): IsoMonth | undefined {
  const started = logs
    .filter(({ subject }) => subject === undefined || subject === "contract")
    .flatMap(({ events }) => events.filter(({ kind }) => kind === "contract-started"))
    .map(({ on }) => readEpochDay(on))
    .filter((day) => !Number.isNaN(day));
  return started.length === 0 ? undefined : monthOf(Math.min(...started));
}
