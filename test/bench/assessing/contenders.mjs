import { peer } from "../support/peers.mjs";

/** The six deadlines raced on: from which event, to which, within how many working days. */
export const DEADLINES = [
  ["css-1/acknowledged", "referral-received", "referral-acknowledged", 2],
  ["css-4/contacted", "referral-received", "contacted", 2],
  ["css-5/appointment", "referral-received", "initial-appointment", 15],
  ["css-5/prap-update", "referral-received", "prap-updated", 15],
  ["css-6/standards-provided", "started", "standards-provided", 1],
  ["css-7/finalised", "started", "action-plan-finalised", 10],
];

/** Verdicts by functions written for these six alone, with the same reading of dates and the same tables. */
export function handWritten({ epochDay, days, asAt }) {
  const firstOf = (events, kind) => {
    for (const event of events) {
      if (event.kind !== kind) continue;
      const day = epochDay(event.on);
      if (day <= asAt) return day;
    }
    return undefined;
  };
  const deadline =
    ([, from, to, within]) =>
    (journey) => {
      const anchor = firstOf(journey.events, from);
      if (anchor === undefined) return "not-applicable";
      const due = days.add(anchor, within);
      const done = firstOf(journey.events, to);
      if (done !== undefined && done <= due) return "met";
      return due < asAt ? "not-met" : "pending";
    };
  const rules = DEADLINES.map(deadline);
  return (journey) => rules.map((rule) => rule(journey));
}

/** What a general engine is told of one deadline: the days, found and counted for it. */
function factsOf({ epochDay, days, asAt }, journey) {
  const known = new Map();
  for (const { kind, on } of journey.events) {
    const day = epochDay(on);
    if (day <= asAt && !known.has(kind)) known.set(kind, day);
  }
  const facts = { asAt };
  DEADLINES.forEach(([, from, to, within], i) => {
    const anchor = known.get(from);
    facts[`due${i}`] = anchor === undefined ? -1 : days.add(anchor, within);
    facts[`done${i}`] = known.get(to) ?? 1e9;
  });
  return facts;
}

const VERDICTS = (i) => [
  ["not-applicable", { fact: `due${i}`, operator: "equal", value: -1 }],
  [
    "met",
    { fact: `due${i}`, operator: "notEqual", value: -1 },
    { fact: `done${i}`, operator: "lessThanInclusive", value: { fact: `due${i}` } },
  ],
  [
    "not-met",
    { fact: `due${i}`, operator: "notEqual", value: -1 },
    { fact: `done${i}`, operator: "greaterThan", value: { fact: `due${i}` } },
    { fact: `due${i}`, operator: "lessThan", value: { fact: "asAt" } },
  ],
  [
    "pending",
    { fact: `done${i}`, operator: "greaterThan", value: { fact: `due${i}` } },
    { fact: `due${i}`, operator: "greaterThanInclusive", value: { fact: "asAt" } },
  ],
];

/** json-rules-engine: a rule for each verdict of each deadline. */
export function jsonRulesEngine(world) {
  const { Engine } = peer("json-rules-engine");
  const engine = new Engine();
  DEADLINES.forEach((_deadline, i) => {
    for (const [verdict, ...all] of VERDICTS(i)) {
      engine.addRule({ conditions: { all }, event: { type: verdict, params: { i } } });
    }
  });
  return async (journey) => {
    const { events } = await engine.run(factsOf(world, journey));
    const verdicts = [];
    for (const { type, params } of events) verdicts[params.i] = type;
    return verdicts;
  };
}

/** zen-engine: one expression node, compiled once. */
export function zenEngine(world) {
  const { ZenEngine } = peer("@gorules/zen-engine");
  const expressions = DEADLINES.map((_deadline, i) => ({
    id: `e${i}`,
    key: `v${i}`,
    value: `due${i} == -1 ? "not-applicable" : (done${i} <= due${i} ? "met" : (due${i} < asAt ? "not-met" : "pending"))`,
  }));
  const nodes = [
    { id: "in", type: "inputNode", name: "in", position: { x: 0, y: 0 } },
    {
      id: "rules",
      type: "expressionNode",
      name: "rules",
      position: { x: 1, y: 0 },
      content: { expressions },
    },
    { id: "out", type: "outputNode", name: "out", position: { x: 2, y: 0 } },
  ];
  const edges = [
    { id: "a", sourceId: "in", targetId: "rules", type: "edge" },
    { id: "b", sourceId: "rules", targetId: "out", type: "edge" },
  ];
  const decision = new ZenEngine().createDecision({ nodes, edges });
  return async (journey) => {
    const { result } = await decision.evaluate(factsOf(world, journey));
    return DEADLINES.map((_deadline, i) => result[`v${i}`]);
  };
}
