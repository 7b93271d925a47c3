import type { EventOf, JourneyEvent, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { expectTypeOf, test } from "vitest";

type Jets = EventOf<typeof whpJetsCv06>;

test("an event of a programme is one of its kinds, with the fields of the kind", () => {
  expectTypeOf<{ kind: "contacted"; on: "2021-04-06" }>().toExtend<Jets>();
  expectTypeOf<{ kind: "prap-updated"; on: string; status: "did-not-attend" }>().toExtend<Jets>();
  expectTypeOf<{
    kind: "earnings";
    on: string;
    pence: number;
    knownOn: string;
    id: string;
  }>().toExtend<Jets>();
  expectTypeOf<{ kind: "job-started"; on: string; selfEmployed: undefined }>().toExtend<Jets>();
  expectTypeOf<{ kind: "retracted"; on: string; of: "e1" }>().toExtend<Jets>();
});

test("a misspelt kind, field or value, and what is left out that is needed, is none", () => {
  expectTypeOf<{ kind: "contaced"; on: string }>().not.toExtend<Jets>();
  expectTypeOf<{ kind: "prap-updated"; on: string; status: "banana" }>().not.toExtend<Jets>();
  expectTypeOf<{ kind: "prap-updated"; on: string }>().not.toExtend<Jets>();
  expectTypeOf<{ kind: "earnings"; on: string; pence: "100000" }>().not.toExtend<Jets>();
  expectTypeOf<{ kind: "retracted"; on: string; retracts: "e1" }>().not.toExtend<Jets>();
  // @ts-expect-error Excess fields are told where an event is written down.
  const misspelt: Jets = { kind: "contacted", on: "2021-04-06", known_on: "2021-04-07" };
  expectTypeOf(misspelt).toExtend<JourneyEvent>();
});

test("programmes differ, and every event is one that the library takes", () => {
  expectTypeOf<Jets>().toExtend<JourneyEvent>();
  expectTypeOf<EventOf<typeof whpCoreCv04>>().toExtend<JourneyEvent>();
  expectTypeOf<EventOf["kind"]>().toEqualTypeOf<string>();
});
