/** A day that has not come: later than any a calendar knows, and small enough to add to. */
export const NEVER = 2 ** 29;
