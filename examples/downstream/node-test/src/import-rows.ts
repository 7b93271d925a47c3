import { type JourneysRead, readJourneys, whpJetsCv06 } from "programme-rules";

/** Reads the rows that a CRM exports, one a referral. */
export function importRows(rows: readonly Readonly<Record<string, string>>[]): JourneysRead {
  const columns = { id: "Ref", received_on: "Received", acknowledged_on: "Acknowledged" };
  return readJourneys(rows, { columns, dates: "uk", programme: whpJetsCv06 });
}
