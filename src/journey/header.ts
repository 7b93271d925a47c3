import { ProgrammeFault, shown } from "../fault.js";

/** What a table's columns may be. */
export interface HeaderRules {
  /** What the table is called in faults: "referrals", "events". */
  readonly table: string;
  /** The mapping's key that renames its columns. */
  readonly key: string;
  /** The file's own name of each column that can be read. */
  readonly names: ReadonlyMap<string, string>;
  readonly required: readonly string[];
  /** Columns that the mapping names; a table without one of them is not the one it was written for. */
  readonly named: readonly string[];
  readonly ignored: ReadonlySet<string>;
  /** Whether a column of that name is read although no list has it. */
  readonly isField: (name: string) => boolean;
  /** Told of each column that is neither read nor ignored. */
  readonly unknown: (name: string) => void;
}

/** Which place in a row each column has. Names are added as a header, or a row's keys, give them. */
export class Header {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();
  readonly #readAs = new Map<string, string[]>();
  readonly #rules: HeaderRules;

  constructor(rules: HeaderRules) {
    this.#rules = rules;
    for (const [column, name] of rules.names) {
      const others = this.#readAs.get(name);
      if (others === undefined) this.#readAs.set(name, [column]);
      else others.push(column);
    }
  }

  /** The place of a column in each row; undefined when the table has no such column. */
  place(column: string): number | undefined {
    return this.#places.get(column);
  }

  /** What the table itself calls a column. */
  nameOf(column: string): string {
    return this.#rules.names.get(column) ?? column;
  }

  /** The columns that are there, by their standard names. */
  get columns(): string[] {
    return [...this.#places.keys()];
  }

  /**
   * Takes the next column.
   *
   * @throws ProgrammeFault `journey/column-twice` when a column that is read is there twice.
   */
  add(given: string): void {
    const name = given.trim();
    const isIgnored = this.#rules.ignored.has(name);
    const columns = isIgnored ? [] : (this.#readAs.get(name) ?? (this.#rules.isField(name) ? [name] : []));
    for (const column of columns) {
      if (this.#places.has(column)) throw this.#twice(name);
      this.#places.set(column, this.names.length);
    }
    this.names.push(name);
    if (columns.length === 0 && name !== "" && !isIgnored) this.#rules.unknown(name);
  }

  /** Takes a whole header at once, as the first line of a file gives it. */
  addAll(names: readonly string[]): void {
    const given = new Set(names.map((name) => name.trim()).filter((name) => !this.#rules.ignored.has(name)));
    this.#require((column) => given.has(this.nameOf(column)));
    for (const name of names) this.add(name);
  }

  /**
   * Refuses a table without the columns that it must have.
   *
   * @throws ProgrammeFault `journey/column-missing`, `journey/mapped-column-missing`.
   */
  requireAll(): void {
    this.#require((column) => this.#places.has(column));
  }

  #require(has: (column: string) => boolean): void {
    const { table, key, required, named } = this.#rules;
    const missing = required.filter((column) => !has(column)).map((column) => shown(this.nameOf(column)));
    if (missing.length > 0) {
      throw new ProgrammeFault({
        code: "journey/column-missing",
        given: `${table} without a column ${missing.join(" and ")}`,
        allowed: `a first line of column names, ${required.map((column) => shown(this.nameOf(column))).join(", ")} among them`,
        todo: `Add what is missing, or say in the mapping's \`${key}\` what the file calls it.`,
      });
    }
    const absent = named.find((column) => !has(column));
    if (absent === undefined) return;
    throw new ProgrammeFault({
      code: "journey/mapped-column-missing",
      given: `a mapping with ${key}.${absent} as ${shown(this.nameOf(absent))}, and ${table} without that column`,
      allowed: "names of columns that are there",
      todo: "Correct the name, or remove it from the mapping.",
    });
  }

  #twice(name: string): ProgrammeFault {
    return new ProgrammeFault({
      code: "journey/column-twice",
      given: `${this.#rules.table} with two columns ${shown(name)}`,
      allowed: "one column of each name that is read",
      todo: "Remove or rename the one that is not meant.",
    });
  }
}
