import { fileURLToPath } from "node:url";
import ts from "typescript";
import { entries } from "../../.config/package.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram([...entries.values()], options);
export const checker = program.getTypeChecker();

/** Whether a type is declared by this package, or written on the spot. */
export const isOurs = ({ symbol }: ts.Type) =>
  symbol === undefined ||
  symbol.name === "__type" ||
  (symbol.declarations ?? []).some((each) => each.getSourceFile().fileName.startsWith(`${root}src/`));

/** What no caller writes by hand: what functions give back, and programmes with their parts. Nobody is asked for all of it. */
export const MADE = new Set([
  "AcceleratedCandidate",
  "AssuranceGround",
  "BacklogSimulation",
  "Backtest",
  "CohortExchange",
  "CohortTable",
  "Conversion",
  "DailyShareLine",
  "Flightpath",
  "Forecast",
  "Funnel",
  "History",
  "InterventionGrounds",
  "Ladder",
  "LeftOut",
  "Offer",
  "OfferForecast",
  "PartnerOnLadder",
  "PerformanceByWindow",
  "PipelineChecked",
  "PlanChecked",
  "Problem",
  "ProfileComparison",
  "Programme",
  "RankedPerformer",
  "Report",
  "RequiredCapacity",
  "Requirement",
  "ReturnDue",
  "ReviewPack",
  "Scorecard",
  "Sensitivity",
  "Standard",
  "WorkingCalendar",
]);

/**
 * The parameters of a public function or class, of each of its signatures; or, by `"Object.method"`, of a method: of a
 * public type, of a public value, or of what a public function gives.
 */
export function parametersOf(door: string, name: string): readonly (readonly ts.Symbol[])[] {
  const [own, method] = name.split(".") as [string, string?];
  const exported = checker.getSymbolAtLocation(program.getSourceFile(entries.get(door)!)!)!;
  const alias = checker.getExportsOfModule(exported).find((each) => each.name === own)!;
  const found = checker.getAliasedSymbol(alias);
  if (method === undefined) return signaturesOf(checker.getTypeOfSymbol(found));
  const isType = (found.flags & ts.SymbolFlags.Type) !== 0;
  const type = isType ? checker.getDeclaredTypeOfSymbol(found) : checker.getTypeOfSymbol(found);
  const given = type.getCallSignatures()[0]?.getReturnType() ?? type;
  return signaturesOf(checker.getTypeOfSymbol(given.getProperty(method)!));
}

const signaturesOf = (type: ts.Type) =>
  [...type.getCallSignatures(), ...type.getConstructSignatures()].map((each) => each.parameters);
