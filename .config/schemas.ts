import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod/mini";
import { cohortShapes } from "../src/cohorts/published-shapes.js";
import { exchangeShape } from "../src/cohorts/tables/exchange-json.js";
import { outputSchemas } from "../src/compliance/schema.js";
import { journeySchema } from "../src/journey/schema.js";

import { groundsInputShape, policyInput } from "../src/regime/grounds-input.js";
import { groundsCommandShape, groundsShape } from "../src/regime/schema.js";
import { returnsSchemas } from "../src/returns/schema.js";
import { planFileSchema } from "../src/review/action-plan/plan.js";
import { reviewSchemas } from "../src/review/schema.js";
import { programmeSchema, variationSchema } from "../src/rules/programme-schema.js";

import { offerShape } from "../src/tender/offer/offer-shape.js";
import { tenderShapes } from "../src/tender/published-shapes.js";

/** Every shape the package publishes as JSON Schema: `programme-rules/schema/<name>.json`. */
const published = {
  programme: {
    schema: programmeSchema,
    title: "A programme: its standards, requirements, states, readings and sources",
  },
  variation: {
    schema: variationSchema,
    title: "A variation: a contract variation, an offer or filled-in values, as changes to a programme",
  },
  offer: {
    schema: offerShape,
    title: "An offer: what it changes of a programme, and what it is planned on",
  },
  journey: { schema: journeySchema, title: "A journey: one referral and what followed" },
  "cohort-exchange": {
    schema: exchangeShape,
    title: "An exchange of cohorts: which groups, which outcome, over what period, and what was achieved",
  },
  "offer-forecast": { schema: tenderShapes["offer-forecast"], title: "What an offer comes to" },
  "offer-sensitivity": {
    schema: tenderShapes["offer-sensitivity"],
    title: "What moves an answer about an offer most",
  },
  "offer-impact": {
    schema: tenderShapes["offer-impact"],
    title: "Which verdicts of a caseload a change moves",
  },
  "required-capacity": {
    schema: tenderShapes["required-capacity"],
    title: "The fewest advisers, or appointments a day, that keep a backlog small",
  },
  "backlog-simulation": {
    schema: tenderShapes["backlog-simulation"],
    title: "A queue, simulated day by day",
  },
  flightpath: { schema: tenderShapes.flightpath, title: "A flightpath: the way back to a level" },
  "command-offer-forecast": {
    schema: tenderShapes["command-offer-forecast"],
    title: "What `offer forecast --json` prints",
  },
  "command-offer-capacity": {
    schema: tenderShapes["command-offer-capacity"],
    title: "What `offer capacity --json` prints",
  },
  "command-offer-sensitivity": {
    schema: tenderShapes["command-offer-sensitivity"],
    title: "What `offer sensitivity --json` prints",
  },
  "command-offer-impact": {
    schema: tenderShapes["command-offer-impact"],
    title: "What `offer impact --json` prints",
  },
  "command-offer-flightpath": {
    schema: tenderShapes["command-offer-flightpath"],
    title: "What `offer flightpath --json` prints",
  },
  report: { schema: outputSchemas.report, title: "A report: a caseload against a programme" },
  "action-plan": { schema: planFileSchema, title: "A provider action plan, or an improvement plan" },
  finding: { schema: outputSchemas.finding, title: "A finding: one case of one requirement" },
  backlog: { schema: outputSchemas.backlog, title: "A backlog: who waits at the close of a day" },
  "grounds-input": { schema: groundsInputShape, title: "What grounds for intervention are gathered from" },
  "intervention-policy": {
    schema: policyInput,
    title: "A policy: the numbers by which a projection is short",
  },
  grounds: { schema: groundsShape, title: "Grounds for intervention, as at a day" },
  "command-grounds": { schema: groundsCommandShape, title: "What `grounds --json` prints" },
  "command-check": { schema: outputSchemas["command-check"], title: "What `check --json` prints" },
  "command-report": { schema: outputSchemas["command-report"], title: "What `report --json` prints" },
  "command-readings": { schema: outputSchemas["command-readings"], title: "What `readings --json` prints" },
  "command-rules-diff": {
    schema: outputSchemas["command-rules-diff"],
    title: "What `rules diff --json` prints",
  },
  "command-backlog": { schema: outputSchemas["command-backlog"], title: "What `backlog --json` prints" },
  "command-due": { schema: outputSchemas["command-due"], title: "What `due --json` prints" },
  "command-explain": { schema: outputSchemas["command-explain"], title: "What `explain --json` prints" },
  "command-calendar": { schema: outputSchemas["command-calendar"], title: "What `calendar … --json` prints" },
  "command-returns": { schema: returnsSchemas["command-returns"], title: "What `returns --json` prints" },
  "command-review": { schema: reviewSchemas["command-review"], title: "What `review --json` prints" },
  "command-scorecard": {
    schema: reviewSchemas["command-scorecard"],
    title: "What `review --scorecard --json` prints",
  },
  "command-cohorts": {
    schema: cohortShapes["command-cohorts"],
    title: "What `cohorts --json` prints",
  },
  "command-cohorts-conversion": {
    schema: cohortShapes["command-cohorts-conversion"],
    title: "What `cohorts conversion --json` prints",
  },
  "command-cohorts-compare": {
    schema: cohortShapes["command-cohorts-compare"],
    title: "What `cohorts compare --json` prints",
  },
  "command-cohorts-forecast": {
    schema: cohortShapes["command-cohorts-forecast"],
    title: "What `cohorts forecast --json` prints",
  },
  "command-cohorts-backtest": {
    schema: cohortShapes["command-cohorts-backtest"],
    title: "What `cohorts backtest --json` prints",
  },
  "command-cohorts-providers": {
    schema: cohortShapes["command-cohorts-providers"],
    title: "What `cohorts providers --json` prints",
  },
  "command-pipeline": { schema: returnsSchemas["command-pipeline"], title: "What `pipeline --json` prints" },
  "command-dates": { schema: outputSchemas["command-dates"], title: "What `dates --json` prints" },
} as const;

/** The JSON Schemas by name, draft 2020-12. */
export function jsonSchemas(): Record<string, object> {
  const entries = Object.entries(published).map(([name, { schema, title }]) => {
    const { $schema, ...body } = z.toJSONSchema(schema, { reused: "ref" });
    return [
      name,
      { $schema, $id: `https://unpkg.com/programme-rules/dist/schema/${name}.json`, title, ...body },
    ];
  });
  return Object.fromEntries(entries);
}

/** Writes each schema as a file of its own; part of the build. */
export function writeSchemas(): void {
  const folder = fileURLToPath(new URL("../dist/schema/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas()))
    writeFileSync(`${folder}${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
}
