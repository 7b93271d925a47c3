import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replaceAll("\\", "/");

/** One runnable example: where it stands, and its code. */
export interface Fence {
  readonly file: string;
  /** The line of the file on which the code begins. */
  readonly line: number;
  readonly code: string;
}

const read = (file: string) => readFileSync(join(root, file), "utf8");

function filesUnder(folder: string, ending: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return files
    .map((file) => join(folder, file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(ending));
}

/** Every Markdown page a reader meets, but for the generated reference. */
export function pages(): string[] {
  const all = ["README.md", "CHANGELOG.md", ...filesUnder("docs", ".md"), ...filesUnder(".github", ".md")];
  return all.filter((file) => existsSync(join(root, file)) && !file.startsWith("docs/site/")).sort();
}

/** Every block of ```ts in a text; the code keeps its lines, so that a failure can be found. */
export function fencesIn(file: string, text: string): Fence[] {
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length + 1,
    code: match[1] as string,
  }));
}

/** The text of the doc comments of a source file; every line stays on its line, the code around becomes blank. */
export function docCommentsIn(source: string): string {
  const blank = (text: string) => text.replaceAll(/[^\n]/g, "");
  let from = 0;
  let text = "";
  for (const match of source.matchAll(/^[ \t]*\/\*\*.*?\*\//gms)) {
    text += blank(source.slice(from, match.index)) + match[0].replaceAll(/^[ \t]*(?:\/\*\*|\*\/|\*) ?/gm, "");
    from = match.index + match[0].length;
  }
  return text;
}

/** Every text that may hold examples: the pages, and the doc comments of the source. */
function everyText(): (readonly [file: string, text: string])[] {
  const comments = filesUnder("src", ".ts").map((file) => [file, docCommentsIn(read(file))] as const);
  return [...pages().map((file) => [file, read(file)] as const), ...comments];
}

/** Every example of the project: the fences of its pages and of its doc comments. */
export const everyFence = (): Fence[] => everyText().flatMap(([file, text]) => fencesIn(file, text));

/** What looks like an example and would not be run: an indented block, or one of another name or with a flag. */
export const skippedIn = (text: string): string[] =>
  text.match(/^(?:[ \t]+```ts|```typescript|```ts[ \t]).*$/gm) ?? [];

/** The `@example`s that are no ```ts block, or whose block checks nothing: nothing would hold them true. */
export const idleIn = (text: string): number =>
  text.match(/^@example(?!\s*\n```ts\n(?:(?!^```)[\s\S])*?\/\/ (?:=>|throws|prints)(?: |$))/gm)?.length ?? 0;

/** The files that hold an example which is not run, or which checks nothing. */
export const filesWithIdleExamples = (): string[] =>
  everyText().flatMap(([file, text]) => (skippedIn(text).length + idleIn(text) > 0 ? [file] : []));

const slug = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

/** The relative links of a page that lead nowhere: no such file, or no such heading in it. */
export function deadLinksIn(page: string, text: string): string[] {
  const prose = text.replaceAll(/^```.*?^```/gms, "").replaceAll(/`[^`\n]*`/g, "");
  const targets = [...prose.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]: *(\S+)/gm)].map(
    (m) => m[1] ?? m[2] ?? "",
  );
  return targets.filter((target) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? page : join(dirname(page), path);
    if (path !== "" && !existsSync(join(root, file))) return true;
    if (anchor === undefined || !file.endsWith(".md")) return false;
    const there = path === "" ? text : read(file);
    const headings = [...there.matchAll(/^#+ (.*)$/gm)].map((m) => slug(m[1] as string));
    return !headings.includes(anchor) && !there.includes(`<a id="${anchor}"></a>`);
  });
}
