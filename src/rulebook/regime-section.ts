import { blocks, bullets, table } from "../explanation/index.js";
import {
  capitalised,
  isOpen,
  type Ladder,
  type PipelineFile,
  type PlanForm,
  type Programme,
  type Regime,
  type RegimeAssurance,
  type RegimeDuty,
  type RegimeLevel,
  type RegimeMeeting,
  sayAssuranceGround,
  sayLength,
  sayOpen,
  sayWindow,
  scopeWords,
  waivedBy,
} from "../rules/index.js";
import { anchor, grounded } from "./page.js";
import { requirementSection } from "./standard-section.js";

/** Returns, the regime, plans, ladders and the pipeline file. */
export function regimeSections(programme: Programme): string {
  const { returns = [], regime, plans = [], ladders = [], pipeline } = programme;
  return blocks(
    returns.length > 0 &&
      blocks("## Returns and reviews", ...returns.map((part) => requirementSection(programme, part))),
    regime !== undefined && regimeSection(programme, regime),
    ...plans.map(planSection),
    ...ladders.map(ladderSection),
    pipeline !== undefined && pipelineSection(pipeline),
  );
}

/** What a plan holds. */
export function planSection(plan: PlanForm): string {
  const { id, title, parts, length } = plan;
  const runs = length === undefined ? "" : `; how long it runs: ${sayLength(length)}`;
  const rows = parts.map((part) => {
    const { of, says, check, when } = part;
    return [
      of,
      grounded(when === undefined ? says : `${says} (${when})`, part),
      check === "human" ? "a person looks" : "it is there",
    ];
  });
  return blocks(
    `${anchor(id)}\n## ${title}`,
    grounded(`What it holds${runs}.`, plan),
    table(["Where", "What", "Checked"], rows),
  );
}

/** Steps that may be taken, mildest first. */
export function ladderSection(ladder: Ladder): string {
  return blocks(
    `${anchor(ladder.id)}\n## ${ladder.title}`,
    grounded("Each step is a recorded decision.", ladder),
    bullets(ladder.steps.map(({ says }) => capitalised(says))),
  );
}

function pipelineSection(pipeline: PipelineFile): string {
  const { newestCohort, markedPrivate } = pipeline;
  const newest = newestCohort.rule === "exempt" ? "left out of that" : "checked too";
  return blocks(
    "## Pipeline file",
    bullets([
      grounded("The total of every group and cohort is last month's.", pipeline),
      grounded(`A cohort that was not there last month is ${newest}.`, newestCohort),
      `Its message ${markedPrivate ? "may" : "must not"} be marked private.`,
    ]),
  );
}

function regimeSection(programme: Programme, regime: Regime): string {
  const { conduct, levels, duties, windows, notices, meetings, assurance } = regime;
  const scopes = regime.scopes.map((scope) => scopeWords(scope, programme)).join(" and the ");
  return blocks(
    `${anchor(regime.id)}\n## ${regime.title}`,
    grounded(
      `A level is the Department's decision; nothing here computes one. It is decided for the ${scopes}.`,
      regime,
    ),
    bullets(conduct.map((each) => grounded(capitalised(each.says), each))),
    table(["Level", "Led by", "What it entails"], levels.map(levelRow)),
    duties.length > 0 &&
      blocks(
        "### What follows from a level",
        bullets(duties.map((duty) => dutyLine(duty, levels, programme.states))),
      ),
    windows.length > 0 &&
      blocks("### Windows", bullets(windows.map((each) => grounded(sayWindow(each), each)))),
    notices.length > 0 &&
      blocks(
        "### Notices",
        bullets(notices.map((each) => grounded(`${each.title}: asks for ${each.asksFor}`, each))),
      ),
    ...meetings.map(meetingSection),
    assurance !== undefined && assuranceSection(assurance),
  );
}

function dutyLine(duty: RegimeDuty, levels: Regime["levels"], states: Programme["states"]): string {
  const titles = (ids: readonly string[]) =>
    ids.map((id) => levels.find((level) => level.id === id)?.title ?? id).join(", ");
  const { by, at, title, waiver } = duty;
  const who = `${capitalised(by)}${at === undefined ? "" : ` (${titles(at)})`}`;
  const waived =
    waiver === undefined
      ? ""
      : `; may be waived at ${titles(waiver.at)} with the agreement of the ${waivedBy(states, duty)[0] ?? "Department"}`;
  return grounded(`${who}: ${title}${waived}`, duty);
}

function meetingSection(meeting: RegimeMeeting): string {
  const agenda = meeting.agenda.map((each) => grounded(capitalised(each.says), each));
  return blocks(`### ${meeting.title}`, grounded("What it may cover:", meeting), bullets(agenda));
}

function assuranceSection(assurance: RegimeAssurance): string {
  const { scale, published, areas, grounds } = assurance;
  return blocks(
    "### Assurance",
    grounded(
      `Ratings from worst to best: ${scale.join(", ")}. Published: ${published.join(" and ")}.`,
      assurance,
    ),
    bullets(areas.map(({ title }) => title)),
    "Remedial action may follow when",
    bullets(grounds.map((each) => grounded(sayAssuranceGround(each), each))),
  );
}

function levelRow(level: RegimeLevel): string[] {
  const { title, ledBy, actedOnBy = [], proposedBy, entails, membership } = level;
  const led = [
    ...(ledBy.length === 0 ? ["not said"] : [ledBy.join(" or ")]),
    ...(actedOnBy.length === 0 ? [] : [`action by ${actedOnBy.join(" and ")}`]),
    ...(proposedBy === undefined ? [] : [`proposed by ${proposedBy}`]),
  ];
  const ranked =
    membership === undefined
      ? []
      : [
          `for contracts in the ${membership.position.replace("-", " ")}; ranked by: ${isOpen(membership.metric) ? sayOpen(membership.metric) : membership.metric}`,
        ];
  return [grounded(title, level), led.join("; "), [...entails, ...ranked].join("; ") || "not said"];
}
