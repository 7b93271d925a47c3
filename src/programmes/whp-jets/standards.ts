import type { Citation, Standard } from "../../rules/index.js";
import { everyCase } from "../targets.js";
import * as whp from "../whp/standards.js";

const item = <Item extends string>(item: Item) =>
  ({ source: "001", paragraph: "38", item }) as const satisfies Citation;

/** The fourteen customer service standards of WHP JETS, source 001 ¶38. */
export const standards = [
  {
    id: "css-1",
    ...whp.acknowledgement.standard,
    citation: item("1"),
    requirements: [whp.acknowledgement.acknowledged],
  },
  {
    id: "css-2",
    ...whp.backlogShare.standard,
    citation: item("2"),
    requirements: [{ kind: "proportion", id: "css-2/backlog-share", ...whp.backlogShare.atMost }],
  },
  {
    id: "css-3",
    ...whp.backlogAge.standard,
    citation: item("3"),
    requirements: [{ kind: "deadline", id: "css-3/backlog-age", ...whp.backlogAge.atMost }],
  },
  {
    id: "css-4",
    title: "Make contact quickly",
    stage: "pre-programme",
    citation: item("4"),
    requirements: [
      {
        kind: "deadline",
        id: "css-4/contacted",
        title: "The person is contacted",
        event: ["contacted"],
        after: ["referral-received"],
        within: { workingDays: 2 },
        target: everyCase,
      },
    ],
  },
  {
    id: "css-5",
    ...whp.firstAppointment.standard,
    citation: item("5"),
    requirements: [
      { kind: "deadline", id: "css-5/appointment", ...whp.firstAppointment.held },
      { kind: "deadline", id: "css-5/prap-update", ...whp.firstAppointment.recorded },
    ],
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
        title: "The action plan is finalised",
        event: ["action-plan-finalised"],
        after: ["started"],
        within: { workingDays: 10 },
        early: true,
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
        title: "The participant is engaged",
        event: ["contacted"],
        while: "on-programme",
        ...whp.contact.regularly,
        frequency: whp.agreedFor("booked-meetings"),
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
    ...whp.exitReport.standard,
    citation: item("10"),
    requirements: [
      {
        kind: "content",
        id: "css-10/contents",
        title: "The exit report sums up the person's time and says where support can be found next",
        ...whp.exitReport.contents,
      },
      { kind: "deadline", id: "css-10/before-leaving", ...whp.exitReport.beforeLeaving },
      { kind: "content", id: "css-10/kept", ...whp.exitReport.kept },
    ],
  },
  {
    id: "css-11",
    ...whp.esfStartForm.standard,
    citation: item("11"),
    requirements: [{ kind: "deadline", id: "css-11/start-form", ...whp.esfStartForm.sent }],
  },
  {
    id: "css-12",
    ...whp.esfEndForm.standard,
    citation: item("12"),
    requirements: [{ kind: "deadline", id: "css-12/end-form", ...whp.esfEndForm.sent }],
  },
  {
    id: "css-13",
    ...whp.survey.standard,
    citation: item("13"),
    qualitative: whp.survey.qualitative,
    requirements: [
      { kind: "cadence", id: "css-13/asked", ...whp.survey.asked },
      {
        kind: "deadline",
        id: "css-13/template-a",
        subject: "contract",
        title: "The survey template (Annex A to Schedule 6 of CV06) is sent",
        ...whp.survey.templateA,
      },
      {
        kind: "content",
        id: "css-13/responses-kept",
        subject: "contract",
        title: "Each response is recorded and kept",
        record: "survey-response",
        parts: [whp.survey.recorded, whp.survey.kept],
        target: everyCase,
      },
    ],
  },
  {
    id: "css-14",
    ...whp.monthlyReport.standard,
    citation: item("14"),
    requirements: [
      {
        kind: "deadline",
        id: "css-14/template-b",
        subject: "contract",
        title: "The standards template (Annex B to Schedule 6 of CV06) is provided",
        ...whp.monthlyReport.templateB,
      },
    ],
  },
] as const satisfies readonly Standard[];
