import { LEAST, roomAsked } from "./rooms.mjs";

const room = roomAsked();

/** Changes one room in one place at a time, and asks its tests whether they notice. */
export default {
  mutate: [`src/${room}/*.ts`, "!src/*/index.ts", "!src/cohorts/charts.ts", "!src/compliance/schema.ts"],
  ignorePatterns: ["dist", "docs", "examples/notebooks", "coverage", "test/bench", "reports"],
  testRunner: "vitest",
  vitest: { configFile: ".config/mutation/vitest.ts", related: false },
  plugins: ["@stryker-mutator/vitest-runner"],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `reports/mutation-${room}-incremental.json`,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  timeoutMS: 20_000,
  thresholds: { high: 95, low: LEAST, break: LEAST },
  reporters: ["clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${room}.json` },
  tempDirName: ".stryker-tmp",
  allowConsoleColors: false,
};
