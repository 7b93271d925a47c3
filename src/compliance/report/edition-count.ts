import { stockDay } from "../../backlog/index.js";
import { type EpochDay, epochDay, type IsoMonth, isoDate, monthOf, readEpochDay } from "../../date/index.js";
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
import type { Programme, ProportionRequirement, Requirement } from "../../rules/index.js";
import { type Assessor, assessorsOf, isWanted } from "../assessment.js";
import { Totals, totalLine } from "../kinds/total.js";
import { type Case, type Code, type Emit, NOT_APPLICABLE, VERDICT_OF } from "../verdict.js";
import {
  closedSpans,
  DailyShareCount,
  isDailyShare,
  measuringDay,
  type ReportPeriod,
  reportPeriod,
  whileOpen,
} from "./daily-share.js";
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

  /** Of the shares of another state, where there is a period, its last close; and the close in hand. */
  readonly #closes: readonly (Closes | undefined)[];
  #closeDay = NEVER;
  readonly #period: ReportPeriod | undefined;

  readonly #split: Split;

  /** The journey and the requirement in hand. */
  #received: EpochDay = Number.NaN;
  #isConsistent = true;
  #at = 0;
  readonly #count: Emit = (code, found, facts) => {
    const { requirement } = this.#assessors[this.#at]!;
    const day = isDay(this.#closeDay)
      ? this.#closeDay
      : this.#places.dayOf(requirement, found, this.#received);
    if (!this.#places.holds(day, code, this.#received)) return;
    const { journey } = facts;
    if (this.#applies?.(requirement.id, found.anchorDay, journey) === false) return;
    const month = this.#split.isByMonth && isDay(day) ? monthOf(day) : null;
    // What does not apply and has no day is of no month.
    if (this.#split.isByMonth && month === null && VERDICT_OF[code] === NOT_APPLICABLE) return;
    this.#tallyOf(month).add(code, journey.id, this.#places.isInEach(day, code, this.#received));
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
    this.#period = options.period && reportPeriod(checkedPeriod(options.period), this.#reader.asAt);
    this.#places = new CasePlaces(programme, this.#reader.asAt, this.#period);
    this.#receipts = this.#reader.clocks.compiler.matches(programme.conventions.receipts);
    this.#tallies = this.#assessors.map(() => new Map());
    const period = this.#period;
    this.#daily = this.#assessors.map((assessor) =>
      period !== undefined && isDailyShare(assessor)
        ? new DailyShareCount(assessor, options, this.#split, period, applies)
        : undefined,
    );
    this.#closes = this.#assessors.map(({ requirement }, i) =>
      period !== undefined && this.#daily[i] === undefined && isStock(requirement)
        ? new Closes(requirement, new JourneyReader(programme, options), period, this.#split.isByMonth)
        : undefined,
    );
    this.#contract = new ContractLines(programme, this.#reader, this.#places, this.#split, wanted, applies);
  }

  /** Reads a journey, so that it can be counted. */
  read(journey: Journey): void {
    this.#isConsistent = this.#reader.readChecked(journey).length === 0;
    this.#split.read(journey);
  }

  /** Counts the journey that was read last, and gives what is wrong with it. */
  count(journey: Journey): readonly Problem[] {
    const { facts } = this.#reader;
    // Of someone never received NaN, which is neither before nor after a period.
    this.#received = this.#receipts.firstDay(facts) ?? Number.NaN;
    for (this.#at = 0; this.#at < this.#assessors.length; this.#at++) {
      const { assess } = this.#assessors[this.#at]!;
      const daily = this.#daily[this.#at];
      const closes = this.#closes[this.#at];
      if (daily !== undefined) daily.add(facts, this.#isConsistent);
      else if (closes === undefined) assess(facts, this.#count);
      else for (this.#closeDay of closes.days) assess(closes.read(journey, this.#closeDay), this.#count);
      this.#closeDay = NEVER;
    }
    this.#contract.count(facts);
    return this.#reader.problems();
  }

  /** The lines of what has been counted, and what is wrong with the contract's logs. */
  result(): { readonly lines: readonly ReportLine[]; readonly problems: readonly Problem[] } {
    const { contractLog } = this.#options;
    const logs = contractLog === undefined ? [] : "events" in contractLog ? [contractLog] : contractLog;
    const contract = this.#contract.lines(this.#programme, logs, this.#period);
    const own = this.#assessors.flatMap((assessor, i) => {
      const daily = this.#daily[i];
      if (daily !== undefined) return daily.lines(this.#programme);
      const lines = linesOf(assessor, this.#tallies[i]!, this.#programme);
      const closes = this.#closes[i];
      return closes === undefined ? lines : lines.map((line) => closes.measured(line));
    });
    const lines = [...own, ...contract.lines].map((line) => whileOpen(line, this.#period));
    return {
      lines: inProgrammeOrder(this.#programme, lines),
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

/** On which day cases fall, and whether it is in the period: the day they are due, unless the programme reads it otherwise. */
class CasePlaces {
  readonly #from: EpochDay;
  readonly #until: EpochDay;
  readonly #hasPeriod: boolean;
  readonly #asAt: EpochDay;
  readonly #cases: Programme["conventions"]["periodCases"];

  constructor({ conventions }: Programme, asAt: EpochDay, period: ReportPeriod | undefined) {
    this.#hasPeriod = period !== undefined;
    this.#from = period === undefined ? -NEVER : epochDay(period.from);
    this.#until = period === undefined ? NEVER : epochDay(period.until);
    this.#asAt = asAt;
    this.#cases = conventions.periodCases;
  }

  /**
   * Whether the period holds a case of a day. One without a day may be owed in every period since its receipt; where it
   * does not apply, it is in that of the receipt.
   */
  holds(day: EpochDay, code: Code, received: EpochDay): boolean {
    if (!this.#hasPeriod) return true;
    if (isDay(day)) return day >= this.#from && day <= this.#until;
    const isBefore = VERDICT_OF[code] === NOT_APPLICABLE && received < this.#from;
    return !(isBefore || received > this.#until);
  }

  /** Whether a case is in more than one period, for want of a day. */
  isInEach(day: EpochDay, code: Code, received: EpochDay): boolean {
    if (!this.#hasPeriod || isDay(day)) return false;
    return VERDICT_OF[code] !== NOT_APPLICABLE || Number.isNaN(received);
  }

  /** The day of a case, or `NEVER`: its due day, or that of its anchor; a record's is the day it was made, or owed. */
  dayOf(requirement: Requirement, { due, anchorDay, stayEnd, done }: Case, received: EpochDay): EpochDay {
    if (isStock(requirement)) return stockDay(requirement.measured, this.#asAt);
    if (this.#cases === "received" && isDay(received)) return received;
    if (requirement.kind === "content") {
      if (isDay(done)) return done;
    } else if (this.#cases === "due" && isDay(due)) return due;
    return isDay(anchorDay) ? anchorDay : stayEnd;
  }
}

/** The last close of a period, or of each of its months, at which a share of those in a state is measured. */
class Closes {
  readonly days: readonly EpochDay[];
  readonly #reader: JourneyReader;
  readonly #isMonthEnd: boolean;

  constructor(
    { measured }: ProportionRequirement,
    reader: JourneyReader,
    period: ReportPeriod,
    isByMonth: boolean,
  ) {
    this.days = closedSpans(period, isByMonth).flatMap((span) => measuringDay(measured, span) ?? []);
    this.#reader = reader;
    this.#isMonthEnd = measured === "month-end";
  }

  /** What had happened to a journey by a day, by what is known now; a month's end is over the day after. */
  read(journey: Journey, day: EpochDay): Facts {
    this.#reader.readChecked(journey, day + Number(this.#isMonthEnd), this.#reader.asAt);
    return this.#reader.facts;
  }

  /** A line that was measured at one of them. */
  measured(line: ReportLine): ReportLine {
    const month = line.by?.month;
    const on = this.days.findLast((day) => month == null || monthOf(day) === month);
    return on === undefined ? line : { ...line, measuredOn: isoDate(on) };
  }
}

/** Whether a requirement is a share of those in a state, counted on a day. */
function isStock(requirement: Requirement): requirement is ProportionRequirement {
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

  lines(
    programme: Programme,
    logs: readonly ContractLog[],
    period: ReportPeriod | undefined,
  ): { lines: ReportLine[]; problems: Problem[] } {
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
          const day = this.#places.dayOf(requirement, found, Number.NaN);
          if (!this.#places.holds(day, code, Number.NaN)) return;
          if (this.#applies?.(requirement.id, found.anchorDay, log) === false) return;
          this.#tallyOf(assessor, day, tallies[i]!).add(
            code,
            log.id,
            this.#places.isInEach(day, code, Number.NaN),
          );
        });
      });
    }
    const own = this.#assessors.flatMap((assessor, i) => {
      const lines = linesOf(assessor, tallies[i]!, programme);
      return logged.has(assessor.requirement.subject!) ? lines : lines.map(withoutLog);
    });
    const start = startMonth(logs);
    const totals = this.#totals.map((each) =>
      totalLine(new Tally(each.standard, each.rule).line(programme), each.series(start), reader.asAt, period),
    );
    return { lines: [...own, ...totals], problems };
  }

  #tallyOf({ standard, requirement }: Assessor, day: EpochDay, tallies: Map<string, Tally>): Tally {
    const month = this.#split.isByMonth && isDay(day) ? monthOf(day) : null;
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
