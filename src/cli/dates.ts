import type { Command } from "commander";
import { type DueDate, dueDates } from "../deadlines/index.js";
import { eventTitle } from "../explanation/index.js";
import { ProgrammeFault, shown } from "../fault.js";
import type { Journey, JourneyEvent } from "../journey/index.js";
import type { Programme } from "../rules/index.js";
import { chosen, type RuleOptions, ruleCommand } from "./options.js";
import { table } from "./table.js";
import { listed, styled, type Terminal, wrapped } from "./terminal.js";
import { dateWords } from "./words.js";

interface DatesOptions extends RuleOptions {
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
      (each, before: string[]) => [...before, each],
      [],
    )
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
      const asAt = journey.events
        .map(({ on }) => on)
        .sort()
        .at(-1)!;
      const beyond = options.project === true ? { beyondPublished: "project" as const } : {};
      const dates = dueDates(programme, journey, { asAt, ...beyond });
      if (options.json) terminal.print(`${JSON.stringify({ command: "dates", dates }, null, 2)}\n`);
      else terminal.print(datesText(dates, programme, options, terminal));
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
  if (events.some(({ id }) => id === kind)) return { kind, on };
  throw new ProgrammeFault({
    code: "cli/event",
    given: `--event ${shown(text)}, a kind that ${programme} does not have`,
    allowed: events.map(({ id }) => id).join(", "),
    todo: "Choose one of these.",
  });
}

/** An attribute of the referral, when it was given and is one that is known. */
function given(name: string, value: string | undefined, allowed: readonly string[]): Journey["attributes"] {
  if (value === undefined) return {};
  if (allowed.includes(value)) return { [name]: value };
  throw new ProgrammeFault({
    code: "cli/attribute",
    given: `--${name} ${shown(value)}`,
    allowed: allowed.join(", "),
    todo: "Choose one of these.",
  });
}

function datesText(
  dates: readonly DueDate[],
  programme: Programme,
  options: DatesOptions,
  terminal: Terminal,
): string {
  const waiting = dates.filter(({ waitsFor }) => waitsFor !== undefined);
  const beyond = dates.filter(
    ({ anchor, dueOn, ended }) => anchor !== undefined && dueOn === undefined && ended === undefined,
  );
  const head = styled(
    terminal,
    "bold",
    `Referral received ${dateWords(options.received)}, ${programme.title}`,
  );
  const later = waiting.map((each) => {
    const what = each.waitsFor!.map((kind) => eventTitle(kind, programme).toLowerCase()).join(" or ");
    return wrapped(`${each.requirement} waits for: ${what}`, terminal.columns, listed);
  });
  const parts = [wrapped(head, terminal.columns), dueRows(dates, terminal)];
  if (later.length > 0)
    parts.push(["Clocks not started yet (give their dates with --event):", ...later].join("\n"));
  if (beyond.length > 0) parts.push(beyondText(beyond, terminal));
  return `${parts.join("\n\n")}\n`;
}

function dueRows(dates: readonly DueDate[], { columns: width }: Terminal): string {
  const running = dates
    .filter(({ dueOn }) => dueOn !== undefined)
    .sort((one, other) => (one.dueOn! < other.dueOn! ? -1 : 1));
  const rows = running.map(({ dueOn, opensOn, requirement, title }) => [
    dateWords(dueOn!),
    opensOn === undefined ? "" : dateWords(opensOn),
    requirement,
    title,
  ]);
  const columns = [
    { heading: "Due by" },
    { heading: "Not before" },
    { heading: "Requirement" },
    { heading: "What it asks", wraps: true as const },
  ];
  const narrow = ([due, opens, requirement, title]: string[]) => {
    const since = opens === "" ? "" : `, not before ${opens}`;
    return wrapped(`${due}${since}  ${title} (${requirement})`, width, { rest: "  " });
  };
  return table(columns, rows, width) ?? rows.map(narrow).join("\n");
}

function beyondText(dates: readonly DueDate[], { columns }: Terminal): string {
  const names = [...new Set(dates.map(({ requirement }) => requirement))].join(", ");
  const why = "Due after the last published bank holiday, so not dated (--project counts on expected ones)";
  return wrapped(`${why}: ${names}`, columns, { rest: "  " });
}
