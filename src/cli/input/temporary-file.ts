import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProgrammeFault, shown } from "../../fault.js";

/** Where a text stands in a temporary file. */
export interface Place {
  readonly start: number;
  readonly length: number;
}

/**
 * A file for what does not fit into memory, in the system's folder for such files, which this account alone may read. It
 * loses its name as soon as it is open, where the system allows that, so that nothing is left however the run ends.
 */
export class TemporaryFile {
  readonly #folder: string;
  readonly #descriptor: number;
  #end = 0;

  /** @throws ProgrammeFault `cli/temporary-file` where none can be made. */
  constructor() {
    try {
      this.#folder = mkdtempSync(join(tmpdir(), "programme-rules-"));
      this.#descriptor = openSync(join(this.#folder, "rows"), "wx+", 0o600);
    } catch (error) {
      throw unusable(error);
    }
    this.#remove();
  }

  /** @throws ProgrammeFault `cli/temporary-file` where there is no room. */
  write(text: string): Place {
    const bytes = Buffer.from(text);
    const start = this.#end;
    try {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#descriptor, bytes, done, bytes.length - done, start + done);
    } catch (error) {
      throw unusable(error);
    }
    this.#end += bytes.length;
    return { start, length: bytes.length };
  }

  read({ start, length }: Place): string {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; )
      done += readSync(this.#descriptor, bytes, done, length - done, start + done);
    return bytes.toString();
  }

  close(): void {
    closeSync(this.#descriptor);
    this.#remove();
  }

  #remove(): void {
    try {
      rmSync(this.#folder, { recursive: true, force: true });
    } catch {
      // Windows keeps what is open; it goes when it is closed.
    }
  }
}

function unusable(error: unknown): ProgrammeFault {
  const folder = shown(tmpdir());
  const { code } = error as NodeJS.ErrnoException;
  const why = code === "ENOSPC" || code === "EFBIG" ? "has no room for it" : `cannot be written to (${code})`;
  return new ProgrammeFault(
    {
      code: "cli/temporary-file",
      given: `the folder ${folder} for temporary files, in which nothing more can be written`,
      allowed: "as much room there as the events take",
      todo: "Sort both files by id, so that none is needed; or name another folder in the environment variable TMPDIR.",
    },
    `Events in another order than the referrals are sorted in a temporary file, and ${folder} ${why}. Sort both files by id, so that none is needed; or name another folder in the environment variable TMPDIR.`,
  );
}
