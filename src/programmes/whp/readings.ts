import type { Answer, Reading } from "../../rules/index.js";
import { esfEnd } from "./standards.js";

/** What both contracts ask and answer alike; each adds its own paragraph, or the requirements that an answer changes. */
type Alike = Readonly<Record<string, Partial<Reading> | Partial<Answer> | readonly Answer[]>>;

const asWritten = {};
const inEngland = { attribute: "nation", is: ["england"] } as const;

export const acknowledgementClock = {
  asks: {
    id: "acknowledgement-clock",
    question: "From what are the two working days to acknowledge counted?",
  },
  answers: [
    { id: "receipt", says: "From receipt of the referral.", changes: asWritten },
    {
      id: "sent",
      says: "From the day the Jobcentre sent it.",
      changes: { set: { "css-1/acknowledged": { after: ["referral-sent"] } } },
    },
    {
      id: "made",
      says: "From the day the referral was made.",
      changes: { set: { "css-1/acknowledged": { after: ["referral-made"] } } },
    },
  ],
} as const satisfies Alike;

export const missedMeetingClock = {
  asks: {
    id: "missed-meeting-clock",
    question: "From when are the two working days after a missed meeting counted?",
  },
  answers: [
    { id: "the-meeting", says: "From the meeting.", changes: asWritten },
    {
      id: "when-it-became-known",
      says: "From the day the absence became known.",
      changes: { set: { "css-9/follow-up": { anchorDate: "knownOn" } } },
    },
  ],
} as const satisfies Alike;

export const esfNations = {
  asks: {
    id: "esf-nations",
    question: "Are ESF forms owed everywhere, or in England only as the ESF checks are?",
    citation: { source: "001", paragraph: "41" },
  },
  everywhere: { id: "everywhere", says: "Everywhere.", changes: asWritten },
  englandOnly: { id: "england-only", says: "In England only." },
} as const satisfies Alike;

/** The fields that hold the ESF forms of {@link esfNations} to England. */
export const englandOnly = {
  startForm: { when: [esfEnd, inEngland] },
  endForm: { when: [{ happened: ["started"], ...esfEnd }, inEngland] },
} as const;
