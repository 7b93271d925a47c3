import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { define, entries } from "./package.js";

/** The tests of due dates, backlog, verdicts and sentences, for mutation testing: no types, no command line. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  define,
  resolve: {
    alias: [...entries].map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
  },
  test: {
    include: ["test/{deadlines,backlog,compliance,explanation}/*.test.ts", "test/cases/*.test.ts"],
    testTimeout: 60_000,
  },
});
