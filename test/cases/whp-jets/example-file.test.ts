import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { commandLine } from "../../cli/terminal.js";

const data = (name: string) => fileURLToPath(new URL(`../../../examples/data/${name}`, import.meta.url));

/** What the command says of a referral of the example file, without its line breaks. */
async function explained(id: string): Promise<string> {
  const files = ["--events", data("jets-events.csv"), data("jets-caseload.csv")];
  const { out } = await commandLine(["explain", id, "--as-at", "2021-06-30", ...files]);
  return out.replace(/\s+/g, " ");
}

test("J0178, received on the Thursday before Easter, was acknowledged and planned too late", async () => {
  const said = await explained("J0178");
  // After Thu 1 April: Tue 6 (1), Wed 7 (2).
  expect(said).toContain(
    "Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 1]",
  );
  // After Thu 15 April: 16 19 20 21 22, 23 26 27 28 Thu 29 (10); late by Fri 30 April and Tue 4 May, not Mon 3 May.
  expect(said).toContain(
    "Started Thu 15 Apr 2021. Ten working days later is Thu 29 Apr 2021 (two weekends do not count). Action plan finalised Tue 4 May 2021: not met, two working days late. [001 ¶38 item 7]",
  );
  // Missed Thu 24 June; Fri 25 (1), Mon 28 (2).
  expect(said).toContain(
    "Meeting missed Thu 24 Jun 2021. Two working days later is Mon 28 Jun 2021 (the weekend does not count). Contact attempted Fri 25 Jun 2021: met, one working day to spare. [001 ¶38 item 9]",
  );
});

test("J0111, on ESF provision, got the exit report before its window opened", async () => {
  const said = await explained("J0111");
  // The last ten working days: Fri 21 20 19 18 17, Fri 14 13 12 11 Mon 10 May.
  expect(said).toContain(
    "The last ten working days up to and including Fri 21 May 2021 begin on Mon 10 May 2021 (the weekend does not count). Exit report given Thu 29 Apr 2021, before the window opened: not met. [001 ¶38 item 10]",
  );
  // From the eligibility meeting on Thu 1 April: Tue 6, 7, 8, 9, Mon 12 (5).
  expect(said).toContain(
    "Eligibility and referral meeting held Thu 1 Apr 2021. Five working days later is Mon 12 Apr 2021 (Good Friday, two weekends and Easter Monday do not count). ESF start form sent Mon 12 Apr 2021: met, on the last day. [001 ¶38 item 11]",
  );
  // Fri 21 May + 56 days: 10 days of May, 30 of June, Fri 16 July.
  expect(said).toContain(
    "Eight weeks later is Fri 16 Jul 2021. As at Wed 30 Jun 2021 still open, 16 days left: pending.",
  );
});

test("J0066 was contacted a day late after Easter, and in time ever since", async () => {
  const said = await explained("J0066");
  // After Mon 22 March: 23 24 25 26 29 30 31 March, Thu 1 April (8), Tue 6 (9), Wed 7 (10).
  expect(said).toContain(
    "Started Mon 22 Mar 2021. Ten working days later is Wed 7 Apr 2021 (two weekends, Good Friday and Easter Monday do not count). Contacted Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 8]",
  );
  // After Wed 26 May: 27 28, not Mon 31, 1 2 3 4, 7 8 9, Thu 10 June (10).
  expect(said).toContain(
    "Contacted Wed 26 May 2021. Ten working days later is Thu 10 Jun 2021 (two weekends and Spring bank holiday do not count). Contacted Thu 10 Jun 2021: met, on the last day.",
  );
});
