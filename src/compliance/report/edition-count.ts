import { type EpochDay, type IsoMonth, monthOf, readEpochDay } from "../../date/index.js";
import {
  type Applies,
  checkedPeriod,
  type Facts,
  isDay,
  JourneyReader,
  type Matches,
  NEVER,
  withMonthEnds,
} from "../../deadlines/index.js";
import type { ContractLog, Journey, Problem } from "../../journey/index.js";
import type { Programme, Requirement } from "../../rules/index.js";
import { type Assessor, assessorsOf, isWanted } from "../assessment.js";
import { Totals, totalLine } from "../kinds/total.js";
import { type Case, type Code, type Emit, NOT_APPLICABLE, VERDICT_OF } from "../verdict.js";
import { DailyShareCount, isDailyShare, reportPeriod } from "./daily-share.js";
import { type ReportLine, Tally } from "./line.js";
import type { ReportOptions } from "./report.js";
import { compareSplits, Split } from "./split.js";

/** Counts journeys against one edition of a programme, line by line. */
export class EditionCount {
  readonly #assessors: readonly Assessor[];
  readonly #reader: JourneyReader;
  readonly #receipts: Matches;
  readonly #places: CasePlaces;
  readonly #tallies: Map<string, Tally>[];

  /** Of the tallies, those of a report that is not split. */
  readonly #whole: (Tally | undefined)[] = [];
  readonly #contract: ContractLines;

  /** Of the shares of work left, where there is a period, the counts of its days. */
  readonly #daily: readonly (DailyShareCount | undefined)[];

  readonly #split: Split;

