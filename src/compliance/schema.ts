import * as z from "zod/mini";
import type { Backlog, BacklogDay } from "../backlog/index.js";
import type { Holiday } from "../calendar/index.js";
import { type DueDate, UNDATED, type WorkItem } from "../deadlines/index.js";
import { leftOutSchema, problemCountSchema, problemSchema } from "../journey/index.js";
import { OPEN_VALUES, SUBJECTS, targetOf } from "../rules/index.js";
import {
  count,
  writtenDate as date,
  nullable,
  object,
  optional,
  shapeOf,
  share,
  written as text,
} from "../shapes/index.js";
import type { Finding } from "./assessment.js";
import type { Receipt, Report } from "./report/report.js";
import { LINE_VERDICTS, OUTCOMES, VERDICTS } from "./verdict.js";

const reason = z.enum(OUTCOMES.flatMap(([, why]) => (why === undefined ? [] : [why])));
const byReason = z.partialRecord(reason, count);

const openValue = object({ open: z.enum(OPEN_VALUES), note: optional(text) });
const bound = z.union([text, openValue]);

const problems = { problems: z.array(problemSchema), problemCounts: z.array(problemCountSchema) };
const leftOut = optional(leftOutSchema);

const receipt = shapeOf<Receipt>()(
  object({
    programme: text,
    edition: text,
    revision: count,
    hash: text,
    editions: optional(
      z.array(
        object({
          edition: text,
          revision: count,
          hash: text,
          from: optional(date),
          until: optional(date),
        }),
      ),
    ),
    packageVersion: text,
    calendarDataVersion: text,
    readings: z.record(text, text),
    asAt: date,
  }),
);

const shareOnDay = object({ on: date, share });
const days = object({
  lowest: shareOnDay,
  highest: shareOnDay,
  over: object({ lowest: count, highest: count }),
  closed: count,
  last: object({ on: date, lowest: share, highest: share }),
});
const counts = z.array(count);
const daily = object({
  from: date,
  inBacklog: counts,
  undetermined: counts,
  notRecorded: optional(counts),
  of: counts,
  waiting: optional(z.array(object({ journey: text, from: date, until: date }))),
});

const lineVerdict = z.enum(LINE_VERDICTS);
const by = z.record(z.string(), nullable(text));
const line = object({
  standard: text,
  requirement: text,
  title: text,
  target: z.union([targetOf(() => bound), object({ notScored: text })]),
  edition: optional(text),
  by: optional(by),
  subject: optional(z.enum(SUBJECTS)),
  counted: count,
  met: count,
  notMet: count,
  pending: count,
  undetermined: count,
  undeterminedBy: optional(byReason),
  excluded: optional(byReason),
  undated: optional(byReason),
  worst: share,
  best: share,
  headroom: optional(z.int()),
  verdict: lineVerdict,
  reason: optional(reason),
  series: optional(
    object({
      counts: z.record(text, count),
      undeterminedBy: optional(byReason),
      planned: z.union([z.array(count), openValue]),
      from: optional(text),
    }),
  ),
  measuredOn: optional(date),
  days: optional(days),
  daily: optional(daily),
  dependsOn: optional(z.array(object({ reading: text, answer: text, verdict: lineVerdict }))),
  misses: optional(z.array(text)),
});

const periodFields = { from: date, until: date, closedUntil: optional(date) };

const reportFields = {
  receipt,
  period: optional(object(periodFields)),
  by: optional(z.array(text)),
  journeys: count,
  leftOut,
  notRecorded: optional(z.array(text)),
  lines: z.array(line),
  openValues: z.array(text),
  ...problems,
  suppressed: optional(z.array(object({ requirement: text, by: optional(by) }))),
};

const findingFields = {
  journey: text,
  standard: text,
  requirement: text,
  case: count,
  verdict: z.enum(VERDICTS),
  reason: optional(reason),
  anchor: optional(object({ kind: text, on: date, knownOn: optional(date) })),
  opensOn: optional(date),
  dueOn: optional(date),
  doneOn: optional(date),
  workingDaysLate: optional(z.int()),
  evidence: z.array(count),
  projected: optional(z.literal(true)),
};

const shares = object({ "all-to-date": share, open: share, "received-in-month": share });

