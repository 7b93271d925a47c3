// Readers of CSV on the same file: each counts rows and cells, and adds up their lengths.
import { createReadStream } from "node:fs";
import { peer } from "../support/peers.mjs";

const textOf = (file) => createReadStream(file, { encoding: "utf8", highWaterMark: 65_536 });

function tally() {
  const found = { rows: 0, cells: 0, length: 0 };
  const add = (row) => {
    found.rows += 1;
    found.cells += row.length;
    for (const cell of row) found.length += cell.length;
  };
  return { found, add };
}

export const READERS = {
  papaparse: async (file) => {
    const { Parser } = peer("papaparse");
    const parser = new Parser({ delimiter: ",", newline: "\n" });
    const { found, add } = tally();
    let rest = "";
    for await (const piece of textOf(file)) {
      const text = rest + piece;
      const { data, meta } = parser.parse(text, 0, true);
      rest = text.slice(meta.cursor);
      data.forEach(add);
    }
    return found;
  },
  uDSV: async (file) => {
    const { inferSchema, initParser } = peer("udsv");
    const { found, add } = tally();
    let parser;
    for await (const piece of textOf(file)) {
      // It takes the names of the columns apart from the rows.
      if (parser === undefined) add(piece.slice(0, piece.indexOf("\n")).split(","));
      parser ??= initParser(inferSchema(piece));
      parser.chunk(piece, parser.stringArrs, add);
    }
    parser.end();
    return found;
  },
  "csv-parse": async (file) => {
    const { parse } = peer("csv-parse");
    const { found, add } = tally();
    for await (const row of textOf(file).pipe(parse())) add(row);
    return found;
  },
};
