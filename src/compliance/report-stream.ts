import { AS_AT, journeysOf, optionsOf } from "../argument.js";
import type { Journey } from "../journey/index.js";
import type { History, Programme } from "../rules/index.js";
import type { Report, ReportOptions } from "./report.js";
import { ReportBuilder } from "./report-builder.js";

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
  const { onProgress, ...rest } = optionsOf(options, AS_AT);
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
