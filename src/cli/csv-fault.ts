import { ProgrammeFault, shown } from "../fault.js";

/** What went wrong while a file was read, as a fault: the file and the line, never what stands there. */
export function csvFault(file: string, error: unknown, line: number): unknown {
  if (error instanceof ProgrammeFault) return error;
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === "ENOENT") return noFile(file);
  if (code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE") return openQuote(file, line);
  if (typeof code === "string" && code.startsWith("CSV_")) return malformed(file, line);
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return unreadable(file, code);
  return error;
}

/** A file with nothing in it. */
export function emptyFault(file: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/empty",
    given: `${shown(file)}, which is empty`,
    allowed: "a CSV file whose first line names its columns",
    todo: "Check that the export was finished.",
  });
}

/** Where a comma is the decimal sign, a spreadsheet writes semicolons whatever it calls the format. */
const REGIONAL = "; where that writes semicolons too, make the comma the list separator of the system";

/** A file whose columns are not separated by commas; `called` says by what they are. */
export function separatorFault(file: string, called: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/separator",
    given: `${shown(file)}, whose columns are separated by ${called}`,
    allowed: "columns separated by commas",
    todo: `Save it again as "CSV UTF-8 (Comma delimited)"${called === "semicolons" ? REGIONAL : ""}.`,
  });
}

/** Something that is there and cannot be read as a file. */
function unreadable(file: string, code: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/unreadable-file",
    given: `${shown(file)}, which cannot be read (${code})`,
    allowed: "a file that this account may read",
    todo: code === "EISDIR" ? "Name a file in that folder." : "Check the path and its permissions.",
  });
}

/** Something that can be read only once, where two readings are needed. */
export function readOnce(file: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/read-once",
    given: `${shown(file)}, which can be read only once`,
    allowed: "files on disk, when referrals and events come from two of them",
    todo: "Save it to a file first.",
  });
}

function noFile(file: string): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/no-file",
    given: `${shown(file)}, and there is no such file`,
    allowed: "the path of a file that is there",
    todo: "Check the spelling, and the folder you are in.",
  });
}

function openQuote(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/quote-not-closed",
    given: `${shown(file)}, where the row on line ${line} opens a double quote and never closes it`,
    allowed: "double quotes in pairs, and doubled inside a quoted cell",
    todo: "Close the quote, or double it.",
  });
}

function malformed(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault({
    code: "csv/malformed",
    given: `${shown(file)}, where the row on line ${line} is not CSV`,
    allowed: "cells separated by commas, in double quotes where they hold a comma, a quote or a line break",
    todo: "Correct that row.",
  });
}
