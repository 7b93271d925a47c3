import { isAboutReferral } from "../../deadlines/index.js";
import type { CadenceRequirement, Requirement } from "../../rules/index.js";
import { DRAWS, type JourneyChances } from "./chances.js";
import { fieldsOf, type Happening } from "./happenings.js";
import { kindOf, type StateSpan, type Vocabulary } from "./journey-vocabulary.js";
import { lengthInDays, type Path } from "./path.js";

/** Contacts while a state lasts, each about its gap after the last; what is late comes after a longer one. */
export function contactsOf(
  rule: CadenceRequirement,
  { gaps, until, days }: { readonly gaps: readonly number[]; readonly until: number; readonly days: number },
  path: Path,
  { inTime }: JourneyChances,
  { vocabulary, quiet }: { readonly vocabulary: Vocabulary; readonly quiet: readonly StateSpan[] },
): Happening[] {
  const span = vocabulary.spans.find(({ id }) => id === rule.while);
  let last = span && path.dayOf(span.from);
  const [kind] = rule.event.flatMap((match) => kindOf(match) ?? []);
  if (span === undefined || last === undefined || kind === undefined || gaps.length === 0) return [];
  const end = path.dayOf(span.until.filter((each) => !span.from.includes(each))) ?? days;
  const away = quiet.flatMap((each) => path.timesIn(each));
  const agreed = path.happenings.find((each) => isAgreed(each, rule));
  const late = 100 * inTime;
  const made: Happening[] = [];
  for (let at = 0; at < until; at++) {
    const gap = (gaps[at % gaps.length]! + 37 * Math.floor(at / gaps.length)) % 100;
    const isAgreed = agreed !== undefined && agreed.day <= last;
    const usual = lengthInDays(isAgreed ? { workingDays: agreed.fields?.workingDays } : rule.every);
    const next =
      last + Math.max(1, Math.floor(usual * (gap < late ? 0.45 + gap / 220 : 1.2 + (gap - late) / 10)));
    const bounds = { from: last + 1, until: gap < late ? last + Math.floor(usual) : end };
    last = path.worked(next, bounds, (gap * 100 + at) / DRAWS);
    const back = away.find(([from, to]) => last! >= from && last! < to)?.[1];
    last = back ?? last;
    if (last > end) break;
    made.push({ kind, day: last, fields: fieldsOf(vocabulary, kind, gap) });
  }
  return made;
}

/** The states in which contacts stop, but for those in which another rule asks for the same contacts. */
export function quietStates(
  rule: CadenceRequirement,
  cadences: readonly CadenceRequirement[],
  vocabulary: Vocabulary,
): StateSpan[] {
  const elsewhere = vocabulary.named(cadences.filter((each) => each !== rule).map((each) => each.while));
  return vocabulary.spans.filter(
    ({ id, from }) => rule.stops?.[id] === true && !from.some((kind) => elsewhere.has(kind)),
  );
}

/** Whether it agrees a frequency of one's own for these contacts. */
function isAgreed({ kind, fields = {} }: Happening, { frequency = [] }: CadenceRequirement): boolean {
  return frequency.some((match) => {
    if (kindOf(match) !== kind) return false;
    if (typeof match === "string" || !("event" in match)) return true;
    const { where = {}, without = [] } = match;
    const isTold = Object.entries(where).every(([field, value]) => fields[field] === value);
    return isTold && without.every((field) => fields[field] === undefined);
  });
}

export const isContact =
  ({ spans }: Vocabulary) =>
  (rule: Requirement): rule is CadenceRequirement =>
    rule.kind === "cadence" && isAboutReferral(rule) && spans.some(({ id }) => id === rule.while);
