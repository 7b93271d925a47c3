import type * as root from "programme-rules";
import {
  amend,
  assess,
  type ContractLog,
  type Journey,
  mergeReports,
  ProgrammeFault,
  parsePercent,
  type Report,
  ReportBuilder,
  type ReportOptions,
  type RowMapping,
  type RowReader,
  readJourneys,
  report,
  rowReader,
  type Variation,
  type WorkingCalendar,
  whpCore,
  whpCoreCv04,
  whpJets,
  whpJetsCv06,
  withInForce,
  workingCalendar,
} from "programme-rules";
import type * as calendar from "programme-rules/calendar";
import {
  type CalendarDays,
  type CalendarOptions,
  epochDay,
  type LondonDateOptions,
  type OwnCalendar,
} from "programme-rules/calendar";
import type * as charts from "programme-rules/charts";
import type * as cohorts from "programme-rules/cohorts";
import {
  backtest,
  type CohortExchange,
  type CohortTable,
  cohortExchange,
  cohortTableFromCounts,
  conversion,
  type ExchangeDefaults,
  exchangeRows,
  forecast,
  funnel,
  kaplanMeier,
  performanceOver,
  rank,
} from "programme-rules/cohorts";
import type * as programmes from "programme-rules/programmes";
import { exampleOffer, workProgrammeRegimeV2 } from "programme-rules/programmes";
import type * as regime from "programme-rules/regime";
import {
  acceleratedCandidates,
  type CohortSource,
  type GroundsInput,
  type IndicatorSources,
  interventionGrounds,
  onLadder,
  type PerformanceFigure,
} from "programme-rules/regime";
import type * as returns from "programme-rules/returns";
import { checkPipeline, type PipelineReturn, type ReturnsOptions, returnsDue } from "programme-rules/returns";
import type * as review from "programme-rules/review";
import {
  type AssuranceReview,
  assuranceGrounds,
  balancedScorecard,
  checkProviderActionPlan,
  type ProviderActionPlan,
  type ReviewInput,
  reviewPack,
  type ScorecardInput,
} from "programme-rules/review";
import type * as rulebook from "programme-rules/rulebook";
import type * as tender from "programme-rules/tender";
import {
  type BacklogPlan,
  type BacklogSimulation,
  defineOffer,
  flightpath,
  forecastOffer,
  type Offer,
  type OfferForecast,
  type OfferTerms,
  requiredCapacity,
  sensitivity,
  simulateBacklog,
} from "programme-rules/tender";
import * as testing from "programme-rules/testing";
import type * as arbitraries from "programme-rules/testing/arbitraries";
import { caseloads, dates } from "programme-rules/testing/arbitraries";

/** The lists of arguments with which a function is called; each is made anew whenever it is asked for. */
export type Calls = Readonly<Record<string, readonly (() => unknown[])[]>>;

/** A call of a method: `object[method](...args)`. */
export interface MethodCall {
  readonly object: object;
  readonly method: string;
  readonly args: unknown[];
}

type Callable = (...given: never[]) => unknown;
type Lists<F> = readonly (() => F extends (...given: infer Given) => unknown ? [...Given] : never)[];

/** A list of calls for every function of a door, or for every method of an object. The compiler holds each to its type. */
type CallsOf<Of> = {
  readonly [Name in keyof Of as Of[Name] extends Callable ? Name : never]: Lists<Of[Name]>;
};

const AS_AT = "2021-06-30";
const nobodyIsTold = () => undefined;
const profile = () => ["0%", "1%", "3%", "6%", "10%", "14%", "17.5%", "20%", "22%"];
const window = () => ({ days: 238, lagDays: 61 });
const chance = () => ({ seed: 1, runs: 20, firstRun: 0 });
const learning = () => ({
  prior: "22%",
  spread: 0.4,
  cohortSpread: 0.2,
  timingSpread: 0.15,
  reportingLagMonths: 1,
});
const citation = () => ({ source: "001", paragraph: "38", item: "1" });

const grounded = () => ({ citation: citation(), basis: "assumed" as const });

const journey = (id = "R1"): Journey => ({
  id,
  programme: "whp-jets",
  attributes: { provider: "north", site: "n1", area: "cpa-1", nation: "england", self_employed: false },
  events: [
    { kind: "referral-received", on: "2021-03-01", id: "E1", knownOn: "2021-03-01" },
    { kind: "referral-acknowledged", on: "2021-03-03", knownOn: "2021-03-04" },
    { kind: "initial-appointment", on: "2021-03-10" },
    { kind: "prap-updated", on: "2021-03-10", status: "started" },
    { kind: "started", on: "2021-03-10" },
    { kind: "contact-frequency-agreed", on: "2021-03-10", workingDays: 5, for: "booked-meetings" },
    { kind: "job-started", on: "2021-04-06", selfEmployed: false },
    { kind: "earnings", on: "2021-05-28", pence: 120_000 },
  ],
});

/** A journey of WHP Core with whatever else a journey may say. */
const coreJourney = (): Journey => ({
  id: "R3",
  programme: "whp-core",
  group: "disability",
  attributes: { provider: "south", nation: "wales" },
  events: [
    { kind: "referral-received", on: "2021-03-01" },
    { kind: "started", on: "2021-03-10" },
  ],
  unreadable: ["left"],
  notRecorded: ["contacted"],
  leftOut: "id-twice",
});

/** For what is done again under every reading. */
const briefJourney = (): Journey => ({
  id: "R4",
  events: [
    { kind: "referral-received", on: "2021-03-28" },
    { kind: "referral-acknowledged", on: "2021-03-31" },
  ],
});

const journeys = (): Journey[] => [journey("R1"), journey("R2")];

const contractLog = (): ContractLog => ({
  id: "C1",
  subject: "contract",
  attributes: { nation: "england" },
  events: [
    { kind: "contract-started", on: "2021-01-04", knownOn: "2021-01-05", id: "L1" },
    { kind: "review-held", on: "2021-05-20" },
    { kind: "performance-return-sent", on: "2021-05-21", forMonth: "2021-04" },
  ],
  unreadable: [],
  notRecorded: ["survey-asked"],
});

const asAtOptions = () => ({
  asAt: AS_AT,
  beyondPublished: "project" as const,
  including: ["contract", "guidance", "recommended", "offered"] as const,
  onProblem: nobodyIsTold,
});

const assessOptions = () => ({ ...asAtOptions(), requirements: ["css-1/acknowledged", "css-8/contact"] });

const reportOptions = () =>
  ({
    ...assessOptions(),
    period: { from: "2021-03-01", until: "2021-06-30" },
    by: ["provider", "site"],
    contractLog: contractLog(),
    suppressBelow: 1,
  }) satisfies ReportOptions;

const aReport = (): Report => report(whpJetsCv06, journeys(), { asAt: AS_AT });
const coreReport = (): Report =>
  report(whpCoreCv04, [coreJourney()], {
    asAt: AS_AT,
    period: { from: "2021-03-01", until: "2021-04-30" },
    requirements: ["css-4/backlog-share"],
  });

