import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { define } from "../package.js";
import { roomAsked, rooms } from "./rooms.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Worked cases first, since they notice most for the least time, and laws last. */
class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const place = ({ moduleId }: TestSpecification) =>
      moduleId.endsWith(".law.test.ts") ? 2 : moduleId.includes("/test/cases/") ? 0 : 1;
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

/** One room's tests for mutation testing: no types, no processes of their own, and few but always the same cases a law. */
export default defineConfig({
  root,
  define,
  resolve: {
    alias: [
      { find: /^(programme-rules(?:\/.*)?)$/, replacement: `${root}/.bundled/$1.js` },
      { find: /^(?:\.\.\/)+(src\/.*)\.js$/, replacement: `${root}/.bundled/$1.js` },
    ],
  },
  test: {
    server: { deps: { external: [/\.bundled\//] } },
    include: rooms[roomAsked()].map((room) => `test/${room}/**/*.test.ts`),
    exclude: ["test/calendar/time-zones.test.ts", "test/calendar/exhaustive.test.ts"],
    setupFiles: [".config/mutation/few-cases.ts"],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 60_000,
  },
});
