import { type Programme, whpCoreCv04, whpJetsCv06 } from "programme-rules";
import { workProgrammeFramework } from "programme-rules/programmes";
import { describe, expect, test } from "vitest";
import { type RuleCase, resultOf } from "../cases/case.js";

const said = (programme: Programme, given: Omit<RuleCase, "says">) =>
  resultOf(programme, { ...given, says: "" });
const START = "referral-received 2021-02-22, started 2021-03-01";

/** What a stranger with a wall calendar needs besides the dates: why this length, this day, this work. */
describe("a sentence can be counted again without the rules at hand", () => {
  test("a gap of the person's own names the day it was agreed", () => {
    // Mon 1 March: 2–5 are 1–4, 8–12 are 5–9, 15–19 are 10–14, Mon 22 is 15.
    const { sentence } = said(whpCoreCv04, {
      of: "css-8/contact",
      when: `${START}, contact-frequency-agreed 2021-03-08 workingDays=15, contacted 2021-03-19`,
      asAt: "2021-03-31",
      expect: "met",
    });
    expect(sentence).toBe(
      "Started Mon 1 Mar 2021. 15 working days later, as agreed Mon 8 Mar 2021, is Mon 22 Mar 2021 (three weekends do not count). Contacted Fri 19 Mar 2021: met, one working day to spare. [001 ¶37 item 8]",
    );
  });

  test("a gap whose day had passed when it was agreed says so", () => {
    // Five after Mon 1 March is Mon 8, before it was agreed on Fri 12.
    const { found, sentence } = said(whpCoreCv04, {
      of: "css-8/contact",
      when: `${START}, contact-frequency-agreed 2021-03-12 workingDays=5`,
      asAt: "2021-03-15",
      expect: "not-met: not-done",
    });
    expect(found.dueOn).toBe("2021-03-12");
    expect(sentence).toBe(
      "Started Mon 1 Mar 2021. Five working days later, as agreed Fri 12 Mar 2021, is Mon 8 Mar 2021 (the weekend does not count), which had passed: due the day it was agreed, Fri 12 Mar 2021. No contact by then: not met. [001 ¶37 item 8]",
    );
  });

  test("a due date moved off a holiday names every day it moved over", () => {
    // 15 April 2022 is Good Friday, 18 April Easter Monday.
    const { found, sentence } = said(whpCoreCv04, {
      of: "css-16/template-b",
      when: "month-ended 2022-03-31, template-b-sent 2022-04-19",
      asAt: "2022-04-30",
      expect: "met",
    });
    expect(found.dueOn).toBe("2022-04-19");
    expect(sentence).toBe(
      "Month ended Thu 31 Mar 2022. The 15th of the next month is Fri 15 Apr 2022; the next working day is Tue 19 Apr 2022 (Good Friday, the weekend and Easter Monday do not count). Standards template sent Tue 19 Apr 2022: met, on the last day. [001 ¶37 item 16]",
    );
  });

  test("eight weeks that end on a bank holiday name it, where they move", () => {
    // Mon 1 November + 56 days is Mon 27 December 2021; Tue 28 is a holiday too.
    const { sentence } = said(whpJetsCv06, {
      of: "css-12/end-form",
      when: "referral-received 2021-08-09, started 2021-08-13, left 2021-11-01, esf-end-form-sent 2021-12-29",
      asAt: "2022-01-31",
      readings: { "weeks-roll": "rolled" },
      expect: "met",
    });
    expect(sentence).toBe(
      "Left Mon 1 Nov 2021. Eight weeks later is Mon 27 Dec 2021; the next working day is Wed 29 Dec 2021 (Christmas Day and Boxing Day do not count). ESF end form sent Wed 29 Dec 2021: met, on the last day. [001 ¶38 item 12]",
    );
  });

  test("the fifteenth working day names the holidays of its month", () => {
    // April 2021: Thu 1 is 1; 6–9 are 2–5; 12–16 are 6–10; 19–23 are 11–15.
    const { sentence } = said(whpCoreCv04, {
      of: "returns/performance-return",
      when: "month-ended 2021-03-31, performance-return-sent 2021-04-26",
      asAt: "2021-04-30",
      expect: "not-met: late",
    });
    expect(sentence).toBe(
      "Month ended Wed 31 Mar 2021. The 15th working day of the next month is Fri 23 Apr 2021 (Good Friday, three weekends and Easter Monday do not count). Performance return sent Mon 26 Apr 2021: not met, one working day late. [001 ¶22]",
    );
  });

  test("a month after the first is counted from the one before", () => {
    const { sentence } = said(whpCoreCv04, {
      of: "css-15/asked",
      when: "contract-started 2021-03-01, survey-asked 2021-03-10",
      asAt: "2021-05-01",
      expect: "not-met: not-done",
      at: 2,
    });
    expect(sentence).toBe(
      "The month before ended Wed 31 Mar 2021. The last day of the next month is Fri 30 Apr 2021. No satisfaction question by then: not met. [001 ¶37 item 15]",
    );
  });

  test("a rule that does not apply names what shows it, and nothing that holds", () => {
    const leaver = (events: string) =>
      said(whpCoreCv04, {
        of: "css-12/contents",
        when: `${START}, ${events}, left 2021-04-09`,
        asAt: "2021-04-30",
        expect: "not-applicable: condition",
      }).sentence;
    expect(leaver("job-started 2021-03-15")).toBe(
      "Left Fri 9 Apr 2021. This applies only when not in work (job started Mon 15 Mar 2021): not applicable. [001 ¶37 item 12]",
    );
    const notStarted = said(whpCoreCv04, {
      of: "css-7/finalised",
      when: "referral-received 2021-03-01, prap-updated 2021-03-22 status=did-not-start",
      asAt: "2021-04-30",
      expect: "not-applicable: condition",
    });
    expect(notStarted.sentence).toContain(
      'This applies only once "started" is recorded (PRaP updated Mon 22 Mar 2021): not applicable.',
    );
    const stoppedByLeaving = said(whpCoreCv04, {
      of: "css-9/follow-up",
      when: `${START}, left 2021-03-12, meeting-missed 2021-03-19`,
      asAt: "2021-04-30",
      expect: "not-applicable: condition",
    });
    expect(stoppedByLeaving.sentence).toContain(
      "This applies only while on the programme (left Fri 12 Mar 2021): not applicable.",
    );
  });

  test("any work undone is told without due dates, which do not matter then", () => {
    const { sentence } = said(whpCoreCv04, {
      of: "css-4/backlog-share",
      when: "referral-received 2021-03-01, referral-acknowledged 2021-03-02",
      asAt: "2021-03-03",
      readings: { "backlog-test": "any-work-undone" },
      expect: "not-met: not-done",
    });
    expect(sentence).toBe(
      "Referral received Mon 1 Mar 2021. Acknowledged Tue 2 Mar 2021, no initial appointment and no PRaP update. In backlog as at Wed 3 Mar 2021: not met. [001 ¶37 item 4]",
    );
  });

  test("work still left is named", () => {
    // 25 working days after Mon 1 March is Wed 7 April.
    const { sentence } = said(whpJetsCv06, {
      of: "css-3/backlog-age",
      when: "referral-received 2021-03-01, referral-acknowledged 2021-03-02, initial-appointment 2021-03-15",
      asAt: "2021-04-08",
      expect: "not-met: not-done",
    });
    expect(sentence).toBe(
      "Referral received Mon 1 Mar 2021. 25 working days later is Wed 7 Apr 2021 (five weekends, Good Friday and Easter Monday do not count). Acknowledged Tue 2 Mar 2021; initial appointment held Mon 15 Mar 2021; no PRaP update. Work still left by then: not met. [001 ¶38 item 3]",
    );
  });

  test("only the parts that nobody attested wait for a person", () => {
    const { sentence } = said(whpCoreCv04, {
      of: "css-7/explored",
      when: `${START}, action-plan-finalised 2021-03-05, attested 2021-03-09 requirement=css-7/explored part=needs holds=true by=a-17`,
      asAt: "2021-04-30",
      expect: "undetermined: needs-review",
    });
    expect(sentence).toBe(
      "Action plan finalised Fri 5 Mar 2021. A person must look: ambitions, goals and priorities were explored together. Nobody has attested it: undetermined. [001 ¶37 item 7]",
    );
  });

  test("what was known later than it happened says since when", () => {
    const { sentence } = said(whpCoreCv04, {
      of: "css-1/acknowledged",
      when: "referral-received 2021-03-01, referral-acknowledged 2021-03-02 known=2021-03-10",
      asAt: "2021-03-31",
      expect: "met",
    });
    expect(sentence).toContain("Acknowledged Tue 2 Mar 2021, known Wed 10 Mar 2021: met");
  });

  test("a longer time for some says for whom", () => {
    // PG9, 25 working days after Mon 7 April 2014: 8–11 are 1–4, 14–17 are 5–8, 22–25 are 9–12, 28–2 May are 13–17; Mon 5 is a holiday; 6–9 are 18–21, 12–15 are 22–25.
    const { found, sentence } = resultOf(workProgrammeFramework, {
      says: "",
      of: "programme-engagement/attached",
      when: "referral-received 2014-04-07, started 2014-05-15",
      attributes: { nation: "england" },
      group: "pg9",
      asAt: "2014-06-30",
      expect: "met",
    });
    expect(found.dueOn).toBe("2014-05-15");
    expect(sentence).toMatch(/25 working days later, for .+, is Thu 15 May 2014/);
  });
});