const counts = () => [
  { month: "2021-03", starts: 200, converted: [0, 2, 6, 11] },
  { month: "2021-04", starts: 200, converted: [0, 4, 7] },
];
const aTable = (): CohortTable => cohortTableFromCounts(counts(), { asAt: AS_AT, window: window() });
const groupedCounts = () => counts().map((each) => ({ ...each, group: "north" }));
const groupedTable = (): CohortTable =>
  cohortTableFromCounts(groupedCounts(), { asAt: AS_AT, window: window(), by: "provider" });
const anExchange = (): CohortExchange => cohortExchange(whpJetsCv06, journeys(), { asAt: AS_AT });
const performers = () => [
  { id: "north", share: { count: 20, of: 100 } },
  { id: "south", share: { count: 11, of: 50 } },
  { id: "east", share: { count: 2, of: 10 } },
  { id: "west", share: { count: 30, of: 90 } },
];
const lives = () => [3, 5, 5, 8].map((time) => ({ time, event: time !== 8 }));

const ownCalendar = (): OwnCalendar => ({
  name: "our offices",
  holidays: ["2021-12-25", { on: "2021-04-02", title: "Good Friday", knownOn: "2020-12-01" }],
  knownFrom: "2021-01-01",
  knownUntil: { year: 2022, month: 12, day: 31 },
});

const calendarOptions = (): CalendarOptions => ({
  closures: ["2021-12-29", { on: "2021-12-30", title: "shut", knownOn: "2021-11-01" }],
  weekend: [6, 7],
  beyondPublished: "project",
  asKnownOn: "2021-12-01",
});

const londonOptions = (): LondonDateOptions => ({
  closesAt: "17:00",
  calendar: workingCalendar("england-and-wales"),
});

const calendarCalls = {
  workingCalendar: [
    () => ["england-and-wales", calendarOptions()],
    () => [ownCalendar(), { closures: ["2021-12-29"] }],
    () => [["2021-12-25", { on: "2021-12-27", title: "Christmas Day (substitute)", knownOn: "2021-01-01" }]],
  ],
  londonDate: [
    () => ["2021-04-01T16:30:00Z", londonOptions()],
    () => [new Date(0)],
    () => [1_617_292_800_000, { closesAt: "09:30" }],
    () => [{ epochMilliseconds: 1_617_292_800_000 }],
  ],
  isProgrammeFault: [() => [new ProgrammeFault(faultDetail())], () => [new Error("another")]],
} satisfies Pick<CallsOf<typeof calendar>, "workingCalendar" | "londonDate" | "isProgrammeFault">;

const faultDetail = () => ({
  code: "room/wrong",
  given: "one",
  allowed: "two",
  todo: "Give two.",
  nearest: "too",
});

const mapping = (): RowMapping => ({
  columns: { id: "Reference", received_on: "Date received", prap_status: "PRaP" },
  eventColumns: { id: "Referral", on: "Date" },
  ignore: ["Notes"],
  dates: { "*": "uk", on: ["uk", "dd-MMM-yy"] },
  times: "as-written",
  excelSerials: true,
  values: { prap_status: { DNA: "did-not-attend" } },
  blank: ["NULL"],
  programme: {
    id: "whp-jets",
    events: [
      { id: "referral-received" },
      { id: "prap-updated", fields: ["status"] },
      { id: "contacted" },
      { id: "left" },
    ],
    outcomes: [{ event: "job-outcome-met" }],
    calendars: { england: "england-and-wales" },
    groups: [{ id: "disability" }],
  },
  events: [{ Referral: "R1", kind: "contacted", Date: "06/04/2021" }],
  notRecorded: ["contacted"],
  absentMeansNo: ["left"],
});

const wideRow = () => ({
  Reference: "R1",
  "Date received": "01/04/2021",
  PRaP: "DNA",
  prap_updated_on: "12/04/2021",
  Notes: "NULL",
});

const variation = (): Variation => ({
  id: "our-variation",
  title: "Acknowledge within one working day",
  edition: "cv07",
  ...grounded(),
  changes: {
    set: { "css-1/acknowledged": { within: { workingDays: 1 } } },
    add: { events: [{ id: "called-back", title: "Called back", absent: "No call back" }] },
    remove: ["returns/evaluation-report"],
    settles: ["counting-day"],
  },
});

const outcomeOptions = () => ({
  asAt: AS_AT,
  outcome: "job-outcome",
  onProblem: nobodyIsTold,
  notificationLagDays: 61,
});

const backlogSpan = () => ({
  from: "2021-03-01",
  until: "2021-03-12",
  asAt: AS_AT,
  knowledge: "then" as const,
  beyondPublished: "project" as const,
  onProblem: nobodyIsTold,
});

const spans = () => ({ cv06: { from: "2020-10-05", until: "2022-03-31", basis: "assumed" as const } });

async function* stream() {
  yield* journeys();
}

const rootCalls = {
  ...calendarCalls,
  backlog: [
    () => [whpJetsCv06, journeys(), { ...asAtOptions(), otherReadings: false }],
    () => [whpJetsCv06, journeys(), { asAt: { year: 2021, month: 6, day: 30 } }],
  ],
  backlogAcrossReadings: [() => [whpJetsCv06, journeys(), backlogSpan()]],
  backlogByDay: [() => [whpJetsCv06, journeys(), backlogSpan()]],
  acrossReadings: [() => [whpJetsCv06, briefJourney(), asAtOptions()]],
  assess: [
    () => [whpJetsCv06, journey(), assessOptions()],
    () => [whpCoreCv04, coreJourney(), { asAt: AS_AT }],
  ],
  explain: [() => [whpJetsCv06, journey(), assess(whpJetsCv06, journey(), asAtOptions())[0]!, asAtOptions()]],
  explainReport: [() => [aReport()]],
  mergeReports: [() => [[aReport(), report(whpJetsCv06, [journey("R9")], { asAt: AS_AT })]]],
  report: [
    () => [whpJetsCv06, journeys(), reportOptions()],
    () => [whpJetsCv06, journeys(), { asAt: AS_AT, by: "provider", contractLog: [contractLog()] }],
    () => [whpCoreCv04, [coreJourney()], { asAt: AS_AT }],
  ],
  reportAcrossReadings: [() => [whpJetsCv06, journeys(), reportOptions()]],
  reportStream: [() => [whpJetsCv06, stream(), { ...reportOptions(), onProgress: nobodyIsTold }]],
  dueDates: [() => [whpJetsCv06, journey(), asAtOptions()]],
  worklist: [() => [whpJetsCv06, journeys(), { ...asAtOptions(), withinWorkingDays: 10 }]],
  readJourneys: [() => [[wideRow()], mapping()]],
  rowReader: [
    () => [
      mapping(),
      nobodyIsTold,
      { referrals: "referrals.csv", events: "events.csv", columns: ["Reference"] },
    ],
  ],
  withEvents: [
    () => [
      journey(),
      [
        {
          journey: "R1",
          line: 2,
          event: { kind: "contacted", on: "2021-04-06", knownOn: "2021-04-07", id: "E9" },
        },
        { journey: "R1", line: 3, file: "events.csv", unreadable: "left" },
      ],
    ],
  ],
  assessIndicators: [() => [whpCoreCv04, coreJourney(), { asAt: AS_AT, onProblem: nobodyIsTold }]],
  assessOutcome: [() => [whpJetsCv06, journey(), outcomeOptions()]],
  outcomeWindow: [
    () => [whpJetsCv06, { startedOn: "2021-03-01", selfEmployed: true, outcome: "job-outcome" }],
  ],
  compareShare: [() => [{ count: 199, of: 200 }, parsePercent("99.5%")]],
  formatPence: [() => [100_050]],
  formatShare: [() => [{ count: 1989, of: 2000 }, "99.5%"]],
  parsePercent: [() => ["99.5%"]],
  parsePounds: [() => ["£1,000.50"]],
  share: [() => [199, 200]],
  amend: [
    () => [whpJetsCv06, variation()],
    () => [whpJetsCv06, [variation(), { id: "other", title: "Nothing else", basis: "assumed", changes: {} }]],
  ],
  defineProgramme: [() => [structuredClone(whpJetsCv06)]],
  diff: [() => [whpCoreCv04, whpJetsCv06]],
  editionOn: [() => [withInForce(whpJets, spans()), "2021-04-01"]],
  hashOf: [() => [whpJetsCv06], () => [variation()]],
  parseProgramme: [() => [JSON.stringify(whpJetsCv06)], () => [structuredClone(whpJetsCv06)]],
  safeParseProgramme: [() => [JSON.stringify(whpJetsCv06)], () => [structuredClone(whpJetsCv06)]],
  withInForce: [
    () => [whpJets, spans()],
    () => [whpCore, { cv04: { from: "2020-10-05", citation: citation() } }],
  ],
  withReadings: [
    () => [whpJetsCv06, { "counting-day": "day-1", "backlog-test": "any-work-undone" }],
    () => [structuredClone(whpJetsCv06), { "counting-day": "day-1" }],
  ],
} satisfies CallsOf<typeof root>;

