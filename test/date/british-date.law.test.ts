import { UTCDate } from "@date-fns/utc";
import { format } from "date-fns/format";
import fc from "fast-check";
import { test } from "vitest";
import { FIRST_DAY, LAST_DAY } from "../../src/date/gregorian.js";
import { isoDate, longDate } from "../../src/date/index.js";

test("longDate agrees with date-fns in UTC", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
      (day) => longDate(day) === format(new UTCDate(isoDate(day)), "EEE d MMM yyyy"),
    ),
  );
});
