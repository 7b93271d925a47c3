import { epochDay, type IsoDate, longDate } from "../date/index.js";
import { type Citation, capitalised, counted, formatCitation, joined } from "../rules/index.js";
import { type FigureFacts, figureClause, recoveryClause } from "./figure-sentence.js";

/** A level as sentences name it. */
export interface NamedLevel {
  readonly id: string;
  readonly title: string;
  readonly proposedBy?: string;
}

/** A remedial action as sentences name it. */
export interface NamedAction {
  readonly number?: string;
  readonly dueOn: IsoDate;
}

/**
 * A ground, as sentences need it.
 *
 * - `about`: the title of what it is about, and where. `runs`: of each basis the newest figure and how
 *   many review months it has been short. `policy`: by whose numbers, and which.
 * - `actions`: those past their due date; `isMeantFor` false when nothing says what they were for.
 * - `threatens`, `notice`: of a warning.
 */
export interface GroundFacts {
  readonly code: string;
  readonly levels: readonly NamedLevel[];
  readonly about: string;
  readonly runs: readonly { readonly newest: FigureFacts; readonly months: number }[];
  readonly policy?: { readonly id: string; readonly index?: string; readonly probability?: string };
  readonly actions: readonly NamedAction[];
  readonly isMeantFor: boolean;
  readonly threatens: readonly string[];
  readonly citation?: Citation;
}

/** A ground in one sentence, with its counting and its source. It never says that a level applies. */
export function groundSentence(facts: GroundFacts): string {
  const { citation, code } = facts;
  const source = citation === undefined ? "" : ` ${formatCitation(citation)}`;
  return `${capitalised((SENTENCES[code] ?? shortfall)(facts))}.${source}`;
}

const SENTENCES: Readonly<Record<string, (facts: GroundFacts) => string>> = {
  baseline: ({ levels }) =>
    `performance is reviewed regularly whatever the figures: grounds for ${levelWords(levels)}`,
  "required-standard-failed": (facts) =>
    `${facts.about}: ${runWords(facts)}; ${levelWords(facts.levels)} is open to the Department, and nothing here recommends it`,
  "remedy-ineffective": remedy,
  "indicator-warning": (facts) => `${facts.about}: ${runWords(facts)}; ${warning(facts)}`,
};

function shortfall(facts: GroundFacts): string {
  return `${facts.about}: ${runWords(facts)}; grounds for ${levelWords(facts.levels)}`;
}

function remedy(facts: GroundFacts): string {
  const { about, actions, isMeantFor, levels } = facts;
  const [proposer] = levels.flatMap(({ proposedBy }) => proposedBy ?? []);
  const dues = joined(
    actions.map(({ number, dueOn }) => `${number ?? "without a number"} (due ${longDate(epochDay(dueOn))})`),
  );
  const past = `remedial ${actions.length === 1 ? "action" : "actions"} ${dues} fell due and the shortfall stands`;
  const doubt = isMeantFor ? "" : "; whether that was meant to remedy this is for a person to say";
  const who = proposer === undefined ? "" : `, which the ${proposer} may propose`;
  return `${about}: ${past}: ${runWords(facts)}${doubt}; grounds for ${levelWords(levels)}${who}`;
}

function warning({ threatens }: GroundFacts): string {
  const what = threatens.length === 0 ? "a level" : joined(threatens, "or");
  return `that may foretell that ${what} is missed, and is itself no missed level`;
}

function levelWords(levels: readonly NamedLevel[]): string {
  return joined(levels.map(({ id, title }) => `${title} (${id})`));
}

function runWords({ runs, policy }: GroundFacts): string {
  const clauses = runs.map(({ newest, months }) => {
    const clause = figureClause(newest, policy?.probability);
    return months < 2 ? clause : `${clause}, for ${counted(months, "review month")} running`;
  });
  return `${clauses.join("; ")}${policy === undefined ? "" : `, which policy "${policy.id}" counts as short`}`;
}

/** What would take a ground away, in one sentence. */
export function removalSentence(facts: GroundFacts): string {
  if (facts.runs.length === 0) return "Nothing removes it: performance is reviewed under every contract.";
  const { policy = { id: "" } } = facts;
  const needed = [...new Set(facts.runs.map(({ newest }) => recoveryClause(newest, policy)))];
  return `It goes with ${joined(needed)}.`;
}
