import { type IsoDate, isoDate } from "../date/index.js";
import { NEVER } from "./never.js";

/** A field with the date of a day, or no field where the day has not come or is not known. */
export function dateIf<Name extends string>(name: Name, day: number): { [Key in Name]?: IsoDate } {
  return (Math.abs(day) < NEVER ? { [name]: isoDate(day) } : {}) as { [Key in Name]?: IsoDate };
}
