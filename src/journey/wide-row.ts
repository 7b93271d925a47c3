import { readWord, readYesOrNo } from "./cell.js";
import {
  LONGEST_ID,
  PROVISIONS,
  REQUIRED_WIDE_COLUMNS,
  TEXT_ATTRIBUTES,
  type WideColumn,
} from "./columns.js";
import type { Scalar } from "./event.js";
import type { Journey, Problem } from "./journey.js";
import type { Plan } from "./plan.js";
import type { ProblemCode } from "./problem-text.js";
import { Table } from "./table.js";
import { WideEvents } from "./wide-events.js";

/** Reads wide rows, one at a time: each a referral with the dates of what followed. */
export class WideRows {
  readonly table: Table;
  /** The line of the first row of each id. */
  readonly lines = new Map<string, number>();
  readonly #events: WideEvents;
  #unreadable = new Set<string>();
  readonly #plan: Plan;

  constructor(plan: Plan, report: (problem: Problem) => void, file?: string) {
    this.#plan = plan;
    this.table = new Table(plan, {
      table: "referrals",
      key: "columns",
      names: plan.wide,
      required: REQUIRED_WIDE_COLUMNS,
      named: plan.named.wide,
      isField: () => false,
      lineWord: "Line",
      file,
      report,
    });
    this.#events = new WideEvents(this.table, plan);
  }

  /** A row as a journey; undefined when it is none, and then that is a problem. */
  read(cells: readonly unknown[], line: number): Journey | undefined {
    const { table } = this;
    const plan = this.#plan;
    table.take(cells, line);
    const id = this.#identify();
    if (id === undefined) return undefined;
    if (!table.isWhole()) return { id, events: [], unreadable: this.#events.everyKind() };
    const programme = table.text("programme") ?? "";
    if (programme === "" || plan.programme === undefined || programme === plan.programme.id) {
      return this.#journey(id, programme);
    }
    return table.say("journey/other-programme", "programme", plan.programme.id);
  }

  #identify(): string | undefined {
    const { table, lines } = this;
    const id = table.text("id");
    if (id === undefined) return undefined;
    if (id === "") return table.say("journey/no-id", "id");
    if (id.length > LONGEST_ID) return table.say("journey/id-too-long", "id");
    table.journey = id;
    const first = lines.get(id);
    if (first === undefined) lines.set(id, table.line);
    if (first === undefined || first === table.line) return id;
    return table.say("journey/id-used-before", "id", String(first));
  }

  #journey(id: string, programme: string): Journey {
    this.#unreadable = new Set();
    const group = this.#word("group", this.#plan.programme?.groups, "journey/unknown-group");
    const attributes = this.#attributes();
    const events = this.#events.read(attributes.self_employed, this.#unreadable);
    return {
      id,
      ...(programme === "" ? {} : { programme }),
      ...(group === undefined ? {} : { group }),
      attributes,
      events,
      ...(this.#unreadable.size === 0 ? {} : { unreadable: [...this.#unreadable] }),
    };
  }

  #attributes(): Record<string, Scalar> {
    const attributes: Record<string, Scalar> = {};
    for (const column of TEXT_ATTRIBUTES) {
      const text = this.table.text(column) ?? "";
      if (text !== "") attributes[column] = text;
    }
    const nation = this.#word("nation", this.#plan.nations, "journey/unknown-nation");
    const provision = this.#word("provision", PROVISIONS, "journey/unknown-provision");
    const selfEmployed = this.table.read("self_employed", readYesOrNo);
    if (nation !== undefined) attributes.nation = nation;
    if (provision !== undefined) attributes.provision = provision;
    if (selfEmployed === undefined) this.#unreadable.add("self_employed");
    else if (selfEmployed !== "") attributes.self_employed = selfEmployed;
    return attributes;
  }

  /** One of the words allowed, or any when there is no list; another marks its column unreadable. */
  #word(column: WideColumn, words: readonly string[] | undefined, code: ProblemCode): string | undefined {
    const word = this.table.read(column, (text) =>
      words === undefined ? text : readWord(text, words, code),
    );
    if (word === undefined) this.#unreadable.add(column);
    return word === "" ? undefined : word;
  }
}
