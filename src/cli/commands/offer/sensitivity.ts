import { Command } from "commander";
import { defined } from "../../../defined.js";
import { type Sensitivity, type SensitivityAnswer, sensitivity } from "../../../tender/index.js";
import { wholeNumber } from "../../input/command-options.js";
import { type OfferFileOptions, readOffer } from "../../input/offer-file.js";
import { jsonText } from "../../output/formats.js";
import { styled, type Terminal } from "../../output/terminal.js";
import { type Column, rightColumn, tableOrList } from "../../output/text-table.js";
import { amountWords, chanceText, countWords, percentWords } from "../../output/value-text.js";

interface SensitivityFlags extends OfferFileOptions {
  readonly answer: SensitivityAnswer;
  readonly level?: string;
  readonly runs: number;
  readonly seed: number;
}

/** `offer sensitivity`: which assumption moves the answer most. */
export function offerSensitivityCommand(terminal: Terminal): Command {
  return new Command("sensitivity")
    .description("Which assumption moves the answer most: each range at its low and its high end")
    .argument("<file>", "an offer written in JSON")
    .option("--programme <name>", "the programme bid for; the file's `base` unless given")
    .option("--answer <answer>", "outcomes, starts, income, rate or chance (of meeting a level)", "outcomes")
    .option("--level <id>", "the level of a rate or a chance; the first unless given")
    .option("--runs <number>", "how often chance is drawn", wholeNumber, 2000)
    .option("--seed <number>", "what fixes chance", wholeNumber, 1)
    .option("--json", "print JSON instead of text")
    .action((file: string, options: SensitivityFlags) => {
      const { answer, level, runs, seed } = options;
      const result = sensitivity(readOffer(file, options).offer, defined({ answer, runs, seed, level }));
      if (options.json) terminal.print(jsonText("offer sensitivity", result));
      else terminal.print(`${sensitivityText(result, terminal)}\n`);
    });
}

function sensitivityText(found: Sensitivity, terminal: Terminal): string {
  const { answer, level, base, standardError, runs, seed, rows, missing } = found;
  const name = level === null ? answer : `${answer} of ${level}`;
  if (base === null)
    return `The ${name} cannot be told: ${missing.map(({ address }) => address).join(", ")} missing.`;
  const said = (value: number, error: number | null = null) => {
    if (level === null) return amountWords(answer as "outcomes" | "starts" | "income", value);
    return error === null ? percentWords(value) : chanceText(value, error);
  };
  const over = rows.length === 0 ? "as planned" : `${answer === "chance" ? "" : "mean "}over all ranges`;
  const drawn = runs === null ? "" : ` of ${countWords(runs)} runs, seed ${seed}`;
  const head = styled(
    terminal,
    "bold",
    `What moves the ${name} most; ${over} ${said(base, standardError)}${drawn}`,
  );
  if (rows.length === 0) return `${head}\nNo assumption has a range.`;
  const columns: Column[] = [
    "Assumption",
    { heading: "Low", optional: true },
    { heading: "High", optional: true },
    ...["At its low", "At its high", "Apart"].map(rightColumn),
  ];
  const cells = rows.map(({ title, low, high, atLow, atHigh, atLowError, atHighError, swing }) => [
    ...[title, low, high, said(atLow, atLowError), said(atHigh, atHighError), said(swing)],
  ]);
  return `${head}\n\n${tableOrList(columns, cells, terminal.columns)}`;
}