const day = () => epochDay("2021-04-01");

const calendarDoorCalls = {
  ...calendarCalls,
  addMonths: [() => [day(), 1]],
  dayOfWeek: [() => [day()]],
  epochDay: [() => ["2021-04-01"], () => [{ year: 2021, month: 4, day: 1 }]],
  firstOfMonth: [() => ["2021-04"]],
  isIsoDate: [() => ["2021-04-01"]],
  isoDate: [() => [day()]],
  lastOfMonth: [() => ["2021-04"]],
  longDate: [() => [day()]],
  monthOf: [() => [day()]],
  nextMonth: [() => ["2021-12", -2]],
  readUkDate: [() => ["01/04/2021"]],
  yearOf: [() => [day()]],
} satisfies CallsOf<typeof calendar>;

const rulebookCalls = {
  describeRequirement: [() => [whpJetsCv06, whpJetsCv06.standards[0].requirements[0]]],
  formatCitation: [() => [citation()]],
  comparisonPage: [() => [[whpCoreCv04, whpJetsCv06]]],
  eventsPage: [() => [[whpCoreCv04, whpJetsCv06]]],
  programmePage: [() => [whpJetsCv06]],
  readingsPage: [() => [[whpCoreCv04, whpJetsCv06]]],
  ruleBook: [
    () => [
      [whpCoreCv04, whpJetsCv06],
      {
        sideBySide: [whpCoreCv04, whpJetsCv06],
        variations: [{ variation: variation(), varied: amend(whpJetsCv06, variation()) }],
      },
    ],
  ],
  standardSection: [() => [whpJetsCv06, whpJetsCv06.standards[6], "readings.md"]],
  variationPage: [() => [amend(whpJetsCv06, variation()), variation()]],
} satisfies CallsOf<typeof rulebook>;

const triangle = () => [[100, 150, 165], [110, 165, null], [120]];
const exchangeDefaults = (): ExchangeDefaults => ({
  asAt: "2021-04-30",
  window: window(),
  cohortsBy: "start",
  programme: "our-programme",
  outcome: "job-outcome",
  sought: "22%",
});

const cohortCalls = {
  bornhuetterFerguson: [() => [triangle(), [150, 180, 190], { tail: 1.05 }]],
  chainLadder: [() => [triangle(), { tail: 1.05 }]],
  cohortCells: [() => [aTable()]],
  cohortExchange: [
    () => [
      whpJetsCv06,
      journeys(),
      { ...outcomeOptions(), contractor: "prime", period: { from: "2021-02", until: "2021-05" } },
    ],
  ],
  cohortTable: [
    () => [whpJetsCv06, journeys(), { ...outcomeOptions(), by: "provider", lastAge: 8 }],
    () => [whpCoreCv04, [coreJourney()], { asAt: AS_AT, by: "group" }],
  ],
  cohortTableFromCounts: [() => [groupedCounts(), { asAt: AS_AT, window: window(), by: "provider" }]],
  cohortTableFromDays: [
    () => [
      [{ started: epochDay("2021-03-01"), met: epochDay("2021-04-30") }, { started: epochDay("2021-03-31") }],
      { asAt: AS_AT, window: window(), lastAge: 8 },
    ],
    () => [
      { started: Int32Array.of(18_687), met: Int32Array.of(0) },
      { asAt: AS_AT, window: window() },
    ],
  ],
  compareProviders: [
    () => [anExchange(), { by: "provider", centre: "22%", chance: chance(), level: "90%", suppressBelow: 1 }],
    () => [anExchange(), { by: "area", centre: { count: 22, of: 100 }, overdispersion: "none" }],
  ],
  compareWithProfile: [
    () => [aTable(), profile(), { ...learning(), month: "2021-05", level: "22%" }],
    () => [aTable(), profile(), { level: { count: 22, of: 100 } }],
  ],
  conversion: [() => [aTable(), { level: "90%" }]],
  exchangeRows: [() => [anExchange()]],
  exchangeTable: [() => [anExchange(), "provider"], () => [anExchange(), null]],
  backtest: [() => [aTable(), profile(), { ...chance(), ...learning(), level: "90%" }]],
  forecast: [
    () => [
      aTable(),
      profile(),
      {
        ...learning(),
        uncertainty: { ...chance(), level: "90%", passAt: "22%", shock: 0.2 },
      },
    ],
    () => [aTable(), profile(), { prior: { count: 22, of: 100 } }],
  ],
  forecastCohort: [
    () => [{ starts: 200, converted: 30, grown: "45%", prior: "22%" }],
    () => [{ starts: 200, converted: 30, grown: { count: 45, of: 100 }, prior: { count: 22, of: 100 } }],
  ],
  funnel: [
    () => [performers(), "22%"],
    () => [performers(), { count: 22, of: 100 }, { overdispersion: "none" }],
  ],
  funnelLimits: [() => ["22%", 100, { betweenPerformers: 0.03 }], () => [{ count: 22, of: 100 }, 100]],
  kaplanMeier: [() => [lives(), { level: "90%", scale: "log" }]],
  mergeCohortTables: [() => [[aTable(), aTable()]]],
  normalQuantile: [() => [0.975]],
  parseExchange: [() => [anExchange()], () => [JSON.stringify(anExchange())]],
  performanceOver: [
    () => [aTable(), profile(), { basis: "maturing-cohort", month: "2021-05", level: "22%" }],
  ],
  rank: [() => [performers(), { tiles: 2, chance: chance(), level: "90%" }]],
  reachedBy: [
    () => [kaplanMeier(lives()), "80%"],
    () => [
      [
        {
          time: 3,
          atRisk: 4,
          events: 1,
          survival: 0.75,
          rate: 0.25,
          standardError: 0.2,
          interval: { lower: 0.1, upper: 0.6, level: "95%" },
        },
      ],
      { count: 1, of: 5 },
    ],
  ],
  readExchange: [
    () => [
      [{ provider: "north", month: "2021-03", starts: "200", converted_0: "0", converted_1: "2" }],
      exchangeDefaults(),
    ],
    () => [exchangeRows(anExchange())],
  ],
  wilson: [() => [{ count: 81, of: 263 }, { level: "90%" }]],
} satisfies CallsOf<typeof cohorts>;

