// npm run census: how many files, lines and names there are, room by room and door by door, for people to look at.
// No test holds these figures: a file is split when it holds two nouns, not when it is long.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "..");
const source = join(root, "src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"))
  .map((path) => read(path, readFileSync(join(source, path), "utf8")));

const folders = [...new Set(files.map(({ path }) => path.split("/")[0]))].filter(
  (name) => !name.endsWith(".ts"),
);
const rows = folders.map((room) => [room, files.filter(({ path }) => path.startsWith(`${room}/`))]);
console.log("Files of src and their lines\n");
console.table(
  Object.fromEntries([...rows, ["all of src", files]].map(([room, held]) => [room, figures(held)])),
);
console.log("\nThe longest\n");
list(files.map(({ path, lines }) => ({ name: path, lines })));
list(files.flatMap(({ functions }) => functions));

console.log("\nNames behind each door\n");
const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const doors = Object.entries(options.paths).map(([name, [file]]) => [name, join(root, file)]);
const program = ts.createProgram(
  doors.map(([, file]) => file),
  options,
);
console.table(Object.fromEntries(doors.map(([name, file]) => [name, namesBehind(file)])));

function read(path, text) {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const lineOf = (at) => file.getLineAndCharacterOfPosition(at).line;
  const functions = [];
  const look = (node) => {
    if (ts.isFunctionLike(node) && node.body)
      functions.push({
        name: `${path}:${lineOf(node.getStart()) + 1}`,
        lines: lineOf(node.end) - lineOf(node.getStart()) + 1,
      });
    node.forEachChild(look);
  };
  look(file);
  return { path, lines: text.trimEnd().split("\n").length, functions };
}

function figures(held) {
  const perFile = held.map(({ lines }) => lines);
  const perFunction = held.flatMap(({ functions }) => functions.map(({ lines }) => lines));
  return {
    files: held.length,
    lines: perFile.reduce((sum, lines) => sum + lines, 0),
    "median file": at(perFile, 0.5),
    "p95 file": at(perFile, 0.95),
    "longest file": at(perFile, 1),
    functions: perFunction.length,
    "median function": at(perFunction, 0.5),
    "p95 function": at(perFunction, 0.95),
    "longest function": at(perFunction, 1),
  };
}

/** The smallest value that a share of all do not exceed. */
function at(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function list(found) {
  for (const { name, lines } of found.toSorted((a, b) => b.lines - a.lines).slice(0, 10))
    console.log(`${String(lines).padStart(6)}  ${name}`);
  console.log();
}

function namesBehind(file) {
  const checker = program.getTypeChecker();
  const found = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)));
  const real = (one) => (one.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one);
  const values = found.filter((one) => real(one).flags & ts.SymbolFlags.Value).length;
  return { values, types: found.length - values };
}
