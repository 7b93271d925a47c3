import { amend, whpCoreCv04 } from "programme-rules";
import { exampleOffer } from "programme-rules/programmes";
import { onLadder } from "programme-rules/regime";
import { describe, expect, test } from "vitest";

const asAt = "2021-06-30";

describe("the partner ladder", () => {
  const [ladder] = amend(whpCoreCv04, exampleOffer).ladders!;
  const decision = (partner: string, step: string, decidedOn: string, endedOn?: string) => ({
    partner,
    step,
    decidedOn,
    decidedBy: "partnerships manager",
    ...(endedOn === undefined ? {} : { endedOn }),
  });

  test("is what was decided, as known on the date; steps may be skipped and end", () => {
    const decisions = [
      decision("west", "suspension", "2021-05-04", "2021-06-01"),
      decision("east", "reduced-targets", "2021-06-01"),
      decision("east", "actions", "2021-04-01"),
      decision("east", "termination", "2021-07-01"),
    ];
    expect(onLadder(ladder!, decisions, { asAt })).toEqual([
      {
        partner: "east",
        open: ["actions", "reduced-targets"],
        taken: [
          { step: "actions", on: "2021-04-01", by: "partnerships manager" },
          { step: "reduced-targets", on: "2021-06-01", by: "partnerships manager" },
        ],
        passedOver: [],
      },
      {
        partner: "west",
        open: [],
        taken: [{ step: "suspension", on: "2021-05-04", by: "partnerships manager" }],
        passedOver: ["actions", "reduced-targets"],
      },
    ]);
  });

  test("has no step but its own", () =>
    expect(() => onLadder(ladder!, [decision("east", "fine", "2021-01-01")], { asAt })).toThrow(
      "Expected actions, reduced-targets, suspension, termination.",
    ));
});