const capacity = () => ({
  advisers: { likely: 5, low: 4, high: 6 },
  slotsPerDay: 4,
  availability: { likely: "90%", low: "85%", high: "95%" },
  noShowRate: { likely: "30%", low: "26%", high: "36%" },
  rebookAfter: { workingDays: 5 },
  mostAttempts: 3,
  ...grounded(),
});

const offerTerms = (): OfferTerms => ({
  id: "our-offer",
  title: "Our offer",
  base: "whp-jets",
  ...grounded(),
  changes: {
    set: { "tmpl-1": { profile: profile() }, "css-1/acknowledged": { within: { workingDays: 1 } } },
    add: { events: [{ id: "called-back", title: "Called back", absent: "No call back" }] },
    remove: ["returns/evaluation-report"],
    settles: ["counting-day"],
  },
  assumptions: {
    referrals: {
      byMonth: { "2027-01": 200, "2027-02": 220 },
      volume: { likely: "100%", low: "90%", high: "110%" },
      chance: "poisson",
      monthToMonth: "15%",
      ...grounded(),
    },
    starts: {
      rate: { likely: "70%", low: "64%", high: "76%" },
      delay: ["60%", "100%"],
      ...grounded(),
    },
    outcomes: { profile: profile(), shock: 0.2, cohortSpread: 0.1, ...grounded() },
    capacity: capacity(),
    prices: {
      attachmentFee: { pence: 10_000 },
      outcomeFee: { likely: { pence: 100_000 }, low: { pence: 90_000 }, high: { pence: 110_000 } },
      ...grounded(),
    },
  },
});

/** An offer split by customer group, with values that nobody says. */
const splitTerms = (): OfferTerms => ({
  id: "split-offer",
  title: "Our offer by group",
  citation: citation(),
  assumptions: {
    referrals: { byMonth: { disability: { "2027-01": 20 }, "early-access": { "2027-01": 10 } } },
    starts: { rate: { disability: "70%", "early-access": { likely: "60%", low: "50%", high: "70%" } } },
    outcomes: { profile: { disability: ["10%", "20%"], "early-access": ["20%", "30%"] } },
    capacity: { open: "not-said", note: "nobody has planned it yet" },
    prices: { open: "bid-specific", note: "in the price schedule" },
  },
});

const anOffer = (): Offer => defineOffer(whpJetsCv06, offerTerms());
const anOfferForecast = (): OfferForecast => forecastOffer(anOffer(), { runs: 20 });

const limits = () => ({
  due: { workingDays: 15 },
  share: { atMost: "4%" },
  over: "open" as const,
  measured: "each-day" as const,
  oldest: { workingDays: 25 },
});

const plan = () =>
  ({
    from: "2027-01-01",
    until: "2027-01-31",
    referrals: { byMonth: { "2027-01": 100 } },
    arrivals: "as-given",
    advisers: 3,
    slotsPerDay: 4,
    availability: "90%",
    absences: [{ from: "2027-01-04", until: "2027-01-05", availability: "25%", says: "training" }],
    noShowRate: "30%",
    rebookAfter: { workingDays: 2 },
    mostAttempts: 3,
    calendar: "england-and-wales",
    beyondPublished: "project",
    programme: whpJetsCv06,
    limits: limits(),
  }) satisfies BacklogPlan;

const shortPlan = (): BacklogPlan => ({
  from: "2027-01-01",
  until: "2027-01-15",
  referrals: 5,
  slotsPerDay: 12,
  noShowRate: { count: 3, of: 10 },
  programme: whpJetsCv06,
});

const datedPlan = (): BacklogPlan => ({
  ...shortPlan(),
  referrals: { byDay: { "2027-01-04": 5 } },
  arrivals: "poisson",
  calendar: { name: "ours", holidays: ["2027-01-01"], knownFrom: "2026-01-01", knownUntil: "2028-12-31" },
});

const simulationOptions = () => ({
  ...chance(),
  warmUp: { workingDays: 10 },
  level: "90%",
  onProgress: nobodyIsTold,
});
const aSimulation = (): BacklogSimulation => simulateBacklog(shortPlan(), { seed: 1, runs: 10 });

const tenderCalls = {
  affordableMisses: [
    () => [
      ["99.5%", { atMost: "4%" }],
      [24, 200],
    ],
    () => ["99.5%", 200],
    () => [{ every: true }, [24]],
    () => [whpJetsCv06],
  ],
  backlogLimits: [() => [whpJetsCv06]],
  simulateBacklog: [
    () => [plan(), { ...simulationOptions(), overload: "simulate" }],
    () => [datedPlan(), { runs: 10 }],
    () => [anOffer(), { runs: 10, overload: "simulate" }],
  ],
  capacityLoad: [() => [plan()], () => [datedPlan()], () => [anOffer()]],
  backlogPlan: [() => [anOffer(), plan()], () => [anOffer()]],
  requiredCapacity: [
    () => [shortPlan(), { ...simulationOptions(), confidence: "60%", around: 1 }],
    () => [plan(), { seed: 1, runs: 20, confidence: { count: 6, of: 10 }, around: 2 }],
  ],
  flightpath: [
    () => [
      aTable(),
      profile(),
      {
        ...learning(),
        month: "2021-05",
        targetMonth: "2021-08",
        target: "100%",
        plannedStarts: [{ month: "2021-06", starts: 50 }],
        businessAsUsual: [4, 5, 6],
        weights: [1, 2, 3],
      },
    ],
    () => [
      groupedTable(),
      { north: profile() },
      { targetMonth: "2021-08", plannedStarts: [{ month: "2021-07", starts: 50, group: "north" }] },
    ],
  ],
  forecastOffer: [
    () => [
      anOffer(),
      {
        asAt: "2027-06-30",
        runs: 20,
        seed: 1,
        bases: ["profile-flow", "naive-flow"],
        firstFullWindow: { "in-month": 1, "rolling-3": 2, "rolling-12": 12, "since-day-one": 2 },
        bands: ["50%", "90%"],
        onProgress: nobodyIsTold,
      },
    ],
    () => [defineOffer(whpCoreCv04, splitTerms()), { runs: 10 }],
  ],
  sensitivity: [
    () => [anOffer(), { answer: "chance", level: "tmpl-1", runs: 20, seed: 1 }],
    () => [anOffer(), { answer: () => 1 }],
  ],
  impactOfChange: [
    () => [whpJetsCv06, variation(), journeys(), assessOptions()],
    () => [whpJetsCv06, anOffer(), journeys(), { asAt: AS_AT }],
  ],
  defineOffer: [() => [whpJetsCv06, offerTerms()], () => [whpCore, splitTerms()]],
} satisfies CallsOf<typeof tender>;

