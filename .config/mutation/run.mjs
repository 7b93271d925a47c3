// npm run verify:slow, its second half: mutation testing of each room named, or of all, with a table at the end.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { LEAST, rooms } from "./rooms.mjs";

const asked = process.argv.slice(2);
const unknown = asked.filter((room) => !(room in rooms));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(", ")}. There are ${Object.keys(rooms).join(", ")}.`);
  process.exit(2);
}

const scores = (asked.length > 0 ? asked : Object.keys(rooms)).map((room) => {
  console.log(`\n${room}`);
  const env = { ...process.env, MUTATED_ROOM: room };
  spawnSync("npx", ["stryker", "run", ".config/mutation/stryker.mjs"], { env, stdio: "inherit" });
  return { room, ...counted(room) };
});
console.table(scores);
process.exit(scores.every(({ score }) => score >= LEAST) ? 0 : 1);

/** How many changes were made, and the share noticed: by a failing test or by never ending. */
function counted(room) {
  const report = JSON.parse(
    readFileSync(new URL(`../../reports/mutation-${room}.json`, import.meta.url), "utf8"),
  );
  const states = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted) => states.filter((status) => wanted.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const made = noticed + count("Survived", "NoCoverage");
  return { made, noticed, score: made === 0 ? 0 : Number(((100 * noticed) / made).toFixed(1)) };
}
