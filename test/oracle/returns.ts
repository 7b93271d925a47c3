import { dayOf, textOf, wallCalendar } from "./day-by-day.js";

/** A return found by walking a wall calendar: what it is, the month that had ended, the day. */
export interface OnTheWall {
  readonly return: string;
  readonly forMonth: string;
  readonly dueOn: string;
}

/**
 * The monthly returns of a span, the slow way: every day of it is looked at and asked whether it is the
 * day. `fifteenth`: a 15th that is not worked hands over to the next worked day. `nth`: how many days of
 * its month, from the first, were worked.
 */
export function returnsOnTheWall(
  calendar: string,
  { from, to }: { from: string; to: string },
  names: { readonly fifteenth?: string; readonly nth?: readonly [string, number] },
): OnTheWall[] {
  const wall = wallCalendar(calendar);
  const found: OnTheWall[] = [];
  for (let day = dayOf(from); day <= dayOf(to); day += 1) {
    const dueOn = textOf(day);
    const forMonth = textOf(dayOf(`${dueOn.slice(0, 7)}-01`) - 1).slice(0, 7);
    if (names.fifteenth !== undefined && isRolledFifteenth(wall, day))
      found.push({ return: names.fifteenth, forMonth, dueOn });
    if (names.nth !== undefined && wall.isWorkingDay(day) && workedSoFar(wall, day) === names.nth[1])
      found.push({ return: names.nth[0], forMonth, dueOn });
  }
  return found;
}

type Wall = ReturnType<typeof wallCalendar>;

function isRolledFifteenth(wall: Wall, day: number): boolean {
  const fifteenth = dayOf(`${textOf(day).slice(0, 7)}-15`);
  if (day < fifteenth || !wall.isWorkingDay(day)) return false;
  for (let before = fifteenth; before < day; before += 1) if (wall.isWorkingDay(before)) return false;
  return true;
}

function workedSoFar(wall: Wall, day: number): number {
  let count = 0;
  for (let at = dayOf(`${textOf(day).slice(0, 7)}-01`); at <= day; at += 1)
    if (wall.isWorkingDay(at)) count += 1;
  return count;
}
