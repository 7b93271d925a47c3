import { LEAST, roomAsked } from "./rooms.mjs";

const room = roomAsked();
const files = (process.env.MUTATED_FILES ?? "").split(",").filter(Boolean);

/** Changes one room in one place at a time, and asks its tests whether they notice. */
export default {
  mutate: [
    ...(files.length === 0 ? [`src/${room}/**/*.ts`] : files.map((file) => `src/${room}/${file}.ts`)),
    "!src/*/index.ts",
    "!src/cohorts/published-shapes.ts",
    "!src/cohorts/tables/exchange-json.ts",
    "!src/compliance/schema.ts",
  ],
  ignorePatterns: ["dist", "docs", "examples/notebooks", "coverage", "test/bench", "reports"],
  buildCommand: "node .config/mutation/bundle.mjs",
  testRunner: "one-process",
  plugins: [new URL("runner.mjs", import.meta.url).href],
  coverageAnalysis: "perTest",
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `reports/mutation-${room}-incremental.json`,
  maxTestRunnerReuse: 200,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 1),
  timeoutMS: 5_000,
  thresholds: { high: 95, low: LEAST, break: LEAST },
  reporters: ["progress-append-only", "clear-text", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `reports/mutation-${room}.json` },
  tempDirName: ".stryker-tmp",
  allowConsoleColors: false,
};
