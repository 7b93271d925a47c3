import type { Command } from "commander";
import { type DueDate, dueDates } from "../../deadlines/index.js";
import { ProgrammeFault, shown } from "../../fault.js";
import { type Journey, type JourneyEvent, type Problem, ProblemList } from "../../journey/index.js";
import { eventTitle, type Programme } from "../../rules/index.js";
import { chosen, collected, oneOf, type RuleCommandOptions, ruleCommand } from "../input/command-options.js";
import { jsonText, type ValueOptions, WITH_VALUES } from "../output/formats.js";
import { nothingAsked } from "../output/remarks.js";
import { hanging, headed, listed, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrList } from "../output/text-table.js";
import { dateWords } from "../output/value-text.js";

interface DatesOptions extends RuleCommandOptions, ValueOptions {
  readonly received: string;
  readonly event: readonly string[];
  readonly nation?: string;
  readonly provision?: string;
}

/** `dates`: every due date of one referral, from dates given on the command line. */
export function datesCommand(terminal: Terminal): Command {
  return ruleCommand("dates", "Every due date of one referral; no file needed", terminal)
    .requiredOption("--received <date>", "the day the referral was received")
    .option(
      "--event <kind=date>",
      "another event, such as started=2021-04-13; may be given again",
      collected,
      [],
    )
    .option(...WITH_VALUES)
    .option("--nation <nation>", "whose bank holidays count")
    .option("--provision <provision>", "esf for ESF provision")
    .addHelpText(
      "after",
      `
Examples:
  programme-rules dates --received 2021-04-01
  programme-rules dates --received 2021-04-01 --event started=2021-04-13 --event left=2021-10-08`,
    )
    .action((options: DatesOptions) => {
      const { programme } = chosen(options);
      const journey = journeyOf(options, programme);
      const last = journey.events
        .map(({ on }) => on)
        .sort()
        .at(-1)!;
      const asAt = {
        asAt: last,
        ...(options.project === true ? { beyondPublished: "project" as const } : {}),
      };
      const data = new ProblemList();
      const dates = dueDates(programme, journey, { ...asAt, onProblem: data.add });
      const found = { dates, problems: data.problems, problemCounts: data.problemCounts };
      if (options.json) terminal.print(jsonText("dates", found, options));
      else terminal.print(datesText(found, programme, options, terminal));
    });
}

function journeyOf(options: DatesOptions, programme: Programme): Journey {
  const [receipt] = programme.conventions.receipts;
  const others = options.event.map((text) => eventOf(text, programme));
  const nations = Object.keys(programme.calendars);
  const attributes = {
    ...given("nation", options.nation, nations),
    ...given("provision", options.provision, ["esf"]),
  };
  return { id: "referral", attributes, events: [{ kind: receipt!, on: options.received }, ...others] };
}

function eventOf(text: string, { id: programme, events }: Programme): JourneyEvent {
  const [kind, on, ...rest] = text.split("=");
  if (kind === undefined || on === undefined || rest.length > 0) {
    throw new ProgrammeFault({
      code: "cli/event",
      given: `--event ${shown(text)}`,
      allowed: "a kind and a date, such as started=2021-04-13",
      todo: "Write them with one equals sign between.",
    });
  }
  const known = events.map(({ id }) => id);
  const given = `--event ${shown(text)}, a kind that ${programme} does not have`;
  return { kind: oneOf(known, kind, { code: "cli/event", given }), on };
}

/** An attribute of the referral, when it was given and is one that is known. */
function given(name: string, value: string | undefined, allowed: readonly string[]): Journey["attributes"] {
  if (value === undefined) return {};
  return { [name]: oneOf(allowed, value, { code: "cli/attribute", given: `--${name} ${shown(value)}` }) };
}

interface DatesFound {
  readonly dates: readonly DueDate[];
  readonly problems: readonly Problem[];
}

function datesText(
  found: DatesFound,
  programme: Programme,
  options: DatesOptions,
  terminal: Terminal,
): string {
  const received = `Referral received ${dateWords(options.received)}, ${programme.title}`;
  const [head] = headed(terminal, received);
  const none = nothingAsked(programme);
  const body = none === undefined ? datesBody(found, programme, terminal) : [wrapped(none, terminal.columns)];
  return `${[head, ...body].join("\n\n")}\n`;
}

/** What is due, what has not started, what lies past the lists, and what is wrong: each where there is any. */
function datesBody({ dates, problems }: DatesFound, programme: Programme, terminal: Terminal): string[] {
  const known = dates.filter(({ unreadable }) => unreadable !== true);
  const running = known.filter(({ dueOn }) => dueOn !== undefined);
  const waiting = known.filter(({ waitsFor }) => waitsFor !== undefined);
  const beyond = known.filter(({ undated }) => undated === "beyond-bank-holidays");
  const untold = dates.filter(({ unreadable, undated }) => unreadable || undated === "nation-unknown");
  const later = waiting.map((each) => {
    const what = each.waitsFor!.map((kind) => eventTitle(kind, programme).toLowerCase()).join(" or ");
    return wrapped(`${each.requirement} waits for: ${what}`, terminal.columns, listed);
  });
  return [
    ...(running.length > 0 ? [dueRows(running, terminal)] : []),
    ...(later.length > 0
      ? [["Clocks not started yet (give their dates with --event):", ...later].join("\n")]
      : []),
    ...(beyond.length > 0 ? [wrapped(`${BEYOND}: ${namesOf(beyond)}`, terminal.columns, hanging)] : []),
    ...(problems.length > 0 ? [problemText(problems, untold, terminal)] : []),
  ];
}

/** What is wrong with the dates given, and which due dates cannot be told for it. */
function problemText(problems: readonly Problem[], dates: readonly DueDate[], { columns }: Terminal): string {
  const said = problems.map(({ message }) =>
    wrapped(message.replace(/^attributes\./, "--"), columns, hanging),
  );
  const names = namesOf(dates);
  return [...said, ...(names === "" ? [] : [wrapped(`Not dated: ${names}`, columns, hanging)])].join("\n");
}

function dueRows(dates: readonly DueDate[], { columns: width }: Terminal): string {
  const running = [...dates].sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1));
  const rows = running.map(({ dueOn, opensOn, requirement, title }) => [
    dateWords(dueOn!),
    opensOn === undefined ? "" : dateWords(opensOn),
    requirement,
    title,
  ]);
  const columns: Column[] = ["Due by", "Not before", "Requirement", { heading: "What it asks", wraps: true }];
  return tableOrList(columns, rows, width, ([due, opens, requirement, title]) => {
    const since = opens === "" ? "" : `, not before ${opens}`;
    return wrapped(`${due}${since}  ${title} (${requirement})`, width, hanging);
  });
}

const BEYOND = "Due after the last published bank holiday, so not dated (--project counts on expected ones)";

function namesOf(dates: readonly DueDate[]): string {
  return [...new Set(dates.map(({ requirement }) => requirement))].join(", ");
}
