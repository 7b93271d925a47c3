// What the tests ask of vitest, inside the mutation tester: they are collected as they are read, and run one after another.
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

export function expect(value, message) {
  setState({ assertionCalls: 0 }, expect);
  return chai.expect(value, message);
}
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT], {
  getState: () => getState(expect),
  setState: (state) => setState(state, expect),
});
globalThis[GLOBAL_EXPECT] = expect;

/** What the changed source looks at: which change is on, and in whose name it notes what is reached. */
export const state = {};
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] = state;

/** The tests read so far, by file. */
export const collected = new Map();
let own;

export function begin(file) {
  own = [];
  state.currentTestId = file;
  collected.set(file, own);
}

export function test(_name, run) {
  own.push(run);
}
export function describe(_name, read) {
  read();
}
test.each = each(test);
describe.each = each(describe);

function each(one) {
  return (cases) => (name, act) => {
    const areLists = cases.every(Array.isArray);
    for (const given of cases) one(name, () => (areLists ? act(...given) : act(given)));
  };
}
