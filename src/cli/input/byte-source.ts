import { closeSync, fstatSync, openSync, read as readAt, type Stats } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { promisify } from "node:util";
import { createGunzip } from "node:zlib";
import { ProgrammeFault, shown } from "../../fault.js";

/** What stands for standard input where a file is named. */
export const STANDARD_INPUT = "-";

/** Where bytes come from: a file on disk that can be read again, or something that comes once. */
export interface ByteSource {
  readonly isReadOnce: boolean;
  /** Bytes on disk; 0 where that is not known. */
  readonly size: number;
  /** The bytes, unzipped where they are gzip. `onBytes` is told how many more were read, as they lie on disk. */
  readonly bytes: (onBytes?: (count: number) => void) => AsyncGenerator<Buffer>;
}

/**
 * A file, or standard input for `-`.
 *
 * @throws ProgrammeFault `csv/no-file`, `csv/unreadable-file`; while bytes are read also `csv/gzip`.
 */
export async function byteSource(file: string): Promise<ByteSource> {
  const isStandardInput = file === STANDARD_INPUT;
  const found: Stats | undefined = isStandardInput ? undefined : await statOf(file);
  const begin = () => (isStandardInput ? standardInput() : fileBytes(file));
  return {
    isReadOnce: !(found?.isFile() || found?.isDirectory()),
    size: found?.size ?? 0,
    bytes: (onBytes) => unzipped(file, unchanged(file, found, read(file, begin(), onBytes))),
  };
}

async function* read(
  file: string,
  source: AsyncIterable<Buffer>,
  onBytes?: (count: number) => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) {
      onBytes?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw fileFault(file, error);
  }
}

/** So many bytes are read at once. */
const PIECE = 65_536;
const readPiece = promisify(readAt);

/** Node reads a folder as if it were empty. */
function standardInput(): AsyncIterable<Buffer> {
  if (fstatSync(0).isDirectory()) throw unreadable(STANDARD_INPUT, "EISDIR");
  return process.stdin;
}

/**
 * The bytes of a file. Those of a stream wait in a linked list, of which each piece keeps the next one alive beyond the
 * quick part of memory; here nothing leads from one to the next.
 */
async function* fileBytes(file: string): AsyncGenerator<Buffer> {
  const handle = openSync(file, "r");
  try {
    while (true) {
      const { bytesRead, buffer } = await readPiece(handle, Buffer.allocUnsafe(PIECE), 0, PIECE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    closeSync(handle);
  }
}

/** The bytes of a file that is the same at their end as when it was opened. */
async function* unchanged(
  file: string,
  found: Stats | undefined,
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  yield* chunks;
  if (!found?.isFile()) return;
  const { ino, size, mtimeMs } = await statOf(file);
  if (ino !== found.ino || size !== found.size || mtimeMs !== found.mtimeMs) throw changed(file);
}

/** Two bytes that every gzip file begins with. */
const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* unzipped(file: string, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const { first, all } = await peeked(chunks, 2);
  if (!isGzip(Buffer.concat(first))) {
    yield* all;
    return;
  }
  const source = Readable.from(all);
  const unzip = createGunzip();
  source.on("error", (error) => unzip.destroy(error));
  try {
    yield* source.pipe(unzip);
  } catch (error) {
    throw String((error as { code?: unknown }).code).startsWith("Z_") ? damaged(file) : error;
  } finally {
    source.destroy();
  }
}

/** The first pieces, at least so long together where there is as much, and all of them from the start. */
export async function peeked<Piece extends Buffer | string>(
  pieces: AsyncGenerator<Piece>,
  enough: number,
): Promise<{ first: Piece[]; all: AsyncGenerator<Piece> }> {
  const first: Piece[] = [];
  for (let length = 0; length < enough; length += first.at(-1)!.length) {
    const { value } = await pieces.next();
    if (value === undefined) break;
    first.push(value);
  }
  return { first, all: joined(first, pieces) };
}

async function* joined<Piece>(first: readonly Piece[], rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* first;
    yield* rest;
  } finally {
    // Whoever stops at the head has not begun the rest, which holds a file open.
    await rest.return(undefined);
  }
}

async function statOf(file: string): Promise<Stats> {
  try {
    return await stat(file);
  } catch (error) {
    throw fileFault(file, error);
  }
}

/** What went wrong while a file was opened or read, as a fault; anything else as it is. */
function fileFault(file: string, error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === "ENOENT") return noFile(file);
  if (typeof code === "string" && /^E[A-Z]+$/.test(code)) return unreadable(file, code);
  return error;
}

function noFile(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/no-file",
      given: `${shown(file)}, and there is no such file`,
      allowed: "the path of a file that is there",
      todo: "Check the spelling, and the folder you are in.",
    },
    `File not found: ${file}. Check the spelling, and the folder you are in.`,
  );
}

/** A file that somebody wrote to, or replaced, in the meantime. */
function changed(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/file-changed",
      given: `${shown(file)}, which changed while it was read`,
      allowed: "a file that stays as it is until the command is done",
      todo: "Wait until it is written, or read a copy.",
    },
    `${file} changed while it was read, so that nothing can be said of it. Wait until it is written, or read a copy.`,
  );
}

/** Something that is there and cannot be read as a file. */
function unreadable(file: string, code: string): ProgrammeFault {
  const isFolder = code === "EISDIR";
  return new ProgrammeFault(
    {
      code: "csv/unreadable-file",
      given: `${shown(file)}, which cannot be read (${code})`,
      allowed: "a file that this account may read",
      todo: isFolder ? "Name a file in that folder." : "Check the path and its permissions.",
    },
    ...(isFolder
      ? [`${file === STANDARD_INPUT ? "Standard input" : file} is a folder. Name a file in it.`]
      : []),
  );
}

function damaged(file: string): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/gzip",
      given: `${shown(file)}, whose gzip data is damaged or cut off`,
      allowed: "a whole gzip file",
      todo: "Copy it again.",
    },
    `${file} is a gzip file that is damaged or cut off. Copy it again.`,
  );
}
