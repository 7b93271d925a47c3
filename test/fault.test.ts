import { describe, expect, test, vi } from "vitest";
import { isProgrammeFault, ProgrammeFault } from "../src/fault.js";

const detail = { code: "date/day", given: "a day", allowed: "another", todo: "Give it." };

/** The module once more, as `require` has it beside `import`. */
async function otherCopy(): Promise<typeof import("../src/fault.js")> {
  vi.resetModules();
  return import("../src/fault.js");
}

class OwnFault extends ProgrammeFault {}

describe("a fault of another copy of the package", () => {
  test("is recognised, both ways", async () => {
    const other = await otherCopy();
    expect(other.ProgrammeFault).not.toBe(ProgrammeFault);
    const theirs: unknown = new other.ProgrammeFault(detail);
    const ours: unknown = new ProgrammeFault(detail);
    expect([isProgrammeFault(theirs), theirs instanceof ProgrammeFault]).toEqual([true, true]);
    expect([other.isProgrammeFault(ours), ours instanceof other.ProgrammeFault]).toEqual([true, true]);
    expect(isProgrammeFault(theirs) && theirs.code).toBe("date/day");
  });

  test("is recognised when it is thrown by a whole other copy of the calendar", async () => {
    vi.resetModules();
    const other = await import("../src/calendar/index.js");
    expect(() => other.workingCalendar("scotland").rollForward("2021-02-29")).toThrow(ProgrammeFault);
  });

  test("is an instance of no subclass made here", async () => {
    const other = await otherCopy();
    class TheirFault extends other.ProgrammeFault {}
    const theirs: unknown = new TheirFault(detail);
    expect(theirs instanceof TheirFault).toBe(true);
    expect(theirs instanceof ProgrammeFault).toBe(true);
    expect(theirs instanceof OwnFault).toBe(false);
  });
});

describe("a subclass", () => {
  test("has its own instances, and those of its subclasses, alone", () => {
    class Narrower extends OwnFault {}
    const plain: unknown = new ProgrammeFault(detail);
    const own: unknown = new OwnFault(detail);
    const narrower: unknown = new Narrower(detail);
    expect([plain, own, narrower].map((fault) => fault instanceof OwnFault)).toEqual([false, true, true]);
    expect([plain, own, narrower].map((fault) => fault instanceof ProgrammeFault)).toEqual([
      true,
      true,
      true,
    ]);
    expect([plain, own, narrower].map(isProgrammeFault)).toEqual([true, true, true]);
    expect(own instanceof Narrower).toBe(false);
  });
});

describe("what is no fault", () => {
  const throwing = new Proxy(
    {},
    Object.fromEntries(
      Object.getOwnPropertyNames(Reflect).map((trap) => [
        trap,
        () => {
          throw new Error(trap);
        },
      ]),
    ),
  );
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const agreeing = new Proxy({}, { get: () => true, has: () => true });

  test.each<[string, unknown]>([
    ["null", null],
    ["nothing", undefined],
    ["a text", "ProgrammeFault"],
    ["a number", 1],
    ["a symbol", Symbol.for("programme-rules/fault")],
    ["another error", new Error("Given a day.")],
    ["an object of that name", { name: "ProgrammeFault", ...detail }],
    [
      "an error of that name",
      Object.assign(new Error("Given a day."), { name: "ProgrammeFault", ...detail }),
    ],
    ["a copy of a fault's fields", { ...new ProgrammeFault(detail) }],
    ["a fault that went through JSON", JSON.parse(JSON.stringify(new ProgrammeFault(detail)))],
    ["an object with the brand and no code", { [Symbol.for("programme-rules/fault")]: true }],
    ["a proxy that throws", throwing],
    ["a proxy that was revoked", revoked],
    ["a proxy that says yes to everything", agreeing],
    ["the class itself", ProgrammeFault],
  ])("%s", (_, value) => {
    expect(isProgrammeFault(value)).toBe(false);
    expect(value instanceof ProgrammeFault).toBe(false);
  });
});

test("the brand does not show", () => {
  const fault = new ProgrammeFault(detail);
  expect(Object.keys(fault).sort()).toEqual(["allowed", "code", "given", "name", "todo"]);
  expect(JSON.parse(JSON.stringify(fault))).toEqual({ name: "ProgrammeFault", ...detail });
});
