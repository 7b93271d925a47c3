import { blocks, table } from "../explanation/index.js";
import {
  capitalised,
  describeRequirement,
  isOpen,
  type Programme,
  type Requirement,
  refuseNotProgrammes,
  STAGE_WORDS,
  STAGES,
  type Stage,
  sayOpen,
  sayRequirement,
} from "../rules/index.js";
import { called, page } from "./page.js";
import { outcomeText } from "./programme-page.js";

interface Placed {
  readonly programme: Programme;
  readonly stage: Stage;
  readonly part: Requirement;
}

/**
 * Programmes side by side: each stage a table, each testable part a row. Parts that share the word
 * of their id (`css-3/appointment`, `css-5/appointment`) share a row.
 *
 * @example
 * ```ts
 * import { whpCoreCv04, whpJetsCv06 } from "programme-rules";
 * import { comparisonPage } from "programme-rules/rulebook";
 *
 * comparisonPage([whpCoreCv04, whpJetsCv06]).includes("| appointment |"); // => true
 * ```
 */
export function comparisonPage(programmes: readonly Programme[]): string {
  refuseNotProgrammes(programmes);
  const placed = programmes.flatMap((programme) =>
    programme.standards.flatMap(({ stage, requirements }) =>
      requirements.map((part): Placed => ({ programme, stage, part })),
    ),
  );
  const head = ["Part", ...programmes.map(({ id, edition }) => `${id} ${edition}`)];
  return page(
    "Side by side",
    "The same words in different contracts do not always ask the same. An empty cell: no such standard.",
    ...STAGES.map((stage) =>
      stageTable(
        capitalised(STAGE_WORDS[stage]),
        head,
        placed.filter((each) => each.stage === stage),
        programmes,
      ),
    ),
    blocks("## Outcomes and levels", table(head, outcomeRows(programmes))),
  );
}

function stageTable(
  title: string,
  head: readonly string[],
  placed: readonly Placed[],
  programmes: readonly Programme[],
) {
  if (placed.length === 0) return undefined;
  const words = [...new Set(placed.map(({ part }) => wordOf(part)))];
  const rows = words.map((word) => [word, ...programmes.map((programme) => cellOf(programme, word, placed))]);
  return blocks(`## ${title}`, table(head, rows));
}

function cellOf(programme: Programme, word: string, placed: readonly Placed[]): string {
  const found = placed.filter((each) => each.programme === programme && wordOf(each.part) === word);
  return found
    .map(({ part }) => `${called(part.id)}: ${sayRequirement(programme, part)}. ${target(programme, part)}`)
    .join(" ");
}

function target(programme: Programme, part: Requirement): string {
  const line = describeRequirement(programme, part).find(({ field }) => field === "target");
  return line === undefined ? "" : `Target: ${line.says}.`;
}

function wordOf({ id }: Requirement): string {
  return id.slice(id.indexOf("/") + 1);
}

function outcomeRows(programmes: readonly Programme[]): string[][] {
  const cells = (say: (programme: Programme) => string[]) =>
    programmes.map((programme) => say(programme).join("; "));
  return [
    ["Outcome", ...cells((programme) => programme.outcomes.map((each) => outcomeText(programme, each)))],
    [
      "Minimum performance level",
      ...cells(({ minimumPerformanceLevels = [] }) =>
        minimumPerformanceLevels.map(
          ({ id, share }) => `${called(id)} ${isOpen(share) ? sayOpen({ open: share.open }) : share}`,
        ),
      ),
    ],
    ["Groups", ...cells(({ groups }) => groups.map(({ title }) => title))],
    [
      "Cohort by",
      ...cells(({ cohortBy }) => (typeof cohortBy === "string" ? [`month of \`${cohortBy}\``] : [])),
    ],
    ["Levels of the regime", ...cells(({ regime }) => (regime?.levels ?? []).map(({ title }) => title))],
  ];
}
