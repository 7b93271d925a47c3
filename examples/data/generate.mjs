// Writes the example caseloads beside this file, after a build: node examples/data/generate.mjs. Everything in them is
// invented (see invent.mjs); what is wrong in them is wrong on purpose, and is marked below.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import writeWorkbook from "write-excel-file/node";
import { caseload } from "./invent.mjs";

const here = (name) => new URL(name, import.meta.url);

const COLUMNS = `id,programme,group,provider,site,area,adviser,nation,provision,self_employed,received_on,
acknowledged_on,first_attempt_on,first_contact_on,appointment_on,prap_status,prap_updated_on,started_on,standards_on,
plan_on,eligibility_meeting_on,job_started_on,job_ended_on,job_end_known_on,returned_on,esf_start_on,
leaving_expected_on,left_on,exit_report_on,esf_end_on,outcome_on,claimed_on`.split(/,\s*/);
const EVENT_COLUMNS = "id,kind,on,known_on,workingDays,pence,milestone,requirement,part,holds,by".split(",");

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lineOf = (columns, row) => columns.map((column) => quoted(String(row[column] ?? ""))).join(",");
const csv = (columns, lines) => `${[columns.map(quoted).join(","), ...lines].join("\n")}\n`;

/** What is wrong on purpose in the referrals: which row, in which way, and the cells that make it so. */
const WRONG_CELLS = [
  [23, "a UK date among ISO dates", { appointment_on: "14/05/2021" }],
  [41, "dots in a date", { esf_start_on: "21.04.2021" }],
  [57, "a day that does not exist", { plan_on: "2021-04-31" }],
  [88, "a time beside the date", { standards_on: "2021-04-09T10:30" }],
  [119, "another nation", { nation: "scotland" }],
  [150, "a customer group, and JETS has none", { group: "disability" }],
  [181, "an unknown provision", { provision: "ESF2" }],
  [212, "neither yes nor no", { self_employed: "maybe" }],
  [243, "an unknown status of PRaP", { prap_status: "attended" }],
  [274, "a status without its date", { prap_status: "did-not-start", prap_updated_on: "" }],
  [305, "a date without its status", { prap_status: "" }],
  [336, "the day a job end became known, without the job end", { job_end_known_on: "2021-06-10" }],
];
/** Likewise in the events: after whose events, in which way, and the row put in there. */
const WRONG_EVENTS = [
  ["J0040", "an unknown kind", { kind: "phoned", on: "2021-04-20" }],
  ["J0100", "an id that no referral has", { id: "J9999", kind: "contacted", on: "2021-05-04" }],
  ["J0140", "no date", { kind: "contacted" }],
  ["J0170", "a date that is none", { kind: "contacted", on: "tomorrow" }],
  ["J0200", "pounds for pence", { kind: "earnings", on: "2021-06-11", pence: "640.50" }],
  ["J0230", "days in words", { kind: "contact-frequency-agreed", on: "2021-05-10", workingDays: "weekly" }],
  ["J0260", "no id", { id: "", kind: "contacted", on: "2021-06-01" }],
  ["J0290", "a field of another kind", { kind: "contacted", on: "2021-06-18", pence: "5000" }],
];

/** The lines of both files with what is wrong put in. */
function withWrongRows({ rows, events }) {
  for (const [number, , cells] of WRONG_CELLS) Object.assign(rows[number - 1], cells);
  const lines = rows.map((row) => lineOf(COLUMNS, row));
  lines.splice(397, 0, lines[41]); // an id used before
  lines.splice(428, 0, lines[427].replace(/^J\d+/, "")); // no id
  lines.splice(459, 0, lineOf(COLUMNS, { ...rows[0], id: "C0001", programme: "whp-core" })); // another programme
  for (const [id, , event] of WRONG_EVENTS) {
    events.splice(events.findLastIndex((other) => other.id !== "" && other.id <= id) + 1, 0, {
      id,
      ...event,
    });
  }
  const eventLines = events.map((event) => lineOf(EVENT_COLUMNS, event));
  const cut = eventLines.findIndex((line, at) => at > 1760 && line.includes(",contacted,"));
  eventLines[cut] = eventLines[cut].split(",").slice(0, 3).join(","); // too few cells
  return { lines, eventLines };
}

