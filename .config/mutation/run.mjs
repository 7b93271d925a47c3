// npm run verify:slow, its second half: mutation testing of each room named, or of all, with a table at the end.
// `compliance:verdict,deadline` takes only those files of a room.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { LEAST, rooms } from "./rooms.mjs";

const asked = process.argv.slice(2);
const unknown = asked.map((each) => each.split(":")[0]).filter((room) => !(room in rooms));
if (unknown.length > 0) {
  console.error(`No such room: ${unknown.join(", ")}. There are ${Object.keys(rooms).join(", ")}.`);
  process.exit(2);
}

const scores = (asked.length > 0 ? asked : Object.keys(rooms)).flatMap((each) => {
  console.log(`\n${each}`);
  const [room, files = ""] = each.split(":");
  const env = { ...process.env, MUTATED_ROOM: room, MUTATED_FILES: files };
  spawnSync("npx", ["stryker", "run", ".config/mutation/stryker.mjs"], { env, stdio: "inherit" });
  return counted(room, files.split(",").filter(Boolean));
});
console.table(scores);
process.exit(scores.every(({ file, score }) => file !== "all" || score >= LEAST) ? 0 : 1);

/** How many changes were made, and the share noticed, by a failing test or by never ending: of each file and of all. */
function counted(room, asked) {
  const report = JSON.parse(
    readFileSync(new URL(`../../reports/mutation-${room}.json`, import.meta.url), "utf8"),
  );
  const files = Object.entries(report.files)
    .map(([path, { mutants }]) => [path.replace(/^.*\/|\.ts$/g, ""), mutants])
    .filter(([file]) => asked.length === 0 || asked.includes(file));
  const all = ["all", files.flatMap(([, mutants]) => mutants)];
  return [...files, all].map(([file, mutants]) => ({ room, file, ...score(mutants) }));
}

function score(mutants) {
  const count = (...wanted) => mutants.filter(({ status }) => wanted.includes(status)).length;
  const noticed = count("Killed", "Timeout");
  const made = noticed + count("Survived", "NoCoverage");
  return { made, noticed, score: made === 0 ? 100 : Number(((100 * noticed) / made).toFixed(1)) };
}
