import { whpJetsCv06 } from "programme-rules";
import { forecastChart, levelChart } from "programme-rules/charts";
import { defineOffer, forecastOffer } from "programme-rules/tender";
import { expect, test } from "vitest";

const offer = defineOffer(whpJetsCv06, { id: "our-offer", title: "Our offer", basis: "assumed" });
const { runs: _, ...without } = forecastOffer(offer, { runs: 0 });

test("a forecast that lost its number of runs is refused by both charts, which say that number", () => {
  const broken = without as ReturnType<typeof forecastOffer>;
  for (const draw of [() => forecastChart(broken), () => levelChart(broken)])
    expect(draw).toThrow("without a usable runs. Expected the forecast of an offer.");
});
