import { whpJetsCv06 } from "programme-rules";
import { sensitivityChart } from "programme-rules/charts";
import { defineOffer, sensitivity } from "programme-rules/tender";
import { expect, test } from "vitest";
import { jetsTerms } from "../tender/offers.js";

const jets = defineOffer(whpJetsCv06, jetsTerms);

test("two bars an assumption", () => {
  expect(sensitivityChart(sensitivity(jets)).data?.values).toHaveLength(8);
  const { title } = sensitivityChart(sensitivity(jets, { answer: "income" }));
  expect(title.text).toBe("What moves income most");
});
