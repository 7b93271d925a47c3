import { blocks, bullets, table } from "../explanation/index.js";
import {
  hashOf,
  type InForce,
  isOpen,
  type MaximumStay,
  type MinimumPerformanceLevel,
  numbered,
  type Outcome,
  type ParticipantGroup,
  type Programme,
  refuseNotProgramme,
  type Standard,
  sayIndicator,
  sayLength,
  sayMatches,
  sayOpen,
  sayOutcome,
  sayRequirementInFull,
  scopeWords,
  stateTitle,
} from "../rules/index.js";
import { anchor, called, ground, grounded, page } from "./page.js";
import { readingSection } from "./readings-page.js";
import { regimeSections } from "./regime-section.js";
import { standardSection } from "./standard-section.js";

/**
 * The rule book's page of one programme, as Markdown: every standard in plain English with its parts,
 * targets, readings and citations; outcomes, levels, returns and regime; sources.
 *
 * @example
 * ```ts
 * import { whpJetsCv06 } from "programme-rules";
 * import { programmePage } from "programme-rules/rulebook";
 *
 * const text = programmePage(whpJetsCv06);
 * text.includes("The contract takes precedence."); // => true
 * text.includes('<a id="css-7/finalised"></a>'); // => true
 * ```
 */
export function programmePage(programme: Programme): string {
  refuseNotProgramme(programme);
  const { standards, readings } = programme;
  return page(
    programme.title,
    bullets(identity(programme)),
    standards.length > 0 &&
      blocks(
        "## At a glance",
        table(
          ["Standard", "What it asks", "From"],
          standards.flatMap((each) => glance(programme, each)),
        ),
      ),
    standards.length > 0 &&
      blocks("## Standards", ...standards.map((standard) => standardSection(programme, standard))),
    performanceSections(programme),
    regimeSections(programme),
    countingSection(programme),
    readings.length > 0 &&
      blocks(
        "## Readings",
        "What the text leaves open. The first answer is what the data says.",
        ...readings.map(readingSection),
      ),
    blocks("## Sources", bullets(sourceLines(programme))),
  );
}

function identity(programme: Programme): string[] {
  const { id, edition, revision, standing, inForce, calendars } = programme;
  const nations = Object.entries(calendars).map(([nation, calendar]) => `${nation} (${calendar})`);
  return [
    `\`${id}\`, edition \`${edition}\`, revision ${revision}, fingerprint \`${hashOf(programme)}\``,
    `Standing: ${standing}`,
    grounded(`In force: ${span(inForce)}`, inForce),
    `Bank holidays by nation: ${nations.join(", ")}`,
  ];
}

function span({ from, until }: InForce): string {
  if (from === undefined && until === undefined) return "the documents do not say from when or until when";
  return `${from ?? "from a day not known"} to ${until ?? "a day not known"}`;
}

function glance(programme: Programme, standard: Standard): string[][] {
  const { id, title, requirements } = standard;
  const name = `[${called(id)}](#${id})`;
  if (requirements.length === 0) return [[name, title, ground(standard)]];
  return requirements.map((part, at) => [
    at === 0 ? name : "",
    sayRequirementInFull(programme, part),
    at === 0 ? ground(standard) : ground(part),
  ]);
}

const PERIOD_CASES: Readonly<Record<Programme["conventions"]["periodCases"], string>> = {
  due: "fell due in it",
  received: "are of referrals received in it",
  anchor: "began to run in it",
};

function countingSection(programme: Programme): string {
  const { conventions, stays } = programme;
  const { countingDay, receiptOnNonWorkingDay, leavingExcuses } = conventions;
  return blocks(
    "## How days are counted",
    bullets([
      `The day an event happens is ${countingDay === "day-0" ? "not counted" : "the first"}; the last day counts until midnight.`,
      `A receipt on a day that is not a working day counts from ${receiptOnNonWorkingDay === "as-is" ? "that day" : "the next working day"}.`,
      `Leaving ${leavingExcuses ? "excuses what was not yet due" : "excuses nothing"}.`,
      `A period counts the cases that ${PERIOD_CASES[conventions.periodCases]}.`,
      ...stays.map((stay) => grounded(sayStay(programme, stay), stay)),
    ]),
  );
}

function sayStay(programme: Programme, { state, atMost, longer }: MaximumStay): string {
  const title = (id: string) => `“${stateTitle(id, programme)}”`;
  const more =
    longer === undefined
      ? ""
      : `, or, for someone who is then ${title(longer.while)}, until that ends, at most ${sayLength(longer.atMost)}`;
  return `${title(state)} lasts at most ${sayLength(atMost)}${more}. When that is over and no leaving is recorded, what falls due later is undetermined.`;
}

