import { builtinModules } from "node:module";
import { posix } from "node:path";
import type { SourceFile } from "./source.js";
import { assessing, forbiddenFolders, outside, rooms } from "./table.js";

/** Looks at a whole src folder and says, a sentence each, what breaks one rule of the house. */
export type Check = (files: readonly SourceFile[]) => string[];

/** What every room may use: the one error, and how arguments and unknown words are refused with it; objects without undefined fields; text that shows what it holds. */
const GROUND = ["fault", "unknown-word", "argument", "options", "defined", "visible"];

/** The room of a file: its first folder, or the file's own name at the top (`fault`, `argument`, `defined`). */
const roomOf = (path: string) => (path.split("/")[0] as string).replace(/\.ts$/, "");

/** The file that a relative specifier names, from src; undefined for an outside package. */
const targetOf = (from: string, specifier: string) =>
  specifier.startsWith(".") ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts") : undefined;

const each = (files: readonly SourceFile[], look: (file: SourceFile) => (string | false)[]) =>
  files.flatMap((file) => look(file).filter((sentence) => sentence !== false));

const eachImport = (
  files: readonly SourceFile[],
  look: (file: SourceFile, target: string, specifier: string) => string | false,
) =>
  each(files, (file) =>
    file.imports.map((specifier) => {
      const target = targetOf(file.path, specifier);
      return target !== undefined && look(file, target, specifier);
    }),
  );

const isEdge = (room: string) => rooms[room]?.[0] === "anything below";

function mayUse(room: string, other: string): boolean {
  if (GROUND.includes(other)) return true;
  return (isEdge(room) && !isEdge(other)) || (rooms[room] ?? []).includes(other);
}

/** A room uses only the rooms that the table gives it. */
export const roomsKeepToTheTable: Check = (files) => [
  ...each(files, ({ path }) => {
    const known = path.includes("/") ? roomOf(path) in rooms : GROUND.includes(roomOf(path));
    return [!known && `${path} is in no room of the table`];
  }),
  ...eachImport(files, ({ path }, target) => {
    const [room, other] = [roomOf(path), roomOf(target)];
    return (
      room !== other &&
      !mayUse(room, other) &&
      `${path} uses ${other}, which the table does not give to ${room}`
    );
  }),
];

/** Another room is entered by its front door; inside a room, siblings name each other's files. */
export const frontDoorsOnly: Check = (files) =>
  eachImport(files, ({ path }, target, specifier) => {
    const [room, other] = [roomOf(path), roomOf(target)];
    const door = GROUND.includes(other) ? `${other}.ts` : `${other}/index.ts`;
    if (room === other && target === door && path !== door) return `${path} imports its own room's index`;
    const isInnerDoor = room === "doors" && target.endsWith("/index.ts");
    if (room !== other && target !== door && !isInnerDoor)
      return `${path} enters ${other} by ${specifier}, not by its index`;
    return !/\.js(on)?$/.test(specifier) && `${path} imports ${specifier} without its .js ending`;
  });

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (node: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node)) return undefined;
    for (const next of graph.get(node) ?? []) {
      const cycle = visit(next, [...trail, node]);
      if (cycle) return cycle;
    }
    done.add(node);
    return undefined;
  };
  for (const node of graph.keys()) {
    const cycle = visit(node, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** No file and no room reaches itself through its imports, types included. */
export const noCycles: Check = (files) => {
  const byFile = new Map<string, string[]>();
  const byRoom = new Map<string, string[]>();
  for (const { path, imports } of files) {
    const targets = imports.flatMap((specifier) => targetOf(path, specifier) ?? []);
    byFile.set(path, targets);
    const others = targets.map(roomOf).filter((room) => room !== roomOf(path));
    byRoom.set(roomOf(path), [...(byRoom.get(roomOf(path)) ?? []), ...others]);
  }
  const cycles = [findCycle(byFile), findCycle(byRoom)].filter((cycle) => cycle !== undefined);
  return cycles.map((cycle) => `a circle: ${cycle.join(" → ")}`);
};

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:") || builtinModules.includes(specifier)) return "node built-ins";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

/** An outside package stays in the rooms that the second table gives it; zod comes in its small form. */
export const packagesKeepToTheirRooms: Check = (files) =>
  each(files, ({ path, imports }) =>
    imports.map((specifier) => {
      if (specifier.startsWith(".")) return false;
      const name = packageOf(specifier);
      const places = outside[name] ?? [];
      const isHome = places.some((place) => path === `${place}.ts` || path.startsWith(`${place}/`));
      if (!isHome) return `${path} imports ${name}, which belongs in ${places.join(", ") || "no room"}`;
      return name === "zod" && specifier !== "zod/mini" && `${path} imports ${specifier}, not zod/mini`;
    }),
  );

/** Assessing code names no programme, edition, standard or requirement: a shipped one is an argument like any other. */
export const noProgrammeInAssessing =
  (ids: readonly string[]): Check =>
  (files) =>
    each(files, ({ path, code }) => {
      if (!assessing.includes(roomOf(path))) return [];
      const words = /whp|jets|css-?\d|work-?programme|tmpl-?\d|\bcv0\d/gi;
      const named = new Set([...(code.match(words) ?? []), ...ids.filter((id) => code.includes(`"${id}"`))]);
      return [...named].map((name) => `${path} names ${name}`);
    });

/** No folder is named for what could not be placed elsewhere. */
export const noJunkRooms: Check = (files) =>
  each(files, ({ path }) => {
    const names = path.replace(/\.ts$/, "").split("/");
    const junk = names.find((name) => forbiddenFolders.includes(name));
    return [junk !== undefined && `${path} is kept under ${junk}, which says nothing`];
  });

/** Programmes are data: the only functions allowed are single expressions, data with a place left open. */
export const programmesAreData: Check = (files) =>
  each(files, ({ path, functions }) =>
    roomOf(path) === "programmes"
      ? functions.map((one) => !one.isExpression && `${path}:${one.line} is a function`)
      : [],
  );

/** A fault is the one error; the testing kit fails an assertion, and the command line refuses an option in its parser's way. */
export const onlyFaultsAreThrown: Check = (files) =>
  each(files, ({ path, thrown }) => {
    const allowed = [
      "ProgrammeFault",
      { testing: "ComplianceError", cli: "InvalidArgumentError" }[roomOf(path)],
    ];
    return thrown.map((name) => !allowed.includes(name) && `${path} throws a ${name}`);
  });

/** Only the command line reads the clock, chance, the environment or the terminal. */
export const noClockInside: Check = (files) =>
  each(files, ({ path, code }) => {
    if (roomOf(path) === "cli") return [];
    const ambient =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|(?<![/.])\b(?:process|performance|console)\.\w/g;
    return (code.match(ambient) ?? []).map((what) => `${path} uses ${what}`);
  });
