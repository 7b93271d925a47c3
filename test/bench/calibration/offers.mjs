// node test/bench/calibration/offers.mjs: how often the bands of an offer hold what happens. Build first.
import { pathToFileURL } from "node:url";
import { library } from "../support/library.mjs";
import { table } from "../support/timing.mjs";
import { assumptionsOf, coverage, MEASURES, plans } from "./offered-plans.mjs";

const [RUNS, FUTURES, SEED] = [10_000, 4000, 2027];

/**
 * Prints a Markdown table: in how many of 4,000 futures of each plan, drawn person by person by a program of its own, the
 * referrals, starts and outcomes to date lie in the 95% bands of `forecastOffer`; the mean of the month ends from the
 * third on, and the least and the most of any. Throws when a mean is not from 92% to 98%; few people make whole
 * numbers coarse, so that the bands of a small plan may hold more.
 */
export async function offers() {
  const { defineOffer, forecastOffer, whpJetsCv06 } = await library("root", "tender");
  const rows = Object.entries(plans).map(([name, plan]) => {
    const offer = defineOffer(whpJetsCv06, { id: "planned", title: name, assumptions: assumptionsOf(plan) });
    const held = coverage(forecastOffer(offer, { runs: RUNS, bands: ["95%"] }), plan, FUTURES, SEED);
    return [name, ...MEASURES.map((measure) => said(held[measure], plan, `${name}: ${measure}`))];
  });
  console.log(table(["95% bands to date hold", ...MEASURES], rows));
}

function said(shares, plan, name) {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const isSmall = plan.referrals[0] < 100;
  if (mean < 0.92 || (mean > 0.98 && !isSmall))
    throw new Error(`${name}: ${percent(mean)} of the futures are held`);
  return `${percent(mean)} (${percent(Math.min(...shares))}–${percent(Math.max(...shares))})`;
}

const percent = (share) => `${(100 * share).toFixed(1)}%`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await offers();
