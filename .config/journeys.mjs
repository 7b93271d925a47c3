// How often random journeys come to each verdict: node .config/journeys.mjs, after a build. For each requirement
// that dates alone can settle, how its cases fall in 10,000 journeys (a hundred for each of a hundred seeds), in how
// many of the seeds both verdicts turn up within the hundred, and how long making journeys takes.
import fc from "fast-check";
import { assess, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { checkable } from "programme-rules/testing";
import { caseloads, journeys } from "programme-rules/testing/arbitraries";

const asAt = "2023-12-31";
const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

function processorTime(act) {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1e6).toFixed(1);
}

for (const programme of [whpCoreCv04, whpJetsCv06]) {
  const ids = checkable(programme);
  const counts = new Map(ids.map((id) => [id, { met: 0, notMet: 0, both: 0 }]));
  for (const seed of seeds) {
    const seen = new Map(ids.map((id) => [id, new Set()]));
    for (const journey of fc.sample(journeys(programme), { numRuns: 100, seed }))
      for (const { requirement, verdict } of assess(programme, journey, { asAt, requirements: ids })) {
        seen.get(requirement).add(verdict);
        if (verdict === "met") counts.get(requirement).met++;
        if (verdict === "not-met") counts.get(requirement).notMet++;
      }
    for (const id of ids) if (seen.get(id).has("met") && seen.get(id).has("not-met")) counts.get(id).both++;
  }
  console.log(
    `\n${programme.title}\n\n| requirement | met | not met | both within 100 journeys |\n|---|--:|--:|--:|`,
  );
  for (const [id, { met, notMet, both }] of counts)
    console.log(`| \`${id}\` | ${met} | ${notMet} | ${both} of 100 seeds |`);
  const one = processorTime(() => fc.sample(journeys(programme), { numRuns: 10_000, seed: 1 }));
  const many = processorTime(() => fc.sample(caseloads(programme), { numRuns: 10_000, seed: 1 }));
  console.log(`\n10,000 journeys in ${one} s of processor time, 10,000 caseloads in ${many} s.`);
}
