/** Who may import whom, besides `fault`, `argument`, `defined` and `visible`, which every room may use. The same table stands in docs/house.md. */
export const rooms: Record<string, readonly string[]> = {
  quantity: [],
  date: [],
  calendar: ["date"],
  shapes: ["date", "quantity"],
  journey: ["shapes", "date"],
  rules: ["journey", "shapes", "calendar", "date", "quantity"],
  programmes: ["rules"],
  explanation: ["rules", "date", "quantity"],
  deadlines: ["rules", "journey", "calendar", "date"],
  rulebook: ["explanation", "rules", "journey", "quantity"],
  backlog: ["deadlines", "rules", "journey", "calendar", "date", "quantity"],
  outcomes: ["deadlines", "rules", "journey", "date"],
  compliance: [
    "backlog",
    "deadlines",
    "explanation",
    "rules",
    "journey",
    "shapes",
    "calendar",
    "date",
    "quantity",
  ],
  cohorts: ["outcomes", "rules", "journey", "shapes", "date", "quantity"],
  returns: ["compliance", "deadlines", "rules", "journey", "shapes", "calendar", "date"],
  regime: ["cohorts", "compliance", "explanation", "rules", "shapes", "date", "quantity"],
  review: [
    "regime",
    "returns",
    "cohorts",
    "compliance",
    "explanation",
    "rules",
    "shapes",
    "date",
    "quantity",
  ],
  tender: ["cohorts", "compliance", "backlog", "rules", "journey", "shapes", "calendar", "date", "quantity"],
  charts: ["tender", "cohorts", "rules", "date"],
  testing: ["anything below"],
  cli: ["anything below"],
  doors: ["anything below", "testing"],
};

/** Which outside package may be used in which room. `testing/arbitraries` means one folder of a room. */
export const outside: Record<string, readonly string[]> = {
  zod: ["shapes", "rules", "journey", "compliance", "cohorts", "returns", "regime", "review", "tender"],
  "pure-rand": ["cohorts"],
  "date-fns": ["journey"],
  "@date-fns/utc": ["journey"],
  "fast-check": ["testing/arbitraries"],
  commander: ["cli"],
  papaparse: ["cli"],
  "@e965/xlsx": ["cli"],
  "write-excel-file": ["cli"],
  "ical-generator": ["cli"],
  vega: ["cli"],
  "vega-lite": ["cli"],
  "node built-ins": ["cli"],
};

/** The rooms that assess: they know rules as arguments only, so they may name no programme and no requirement. */
export const assessing = [
  "explanation",
  "deadlines",
  "backlog",
  "outcomes",
  "compliance",
  "cohorts",
  "returns",
  "regime",
  "review",
  "tender",
  "charts",
];

/** Rooms named for what they hold, never for what could not be placed. */
export const forbiddenFolders = ["utils", "util", "helpers", "common", "types", "shared", "lib", "misc"];

/** Reads a two-column table out of Markdown: the first after the heading, one entry a name in its first column. */
export function tableUnder(heading: string, markdown: string): Record<string, string[]> {
  const section = markdown.split(/^## /m).find((part) => part.startsWith(heading)) ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  const names = (cell = "") =>
    cell
      .replaceAll(/\([^)]*\)|`/g, "")
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== "" && name !== "–");
  const entries = rows.slice(2).flatMap((row) => {
    const [, left, right] = row.split("|");
    return names(left).map((name) => [name, names(right)] as const);
  });
  return Object.fromEntries(entries);
}
