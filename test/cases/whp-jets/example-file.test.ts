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

// The referrals were found by a script that reads the two files and counts days on a wall calendar of its own.

test("J0172, received on the Thursday before Easter, was acknowledged too late and seen in time", async () => {
  const said = await explained("J0172");
  // After Thu 1 April: Tue 6 (1), Wed 7 (2).
  expect(said).toContain(
    "Two working days later is Wed 7 Apr 2021 (Good Friday, the weekend and Easter Monday do not count). Acknowledged Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 1]",
  );
  // After Thu 1 April: 6 7 8 9, 12 13 14 15 16 (9), 19 20 21 22 23, Mon 26 (15); from Wed 21: 22, 23, 26.
  expect(said).toContain(
    "15 working days later is Mon 26 Apr 2021 (Good Friday, four weekends and Easter Monday do not count). PRaP updated Wed 21 Apr 2021: met, three working days to spare. [001 ¶38 item 5]",
  );
});

test("J0442, received before the late May bank holiday, was acknowledged too late and planned on the last day", async () => {
  const said = await explained("J0442");
  // After Thu 27 May: Fri 28 (1), not Mon 31, Tue 1 June (2).
  expect(said).toContain(
    "Two working days later is Tue 1 Jun 2021 (the weekend and Spring bank holiday do not count). Acknowledged Wed 2 Jun 2021: not met, one working day late. [001 ¶38 item 1]",
  );
  // After Wed 9 June: 10 11, 14 15 16 17 18, 21 22 Wed 23 (10).
  expect(said).toContain(
    "Started Wed 9 Jun 2021. Ten working days later is Wed 23 Jun 2021 (two weekends do not count). Action plan finalised Wed 23 Jun 2021: met, on the last day. [001 ¶38 item 7]",
  );
});

test("J0009 got the exit report before its window opened", async () => {
  const said = await explained("J0009");
  // The last ten working days: Fri 11 10 9 8 Mon 7, Fri 4 3 2 Tue 1 June, not Mon 31, Fri 28 May.
  expect(said).toContain(
    "The last ten working days up to and including Sun 13 Jun 2021 begin on Fri 28 May 2021 (three weekends and Spring bank holiday do not count). Exit report given Thu 20 May 2021, before the window opened: not met. [001 ¶38 item 10]",
  );
});

test("J0305, on ESF provision, has the start form in time and the end form ahead", async () => {
  const said = await explained("J0305");
  // From the eligibility meeting on Wed 5 May: 6 7, 10 11 Wed 12 (5); from Mon 10: 11, 12.
  expect(said).toContain(
    "Eligibility and referral meeting held Wed 5 May 2021. Five working days later is Wed 12 May 2021 (the weekend does not count). ESF start form sent Mon 10 May 2021: met, two working days to spare. [001 ¶38 item 11]",
  );
  // Wed 16 June + 56 days: 14 days of June, 31 of July, Wed 11 August; from 30 June 31 + 11.
  expect(said).toContain(
    "Eight weeks later is Wed 11 Aug 2021. As at Wed 30 Jun 2021 still open, 42 days left: pending.",
  );
});

test("J0003 was contacted a day late after Easter, and in time ever since", async () => {
  const said = await explained("J0003");
  // After Mon 22 March: 23 24 25 26 29 30 31 March, Thu 1 April (8), Tue 6 (9), Wed 7 (10).
  expect(said).toContain(
    "Contacted Mon 22 Mar 2021. Ten working days later is Wed 7 Apr 2021 (two weekends, Good Friday and Easter Monday do not count). Contacted Thu 8 Apr 2021: not met, one working day late. [001 ¶38 item 8]",
  );
  // After Fri 21 May: 24 25 26 27 28, not Mon 31, 1 2 3 4 June, Mon 7 (10); from Fri 28: 1 2 3 4 7.
  expect(said).toContain(
    "Contacted Fri 21 May 2021. Ten working days later is Mon 7 Jun 2021 (three weekends and Spring bank holiday do not count). Contacted Fri 28 May 2021: met, five working days to spare.",
  );
  // Missed Tue 1 June; Wed 2 (1), Thu 3 (2).
  expect(said).toContain(
    "Meeting missed Tue 1 Jun 2021. Two working days later is Thu 3 Jun 2021. Contact attempted Thu 3 Jun 2021: met, on the last day. [001 ¶38 item 9]",
  );
});
