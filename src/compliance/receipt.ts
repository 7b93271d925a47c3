import { calendarDataVersion } from "../calendar/index.js";
import { type DateInput, epochDay, type IsoDate, isoDate } from "../date/index.js";
import { type History, hashOf, isHistory, type Programme, usualOf } from "../rules/index.js";

declare const PACKAGE_VERSION: string;

/**
 * Enough to repeat a report: which rules, which code, which bank holidays, which answers, which day.
 * It names rules and never people.
 */
export interface Receipt {
  readonly programme: string;
  readonly edition: string;
  readonly revision: number;
  /** A fingerprint of the rules themselves, readings applied: the same rules have the same. */
  readonly hash: string;
  /** Of a history: each of its editions, with the days it was taken to be in force. */
  readonly editions?: readonly {
    readonly edition: string;
    readonly revision: number;
    readonly hash: string;
    readonly from?: IsoDate;
    readonly until?: IsoDate;
  }[];
  readonly packageVersion: string;
  readonly calendarDataVersion: string;
  readonly readings: Readonly<Record<string, string>>;
  readonly asAt: IsoDate;
}

const hashes = new WeakMap<Programme, string>();

/** The receipt of an assessment: every reading with the answer it was made under. */
export function receiptOf(rules: Programme | History, asAt: DateInput): Receipt {
  const programme = isHistory(rules) ? usualOf(rules) : rules;
  const defaults = programme.readings.map(({ id, answers }) => [id, answers[0]!.id] as const);
  const readings = { ...Object.fromEntries(defaults), ...programme.chosen };
  return {
    programme: programme.id,
    edition: programme.edition,
    revision: programme.revision,
    hash: hashed(programme),
    ...(isHistory(rules) ? { editions: rules.editions.map(editionOf) } : {}),
    packageVersion: PACKAGE_VERSION,
    calendarDataVersion,
    readings: Object.fromEntries(Object.entries(readings).sort(([a], [b]) => (a < b ? -1 : 1))),
    asAt: isoDate(epochDay(asAt)),
  };
}

function editionOf(programme: Programme): NonNullable<Receipt["editions"]>[number] {
  const { edition, revision, inForce } = programme;
  return { edition, revision, hash: hashed(programme), ...inForce };
}

function hashed(programme: Programme): string {
  const hash = hashes.get(programme) ?? hashOf(programme);
  hashes.set(programme, hash);
  return hash;
}
