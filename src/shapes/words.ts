import * as z from "zod/mini";
import { isIsoDate } from "../date/index.js";
import { isPercent } from "../quantity/index.js";

/** What checks a value from outside and is published as JSON Schema; what comes through is a `T`. */
export type Shape<T = unknown> = z.ZodMiniType<T>;

/** As a value is after reading: nobody changes it. */
type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Frozen<Value[Name]> }
    : Value;

/** With every field there, so that one which may be left out is missed all the same. */
type Whole<Value> = Value extends readonly (infer Item)[]
  ? readonly Whole<Item>[]
  : Value extends object
    ? { readonly [Name in keyof Value]-?: Whole<Value[Name]> }
    : Value;

type Agree<T, Read> = [T] extends [Frozen<Read>]
  ? [Whole<T>, Whole<Read>] extends [Whole<Read>, Whole<T>]
    ? unknown
    : never
  : never;

/**
 * Says that a shape and a type are one and the same. The compiler holds it both ways: what the shape lets
 * through must be a `T`, every `T` must come through, and neither has a field more.
 */
export const shapeOf =
  <T>() =>
  <S extends Shape<T>>(shape: S & Agree<T, z.output<S>>): Shape<T> =>
    shape;

/** An object with these fields and no others. */
export const object = z.strictObject;
/** A field that may be left out, and is never `undefined`. */
export const optional = z.exactOptional;
export const nullable = z.nullable;
/** At least one. A list is asked for first: zod compares the length of anything that has one, and a hostile one throws. */
export const list = <S extends Shape>(item: S) =>
  z.pipe(z.array(z.unknown()), z.array(item).check(z.minLength(1)));

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Text that we wrote ourselves: it may be empty. */
export const written = z.string();
/** Text from outside, not empty; text is asked for first, as in {@link list}. */
export const text = z.pipe(z.string(), z.string().check(z.minLength(1)));
export const number = z.number();
/** No less than nought, and not always whole. */
export const amount = z.number().check(z.nonnegative());
export const count = z.int().check(z.nonnegative());
export const positive = z.int().check(z.positive());
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const isoDate = z.string().check(z.refine((value) => isIsoDate(value)));
export const isoMonth = z.string().check(z.regex(MONTH));
/** A date and a month that we wrote ourselves: published as texts among texts. */
export const writtenDate = written.check(z.refine((value) => isIsoDate(value)));
export const writtenMonth = written.check(z.regex(MONTH));
export const percent = z.string().check(z.refine((value) => isPercent(value)));
export const share = object({ count, of: count });
