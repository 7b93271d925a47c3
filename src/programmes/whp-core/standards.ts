import type { Citation, Standard } from "../../rules/index.js";
import { everyCase } from "../targets.js";
import * as whp from "../whp/standards.js";
import { notStarted } from "../whp/states.js";

const item = <Item extends string>(item: Item) =>
  ({ source: "001", paragraph: "37", item }) as const satisfies Citation;

/** The sixteen customer service standards of WHP Core, source 001 ¶37. */
export const standards = [
  {
    id: "css-1",
    ...whp.acknowledgement.standard,
    citation: item("1"),
    requirements: [whp.acknowledgement.acknowledged],
  },
  {
    id: "css-2",
    title: "Try to make contact quickly",
    stage: "pre-programme",
    citation: item("2"),
    qualitative: "The attempt aims at setting up a first appointment.",
    requirements: [
      {
        kind: "deadline",
        id: "css-2/contact-attempted",
        title: "Contact with the person is attempted",
        event: ["contact-attempted", "contacted"],
        after: ["referral-received"],
        within: { workingDays: 2 },
        target: everyCase,
      },
    ],
  },
  {
    id: "css-3",
    ...whp.firstAppointment.standard,
    citation: item("3"),
    requirements: [
      { kind: "deadline", id: "css-3/appointment", ...whp.firstAppointment.held },
      { kind: "deadline", id: "css-3/prap-update", ...whp.firstAppointment.recorded },
    ],
  },
  {
    id: "css-4",
    ...whp.backlogShare.standard,
    citation: item("4"),
    requirements: [{ kind: "proportion", id: "css-4/backlog-share", ...whp.backlogShare.atMost }],
  },
  {
    id: "css-5",
    ...whp.backlogAge.standard,
    citation: item("5"),
    requirements: [{ kind: "deadline", id: "css-5/backlog-age", ...whp.backlogAge.atMost }],
  },
  {
    id: "css-6",
    ...whp.standardsGiven.standard,
    citation: item("6"),
    requirements: [whp.standardsGiven.provided],
  },
  {
    id: "css-7",
    ...whp.actionPlan.standard,
    citation: item("7"),
    qualitative: whp.actionPlan.qualitative,
    requirements: [
      {
        kind: "deadline",
        id: "css-7/finalised",
        title: "A starter's action plan is finalised",
        event: ["action-plan-finalised"],
        after: ["referral-received"],
        within: { workingDays: 20 },
        when: [{ happened: ["started"], unless: notStarted }],
        target: everyCase,
      },
      whp.actionPlan.explored,
    ],
  },
  {
    id: "css-8",
    ...whp.contact.standard,
    citation: item("8"),
    qualitative: whp.contact.qualitative,
    requirements: [
      {
        kind: "cadence",
        id: "css-8/contact",
        title: "The participant is contacted",
        event: ["contacted"],
        while: "on-programme",
        ...whp.contact.regularly,
        stops: { "in-work": true },
        frequency: whp.agreedFor("booked-meetings", [{ notIn: "in-work" }]),
      },
    ],
  },
  {
    id: "css-9",
    ...whp.missedMeetings.standard,
    citation: item("9"),
    requirements: [whp.missedMeetings.followedUp],
  },
  {
    id: "css-10",
    title: "Talk about support before a job begins",
    stage: "pre-work-support",
    citation: item("10"),
    requirements: [
      {
        kind: "deadline",
        id: "css-10/needs-discussed",
        title: "A talk about support needs in work is attempted",
        event: ["in-work-needs-attempted", "in-work-needs-discussed"],
        before: [{ entering: "in-work" }],
        sameDay: "needs-review",
        when: [{ in: "on-programme" }],
        target: everyCase,
      },
    ],
  },
  {
    id: "css-11",
    title: "Keep offering support in work",
    stage: "in-work-support",
    citation: item("11"),
    requirements: [
      {
        kind: "cadence",
        id: "css-11/in-work-contact",
        title: "While the participant is in work, contact is attempted",
        event: ["contact-attempted", "contacted"],
        while: "in-work-support",
        ...whp.contact.regularly,
        frequency: whp.agreedFor("in-work", [{ in: "in-work" }]),
      },
    ],
  },
  {
    id: "css-12",
    ...whp.exitReport.standard,
    citation: item("12"),
    requirements: [
      {
        kind: "content",
        id: "css-12/contents",
        title: "The exit report pack sums up the person's time and says where support can be found next",
        ...whp.exitReport.contents,
      },
      { kind: "deadline", id: "css-12/before-leaving", ...whp.exitReport.beforeLeaving },
      {
        kind: "deadline",
        id: "css-12/after-job-end",
        title: "When a job ends and the participant returns to the Jobcentre, the exit report is given",
        event: ["exit-report-provided"],
        after: [{ leaving: "in-work" }],
        anchorDate: "knownOn",
        laterOf: ["returned-to-jobcentre"],
        within: { workingDays: 10 },
        when: [
          { in: "on-programme", lastDay: "counts" },
          { happened: ["returned-to-jobcentre"], since: "anchor", until: [{ entering: "in-work" }] },
        ],
        owedAfterLeaving: true,
        target: everyCase,
      },
      { kind: "content", id: "css-12/kept", ...whp.exitReport.kept },
    ],
  },
  {
    id: "css-13",
    ...whp.esfStartForm.standard,
    citation: item("13"),
    requirements: [{ kind: "deadline", id: "css-13/start-form", ...whp.esfStartForm.sent }],
  },
  {
    id: "css-14",
    ...whp.esfEndForm.standard,
    citation: item("14"),
    requirements: [{ kind: "deadline", id: "css-14/end-form", ...whp.esfEndForm.sent }],
  },
  {
    id: "css-15",
    ...whp.survey.standard,
    citation: item("15"),
    qualitative: whp.survey.qualitative,
    requirements: [
      { kind: "cadence", id: "css-15/asked", ...whp.survey.asked },
      {
        kind: "deadline",
        id: "css-15/template-a",
        subject: "contract",
        title: "The survey template (Annex A to Schedule 6 of CV04) is sent",
        ...whp.survey.templateA,
      },
      {
        kind: "content",
        id: "css-15/responses-kept",
        subject: "contract",
        title: "Each response is recorded, kept and collated by customer group",
        record: "survey-response",
        parts: [
          whp.survey.recorded,
          whp.survey.kept,
          { id: "split", says: "responses are collated by customer group", check: "human" },
        ],
        target: everyCase,
      },
    ],
  },
  {
    id: "css-16",
    ...whp.monthlyReport.standard,
    citation: item("16"),
    requirements: [
      {
        kind: "deadline",
        id: "css-16/template-b",
        subject: "contract",
        title: "The standards template (Annex B to Schedule 6 of CV04) is provided",
        ...whp.monthlyReport.templateB,
      },
    ],
  },
] as const satisfies readonly Standard[];