const chartCalls = {
  backlogChart: [() => [aSimulation()]],
  capacityChart: [() => [requiredCapacity(shortPlan(), { seed: 1, runs: 20, confidence: "60%" })]],
  waitingChart: [() => [aSimulation()]],
  backtestChart: [() => [backtest(aTable(), profile(), { seed: 1, runs: 20 })]],
  cohortForecastChart: [() => [aTable(), forecast(aTable(), profile())]],
  conversionChart: [() => [conversion(aTable())]],
  triangleChart: [() => [aTable()]],
  dailyShareChart: [
    () => [coreReport().lines[0]!],
    () => [
      {
        title: "In backlog",
        target: { atMost: "4%" },
        measuredOn: "2021-04-02",
        daily: { from: "2021-04-01", inBacklog: [1, 2], undetermined: [0, 1], of: [10, 11] },
      },
    ],
  ],
  flightpathChart: [() => [flightpath(aTable(), profile(), { targetMonth: "2021-09" })]],
  funnelChart: [() => [funnel(performers(), "22%")]],
  forecastChart: [() => [anOfferForecast(), { measure: "starts", of: "in-month" }]],
  levelChart: [
    () => [anOfferForecast(), { level: "tmpl-1", window: "since-day-one", basis: "profile-flow" }],
  ],
  profileChart: [() => [aTable(), profile()]],
  sensitivityChart: [() => [sensitivity(anOffer(), { answer: "starts" })]],
} satisfies CallsOf<typeof charts>;

const contracts = () => [
  { id: "north", share: { count: 30, of: 100 }, recorded: "level 2" },
  { id: "south", share: { count: 25, of: 100 } },
  { id: "east", share: { count: 20, of: 100 } },
  { id: "west", share: null },
];
const comparedBy = () => ({
  metric: "job outcomes over referrals, last 12 months",
  asAt: "2014-09-30",
  ties: "all-in" as const,
  missing: "left-out" as const,
});

const reportSource = () => ({
  report: aReport(),
  scope: "contract" as const,
  month: "2021-06",
  knownOn: "2021-06-30",
  basis: "in-month" as const,
});

const cohortSource = (): CohortSource => ({
  id: "tmpl-1",
  scope: { area: "contract" },
  table: aTable(),
  profile: profile(),
  level: "22%",
});

const sources = (): IndicatorSources => ({
  reports: [reportSource()],
  cohorts: cohortSource(),
  rankings: [
    { id: "tmpl-1", contract: "north", ranked: rank(performers()), month: "2021-05", scope: "contract" },
  ],
});

/** A scope that WHP Core has, and the level measured in it. */
const disability = () => ({ area: "contract" as const, group: "disability" });
const coreCohorts = (): CohortSource => ({ ...cohortSource(), id: "tmpl-2", scope: disability() });

/** Figures of one level, indicator or standard, in each way a figure may be said. */
const figures = (id: string): PerformanceFigure[] => [
  {
    id,
    scope: { area: "contract" },
    month: "2021-05",
    knownOn: "2021-06-01",
    basis: "since-day-one",
    measure: "profile-flow",
    verdict: "not-met",
    share: { count: 219, of: 1000 },
    starts: 1000,
    target: "22%",
    projected: false,
    interval: { lower: 0.19, upper: 0.25, level: "95%" },
  },
  { id, month: "2021-05", window: "rolling-3", index: 0.9, actual: 9, expected: 10, starts: 50 },
  { id, month: "2021-05", window: "cumulative", probability: 0.4 },
  { id, month: "2021-05", basis: "relative", rank: { place: 3, of: 4 } },
  { id, month: "2021-05", share: "21.9%", starts: 100 },
];

const remedialAction = () => ({
  number: "1.1",
  addresses: ["tmpl-1", "css-1"],
  scope: "contract" as const,
  level: 2,
  agreedOn: "2021-03-01",
  dueOn: "2021-04-01",
  reviewOn: "2021-04-15",
  completedOn: "2021-04-02",
});

const intervention = () => ({
  level: "level-2",
  scope: { area: "contract" as const },
  decidedBy: "Senior Performance Manager",
  decidedOn: "2021-04-01",
  notifiedOn: "2021-04-02",
  endedOn: "2021-06-01",
  reason: "starts below profile",
});

const groundsInput = (): GroundsInput => ({
  programme: whpJetsCv06,
  contract: { id: "cpa-1" },
  indicators: [
    ...figures("tmpl-1"),
    {
      id: "tmpl-1",
      scope: "contract",
      month: "2021-05",
      knownOn: "2021-06-01",
      basis: "in-month",
      starts: 400,
      performance: performanceOver(aTable(), profile()),
    },
  ],
  standards: [...figures("css-1/acknowledged"), reportSource()],
  plan: {
    actions: [remedialAction()],
    areas: [{ addresses: "css-1", actions: [remedialAction()] }],
    waiver: { agreedBy: "Performance Manager", agreedOn: "2021-01-04", endedOn: "2021-02-01" },
  },
  interventions: [intervention(), { level: 1, decidedBy: "Performance Manager", decidedOn: "2021-01-04" }],
});

const coreGroundsInput = (): GroundsInput => ({
  programme: whpCoreCv04,
  indicators: [{ id: "tmpl-2", scope: disability(), month: "2021-05", verdict: "not-met" }],
  standards: [{ id: "css-1/acknowledged", scope: disability(), month: "2021-05", verdict: "met" }],
  interventions: [{ ...intervention(), scope: disability() }],
});

const policy = () => ({
  id: "our-policy",
  title: "Our policy",
  indexBelow: "95%",
  probabilityBelow: "50%",
  reviewMonths: 2,
  monthsAfterDue: 3,
  minimumStarts: 30,
  bases: ["in-month", "since-day-one"] as const,
});

const ladder = () => structuredClone(amend(whpCoreCv04, exampleOffer).ladders![0]!);
const decisions = () => [
  { partner: "east", step: "actions", decidedOn: "2021-02-01", decidedBy: "manager", endedOn: "2021-04-01" },
  { partner: "east", step: "suspension", decidedOn: "2021-05-04", decidedBy: "manager" },
];

const regimeCalls = {
  acceleratedCandidates: [() => [contracts(), comparedBy()]],
  indicatorsOf: [
    () => [whpJetsCv06, sources(), { months: 2, chance: chance() }],
    () => [whpCoreCv04, { cohorts: coreCohorts() }],
    () => [whpCoreCv04, { cohorts: [coreCohorts()] }],
    () => [whpJetsCv06, { reports: aReport() }],
  ],
  interventionGrounds: [
    () => [groundsInput(), { asAt: AS_AT, policy: policy() }],
    () => [coreGroundsInput(), { asAt: { year: 2021, month: 6, day: 30 } }],
    () => [
      { programme: whpJets, contract: "cpa-1", indicators: performanceOver(aTable(), profile()), plan: null },
      { asAt: AS_AT, policy: null },
    ],
  ],
  onLadder: [() => [ladder(), decisions(), { asAt: AS_AT }]],
} satisfies CallsOf<typeof regime>;