function sourceLines({ sources }: Programme): string[] {
  return Object.entries(sources).map(([id, { title, edition, standing, confidence, url }]) => {
    const name = url === undefined ? title : `[${title}](${url})`;
    return `**${id}** ${name}, ${edition}; ${standing}${confidence === undefined ? "" : `, confidence ${confidence}`}`;
  });
}

/** Groups, outcomes, performance levels and indicators. */
function performanceSections(programme: Programme): string {
  const { groups, outcomes, minimumPerformanceLevels = [], indicators = [], cohortBy } = programme;
  return blocks(
    groups.length > 0 && blocks("## Groups", bullets(groups.map(groupLine))),
    cohortBy !== undefined &&
      blocks(
        "## Cohorts",
        grounded(
          `A person's cohort is the month of ${sayMatches(programme, [cohortBy])}.`,
          programme.cohortBasis ?? {},
        ),
      ),
    outcomes.length > 0 &&
      blocks("## Outcomes", bullets(outcomes.map((each) => outcomeLine(programme, each)))),
    minimumPerformanceLevels.length > 0 &&
      blocks(
        "## Minimum performance levels",
        bullets(minimumPerformanceLevels.map((level) => levelLine(programme, level))),
      ),
    indicators.length > 0 &&
      blocks(
        "## Indicators",
        "They foretell outcomes; a poor one is a warning, never a missed level.",
        bullets(
          indicators.map((indicator) => {
            const where = indicator.scopes.map((scope) => scopeWords(scope, programme)).join("; ");
            return grounded(
              `${anchor(indicator.id)}**${sayIndicator(indicator)}** \`${indicator.id}\`: ${where}`,
              indicator,
            );
          }),
        ),
      ),
  );
}

/** An outcome with its last day, and what else the source says of it. */
export function outcomeText(programme: Programme, outcome: Outcome): string {
  return `${sayOutcome(programme, outcome)}${outcomeTerms(outcome)}`;
}

function outcomeTerms({ claimWithin, threshold }: Outcome): string {
  const claim =
    claimWithin === undefined ? "" : `; a self-employed one is claimed by day ${claimWithin.days}`;
  return `${claim}${isOpen(threshold) ? `; earnings: ${sayOpen(threshold)}` : ""}`;
}

/** `disability 30%; early-access withheld (not published)`. */
function groupShares(byGroup: NonNullable<MinimumPerformanceLevel["byGroup"]>): string {
  const shares = Object.entries(byGroup);
  return shares
    .map(([id, share]) => `${id} ${isOpen(share) ? sayOpen({ open: share.open }) : share}`)
    .join("; ");
}

function groupLine(group: ParticipantGroup): string {
  const { id, title, alsoCalled = [], attendance, outcomeAfter } = group;
  const facts = [
    ...(alsoCalled.length > 0 ? [`also called ${alsoCalled.join(", ")}`] : []),
    ...(attendance === undefined ? [] : [attendance]),
    ...(outcomeAfter === undefined
      ? []
      : [`job outcome after ${numbered(outcomeAfter.weeks, "week")} in work`]),
  ];
  return grounded(
    `${anchor(id)}**${title}** \`${id}\`${facts.length > 0 ? `: ${facts.join("; ")}` : ""}`,
    group,
  );
}

function outcomeLine(programme: Programme, outcome: Outcome): string {
  const name = `${anchor(outcome.id)}**${sayOutcome(programme, outcome)}** \`${outcome.id}\``;
  return `${name}${outcomeTerms(outcome)} ${ground(outcome)}`;
}

function levelLine(programme: Programme, level: MinimumPerformanceLevel): string {
  const { id, title, share, profile, byGroup, countedIn } = level;
  const facts = [
    scopeWords(level.scope, programme),
    `at least ${isOpen(share) ? `a share that is ${sayOpen(share)}` : share}`,
    `profile: ${isOpen(profile) ? sayOpen(profile) : profile.join(", ")}`,
    ...(byGroup === undefined ? [] : [`the aggregate of a share for each group: ${groupShares(byGroup)}`]),
    ...(countedIn === undefined
      ? []
      : [`its people count in ${called(countedIn)} too; the two are never added`]),
  ];
  return grounded(`${anchor(id)}**${called(id)} · ${title}** \`${id}\`: ${facts.join("; ")}`, level);
}
