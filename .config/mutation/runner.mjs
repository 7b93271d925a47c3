// Asks a room's tests of one change after another in one process. Source and tests are one bundle, which is read anew for
// each change, so that nothing made before the change is left; test files are asked one after the other until
// one fails, those named after the changed file first.
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  MutantRunStatus,
  TestStatus,
} from "@stryker-mutator/api/test-runner";

class OneProcess {
  times = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  /** The suite that the bundle is read into is the copy beside the bundle. */
  async init() {
    const { collected, state } = await import(pathToFileURL(".config/mutation/suite.mjs"));
    this.collected = collected;
    this.state = state;
  }

  async dryRun() {
    this.state.activeMutant = undefined;
    await this.read();
    const tests = [];
    for (const file of this.collected.keys()) tests.push(await this.measured(file));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.state.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, testFilter }) {
    Object.assign(this.state, { activeMutant: activeMutant.id, hitLimit, hitCount: 0 });
    const failed = await this.firstFailing(ownFirst(testFilter, activeMutant.fileName));
    const endless = determineHitLimitReached(this.state.hitCount, hitLimit);
    if (endless !== undefined) return endless;
    const nrOfTests = testFilter.length;
    return failed === undefined
      ? { status: MutantRunStatus.Survived, nrOfTests }
      : { status: MutantRunStatus.Killed, nrOfTests, killedBy: [failed.file], failureMessage: failed.says };
  }

  async firstFailing(files) {
    try {
      await this.read();
    } catch (error) {
      return { file: files[0], says: `cannot be read: ${error}` };
    }
    for (const file of files) {
      const says = await this.failureOf(file);
      if (says !== undefined) return { file, says };
    }
  }

  async read() {
    this.collected.clear();
    this.state.currentTestId = undefined;
    this.times++;
    await import(`${pathToFileURL(".bundled/tests.js")}?${this.times}`);
  }

  async measured(file) {
    const began = performance.now();
    this.state.currentTestId = file;
    const failureMessage = await this.failureOf(file);
    const test = { id: file, name: file, fileName: file, timeSpentMs: performance.now() - began };
    return failureMessage === undefined
      ? { ...test, status: TestStatus.Success }
      : { ...test, status: TestStatus.Failed, failureMessage };
  }

  /** What the first failing test of a file says; undefined when none fails. */
  async failureOf(file) {
    for (const run of this.collected.get(file)) {
      try {
        await run();
      } catch (error) {
        return String(error);
      }
    }
  }
}

/** The tests named after the changed file come first: they are the likeliest to notice. */
function ownFirst(tests, changed) {
  const name = basename(changed, ".ts");
  return [...tests].sort((one, other) => isOwn(other, name) - isOwn(one, name));
}

function isOwn(test, name) {
  return Number(basename(test).startsWith(`${name}.`));
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "one-process", OneProcess)];