const backlogDay = shapeOf<BacklogDay>()(
  object({
    on: date,
    received: count,
    entered: count,
    left: count,
    inBacklog: count,
    undetermined: count,
    share,
    shares,
    longest: optional(object({ journey: text, receivedOn: date, ageWorkingDays: optional(z.int()) })),
  }),
);

const backlogFields = {
  requirement: text,
  asAt: date,
  measuredOn: date,
  inBacklog: count,
  undetermined: count,
  share,
  shares,
  waiting: z.array(
    object({
      journey: text,
      receivedOn: date,
      since: date,
      ageWorkingDays: optional(z.int()),
      work: z.array(text),
      adviser: optional(text),
    }),
  ),
  otherReadings: z.array(object({ reading: text, answer: text, share, undetermined: count })),
};

const workItem = shapeOf<WorkItem>()(
  object({
    journey: text,
    standard: text,
    requirement: text,
    title: text,
    opensOn: optional(date),
    dueOn: date,
    overdue: z.boolean(),
    workingDaysLeft: optional(z.int()),
    expected: optional(z.literal(true)),
    unrecorded: optional(z.literal(true)),
    unreadable: optional(z.literal(true)),
    notRecorded: optional(z.literal(true)),
    adviser: optional(text),
  }),
);

const dueDate = shapeOf<DueDate>()(
  object({
    journey: text,
    standard: text,
    requirement: text,
    title: text,
    case: count,
    anchor: optional(object({ kind: text, on: date })),
    waitsFor: optional(z.array(text)),
    opensOn: optional(date),
    dueOn: optional(date),
    undated: optional(z.enum(UNDATED)),
    doneOn: optional(date),
    ended: optional(z.enum(["excused", "stopped", "state-ended"])),
    projected: optional(z.literal(true)),
    unreadable: optional(z.literal(true)),
    notRecorded: optional(z.literal(true)),
  }),
);

const holiday = shapeOf<Holiday>()(
  object({
    on: date,
    title: text,
    kind: z.enum(["ordinary", "substitute", "moved", "extra", "closure"]),
    knownOn: optional(date),
    nations: optional(z.array(z.enum(["england-and-wales", "scotland", "northern-ireland"]))),
    projected: optional(z.literal(true)),
  }),
);
const reckoning = {
  from: date,
  workingDays: z.int(),
  on: date,
  notCounted: z.array(object({ on: date, holiday: optional(holiday) })),
  projected: z.boolean(),
};

const command = <Name extends string>(name: Name) => ({ command: z.literal(name) });

/** The published shapes of results: of the library's own, and of each command's `--json`. */
export const outputSchemas = {
  report: shapeOf<Report>()(object(reportFields)),
  finding: shapeOf<Finding>()(object(findingFields)),
  backlog: shapeOf<Backlog>()(object(backlogFields)),
  "command-check": object({ ...command("check"), ...reportFields }),
  "command-report": object({ ...command("report"), ...reportFields }),
  "command-readings": object({ ...command("readings"), ...reportFields }),
  "command-rules-diff": object({
    ...command("rules diff"),
    differences: z.array(
      object({
        change: z.enum(["added", "removed", "renumbered", "changed"]),
        about: text,
        id: text,
        was: optional(text),
        field: optional(text),
        from: optional(text),
        to: optional(text),
        says: text,
      }),
    ),
  }),
  "command-backlog": object({ ...command("backlog"), ...backlogFields, leftOut, ...problems }),
  "command-backlog-days": object({
    ...command("backlog days"),
    requirement: text,
    period: object(periodFields),
    days: z.array(backlogDay),
    leftOut,
    ...problems,
  }),
  "command-due": object({ ...command("due"), asAt: date, items: z.array(workItem), leftOut, ...problems }),
  "command-explain": object({
    ...command("explain"),
    journey: text,
    asAt: date,
    findings: z.array(object({ ...findingFields, title: text, sentence: text })),
    problems: z.array(problemSchema),
  }),
  "command-dates": object({ ...command("dates"), dates: z.array(dueDate), ...problems }),
  "command-calendar": z.union([
    object({ command: z.enum(["calendar add", "calendar subtract"]), ...reckoning }),
    object({ ...command("calendar count"), from: date, until: date, workingDays: z.int() }),
    object({ ...command("calendar holidays"), year: count, holidays: z.array(holiday) }),
    object({
      ...command("calendar month"),
      month: text,
      workingDays: z.array(date),
      holidays: z.array(holiday),
    }),
  ]),
} as const;
