// Prints, as the page docs/benchmarks/mutation-survivors.md, every change that passed in the last run of each room, from
// the reports that run.mjs leaves.
import { existsSync, readFileSync } from "node:fs";
import { rooms } from "./rooms.mjs";

const PASSED = ["Survived", "NoCoverage"];
const LONGEST = 60;

const reports = Object.keys(rooms)
  .map((room) => [room, `reports/mutation-${room}.json`])
  .filter(([, file]) => existsSync(file))
  .map(([room, file]) => [room, JSON.parse(readFileSync(file, "utf8"))]);

console.log(`# Changes that no test noticed

Written by \`node .config/mutation/survivors.mjs\` from the reports of [mutation testing](mutation-rules.md): the line, what
stands there, and what may stand there instead without a test failing. A change marked * was reached by no test.
`);
for (const [room, { files }] of reports) {
  console.log(`## ${room}\n`);
  for (const [path, { mutants, source }] of Object.entries(files)) {
    const passed = mutants.filter(({ status }) => PASSED.includes(status)).sort(byPlace);
    if (passed.length === 0) continue;
    console.log(`\`${path}\`, ${passed.length} of ${mutants.filter(counts).length}:\n`);
    console.log(`${passed.map((mutant) => line(mutant, source.split("\n"))).join("\n")}\n`);
  }
}

function counts({ status }) {
  return ["Killed", "Timeout", ...PASSED].includes(status);
}

function byPlace({ location: { start: one } }, { location: { start: other } }) {
  return one.line - other.line || one.column - other.column;
}

function line({ location: { start, end }, replacement, status }, lines) {
  const until = start.line === end.line ? end.column - 1 : undefined;
  const stands = lines[start.line - 1].slice(start.column - 1, until) + (until === undefined ? " …" : "");
  return `- ${start.line}${status === "NoCoverage" ? "*" : ""}: ${code(stands)} → ${code(replacement)}`;
}

function code(text) {
  const short = text.replaceAll(/\s+/g, " ").trim();
  const cut = short.length > LONGEST ? `${short.slice(0, LONGEST - 1)}…` : short;
  return cut.includes("`") ? `\`\` ${cut} \`\`` : `\`${cut || "nothing"}\``;
}
