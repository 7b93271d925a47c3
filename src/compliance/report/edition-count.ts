import type { EpochDay } from "../../date/index.js";
import {
  type Applies,
  checkedPeriod,
  isKnown,
  JourneyReader,
  type Matches,
  NEVER,
  textOf,
} from "../../deadlines/index.js";
import type { Journey, Problem } from "../../journey/index.js";
import type { Programme } from "../../rules/index.js";
import { type Assessor, assessorsOf, isWanted } from "../assessment.js";
import type { Emit } from "../verdict.js";
import { ContractLines } from "./contract-lines.js";
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
    this.#contract = new ContractLines(programme, this.#reader, wanted, applies);
  }

  /** Counts a journey, and gives what is wrong with it. */
  add(journey: Journey): readonly Problem[] {
    const { facts } = this.#reader;
    this.#reader.readChecked(journey);
    // Of someone never received NaN, which is neither before nor after a period.
    const received = this.#receipts.firstDay(facts) ?? Number.NaN;
    const value = this.#groupOf(journey);
    for (let i = 0; i < this.#assessors.length; i++) this.#assessOne(i, received, value);
    this.#contract.count(facts);
    return this.#reader.problems();
  }

  /** The lines of what has been counted, and what is wrong with the contract's logs. */
  result(): { readonly lines: readonly ReportLine[]; readonly problems: readonly Problem[] } {
    const { contractLog } = this.#options;
    const logs = contractLog === undefined ? [] : "events" in contractLog ? [contractLog] : contractLog;
    const contract = this.#contract.lines(logs);
    const own = this.#assessors.flatMap((assessor, i) => this.#linesOf(assessor, this.#tallies[i]!));
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
    if (tallies.size === 0) return [new Tally(standard, requirement, undefined).line()];
    return [...tallies.values()].map((tally) => tally.line());
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
