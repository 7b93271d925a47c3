import { type IsoMonth, monthOf, readEpochDay } from "../../date/index.js";
import { type Applies, type Facts, type JourneyReader, NEVER, withMonthEnds } from "../../deadlines/index.js";
import type { ContractLog, Problem } from "../../journey/index.js";
import type { Programme, TotalRequirement } from "../../rules/index.js";
import { type Assessor, assessorsOf } from "../assessment.js";
import { Totals, totalLine } from "../kinds/total.js";
import { type ReportLine, Tally } from "./line.js";

interface TotalLine {
  readonly assessor: Assessor;
  readonly totals: Totals;
}

/** The lines on a contract, its sites and teams, and on totals over the whole caseload. */
export class ContractLines {
  readonly #assessors: readonly Assessor[];
  readonly #totals: readonly TotalLine[];
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
    const isTotal = ({ requirement }: Assessor) => requirement.kind === "total";
    this.#assessors = contract.filter((each) => !isTotal(each) && isWanted(each));
    this.#totals = [...journey, ...contract]
      .filter((each) => isTotal(each) && isWanted(each))
      .map((assessor) => ({
        assessor,
        totals: new Totals(assessor.requirement as TotalRequirement, compiler),
      }));
  }

  /** Counts a journey towards the totals. */
  count(facts: Facts): void {
    for (const { assessor, totals } of this.#totals) {
      if (this.#applies?.(assessor.requirement.id, NEVER, facts.journey) !== false) totals.add(facts);
    }
  }

  lines(logs: readonly ContractLog[]): { lines: ReportLine[]; problems: Problem[] } {
    const reader = this.#reader;
    const problems: Problem[] = [];
    const tallies = this.#assessors.map(
      ({ standard, requirement }) => new Tally(standard, requirement, undefined),
    );
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
      logged.has(requirement.subject!) ? tallies[i]!.line() : withoutLog(tallies[i]!.line()),
    );
    return { lines: [...own, ...this.#totalLines(logs)], problems };
  }

  #totalLines(logs: readonly ContractLog[]): ReportLine[] {
    const start = startMonth(logs);
    return this.#totals.map(({ assessor: { standard, requirement }, totals }) =>
      totalLine(new Tally(standard, requirement, undefined).line(), totals.series(start), this.#reader.asAt),
    );
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