const pipelineFile = (): PipelineReturn => ({
  inMonth: "2014-05",
  thisMonth: [
    { group: "pg1", cohort: "2014-02", count: 119 },
    { group: "pg1", cohort: "2014-03", count: 98 },
  ],
  lastMonth: [{ group: "pg1", cohort: "2014-02", count: 120 }],
  returnedOn: "2014-05-08",
  markedPrivate: false,
  nation: "england",
});

const returnsOptions = (): ReturnsOptions => ({
  from: "2021-05-01",
  to: "2021-06-30",
  nation: "england",
  contractLog: contractLog(),
  reviewsOn: ["2021-06-15"],
  beyondPublished: "project",
  including: ["contract", "guidance"],
});

const returnsCalls = {
  checkPipeline: [() => [workProgrammeRegimeV2, pipelineFile(), { asAt: "2014-05-31" }]],
  returnsDue: [() => [whpJetsCv06, returnsOptions()]],
} satisfies CallsOf<typeof returns>;

const actionPlan = (): ProviderActionPlan => ({
  form: "provider-action-plan",
  header: { date: "2021-03-01", provider: "Our company", accountableLead: "the lead" },
  narrative: { achievements: "more starts" },
  areas: [
    {
      area: "First contact",
      objective: "css-4 met",
      timescale: "within three months",
      actions: [
        {
          number: "1.1",
          action: "Book first calls on the day of receipt",
          owner: "operations",
          target: "95% within 2 days",
          addresses: ["css-4"],
          agreedOn: "2021-03-01",
          dueOn: "2021-05-31",
          reviewOn: "2021-04-30",
          progress: "half of the sites",
          completedOn: "2021-05-30",
          milestones: [{ target: "80%", dueOn: "2021-04-15", completedOn: "2021-04-14" }],
          ourOwnPart: "a word of ours",
        },
      ],
    },
  ],
  annexes: { breakdown: { updatedOn: "2021-06-01" } },
  reviewedOn: ["2021-05-20"],
  attested: [{ where: "action 1.1", part: "target", holds: true, by: "manager", on: "2021-06-01" }],
  waiver: { agreedBy: "Performance Manager", agreedOn: "2021-01-04", endedOn: "2021-02-01" },
});

const planOptions = () => ({
  asAt: AS_AT,
  reviewsOn: ["2021-05-20"],
  annexesRequired: ["flightpath"],
  longerThanMonths: 3,
});

const reviews = (): AssuranceReview[] => [
  { reportedOn: "2019-05-01", rating: "limited", reasons: ["claims-evidence"] },
  {
    reportedOn: "2020-06-01",
    rating: "weak",
    reasons: ["claims-evidence", "fraud-checks"],
    plan: {
      submitBy: "2020-07-01",
      submittedOn: "2020-07-02",
      implementBy: "2020-12-31",
      implementedOn: "2021-01-15",
    },
  },
];

const levelCohorts = () => [
  { id: "tmpl-1", table: aTable(), profile: profile(), level: "22%", chance: chance() },
];

const scorecardInput = (): ScorecardInput => ({
  programme: whpJetsCv06,
  report: aReport(),
  cohorts: levelCohorts(),
});

const reviewInput = (): ReviewInput => ({
  ...scorecardInput(),
  contract: "cpa-1",
  reviewOn: "2021-07-20",
  before: report(whpJetsCv06, journeys(), { asAt: "2021-06-03" }),
  byPartner: report(whpJetsCv06, journeys(), { asAt: AS_AT, by: "provider" }),
  relative: {
    metric: "outcomes",
    contracts: acceleratedCandidates(contracts(), comparedBy()),
    own: "east",
  },
  interventions: interventionGrounds(groundsInput(), { asAt: AS_AT }),
  plan: checkProviderActionPlan(whpJetsCv06, actionPlan(), planOptions()),
  partners: onLadder(ladder(), decisions(), { asAt: AS_AT }),
  assurance: { reviews: reviews(), grounds: assuranceGrounds(reviews(), { asAt: AS_AT }) },
  responses: { "very-satisfied": 3 },
  returns: returnsDue(whpJetsCv06, returnsOptions()),
  pipeline: checkPipeline(workProgrammeRegimeV2, pipelineFile()),
});

const reviewCalls = {
  checkProviderActionPlan: [
    () => [whpJetsCv06, actionPlan(), planOptions()],
    () => [whpJetsCv06, null, { asAt: AS_AT }],
  ],
  assuranceGrounds: [
    () => [reviews(), { asAt: AS_AT, sameReasons: "identical-set", programme: whpJetsCv06 }],
  ],
  balancedScorecard: [() => [scorecardInput()], () => [{ ...scorecardInput(), cohorts: levelCohorts()[0]! }]],
  reviewMarkdown: [() => [reviewPack(reviewInput())]],
  scorecardMarkdown: [() => [balancedScorecard(scorecardInput())]],
  reviewPack: [() => [reviewInput()], () => [{ programme: whpJetsCv06, report: aReport() }]],
} satisfies CallsOf<typeof review>;

const builtInTime = () => testing.journey("R1").received("2021-04-01").acknowledged("+2wd");
const builtLate = () => testing.journey("R2").received("2021-04-01").acknowledged("+3wd");
const builtEarly = () => builtInTime().contacted("+1wd");
const converted = () =>
  testing.journey("R1").received("2021-03-01").started("+5wd").milestoneReached("+20w", "1000");

/** Two rows of one id, of which nobody knows the right one. */
const differingRows = () => [
  { id: "R1", received_on: "2021-04-01", acknowledged_on: "2021-04-06" },
  { id: "R1", received_on: "2021-04-01", acknowledged_on: "2021-04-09" },
];

/** What an assertion may be told beside what is asserted; it has the programme too where nothing else says it. */
const judgedBy = (asAt = "2021-04-30") => ({
  asAt,
  including: ["contract", "guidance"] as const,
  beyondPublished: "project" as const,
  contractLog: contractLog(),
  period: { from: "2021-01-01", until: "2021-12-31" },
});
const judgedByJets = (asAt?: string) => ({ ...judgedBy(asAt), programme: whpJetsCv06 });

const builderOptions = (): testing.BuilderOptions => ({
  calendar: "england-and-wales",
  programme: whpJetsCv06,
});

