import type { Citation, Grounded } from "./citation.js";
import type { Programme } from "./programme.js";
import { type Names, refuseUnknown, ungrounded } from "./reference-faults.js";

/** Everything that states a rule says where it comes from, and every source cited is described. */
export function checkGrounds(programme: Programme): void {
  for (const [address, { citation, basis }] of grounds(programme)) {
    if (citation === undefined && basis === undefined) throw ungrounded(address);
  }
  const { sources, ...rules } = programme;
  checkCitations(rules, "programme", new Set(Object.keys(sources)));
}

function grounds(programme: Programme): [string, Grounded][] {
  const {
    minimumPerformanceLevels = [],
    indicators = [],
    returns = [],
    plans = [],
    ladders = [],
  } = programme;
  const { standards, readings, outcomes, stays, regime, pipeline } = programme;
  const named = [
    ...standards,
    ...readings,
    ...outcomes,
    ...minimumPerformanceLevels,
    ...indicators,
    ...returns,
  ];
  return [
    ...[...named, ...plans, ...ladders].map((each): [string, Grounded] => [each.id, each]),
    ...stays.map((stay): [string, Grounded] => [`stays.${stay.state}`, stay]),
    ...(regime === undefined ? [] : [["regime", regime] as [string, Grounded]]),
    ...(pipeline === undefined ? [] : [["pipeline", pipeline] as [string, Grounded]]),
  ];
}

function checkCitations(value: unknown, address: string, known: Names): void {
  if (typeof value !== "object" || value === null) return;
  const { id, citation } = value as { id?: unknown; citation?: Citation };
  const here = typeof id === "string" ? id : address;
  if (typeof citation?.source === "string") refuseUnknown(here, citation.source, "source", known);
  for (const part of Object.values(value)) checkCitations(part, here, known);
}
