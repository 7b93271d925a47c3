import { FIRST_YEAR } from "./gregorian.js";

export const MONTH_NAMES: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const texts: string[] = [];

/** "2021-04" for a month counted from January 1900; written once, then handed out again. */
export function monthText(index: number): string {
  return texts[index] ?? writeMonth(index);
}

function writeMonth(index: number): string {
  const month = (index % 12) + 1;
  const text = `${FIRST_YEAR + Math.floor(index / 12)}-${month < 10 ? "0" : ""}${month}`;
  texts[index] = text;
  return text;
}

/** "February 2021", for sentences. */
export function monthName(index: number): string {
  return `${MONTH_NAMES[index % 12]} ${FIRST_YEAR + Math.floor(index / 12)}`;
}
