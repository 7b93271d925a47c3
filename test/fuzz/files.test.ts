import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { run } from "../../src/cli/command-line.js";
import { csv } from "../../src/cli/output/formats.js";
import { visible } from "../../src/visible.js";
import { Chance } from "./chance.js";
import { cases, seed } from "./size.js";

const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What files are made of, well formed and not. */
const PIECES = [
  ..."id,referral_received,referral_acknowledged,site\n,R1,2021-04-01,x,=1+1,@SUM(A1)\n".split(/(?=,)/),
  '"',
  '""',
  "\r\n",
  "\r",
  "\u0000",
  "\ufeff",
  "\ufffd",
  ";",
  "\t",
  "__proto__",
  "constructor",
  "x".repeat(5000),
  "2021-02-30",
  "01/04/2021",
  "{",
  "}",
  "[",
  "]",
  ":",
  '{"columns":',
  "null",
  "1e999",
];
const HEADER = "id,referral_received,referral_acknowledged,site\n";
const SAFE = 0xd800;

function content(chance: Chance): Buffer {
  if (chance.once(8)) return Buffer.from(chance.list(200, () => chance.below(256)));
  const text = chance.list(40, () =>
    chance.once(6) ? String.fromCharCode(chance.below(SAFE)) : chance.one(PIECES),
  );
  return Buffer.from((chance.once(2) ? HEADER : "") + text.join(""));
}

test(`${Math.ceil(cases / 40)} files of anything are read, or refused in words (seed ${seed + 40})`, async () => {
  const chance = new Chance(seed + 40);
  const [rows, mapping, programme] = ["rows.csv", "mapping.json", "programme.json"].map((name) =>
    join(folder, name),
  );
  for (let made = 0; made < cases / 40; made++) {
    for (const file of [rows, mapping, programme]) writeFileSync(file!, content(chance));
    const options = chance.one([[], ["--mapping", mapping!], ["--programme", programme!]]);
    const command = chance.one(["check", "backlog", "due", "report", "readings"]);
    let said = "";
    const hear = (text: string) => {
      said += text;
    };
    const code = await run([command, "--as-at", "2021-06-30", ...options, rows!], {
      print: hear,
      note: hear,
      columns: 80,
      isInteractive: false,
      hasColour: false,
      today: "2021-06-30",
    });
    expect([0, 1, 2]).toContain(code);
    expect(said).not.toMatch(/TypeError|RangeError|undefined is not|\[object Object\]/);
  }
});

test("no cell of a CSV file is taken for a formula by a spreadsheet", () => {
  const chance = new Chance(seed + 41);
  const starts = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"];
  for (const start of starts) {
    const [, line = ""] = csv(["id"], [[`${start}cmd|' /C calc'!A0`]]).split(/\r\n(?=.)/s);
    expect(line).toMatch(/^"?['\\]/);
  }
  expect(csv(["n"], [["-5"], ["-0.5"], ["12"]])).toBe("n\r\n-5\r\n-0.5\r\n12\r\n");
  for (let made = 0; made < cases; made++) {
    const cell = chance.list(6, () => chance.one([...starts, '"', ",", "1", "a", " "])).join("");
    const written = csv(["id"], [[cell]]).slice("id\r\n".length, -2);
    const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
    expect(read.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "")).toBe(visible(cell));
    if (!/^-?\d+(\.\d+)?$/.test(cell)) expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
});
