import { blocks, bullets, scopeWords } from "../explanation/index.js";
import {
  type Group,
  isOpen,
  type MinimumPerformanceLevel,
  type Outcome,
  type Programme,
  sayOpen,
} from "../rules/index.js";
import { ground, grounded } from "./grounds.js";
import { anchor, called } from "./markdown.js";

/** Groups, outcomes, performance levels and indicators. */
export function performanceSections(programme: Programme): string {
  const { groups, outcomes, minimumPerformanceLevels = [], indicators = [] } = programme;
  return blocks(
    groups.length > 0 && blocks("## Groups", bullets(groups.map(groupLine))),
    outcomes.length > 0 && blocks("## Outcomes", bullets(outcomes.map(outcomeLine))),
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
              `${anchor(indicator.id)}**${indicator.title}** \`${indicator.id}\`: ${where}`,
              indicator,
            );
          }),
        ),
      ),
  );
}

/** What makes an outcome: the last day, and the last day to claim. */
export function outcomeText({ within, claimWithin, threshold }: Outcome): string {
  const claim = claimWithin === undefined ? "" : `, a self-employed one claimed by day ${claimWithin.days}`;
  const worth =
    threshold === undefined
      ? ""
      : `; earnings: ${isOpen(threshold) ? sayOpen(threshold) : pounds(threshold.pence)}`;
  return `at or before day ${within.days}${claim}${worth}`;
}

function groupLine(group: Group): string {
  const { id, title, alsoCalled = [], attendance, outcomeAfter } = group;
  const facts = [
    ...(alsoCalled.length > 0 ? [`also called ${alsoCalled.join(", ")}`] : []),
    ...(attendance === undefined ? [] : [attendance]),
    ...(outcomeAfter === undefined ? [] : [`job outcome after ${outcomeAfter.weeks} weeks in work`]),
  ];
  return grounded(
    `${anchor(id)}**${title}** \`${id}\`${facts.length > 0 ? `: ${facts.join("; ")}` : ""}`,
    group,
  );
}

function outcomeLine(outcome: Outcome): string {
  return `${anchor(outcome.id)}**${outcome.title}** \`${outcome.id}\`: ${outcomeText(outcome)} ${ground(outcome)}`;
}

function levelLine(programme: Programme, level: MinimumPerformanceLevel): string {
  const { id, title, share, profile, byGroup, countedIn } = level;
  const facts = [
    scopeWords(level.scope, programme),
    `at least ${isOpen(share) ? `a share that is ${sayOpen(share)}` : share}`,
    `profile: ${isOpen(profile) ? sayOpen(profile) : profile.join(", ")}`,
    ...(byGroup === undefined ? [] : ["the aggregate of a share for each group"]),
    ...(countedIn === undefined
      ? []
      : [`its people count in ${called(countedIn)} too; the two are never added`]),
  ];
  return grounded(`${anchor(id)}**${called(id)} · ${title}** \`${id}\`: ${facts.join("; ")}`, level);
}

function pounds(pence: number): string {
  return `£${(pence / 100).toLocaleString("en-GB")}`;
}
