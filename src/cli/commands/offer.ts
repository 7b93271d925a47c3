import { Command } from "commander";
import type { Terminal } from "../output/terminal.js";
import { offerCapacityCommand } from "./offer/capacity.js";
import { offerFlightpathCommand } from "./offer/flightpath.js";
import { offerForecastCommand } from "./offer/forecast.js";
import { offerImpactCommand } from "./offer/impact.js";
import { offerSensitivityCommand } from "./offer/sensitivity.js";

/** `offer`: what a tender offer written in JSON comes to. */
export function offerCommand(terminal: Terminal): Command {
  return new Command("offer")
    .description(
      "What a tender offer comes to: forecast, what moves it, advisers it takes, its impact, a way back",
    )
    .addHelpText(
      "after",
      `
Examples:
  programme-rules offer forecast our-offer.json
  programme-rules offer sensitivity --answer chance our-offer.json
  programme-rules offer capacity our-offer.json --absence 2027-12-20..2028-01-07=25%
  programme-rules offer impact our-offer.json --as-at 2021-06-30 referrals.csv
  programme-rules offer flightpath our-offer.json --by 2028-03 --as-at 2027-09-30 cohorts.json`,
    )
    .addCommand(offerForecastCommand(terminal))
    .addCommand(offerSensitivityCommand(terminal))
    .addCommand(offerCapacityCommand(terminal))
    .addCommand(offerImpactCommand(terminal))
    .addCommand(offerFlightpathCommand(terminal));
}
