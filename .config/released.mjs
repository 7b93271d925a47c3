// npm run released: no line of what a release has published was edited or taken away since. The last release is the
// newest tag; before the first there is nothing to keep.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const FILE = "test/programmes/published.json";
const git = (...args) => execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const tag = lastRelease();
const now = JSON.parse(readFileSync(new URL(`../${FILE}`, import.meta.url), "utf8"));
const then = tag ? JSON.parse(git("show", `${tag}:${FILE}`)) : {};
const broken = Object.keys(then).filter((name) => now[name] !== then[name]);

for (const name of broken)
  console.error(`${name} was released as ${then[name]} and is now ${now[name] ?? "gone"}`);
if (broken.length > 0)
  console.error(
    "A published revision is never edited: put the old line back and give the change a new revision.",
  );
console.log(
  tag
    ? `${Object.keys(then).length} released with ${tag}, ${broken.length} changed`
    : "Nothing is released yet",
);
process.exitCode = broken.length === 0 ? 0 : 1;

/** The newest tag of a release; none before the first, nor where the history is not at hand. */
function lastRelease() {
  try {
    return git("tag", "--list", "v*", "programme-rules@*", "--sort=-creatordate").trim().split("\n")[0];
  } catch {
    return "";
  }
}
