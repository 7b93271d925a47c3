import { isAscii, isUtf8 } from "node:buffer";
import { ProgrammeFault, shown } from "../../fault.js";

/** How the bytes of a text file stand for letters, and whether a byte order mark at its start says so. */
export interface Encoding {
  readonly name: string;
  readonly isMarked: boolean;
}

const MARKS: readonly (readonly [name: string, ...bytes: number[]])[] = [
  ["utf-8", 0xef, 0xbb, 0xbf],
  ["utf-16le", 0xff, 0xfe],
  ["utf-16be", 0xfe, 0xff],
];

const USUAL = ["utf-8", "windows-1252", "utf-16le", "utf-16be", "iso-8859-15"];

/**
 * The encoding of a file: its byte order mark says it, else the one asked for, else UTF-16 where every other byte is
 * zero as in English text, else UTF-8.
 *
 * @throws ProgrammeFault `csv/encoding` for a name that is none.
 */
export function encodingOf(head: Buffer, asked: string | undefined): Encoding {
  const name = asked === undefined ? undefined : known(asked);
  for (const [marked, ...bytes] of MARKS) {
    if (bytes.every((byte, at) => head[at] === byte)) return { name: marked, isMarked: true };
  }
  return { name: name ?? unmarked(head), isMarked: false };
}

function known(asked: string): string {
  try {
    return new TextDecoder(asked).encoding;
  } catch {
    throw new ProgrammeFault(
      {
        code: "csv/encoding",
        given: `--encoding ${shown(asked)}`,
        allowed: USUAL.join(", "),
        todo: "Choose one of these; windows-1252 is what Excel writes as plain CSV.",
      },
      `Unknown encoding: ${asked}. Choose one of ${USUAL.join(", ")}; windows-1252 is what Excel writes as plain CSV.`,
    );
  }
}

/** English in UTF-16 is a zero byte beside each letter. */
function unmarked(head: Buffer): string {
  const count = Math.min(head.length, 64) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < count; at++) if (head[at] === 0) zeros[at & 1]!++;
  if (count < 4) return "utf-8";
  if (zeros[0] === 0 && zeros[1]! > count / 4) return "utf-16le";
  if (zeros[1] === 0 && zeros[0]! > count / 4) return "utf-16be";
  return "utf-8";
}

/**
 * The text in pieces, without its byte order mark.
 *
 * `onNotice` is told of letters that somebody replaced before.
 *
 * @throws ProgrammeFault `csv/encoding` at the first bytes that are not of the encoding: never replaced.
 */
export async function* decoded(
  file: string,
  chunks: AsyncGenerator<Buffer>,
  { name, isMarked }: Encoding,
  onNotice: (text: string) => void = () => {},
): AsyncGenerator<string> {
  let isAtMark = isMarked;
  const text = name === "utf-8" ? checked(file, chunks, onNotice) : converted(file, chunks, name);
  for await (const piece of text) {
    yield isAtMark && piece.startsWith(MARK) ? piece.slice(MARK.length) : piece;
    isAtMark = false;
  }
}

const MARK = "\ufeff";

/** What stands for a letter that could not be read. */
const LOST = "\ufffd";

/** Whether bytes are UTF-8 that has letters beyond ASCII: hardly anything else is that by chance. */
export function looksLikeUtf8(head: Buffer): boolean {
  const whole = head.subarray(0, head.length - unfinished(head));
  return isUtf8(whole) && !isAscii(whole);
}

/** Bytes that are UTF-8, in pieces that cut no letter in two. */
async function* checked(
  file: string,
  chunks: AsyncGenerator<Buffer>,
  onNotice: (text: string) => void,
): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let isTold = false;
  for await (const chunk of chunks) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = all.subarray(0, all.length - unfinished(all));
    if (!isUtf8(whole)) throw notUtf8(file, line + linesBefore(whole, firstBad(whole)));
    const lost = isTold ? -1 : whole.indexOf(LOST);
    if (lost >= 0) {
      isTold = true;
      const at = line + linesBefore(whole, lost);
      onNotice(
        `${file}, line ${at}: letters with accents were lost before it was written (they are ${LOST}).`,
      );
    }
    rest = all.subarray(whole.length);
    line += linesBefore(whole, whole.length);
    if (whole.length > 0) yield whole.toString();
  }
  if (rest.length > 0) throw notUtf8(file, line);
}

/** How many bytes at the end begin a letter that the next piece ends. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if ((byte & 0b1100_0000) === 0b1000_0000) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/** The longest beginning that is UTF-8, found by halves. */
function firstBad(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 4) {
    const middle = (good + bad) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - unfinished(part)))) good = middle;
    else bad = middle;
  }
  return good;
}

const NEW_LINE = 10;

function linesBefore(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEW_LINE); at >= 0 && at < end; at = bytes.indexOf(NEW_LINE, at + 1)) count++;
  return count;
}

async function* converted(
  file: string,
  chunks: AsyncGenerator<Buffer>,
  name: string,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
  let line = 1;
  const read = (decode: () => string): string => {
    try {
      return decode();
    } catch {
      throw notIn(name, file, line);
    }
  };
  for await (const chunk of chunks) {
    const piece = read(() => decoder.decode(chunk, { stream: true }));
    line += piece.split("\n").length - 1;
    if (piece !== "") yield piece;
  }
  const last = read(() => decoder.decode());
  if (last !== "") yield last;
}

function notUtf8(file: string, line: number): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/encoding",
      given: `${shown(file)}, which is not UTF-8 from line ${line} on`,
      allowed: "UTF-8, UTF-16 with a byte order mark, or what --encoding says",
      todo: "Add --encoding windows-1252 if Excel or an older Windows system wrote it, or save it as CSV UTF-8.",
    },
    `${file} is not UTF-8: line ${line} has a letter in another encoding. Add --encoding windows-1252 if Excel or an older Windows system wrote it, or save it as "CSV UTF-8".`,
  );
}

function notIn(name: string, file: string, line: number): ProgrammeFault {
  return new ProgrammeFault(
    {
      code: "csv/encoding",
      given: `${shown(file)}, which is not ${name} from about line ${line} on`,
      allowed: "a file in the encoding that its first bytes or --encoding say",
      todo: "Check --encoding, and that the file was copied whole.",
    },
    `${file} is not ${name}: bytes after line ${line} stand for nothing in it. Check --encoding, and that the file was copied whole.`,
  );
}
