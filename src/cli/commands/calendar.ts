import { Command } from "commander";
import { calendarNames, type Holiday, type WorkingCalendar, workingCalendar } from "../../calendar/index.js";
import { dayOfWeek, epochDay, firstOfMonth, isoDate, lastOfMonth, longDate } from "../../date/index.js";
import { shown } from "../../fault.js";
import { counted } from "../../rules/index.js";
import { oneOf, wholeNumber } from "../input/command-options.js";
import { jsonText } from "../output/formats.js";
import { styled, type Terminal, wrapped } from "../output/terminal.js";
import { type Column, tableOrList } from "../output/text-table.js";

interface CalendarOptions {
  readonly nation: string;
  readonly project?: true;
  readonly json?: true;
}

/** `calendar`: working days and bank holidays, no file needed. */
export function calendarCommand(terminal: Terminal): Command {
  const calendar = new Command("calendar").description("Working days and bank holidays").addHelpText(
    "after",
    `
Examples:
  programme-rules calendar add 2021-04-01 2
  programme-rules calendar count 2021-04-01 2021-04-30
  programme-rules calendar holidays 2022 --nation scotland
  programme-rules calendar month 2021-08`,
  );
  const commands = [
    addCommand(terminal, 1),
    addCommand(terminal, -1),
    countCommand(terminal),
    holidaysCommand(terminal),
    monthCommand(terminal),
  ];
  for (const command of commands) {
    command
      .option("--nation <nation>", calendarNames.join(", "), "england-and-wales")
      .option("--project", "use generated bank holidays beyond the published ones")
      .option("--json", "print JSON instead of text");
    calendar.addCommand(command);
  }
  return calendar;
}

function addCommand(terminal: Terminal, sign: 1 | -1): Command {
  const [name, side] = sign === 1 ? ["add", "after"] : ["subtract", "before"];
  return new Command(name)
    .description(`The nth working day ${side} a date, and the days that do not count`)
    .argument("<date>", "an ISO date; it is not counted itself")
    .argument("<number>", "how many working days", wholeNumber)
    .action((date: string, number: number, options: CalendarOptions) => {
      const found = chosen(options).reckonWorkingDays(date, sign * number);
      if (options.json) return terminal.print(jsonText(`calendar ${name}`, found));
      const skipped = found.notCounted.map(
        ({ on, holiday }) => `${longDate(epochDay(on))}${holiday === undefined ? "" : ` (${holiday.title})`}`,
      );
      const not = skipped.length === 0 ? "No day is passed over." : `Not counted: ${skipped.join(", ")}.`;
      const far = found.projected ? " Bank holidays so far ahead are not published yet: projected." : "";
      const answer = styled(terminal, "bold", longDate(epochDay(found.on)));
      terminal.print(`${answer} is ${counted(number, "working day")} ${side} ${longDate(epochDay(date))}.\n`);
      terminal.print(`${wrapped(`${not}${far}`, terminal.columns)}\n`);
    });
}

function countCommand(terminal: Terminal): Command {
  return new Command("count")
    .description("Working days after one date, up to and including another")
    .argument("<from>", "an ISO date; it is not counted itself")
    .argument("<until>", "an ISO date; it is counted when it is worked")
    .action((from: string, until: string, options: CalendarOptions) => {
      const workingDays = chosen(options).countWorkingDays(from, until);
      if (options.json) return terminal.print(jsonText("calendar count", { from, until, workingDays }));
      const inWords = (days: number) => `${days} working ${Math.abs(days) === 1 ? "day" : "days"}`;
      const [one, other] = [from, until].map((date) => longDate(epochDay(date)));
      const count = styled(terminal, "bold", inWords(workingDays));
      terminal.print(
        workingDays < 0
          ? `${count}: ${inWords(-workingDays)} after ${other}, up to and including ${one}.\n`
          : `${count} after ${one}, up to and including ${other}.\n`,
      );
    });
}

function holidaysCommand(terminal: Terminal): Command {
  return new Command("holidays")
    .description("The bank holidays of a year")
    .argument("<year>", "such as 2022", wholeNumber)
    .action((year: number, options: CalendarOptions) => {
      const holidays = chosen(options).holidays(year);
      if (options.json) return terminal.print(jsonText("calendar holidays", { year, holidays }));
      const rows = holidays.map((each) => [longDate(epochDay(each.on)), each.title, notes(each)]);
      const columns: Column[] = ["Day", "Holiday", { heading: "Note", shrinks: true, optional: true }];
      terminal.print(`${tableOrList(columns, rows, terminal.columns)}\n`);
    });
}

function monthCommand(terminal: Terminal): Command {
  return new Command("month")
    .description("A month as a grid: days that are not worked in brackets, holidays below")
    .argument("<month>", "such as 2021-08")
    .action((month: string, options: CalendarOptions) => {
      const calendar = chosen(options);
      const first = firstOfMonth(month);
      const last = lastOfMonth(month);
      const span = { from: isoDate(first), until: isoDate(last) };
      const working = calendar.workingDaysIn(span);
      const holidays = calendar.holidays(span);
      if (options.json)
        return terminal.print(jsonText("calendar month", { month, workingDays: working, holidays }));
      const named = holidays.map(({ on, title }) => `${longDate(epochDay(on))}: ${title}`);
      const total = `${counted(working.length, "working day")}, the last ${longDate(epochDay(working.at(-1)!))}`;
      const legend = `${month}, ${calendar.name}: date·working day of the month; brackets: not worked`;
      const lines = [
        wrapped(legend, terminal.columns),
        ...grid(calendar, first, last, terminal),
        "",
        ...named,
      ];
      terminal.print(`${[...lines, `${total}.`].join("\n")}\n`);
    });
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Weeks from Monday, with the number of each working day of the month beside it. */
function grid(calendar: WorkingCalendar, first: number, last: number, terminal: Terminal): string[] {
  const weeks: string[] = [WEEKDAYS.map((name) => name.padStart(7)).join("")];
  let week = " ".repeat(7 * (dayOfWeek(first) - 1));
  let count = 0;
  for (let day = first; day <= last; day++) {
    const date = Number(isoDate(day).slice(8));
    const isWorked = calendar.isWorkingDay(isoDate(day));
    if (isWorked) count++;
    const text = (isWorked ? `${date}·${count}` : `(${date})`).padStart(7);
    week += isWorked ? text : styled(terminal, "dim", text);
    if (dayOfWeek(day) < 7 && day < last) continue;
    weeks.push(week);
    week = "";
  }
  return weeks;
}

function chosen({ nation, project }: CalendarOptions): WorkingCalendar {
  const name = oneOf(calendarNames, nation, { code: "cli/nation", given: `--nation ${shown(nation)}` });
  return workingCalendar(name, project === true ? { beyondPublished: "project" } : {});
}

function notes({ kind, knownOn, projected }: Holiday): string {
  const parts = [
    kind === "ordinary" ? "" : kind,
    knownOn === undefined ? "" : `known from ${longDate(epochDay(knownOn))}`,
    projected ? "projected" : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