/** The assertions of one journey, of all of them, and of what was made of them; with options of their own. */
const assertionCalls = {
  assertMeets: [
    () => [builtInTime(), "css-1/acknowledged", { ...judgedByJets(), allow: ["not-yet-due"] }],
    () => [[builtInTime()], "css-1/acknowledged", { ...judgedByJets() }],
    () => [
      { journeys: [builtInTime()], problems: [], leftOut: {} },
      "css-1/acknowledged",
      { ...judgedByJets() },
    ],
    () => [report(whpJetsCv06, [builtInTime()], { asAt: "2021-04-30" }), "css-1/acknowledged"],
  ],
  assertMeetsEveryStandard: [
    () => [
      builtEarly(),
      {
        ...judgedByJets("2021-04-08"),
        allow: ["not-yet-due"],
        requirements: ["css-1/acknowledged", "css-4/contacted"],
      },
    ],
  ],
  assertDueOn: [
    () => [builtInTime(), "css-1/acknowledged", "2021-04-07", { ...judgedByJets("2021-04-01"), case: 1 }],
  ],
  assertWithinBacklog: [
    () => [builtInTime(), { ...judgedByJets("2021-04-07"), allow: ["pending"] }],
    () => [[builtInTime()], { ...judgedByJets("2021-04-07"), allow: ["pending"] }],
  ],
  assertConverts: [
    () => [
      converted(),
      {
        ...judgedByJets("2022-03-31"),
        outcome: "job-outcome",
        notificationLagDays: 61,
        allow: ["window-running"],
      },
    ],
    () => [[converted()], { ...judgedByJets("2022-03-31"), atLeast: "22%" }],
  ],
  assertVerdict: [
    () => [
      { ...readJourneys(differingRows()), leftOut: {} },
      "css-1/acknowledged",
      "undetermined",
      judgedByJets(),
    ],
    () => [builtLate(), "css-1/acknowledged", "not-met", { ...judgedByJets(), case: 1, reason: "late" }],
  ],
  assertNoProblems: [() => [builtInTime(), judgedByJets()]],
} satisfies CallsOf<testing.Assertions>;

const testingCalls = {
  ...assertionCalls,
  assertionsFor: [() => [whpJetsCv06, judgedBy()], () => [whpJets, { asAt: AS_AT }]],
  caseload: [
    () => [2, (each) => each.received("2021-04-01").acknowledged("+2wd"), builderOptions()],
    () => [
      [1, (each) => each.received("2021-04-01")],
      [2, (each, at) => each.received("2021-04-01").acknowledged(`+${at + 1}wd`)],
    ],
  ],
  journey: [
    () => ["R1", builderOptions()],
    () => ["R1", { calendar: ownCalendar() }],
    () => ["R1", { calendar: workingCalendar("scotland") }],
  ],
  checkable: [() => [whpJetsCv06, { about: "anything", including: ["contract", "guidance", "offered"] }]],
  rulesFor: [() => [whpJetsCv06, judgedBy()], () => [whpJets, { asAt: AS_AT }]],
} satisfies Omit<CallsOf<typeof testing>, "caseload"> & {
  readonly caseload: readonly (() =>
    | [number, testing.JourneyRecipe, testing.BuilderOptions]
    | testing.CaseloadPart[])[];
};

const span = () => ({ from: "2021-03-01", until: "2021-03-31" });

const journeyOptions = () => ({
  from: "2021-02-01",
  until: "2021-03-31",
  days: 100,
  maxEvents: 12,
  chances: {
    starts: 0.9,
    leaves: 0.5,
    done: 0.8,
    inTime: 0.7,
    spells: 0.2,
    happens: 0.3,
    lateKnowledge: 0.1,
    retractions: 0.1,
    kinds: { "job-started": 0.3 },
  },
  attributes: { provider: ["north", "south"] },
  impossible: true,
});

const madeToOrder = () => ({ from: "2021-02-01", until: "2021-03-31", asAt: "2022-12-31", others: 2 });

const subjects = () => ({
  caseloads: caseloads(whpJetsCv06, { maxLength: 2 }),
  asAts: dates({ from: "2021-03-01", until: "2021-09-30" }),
});
const pipeline = (all: readonly Journey[], asAt: string) => report(whpJetsCv06, all, { asAt });

const arbitraryCalls = {
  calendars: [() => []],
  dates: [() => [span()]],
  instants: [() => [span()]],
  workingDates: [() => [span(), workingCalendar("scotland")]],
  caseloadsAt: [() => [whpJetsCv06, "css-1/acknowledged", "just-met", madeToOrder()]],
  cohortTables: [() => [{ first: "2021-01", months: 4, window: window(), maxStarts: 20 }]],
  caseloads: [() => [whpJetsCv06, { ...journeyOptions(), minLength: 1, maxLength: 3 }]],
  journeys: [() => [whpJetsCv06, journeyOptions()]],
  journeysMeeting: [() => [whpJetsCv06, "css-1/acknowledged", madeToOrder()]],
  journeysMissing: [() => [whpJetsCv06, "css-1/acknowledged", madeToOrder()]],
  mergeLaws: [() => [{ make: pipeline, merge: (parts) => mergeReports(parts as Report[]) }, subjects()]],
  noLookAhead: [() => [pipeline, subjects()]],
  permutationLaw: [() => [pipeline, subjects()]],
  settledLaw: [() => [(all) => all.map(({ id }) => ({ key: id, verdict: "met" })), subjects()]],
  offers: [() => [whpJetsCv06]],
} satisfies CallsOf<typeof arbitraries>;

/** A call that answers: its arguments as somebody would write them, made anew each time. Every option the function has is given, so that each can be spoilt. */
export const validCalls: Readonly<Record<string, Calls>> = {
  "programme-rules": rootCalls,
  "programme-rules/calendar": calendarDoorCalls,
  "programme-rules/programmes": {} satisfies CallsOf<typeof programmes>,
  "programme-rules/rulebook": rulebookCalls,
  "programme-rules/cohorts": cohortCalls,
  "programme-rules/charts": chartCalls,
  "programme-rules/tender": tenderCalls,
  "programme-rules/regime": regimeCalls,
  "programme-rules/returns": returnsCalls,
  "programme-rules/review": reviewCalls,
  "programme-rules/testing": testingCalls,
  "programme-rules/testing/arbitraries": arbitraryCalls,
};

const faultCalls = [
  () => [faultDetail()],
  () => [faultDetail(), "Said otherwise."],
] satisfies readonly (() => ConstructorParameters<typeof ProgrammeFault>)[];

/** The same for what is made with `new`. */
export const validConstructions: Readonly<Record<string, Calls>> = {
  "programme-rules": {
    ProgrammeFault: faultCalls,
    ReportBuilder: [
      () => [whpJetsCv06, reportOptions()],
      () => [whpJets, { asAt: AS_AT }],
    ] satisfies readonly (() => ConstructorParameters<typeof ReportBuilder>)[],
  },
  "programme-rules/calendar": { ProgrammeFault: faultCalls },
  "programme-rules/testing": { ComplianceError: [() => ["not met"], () => ["not met", { cause: "late" }]] },
};

/** The calls of an object's methods, each on an object made anew, under `"Name.method"`. */
function methodsOf<O extends object>(
  name: string,
  make: () => O,
  calls: CallsOf<O>,
): Record<string, readonly (() => MethodCall)[]> {
  const lists = Object.entries(calls as Calls).map(([method, each]) => [
    `${name}.${method}`,
    each.map((args) => () => ({ object: make(), method, args: args() })),
  ]);
  return Object.fromEntries(lists);
}

