import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { define } from "../package.js";
import { roomAsked, rooms } from "./rooms.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

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
    include: rooms[roomAsked()].map((room) => `test/${room}/**/*.test.ts`),
    exclude: ["test/calendar/time-zones.test.ts", "test/calendar/exhaustive.test.ts"],
    setupFiles: [".config/mutation/few-cases.ts"],
    testTimeout: 60_000,
  },
});
