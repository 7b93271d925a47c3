import type { Reading } from "../../rules/index.js";
import { asWritten, countingReadings } from "../counting-conventions.js";
import * as whp from "../whp/readings.js";
import { survey } from "../whp/standards.js";

const item = whp.itemsOf("38");
const scored = [
  "css-4/contacted",
  "css-6/standards-provided",
  "css-7/finalised",
  "css-7/explored",
  "css-8/contact",
  "css-9/follow-up",
  "css-10/contents",
  "css-10/before-leaving",
  "css-10/kept",
  "css-11/start-form",
  "css-12/end-form",
];

/** What ¶38 leaves open. The first answer of each is what the data says. */
export const readings = [
  ...countingReadings,
  whp.noPercentageGiven(scored),
  whp.appointmentPercentage(item, "css-5/appointment", "css-5/prap-update.target"),
  whp.backlogTest(item, "css-2/backlog-share"),
  whp.backlogWork(item, {
    share: "css-2/backlog-share",
    acknowledged: "css-1/acknowledged",
    appointment: "css-5/appointment",
    update: "css-5/prap-update",
  }),
  whp.backlogDenominator("css-2/backlog-share"),
  whp.backlogMoment("css-2/backlog-share"),
  {
    id: "jets-backlog-reference",
    question:
      "CSS 2 points to the work of CSS 1 or 3, but 3 is the backlog rule itself: which work is meant?",
    citation: item("css-2/backlog-share"),
    answers: [
      { id: "resolved", says: "CSS 1 or 5, as the same words mean in WHP Core.", changes: asWritten },
      {
        id: "literal",
        says: "Literally 1 or 3; since 3 has no work of its own, CSS 1 only.",
        changes: { set: { backlog: { standards: ["css-1", "css-3"] } } },
      },
    ],
  },
  whp.backlogAgeFrom(item, "css-3/backlog-age"),
  whp.contactGap(["css-8/contact"]),
  whp.stopsWhileDisengaged(["css-8/contact"]),
  {
    id: "stops-while-in-work",
    question: "Does the contact clock stop while someone is in work?",
    basis: "assumed",
    answers: [
      { id: "no", says: "No: JETS has no standard of its own for contact in work.", changes: asWritten },
      { id: "yes", says: "Yes.", changes: { set: { "css-8/contact": { "stops.in-work": true } } } },
    ],
  },
  whp.missedMeetingClock(item),
  whp.exitWindow(item, "css-10/before-leaving"),
  whp.esfFormsEnd("css-11/start-form", "css-12/end-form"),
  whp.esfNations("css-11/start-form", "css-12/end-form"),
  whp.completionDate(item, "css-12/end-form"),
  whp.weeksRoll(item, "css-12/end-form"),
  whp.templateDay(item, "css-14/template-b"),
  whp.outcomeDay(),
  whp.leavingExcusesBut(["css-6/standards-provided", "css-11/start-form"]),
  {
    id: "jets-survey-groups",
    question: "Responses are to be split by customer group, but JETS has none: what is meant?",
    citation: item("css-13/responses-kept"),
    answers: [
      { id: "none", says: "Nothing: JETS has no customer groups (¶36).", changes: asWritten },
      {
        id: "contract-groups",
        says: "Split them by the contract's own groups.",
        changes: {
          set: {
            "css-13/responses-kept": {
              parts: [
                survey.recorded,
                survey.kept,
                { id: "split", says: "responses are split by the contract's groups", check: "human" },
              ],
            },
          },
        },
      },
    ],
  },
] as const satisfies readonly Reading[];