  /** The journey and the requirement in hand. */
  #received: EpochDay = Number.NaN;
  #at = 0;
  readonly #count: Emit = (code, found, facts) => {
    const { requirement } = this.#assessors[this.#at]!;
    if (!this.#places.holds(requirement, code, found, this.#received)) return;
    const { journey } = facts;
    if (this.#applies?.(requirement.id, found.anchorDay, journey) === false) return;
    const month = this.#split.isByMonth ? this.#places.monthOf(requirement, found) : null;
    // What does not apply and has no day is of no month.
    if (this.#split.isByMonth && month === null && VERDICT_OF[code] === NOT_APPLICABLE) return;
    this.#tallyOf(month).add(code, journey.id);
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
    this.#split = new Split(options.by);
    this.#places = new CasePlaces(programme, options);
    this.#receipts = this.#reader.clocks.compiler.matches(programme.conventions.receipts);
    this.#tallies = this.#assessors.map(() => new Map());
    const period = options.period && reportPeriod(checkedPeriod(options.period), this.#reader.asAt);
    this.#daily = this.#assessors.map((assessor) =>
      period !== undefined && isDailyShare(assessor)
        ? new DailyShareCount(assessor, options, this.#split, period, applies)
        : undefined,
    );
    this.#contract = new ContractLines(programme, this.#reader, this.#places, this.#split, wanted, applies);
  }

  /** Counts a journey, and gives what is wrong with it. */
  add(journey: Journey): readonly Problem[] {
    const { facts } = this.#reader;
    const isConsistent = this.#reader.readChecked(journey).length === 0;
    // Of someone never received NaN, which is neither before nor after a period.
    this.#received = this.#receipts.firstDay(facts) ?? Number.NaN;
    this.#split.read(journey);
    for (this.#at = 0; this.#at < this.#assessors.length; this.#at++) {
      const daily = this.#daily[this.#at];
      if (daily === undefined) this.#assessors[this.#at]!.assess(facts, this.#count);
      else daily.add(facts, isConsistent);
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
      (assessor, i) =>
        this.#daily[i]?.lines(this.#programme) ?? linesOf(assessor, this.#tallies[i]!, this.#programme),
    );
    return {
      lines: inProgrammeOrder(this.#programme, [...own, ...contract.lines]),
      problems: contract.problems,
    };
  }

  #tallyOf(month: IsoMonth | null): Tally {
    const whole = this.#whole[this.#at];
    if (whole !== undefined) return whole;
    const tallies = this.#tallies[this.#at]!;
    const split = this.#split;
    const key = split.isByMonth ? `${split.key} ${month}` : split.key;
    const known = tallies.get(key);
    if (known !== undefined) return known;
    const { standard, requirement } = this.#assessors[this.#at]!;
    const by = split.by(split.values, month);
    const tally = new Tally(standard, requirement, by);
    tallies.set(key, tally);
    if (by === undefined) this.#whole[this.#at] = tally;
    return tally;
  }
}

/** In which period and month cases are counted: where they fall due, unless the programme reads it otherwise. */
class CasePlaces {
  readonly #from: EpochDay;
  readonly #until: EpochDay;
  readonly #hasPeriod: boolean;
  readonly #cases: Programme["conventions"]["periodCases"];

  constructor({ conventions }: Programme, { period }: ReportOptions) {
    this.#hasPeriod = period !== undefined;
    [this.#from, this.#until] = period === undefined ? [-NEVER, NEVER] : checkedPeriod(period);
    this.#cases = conventions.periodCases;
  }

  /** Whether the period holds a case. One that has no day of its own and may be owed is in every period since its receipt. */
  holds(requirement: Requirement, code: Code, found: Case, received: EpochDay): boolean {
    if (!this.#hasPeriod) return true;
    if (isStock(requirement)) return !(received > this.#until);
    const day = this.#cases === "received" ? received : this.#dayOf(requirement, found);
    if (isDay(day)) return day >= this.#from && day <= this.#until;
    if (VERDICT_OF[code] === NOT_APPLICABLE) return !(received < this.#from || received > this.#until);
    return !(received > this.#until);
  }

  monthOf(requirement: Requirement, found: Case): IsoMonth | null {
    const day = this.#dayOf(requirement, found);
    return isDay(day) ? monthOf(day) : null;
  }

  /** Its due day, or that of its anchor; a record's is the day of the record, or the day it was owed. */
  #dayOf({ kind }: Requirement, { due, anchorDay, done }: Case): EpochDay {
    if (kind === "content") return isDay(done) ? done : anchorDay;
    return this.#cases === "due" && isDay(due) ? due : anchorDay;
  }
}

/** Whether a requirement is a share of those in a state, counted on a day. */
function isStock(requirement: Requirement): boolean {
  return requirement.kind === "proportion" && "in" in requirement.share;
}

function linesOf(
  { standard, requirement }: Assessor,
  tallies: ReadonlyMap<string, Tally>,
  programme: Programme,
): ReportLine[] {
  if (tallies.size === 0) return [new Tally(standard, requirement).line(programme)];
  return [...tallies.values()].map((tally) => tally.line(programme));
}

/** Lines in the order of the programme's requirements, and within one by value, those without last. */
function inProgrammeOrder(programme: Programme, lines: readonly ReportLine[]): ReportLine[] {
  const place = new Map<string, number>();
  for (const { requirements } of programme.standards) {
    for (const { id } of requirements) place.set(id, place.size);
  }
  return [...lines].sort(
    (one, other) =>
      place.get(one.requirement)! - place.get(other.requirement)! || compareSplits(one.by, other.by),
  );
}

/** The lines on a contract, its sites and teams, and on totals over the whole caseload. */
class ContractLines {
  readonly #assessors: readonly Assessor[];
  readonly #totals: readonly Totals[];
  readonly #reader: JourneyReader;
  readonly #places: CasePlaces;
  readonly #split: Split;
  readonly #applies: Applies | undefined;

  constructor(
    programme: Programme,
    reader: JourneyReader,
    places: CasePlaces,
    split: Split,
    isWanted: (assessor: Assessor) => boolean,
    applies?: Applies,
  ) {
    this.#reader = reader;
    this.#places = places;
    this.#split = split;
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
    const tallies = this.#assessors.map(() => new Map<string, Tally>());
    const logged = new Set<string>();
    for (const log of logs) {
      const subject = log.subject ?? "contract";
      logged.add(subject);
      reader.read(withMonthEnds(log, reader.asAt));
      problems.push(...reader.problems());
      this.#assessors.forEach((assessor, i) => {
        const { requirement, assess } = assessor;
        if (requirement.subject !== subject) return;
        assess(reader.facts, (code, found) => {
          if (!this.#places.holds(requirement, code, found, Number.NaN)) return;
          if (this.#applies?.(requirement.id, found.anchorDay, log) === false) return;
          this.#tallyOf(assessor, found, tallies[i]!).add(code, log.id);
        });
      });
    }
    const own = this.#assessors.flatMap((assessor, i) => {
      const lines = linesOf(assessor, tallies[i]!, programme);
      return logged.has(assessor.requirement.subject!) ? lines : lines.map(withoutLog);
    });
    const start = startMonth(logs);
    const totals = this.#totals.map((each) =>
      totalLine(new Tally(each.standard, each.rule).line(programme), each.series(start), reader.asAt),
    );
    return { lines: [...own, ...totals], problems };
  }

  #tallyOf({ standard, requirement }: Assessor, found: Case, tallies: Map<string, Tally>): Tally {
    const month = this.#split.isByMonth ? this.#places.monthOf(requirement, found) : null;
    const key = String(month);
    const tally = tallies.get(key) ?? new Tally(standard, requirement, this.#split.byMonth(month));
    tallies.set(key, tally);
    return tally;
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
