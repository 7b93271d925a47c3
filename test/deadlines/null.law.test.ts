import fc from "fast-check";
import { assess, type Journey, type JourneyEvent, report, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { journeys } from "programme-rules/testing/arbitraries";
import { expect, test } from "vitest";

/** What is not there, as JSON and TypeScript may say it: every optional field that is absent becomes `none`. */
const spelledOut = (journey: Journey, fields: readonly string[], none: null | undefined): Journey => {
  const blank = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, none]));
  const events = journey.events.map(
    (event) => ({ ...blank(["knownOn", "id", ...fields]), ...event }) as JourneyEvent,
  );
  return {
    ...(blank(["programme", "group", "unreadable", "notRecorded", "leftOut"]) as object),
    ...journey,
    attributes: {
      ...blank(["provider", "adviser", "self_employed", "provision"]),
      ...journey.attributes,
    } as never,
    events,
  };
};

test.each([whpCoreCv04, whpJetsCv06])("$id: null and undefined are what is not there", (programme) => {
  const fields = [...new Set(programme.events.flatMap((kind) => ("fields" in kind ? [...kind.fields] : [])))];
  fc.assert(
    fc.property(
      fc.array(journeys(programme), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(null, undefined),
      (caseload, none) => {
        const asAt = "2021-12-31";
        const named = caseload.map((journey, at) => ({ ...journey, id: `R${at}` }));
        const blank = named.map((journey) => spelledOut(journey, fields, none));
        for (const [at, journey] of named.entries())
          expect(assess(programme, blank[at]!, { asAt })).toEqual(assess(programme, journey, { asAt }));
        const by = ["provider", "group"];
        expect(report(programme, blank, { asAt, by })).toEqual(report(programme, named, { asAt, by }));
      },
    ),
    { numRuns: 150 },
  );
});
