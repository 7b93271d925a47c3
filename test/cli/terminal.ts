import { run } from "../../src/cli/command-line.js";

/** What a command line printed and left behind, at a terminal of a given width. */
export async function commandLine(
  words: readonly string[],
  { columns = 120, hasColour = false, isInteractive = false } = {},
): Promise<{ out: string; err: string; code: number }> {
  let out = "";
  let err = "";
  const code = await run(words, {
    print: (text) => {
      out += text;
    },
    note: (text) => {
      err += text;
    },
    columns,
    isInteractive,
    hasColour,
    today: "2021-06-30",
  });
  return { out, err, code };
}
