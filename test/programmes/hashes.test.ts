import { exampleOffer, hashOf, type Programme } from "programme-rules";
import { expect, test } from "vitest";
import { shipped } from "./shipped.js";

/**
 * What each published revision says, as a fingerprint. A revision never changes: when data is
 * corrected, give it the next revision and add a line; lines are never edited once released.
 */
const PUBLISHED: Readonly<Record<string, string>> = {
  "whp-core cv04 1": "e1cfca47dba21563",
  "whp-core pre-covid 1": "8ca3bac84a2dc3ca",
  "whp-jets cv06 1": "3a30789bd1529a14",
  "work-programme regime-v1 1": "6de5e29fa57fcba3",
  "work-programme regime-v2 1": "93b1d2e6e2933683",
  "work-programme regime-v3 1": "fc39337aef1c02fa",
  "work-programme framework 1": "b7c0ff7760975233",
  "example-offer": "268e62e7f0c4045d",
};

const named = ({ id, edition, revision }: Programme) => `${id} ${edition} ${revision}`;

test.each(shipped.map((programme) => [named(programme), programme] as const))(
  "%s says what it said when it was published",
  (name, programme) => {
    expect(hashOf(programme), "The data changed: give it a new revision and a new line here.").toBe(
      PUBLISHED[name],
    );
  },
);

test("every published revision that is listed is still shipped", () => {
  expect(
    Object.keys(PUBLISHED).filter(
      (name) => !shipped.some((programme) => named(programme) === name) && name !== "example-offer",
    ),
  ).toEqual([]);
});

test("the example offer says what it said", () => {
  expect(hashOf(exampleOffer)).toBe(PUBLISHED["example-offer"]);
});
