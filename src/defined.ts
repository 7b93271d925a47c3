/** The fields of `T`; those that may be `undefined` may be missing instead. */
export type Defined<T> = {
  [Name in keyof T as undefined extends T[Name] ? never : Name]: T[Name];
} & {
  [Name in keyof T as undefined extends T[Name] ? Name : never]?: Exclude<T[Name], undefined>;
};

/**
 * An object without the fields that are `undefined`: what is not known is left out of an answer, so that it
 * survives JSON as it is. Not for the hot path: it makes an object and walks it.
 */
export function defined<T extends object>(fields: T): Defined<T> {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as Defined<T>;
}

/** Whether an optional value is there: `null`, which JSON has for what is absent, is none. */
export function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null;
}

/** An object that has a field, or undefined: counts by reason, of which there may be none. */
export function filled<T extends object>(fields: T): T | undefined {
  return Object.keys(fields).length === 0 ? undefined : fields;
}

/** The fields of `T` while it is being written: an object made field by field takes a fraction of the time of one spread. */
export type Writable<T> = { -readonly [Field in keyof T]: T[Field] };