const workingDays = methodsOf<WorkingCalendar>(
  "WorkingCalendar",
  () => workingCalendar("england-and-wales"),
  {
    isWorkingDay: [() => ["2021-04-01"]],
    addWorkingDays: [() => ["2021-04-01", 2], () => [{ year: 2021, month: 4, day: 1 }, 2]],
    subtractWorkingDays: [() => ["2021-04-07", 2]],
    countWorkingDays: [() => ["2021-04-01", "2021-04-07"]],
    rollForward: [() => ["2021-04-02"]],
    rollBack: [() => ["2021-04-02"]],
    nthWorkingDayOfMonth: [() => ["2021-05", 15]],
    lastWorkingDayOfMonth: [() => ["2021-05"]],
    rolledDayOfMonth: [() => ["2021-05", 15, "back"]],
    workingDaysIn: [() => [span()]],
    holidays: [() => [2022], () => [span()]],
    holidayOn: [() => ["2021-04-02"]],
    reckonWorkingDays: [() => ["2021-04-01", -2]],
    isProjected: [() => ["2021-04-01"]],
    daysKnownAfter: [() => ["2028-12-01"]],
    asKnownOn: [() => ["2022-09-01"]],
  },
);

const epochDays = methodsOf<CalendarDays>("CalendarDays", () => workingCalendar("england-and-wales").days, {
  isWorkingDay: [() => [day()]],
  add: [() => [day(), 2]],
  subtract: [() => [day(), 2]],
  count: [() => [day(), day() + 6]],
  rollForward: [() => [day() + 1]],
  rollBack: [() => [day() + 1]],
  nthOfMonth: [() => ["2021-05", 15]],
  holidayOn: [() => [day() + 1]],
  isProjected: [() => [day()]],
});

const reportBuilder = methodsOf<ReportBuilder>(
  "ReportBuilder",
  () => new ReportBuilder(whpJetsCv06, reportOptions()),
  {
    add: [() => [journey()]],
    result: [() => []],
  },
);

const newReader = (): RowReader =>
  rowReader(mapping(), nobodyIsTold, { referrals: "referrals.csv", events: "events.csv" });
const wideHeader = () => ["Reference", "Date received", "PRaP", "prap_updated_on", "Notes"];
const longHeader = () => ["Referral", "kind", "Date"];

const headedReader = (): RowReader => {
  const reader = newReader();
  reader.header(wideHeader());
  reader.eventHeader(longHeader());
  return reader;
};

type Header = "header" | "eventHeader";

const reader = {
  ...methodsOf<Pick<RowReader, Header>>("RowReader", newReader, {
    header: [() => [wideHeader(), 1, "april.csv"]],
    eventHeader: [() => [longHeader(), 1, "contacts.csv"]],
  }),
  ...methodsOf<Omit<RowReader, Header>>("RowReader", headedReader, {
    journey: [() => [["R1", "01/04/2021", "DNA", "12/04/2021", "NULL"], 2]],
    idOf: [() => [["R1", "01/04/2021", "DNA", "12/04/2021", "NULL"]]],
    note: [() => [["R1", "01/04/2021", "DNA", "12/04/2021", "NULL"], 2]],
    placeOf: [() => ["R1"]],
    event: [() => [["R1", "contacted", "06/04/2021"], 2]],
    eventIdOf: [() => [["R1", "contacted", "06/04/2021"]]],
    orphan: [() => [{ journey: "R7", line: 2, event: { kind: "contacted", on: "2021-04-06" } }]],
  }),
};

type Words = { readonly [Word in keyof testing.EventWordValues]: readonly testing.EventWordValues[Word][] };

/** The builder's words for events, and the values that may be given by themselves. */
const words: Words = {
  referralMade: [],
  referralSent: [],
  received: [],
  acknowledged: [],
  contactAttempted: [],
  contacted: [],
  appointment: [],
  prapUpdated: ["did-not-attend"],
  eligibilityMeeting: [],
  started: [],
  standardsProvided: [],
  planFinalised: [],
  planUpdated: [],
  meetingMissed: [],
  absenceExplained: [],
  frequencyAgreed: [5],
  inWorkNeedsAttempted: [],
  inWorkNeedsDiscussed: [],
  jobStarted: [true],
  jobEnded: [],
  outcomeMet: [],
  earned: [120_000],
  milestoneReached: ["1000"],
  outcomeClaimed: [],
  returnedToJobcentre: [],
  disengaged: [],
  reEngaged: [],
  leavingExpected: [],
  left: [],
  exitReportProvided: [],
  esfStartFormSent: [],
  esfEndFormSent: [],
  attested: [],
  retracted: ["E1"],
};

const eventFields = (): testing.EventFields => ({ id: "E2", knownOn: "+3d", by: "manager" });

const eventWords = Object.fromEntries(
  Object.entries(words).map(([word, values]) => [
    word,
    [() => ["+5d", eventFields()], ...values.map((value) => () => ["+5d", value, eventFields()])],
  ]),
) as unknown as CallsOf<testing.EventWords>;

const builder = methodsOf<testing.JourneyBuilder>(
  "JourneyBuilder",
  () => testing.journey("R1").received("2021-04-01"),
  {
    ...eventWords,
    event: [
      () => ["contacted", "+2wd", eventFields()],
      () => ["contacted", { year: 2021, month: 4, day: 8 }],
    ],
    as: [() => ["R2"]],
    inGroup: [() => ["disability"]],
    having: [() => [{ provider: "north", self_employed: false, age: 40 }]],
    nation: [() => ["scotland"]],
    onProgramme: [() => ["whp-jets"]],
    build: [() => []],
  },
);

/** The matchers are called as the assertions are, under other names. */
const matcherCalls = {
  toMeet: assertionCalls.assertMeets,
  toMeetEveryStandard: assertionCalls.assertMeetsEveryStandard,
  toBeDueOn: assertionCalls.assertDueOn,
  toBeWithinBacklog: assertionCalls.assertWithinBacklog,
  toConvert: assertionCalls.assertConverts,
  toHaveVerdict: assertionCalls.assertVerdict,
  toHaveNoProblems: assertionCalls.assertNoProblems,
} satisfies CallsOf<testing.MatcherFunctions>;

/** The same for the methods of what functions give back, and for the matchers, under `"Object.method"`. */
export const validMethodCalls: Readonly<
  Record<string, Readonly<Record<string, readonly (() => MethodCall)[]>>>
> = {
  "programme-rules": { ...reportBuilder, ...reader },
  "programme-rules/calendar": { ...workingDays, ...epochDays },
  "programme-rules/testing": {
    ...builder,
    ...methodsOf<testing.MatcherFunctions>("matchers", () => testing.matchers, matcherCalls),
    ...methodsOf<testing.MatcherFunctions>(
      "rulesFor",
      () => testing.rulesFor(whpJetsCv06, { asAt: AS_AT }),
      matcherCalls,
    ),
    ...methodsOf<testing.Assertions>(
      "assertionsFor",
      () => testing.assertionsFor(whpJetsCv06, { asAt: AS_AT }) as testing.Assertions,
      assertionCalls,
    ),
  },
};