/** The same referrals as a client system would export them: its own headings, words and UK dates. */
function crmExport(rows) {
  const { columns, ignore, values } = JSON.parse(readFileSync(here("crm-mapping.json"), "utf8"));
  const worded = (column, text) =>
    Object.entries(values[column] ?? {}).find(([, word]) => word === text)?.[0] ?? text;
  const ukDate = (text) => text.replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3/$2/$1");
  const lines = rows.map((row) => {
    const own = Object.entries(columns).map(([column, name]) => [
      name,
      ukDate(worded(column, row[column] ?? "")),
    ]);
    return {
      ...Object.fromEntries(own),
      "Case status": row.left_on ? "Closed" : "Open",
      "Last edited by": row.adviser,
      "Preferred language": "English",
    };
  });
  const names = [...Object.values(columns), ...ignore];
  return csv(
    names,
    lines.map((line) => lineOf(names, line)),
  );
}

/** What the case list calls its columns. */
const CASE_LIST = {
  id: "Case ref",
  provider: "Provider",
  site: "Office",
  adviser: "Key worker",
  nation: "Country",
  self_employed: "Self-employed?",
  received_on: "Date received",
  acknowledged_on: "Date acknowledged",
  first_attempt_on: "First contact attempt",
  first_contact_on: "First contact",
  appointment_on: "Initial appointment",
  prap_status: "PRaP outcome",
  prap_updated_on: "PRaP updated",
  started_on: "Start date",
  standards_on: "Standards explained",
  plan_on: "Action plan agreed",
  job_started_on: "Job start",
  job_ended_on: "Job end",
  left_on: "Date left",
  exit_report_on: "Exit report sent",
};
const CASE_WORDS = {
  started: "Attended",
  "did-not-attend": "DNA",
  "did-not-start": "DNS",
  yes: "Y",
  no: "N",
};

/** The same referrals as somebody keeps them in a workbook: a title above the names, real dates, a total below. */
export function caseListRows() {
  const { rows } = crmCaseload();
  const cellOf = (text = "") =>
    /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : (CASE_WORDS[text] ?? text);
  return [
    ["Referrals to JETS received from 29 March to 9 April 2021"],
    [],
    [...Object.values(CASE_LIST), "Notes"],
    ...rows.map((row) => [...Object.keys(CASE_LIST).map((column) => cellOf(row[column])), ""]),
    ["Total", rows.length],
  ];
}

async function caseList() {
  const bold = { fontWeight: "bold" };
  const data = caseListRows().map((row, at) =>
    row.map((value) => {
      if (value === "") return null;
      return value instanceof Date ? { value, format: "dd/mm/yyyy" } : { value, ...(at < 3 ? bold : {}) };
    }),
  );
  const columns = data[2].map(() => ({ width: 15 }));
  return await writeWorkbook([{ sheet: "Cases", data, columns, stickyRowsCount: 3 }], undefined, {
    fontFamily: "Arial",
    fontSize: 10,
  }).toBuffer();
}

function crmCaseload() {
  return caseload(29, { prefix: "CR-", days: ["2021-03-29", "2021-04-09"], perDay: [2, 3], clean: true });
}

/** Every text file this makes, by name. */
export function files() {
  const jets = withWrongRows(
    caseload(46, { prefix: "J", days: ["2021-03-01", "2021-06-25"], perDay: [6, 9], clean: false }),
  );
  const clean = caseload(2, { prefix: "K", days: ["2021-03-24", "2021-04-16"], perDay: [2, 3], clean: true });
  return {
    "jets-caseload.csv": csv(COLUMNS, jets.lines),
    "jets-events.csv": csv(EVENT_COLUMNS, jets.eventLines),
    "jets-clean.csv": csv(
      COLUMNS,
      clean.rows.map((row) => lineOf(COLUMNS, row)),
    ),
    "jets-clean-events.csv": csv(
      EVENT_COLUMNS,
      clean.events.map((event) => lineOf(EVENT_COLUMNS, event)),
    ),
    "crm-export.csv": crmExport(crmCaseload().rows),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(files())) writeFileSync(here(name), text);
  writeFileSync(here("case-list.xlsx"), await caseList());
}
