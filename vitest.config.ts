import { defineConfig } from "vitest/config";
import { define, entries } from "./.config/package.js";

export default defineConfig({
  define,
  resolve: {
    alias: [...entries].map(([name, replacement]) => ({ find: new RegExp(`^${name}$`), replacement })),
  },
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: { enabled: true, include: ["test/types/*.test-d.ts"] },
    setupFiles: [".config/laws.ts"],
    // Every file in a process of its own would load the library two hundred times over, and one processor of two
    // would stand idle. Tests leave nothing behind.
    isolate: false,
    maxWorkers: "100%",
    testTimeout: 60_000,
  },
});
