import { assess, type DueDate, dueDates, explain, type Journey, type Programme } from "programme-rules";
import { formatCitation } from "programme-rules/rulebook";
import { type Choice, chosenProgramme, lookedAtOn } from "./choice.js";
import { type CountedDay, countedDays } from "./days.js";

/** A deadline as the page shows it: the day, how it stands, why, and where that is written. */
export interface Deadline {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly verdict: string;
  readonly sentence: string;
  readonly source: string;
  readonly days: readonly CountedDay[];
}

/** A deadline whose clock has not started, and the kinds of event that would start it. */
export interface Waiting {
  readonly title: string;
  readonly source: string;
  readonly events: readonly { readonly kind: string; readonly title: string }[];
}

export interface Answer {
  readonly asAt: string;
  readonly deadlines: readonly Deadline[];
  readonly waiting: readonly Waiting[];
  /** The documents cited, by the number they are cited by. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Every deadline of the referral, the earliest first. */
export function answer(choice: Choice): Answer {
  const programme = chosenProgramme(choice);
  const journey: Journey = {
    id: "this referral",
    attributes: { nation: choice.nation },
    events: [{ kind: "referral-received", on: choice.receivedOn }, ...choice.events],
  };
  const asAt = lookedAtOn(choice);
  const due = dueDates(programme, journey, { asAt });
  const running = deadlines(programme, choice, journey, due, asAt);
  const still = due.filter(({ waitsFor }) => waitsFor).map((one) => waiting(programme, one));
  const cited = new Set([...running, ...still].map(({ source }) => source.split(" ")[0]));
  const sources = Object.entries(programme.sources)
    .filter(([id]) => cited.has(id))
    .map(([id, { title, edition }]) => [id, `${title}; ${edition}`]);
  return { asAt, deadlines: running, waiting: still, sources: Object.fromEntries(sources) };
}

function deadlines(
  programme: Programme,
  choice: Choice,
  journey: Journey,
  due: readonly DueDate[],
  asAt: string,
): Deadline[] {
  const findings = assess(programme, journey, { asAt });
  return due
    .flatMap((one) => {
      const { requirement, title, dueOn } = one;
      const finding = findings.find((each) => each.requirement === requirement && each.case === one.case);
      if (dueOn === undefined || finding === undefined) return [];
      const said = explain(programme, journey, finding, { asAt }).sentence;
      const [, sentence = said, source = ""] = /^(.*) \[([^\]]*)\]$/.exec(said) ?? [];
      const days = countedDays(programme, choice.nation, one);
      return [
        { id: `${requirement}-${one.case}`, title, dueOn, verdict: finding.verdict, sentence, source, days },
      ];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function waiting(programme: Programme, { requirement, title, waitsFor = [] }: DueDate): Waiting {
  const events = waitsFor.map((kind) => ({
    kind,
    title: programme.events.find(({ id }) => id === kind)?.title ?? kind,
  }));
  const standard = programme.standards.find(({ requirements }) =>
    requirements.some(({ id }) => id === requirement),
  );
  const rule = standard?.requirements.find(({ id }) => id === requirement);
  const citation = rule?.citation ?? standard?.citation;
  return { title, events, source: citation ? formatCitation(citation).slice(1, -1) : "assumed" };
}
