import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { define, entries } from "./package.js";

/** The fuzz tests at full size: a million rows and journeys, or as many as `FUZZ_CASES` says, from the seed `FUZZ_SEED`. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  define,
  resolve: {
    alias: [...entries].map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
  },
  test: {
    include: ["test/fuzz/*.test.ts"],
    env: { FUZZ_CASES: process.env.FUZZ_CASES ?? "1000000" },
    reporters: ["verbose"],
    maxWorkers: 1,
    testTimeout: 7_200_000,
  },
});
