// npm run api: what the package promises, door by door, beside what it promised when somebody last looked.
// npm run api -- --accept writes down what it promises now, so that a change of it shows in the review.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";

const root = fileURLToPath(new URL("..", import.meta.url));
const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const isAccepting = process.argv.includes("--accept");
const folder = mkdtempSync(join(tmpdir(), "api-"));
const silent = { default: { logLevel: ExtractorLogLevel.None } };
const changed = [];

// The programmes are data. What each says is held by its fingerprint, in test/programmes/published.json.
const doors = Object.keys(exports).filter((door) => exports[door].import && door !== "./programmes");
/** What the first door promises: behind the others it is named, and not said again. */
let said = [];
for (const door of doors) {
  const name = door.replace(/^\.\/?/, "").replaceAll("/", "-") || "index";
  const now = withoutSaid(report(name, join(root, exports[door].import.types)));
  const file = join(root, ".config/api", `${name}.md`);
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (now === before) continue;
  changed.push(name);
  if (isAccepting) writeFileSync(file, now);
  else console.error(`${name}: ${differences(before, now).join("\n")}\n`);
}
rmSync(folder, { recursive: true });
console.log(changed.length === 0 ? "Promises what it promised." : `Changed: ${changed.join(", ")}`);
if (changed.length > 0 && !isAccepting) {
  console.error("Is the change meant, and is there a changeset for it? Then: npm run api -- --accept");
  process.exitCode = 1;
}

function report(name, mainEntryPointFilePath) {
  const config = ExtractorConfig.prepare({
    configObject: {
      mainEntryPointFilePath,
      projectFolder: root,
      compiler: { tsconfigFilePath: join(root, "tsconfig.json") },
      apiReport: {
        enabled: true,
        reportFolder: folder,
        reportTempFolder: folder,
        reportFileName: name,
        includeForgottenExports: false,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: silent,
        extractorMessageReporting: silent,
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
  });
  Extractor.invoke(config, { localBuild: true, messageCallback: (message) => (message.handled = true) });
  return condensed(readFileSync(join(folder, `${name}.api.md`), "utf8"));
}

/** Without what is no promise: the whole text of a programme, and who has documented what. */
function condensed(text) {
  return text
    .replaceAll(/^(export const \w+): \{\n(?:(?!\};$).*\n)*\};$/gm, "$1: { … };")
    .replaceAll(/^ *\/\/ \(undocumented\)\n/gm, "");
}

function withoutSaid(text) {
  const blocks = text.split("\n\n");
  if (said.length === 0) {
    said = blocks.filter((block) => block.startsWith("// @public"));
    return text;
  }
  const again = blocks.filter((block) => said.includes(block));
  const names = again.map((block) => /^export (?:declare |abstract )?\w+ (\w+)/m.exec(block)[1]);
  const named = names.length === 0 ? [] : [`// As at the root: ${names.join(", ")}`];
  const kept = blocks.filter((block) => !said.includes(block));
  return [...kept.slice(0, -1), ...named, ...kept.slice(-1)].join("\n\n");
}

function differences(before, now) {
  const [old, fresh] = [before, now].map((text) => text.split("\n"));
  const only = (lines, others, sign) =>
    lines.filter((line) => !others.includes(line)).map((line) => `  ${sign} ${line}`);
  return ["", ...only(old, fresh, "-"), ...only(fresh, old, "+")].slice(0, 60);
}
