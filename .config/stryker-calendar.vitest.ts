import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of the date and calendar rooms that run in the same process, for mutation testing. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/date/*.test.ts", "test/calendar/*.test.ts"],
    exclude: [
      "test/calendar/time-zones.test.ts",
      "test/calendar/exhaustive.test.ts",
      "test/date/*.law.test.ts",
    ],
    testTimeout: 60_000,
  },
});
