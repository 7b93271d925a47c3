import { expectTypeOf, test } from "vitest";
import { count, list, object, optional, type Shape, shapeOf, written } from "../../src/shapes/index.js";

interface Row {
  readonly id: string;
  readonly counts: readonly number[];
  readonly group?: string;
}

test("a shape and a type that agree", () => {
  const row = shapeOf<Row>()(object({ id: written, counts: list(count), group: optional(written) }));
  expectTypeOf(row).toEqualTypeOf<Shape<Row>>();
});

test("a shape with a field too few, too many, or of another kind does not agree", () => {
  // @ts-expect-error group is missing: a Row that has one would not come through
  shapeOf<Row>()(object({ id: written, counts: list(count) }));
  // @ts-expect-error a Row need not have a place
  shapeOf<Row>()(object({ id: written, counts: list(count), group: optional(written), place: count }));
  // @ts-expect-error an id is text
  shapeOf<Row>()(object({ id: count, counts: list(count), group: optional(written) }));
});
