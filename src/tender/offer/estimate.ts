import { isOpen, type OpenValue } from "../../rules/index.js";

/** What a plan is unsure of: half the time at or below `likely`, never below `low` or above `high`. */
export interface EstimateRange<T> {
  readonly likely: T;
  readonly low: T;
  readonly high: T;
}

/** A planned value, a range where it is uncertain, or an open value where the plan does not say yet. */
export type Estimate<T> = T | EstimateRange<T> | OpenValue;

/** One value for everybody, or one for each customer group of the programme, by the group's id. */
export type ValueByGroup<T> = T | Readonly<Record<string, T>>;

/** The place of everybody in what may be split by group. */
export const EVERYBODY = "";

const RANGE = ["likely", "low", "high"] as const;

/** Whether an estimate is a range. */
export function isRange<T>(value: Estimate<T>): value is EstimateRange<T> {
  return isRecord(value) && RANGE.some((field) => field in value);
}

/** The values of an estimate with their names: one, the three of a range, or none where it is open. */
export function valuesOf<T>(value: Estimate<T>): (readonly [name: string, value: T])[] {
  if (isOpen(value)) return [];
  return isRange(value) ? RANGE.map((name) => [name, value[name]]) : [["", value]];
}

/** What may be split by group, each part under its group's id; under {@link EVERYBODY} where it is not. */
export function partsOf<T>(
  value: ValueByGroup<Estimate<T>>,
): (readonly [group: string, value: Estimate<T>])[] {
  return isEstimate(value) ? [[EVERYBODY, value]] : Object.entries(value);
}

function isEstimate<T>(value: ValueByGroup<Estimate<T>>): value is Estimate<T> {
  return !isRecord(value) || [...RANGE, "open", "pence"].some((field) => field in value);
}

type Months = Readonly<Record<string, number>>;

/** The tables of months by group; under {@link EVERYBODY} where they are not split. */
export function tablesOf(value: ValueByGroup<Months>): (readonly [group: string, months: Months])[] {
  const isOne = Object.values(value).every((each) => typeof each === "number");
  return isOne ? [[EVERYBODY, value as Months]] : Object.entries(value as Readonly<Record<string, Months>>);
}

/** What there is of a part of the plan: undefined where it was left out or is open. */
export function stated<T extends object>(part: T | OpenValue | undefined): T | undefined {
  return part === undefined || isOpen(part) ? undefined : part;
}

/** Percent text, which may be above 100%, as a fraction. */
export function fraction(percent: string): number {
  const [whole = "", decimals = ""] = percent.slice(0, -1).split(".");
  return Number(whole + decimals) / 10 ** (2 + decimals.length);
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
