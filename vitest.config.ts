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
    testTimeout: 60_000,
  },
});
