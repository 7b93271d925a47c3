// The mutation tester's own vitest runner, but asking whole test files instead of single tests: what is compiled once for a
// rule is compiled in the first test of a file that needs it, and a change there shows in the tests that follow. The files
// share one worker, which lives for one change.

import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { TestStatus } from "@stryker-mutator/api/test-runner";
import { strykerPlugins as vitestPlugins } from "@stryker-mutator/vitest-runner";

const [{ factory }] = vitestPlugins;

function wholeFiles(injector) {
  const runner = factory(injector);
  const run = runner.run.bind(runner);
  runner.run = async ({ testIds = [], ...rest } = {}) => {
    if (testIds.length === 0) return run(rest);
    for (const { config } of runner.ctx.projects) config.isolate = false;
    const testFiles = [...new Set(testIds.map((id) => id.slice(0, id.indexOf("#"))))];
    return withUnreadable(await run({ ...rest, testFiles }), runner.ctx.state.getFiles());
  };
  return runner;
}
wholeFiles.inject = factory.inject;

/** A test file that cannot even be read any more has noticed the change too. */
function withUnreadable(result, files) {
  const failed = files
    .filter((file) => file.result?.state === "fail" && file.tasks.length === 0)
    .map(({ name, result: { errors } }) => ({
      id: name,
      name,
      timeSpentMs: 0,
      status: TestStatus.Failed,
      failureMessage: errors?.[0]?.message ?? "not read",
    }));
  return "tests" in result ? { ...result, tests: [...result.tests, ...failed] } : result;
}

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "whole-files", wholeFiles)];
