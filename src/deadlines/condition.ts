import { epochDay } from "../date/index.js";
import type { Condition } from "../rules/index.js";
import type { Names } from "./compiled.js";
import type { Facts } from "./facts.js";
import { type Holds, NO, OPEN, type Test, UNKNOWN, YES } from "./holds.js";

const always: Test = () => YES;

/** All of the conditions as one test: the first NO decides, then UNKNOWN, then OPEN. */
export function compileConditions(conditions: readonly Condition[] | undefined, names: Names): Test {
  if (conditions === undefined || conditions.length === 0) return always;
  const tests = conditions.map((condition) => compileCondition(condition, names));
  if (tests.length === 1) return tests[0]!;
  return (facts, day) => {
    let result: Holds = YES;
    for (let i = 0; i < tests.length; i++) {
      const holds = tests[i]!(facts, day);
      if (holds === NO) return NO;
      if (holds > result) result = holds;
    }
    return result;
  };
}

function compileCondition(condition: Condition, names: Names): Test {
  if ("in" in condition) return names.state(condition.in).holds;
  if ("notIn" in condition) {
    const inside = names.state(condition.notIn).holds;
    return (facts, day) => opposite(inside(facts, day));
  }
  if ("group" in condition) return (facts) => inGroup(facts, condition.group);
  if ("notGroup" in condition) return (facts) => opposite(inGroup(facts, condition.notGroup));
  if ("attribute" in condition) return attributeTest(condition);
  if ("happened" in condition) return happenedTest(condition, names);
  if ("onOrAfter" in condition) {
    const from = epochDay(condition.onOrAfter);
    return (_facts, day) => (day >= from ? YES : NO);
  }
  const end = epochDay(condition.before);
  return (_facts, day) => (day < end ? YES : NO);
}

function opposite(holds: Holds): Holds {
  return holds === YES ? NO : holds === NO ? YES : holds;
}

function inGroup({ journey }: Facts, groups: readonly string[]): Holds {
  if (journey.group === undefined || journey.unreadable?.includes("group")) return UNKNOWN;
  return groups.includes(journey.group) ? YES : NO;
}

function attributeTest(condition: Extract<Condition, { attribute: string }>): Test {
  const { attribute, missing } = condition;
  const absent: Holds = missing === "yes" ? YES : missing === "no" ? NO : UNKNOWN;
  const wanted = "is" in condition ? condition.is : condition.isNot;
  const onMatch: Holds = "is" in condition ? YES : NO;
  return ({ journey }) => {
    const value = journey.attributes?.[attribute];
    if (journey.unreadable?.includes(attribute)) return UNKNOWN;
    if (value === undefined || value === "") return absent;
    return wanted.includes(value) ? onMatch : opposite(onMatch);
  };
}

function happenedTest(condition: Extract<Condition, { happened: unknown }>, names: Names): Test {
  const happened = names.matches(condition.happened);
  const unless = condition.unless === undefined ? undefined : names.matches(condition.unless);
  const end = condition.before === undefined ? undefined : epochDay(condition.before);
  return (facts) => {
    const day = happened.firstDay(facts);
    if (day !== undefined && end === undefined) return YES;
    if (happened.isUnreadable(facts)) return UNKNOWN;
    if (day !== undefined) return day < end! ? YES : NO;
    if (unless === undefined) return NO;
    if (unless.firstDay(facts) !== undefined) return NO;
    return unless.isUnreadable(facts) ? UNKNOWN : OPEN;
  };
}
