import { epochDay, longDate } from "../../date/index.js";
import { editionFor } from "../../deadlines/index.js";
import { defined } from "../../defined.js";
import { distinct, type Journey, type LeftOut } from "../../journey/index.js";
import { assessOutcome, type OutcomeAssessment, type OutcomeReason } from "../../outcomes/index.js";
import { formatShare, parsePercent, type Share } from "../../quantity/index.js";
import { formatCitation, type Programme, reaches } from "../../rules/index.js";
import { type AssertionOptions, asAtOf, editionsOf, rulesOf } from "../assertion-options.js";
import {
  idList,
  journeysOf,
  type KnownSubject,
  knownSubject,
  notASubject,
  shortId,
} from "../assertion-subject.js";
import { headline, type Judgement, leftOutTold } from "./judgement.js";

/**
 * How conversion is judged.
 *
 * - `atLeast`: of a caseload, the share of those who started that must have converted, as decimal
 *   text: `"22%"`. Without it, everyone who started must.
 * - `allow`: reasons of an outcome that is still open, such as `"window-running"`; those people are
 *   then taken to convert.
 * - `outcome`, `notificationLagDays`: as of `assessOutcome`.
 */
export interface ConvertOptions {
  readonly atLeast?: string;
  readonly allow?: readonly OutcomeReason[];
  readonly outcome?: string;
  readonly notificationLagDays?: number;
}

/** One person's outcome, and the edition it is judged by. */
interface Person extends OutcomeAssessment {
  readonly edition: Programme;
}

type Options = Omit<AssertionOptions, "including"> & ConvertOptions;

const TOLD = 3;

/** Whether a journey's outcome counts, or enough of a caseload's. */
export function judgeConverts(subject: unknown, options: Options): Judgement {
  const what = knownSubject(subject);
  if (what.kind === "report")
    throw notASubject(subject, "a journey or a list of journeys: a report has no outcomes");
  const rules = rulesOf(options);
  const [only, ...others] = editionsOf(rules);
  const { outcome, notificationLagDays } = options;
  const journeys = [...distinct(journeysOf(what))];
  const leftOut = leftOutTold(
    { ...twice(journeys), ...(what.kind === "caseload" ? what.leftOut : {}) },
    // Only reasons of an open outcome can be allowed here.
    {},
  );
  const all = journeys.map((journey): Person => {
    const edition = others.length === 0 ? only! : editionFor(rules, journey);
    const by = defined({ asAt: asAtOf(options), outcome, notificationLagDays });
    return { ...assessOutcome(edition, journey, by), edition };
  });
  const people = all.filter(({ status }) => status !== "not-started" && status !== "not-applicable");
  const counts = ({ status, reason }: OutcomeAssessment) =>
    status === "converted" ||
    (status === "open" && options.allow?.includes(reason as OutcomeReason) === true);
  const share = { count: people.filter(counts).length, of: people.length };
  const short = people.filter((person) => !counts(person));
  return {
    pass: leftOut.length === 0 && people.length > 0 && enough(share, options.atLeast),
    failure: () => [
      headline(what, `to convert${goal(what, options)}`, options),
      ...leftOut,
      ...(what.kind === "journey" ? [] : [standing(share, options.atLeast)]),
      ...(people.length === 0 ? all : short).slice(0, TOLD).map((person) => `  ${told(person)}`),
      ...(short.length > TOLD ? [`  and ${idList(short.slice(TOLD).map(({ journey }) => journey))}`] : []),
    ],
    unexpected: () => [
      headline(what, `not to convert${goal(what, options)}`, options),
      what.kind === "journey" ? `  ${told(people[0]!)}` : standing(share, options.atLeast),
    ],
  };
}

function twice(journeys: readonly Journey[]): LeftOut {
  const count = journeys.filter((journey) => (journey as Journey | null)?.leftOut !== undefined).length;
  return count === 0 ? {} : { "id-twice": count };
}

function enough(share: Share, atLeast: string | undefined): boolean {
  if (atLeast === undefined) return share.count === share.of;
  parsePercent(atLeast);
  return reaches({ atLeast }, share);
}

function goal(what: KnownSubject, { atLeast }: Options): string {
  if (what.kind === "journey") return "";
  return atLeast === undefined ? ", everyone who started," : ` at least ${atLeast} of those who started`;
}

function standing(share: Share, atLeast: string | undefined): string {
  return share.of === 0
    ? "Nobody started."
    : `${share.count} of ${share.of} converted (${formatShare(share, atLeast)}).`;
}

function told({ journey, status, reason, edition, ...dates }: Person): string {
  const days = [
    ["started", dates.startedOn],
    ["last qualifying day", dates.lastQualifyingOn],
    ["last claim day", dates.lastClaimOn],
    ["outcome met", dates.metOn],
    ["claimed", dates.claimedOn],
  ] as const;
  const known = days.flatMap(([word, on]) => (on === undefined ? [] : [`${word} ${longDate(epochDay(on))}`]));
  const said = known.length === 0 ? "" : `; ${known.join(", ")}`;
  const citation = edition.outcomes.find(({ id }) => id === dates.outcome)?.citation;
  const cited = citation === undefined ? "" : ` ${formatCitation(citation)}`;
  return `${shortId(journey)}: ${status.replace("-", " ")} (${reason})${said}.${cited}`;
}
