import type { CalendarName } from "../calendar/index.js";
import type { IsoDate } from "../date/index.js";
import type { Grounded, Source, Standing } from "./citation.js";
import type { Conventions } from "./conventions.js";
import type { EventKind } from "./event-kind.js";
import type { Group } from "./group.js";
import type { Match } from "./match.js";
import type { Indicator, MinimumPerformanceLevel } from "./minimum-level.js";
import type { Outcome, Stay } from "./outcome.js";
import type { Ladder, PipelineFile, PlanForm } from "./plan.js";
import type { Reading } from "./reading.js";
import type { Regime } from "./regime.js";
import type { Cadence, Content, Deadline, Standard } from "./requirement.js";
import type { State } from "./state.js";

/** A return, review or report owed to the department, apart from the standards; its id is `returns/word`. */
export type Return = Deadline | Cadence | Content;

/** When an edition applies, both days included. A bound left out is unknown and never matches a date by itself. */
export interface InForce extends Grounded {
  readonly from?: IsoDate;
  readonly until?: IsoDate;
}

/**
 * One edition of a programme: plain data that survives `JSON.parse(JSON.stringify(programme))`.
 *
 * - `id`, `edition`, `revision`: `whp-jets`, `cv06`, 1. A published revision never changes.
 * - `inForce`: inclusive bounds; an unknown bound is left out and never matches a date by itself.
 * - `calendars`: the calendar of each nation the programme runs in.
 * - `cohortBy`: the event whose month a person's cohort is.
 * - `standards`, `returns`, `states`, `readings`, `outcomes`, levels, indicators, groups, plans and
 *   ladders: one flat space of ids. Event kinds have a space of their own.
 */
export interface Programme {
  readonly id: string;
  readonly edition: string;
  readonly revision: number;
  readonly title: string;
  readonly standing: Standing;
  readonly inForce: InForce;
  readonly calendars: Readonly<Record<string, CalendarName>>;
  readonly conventions: Conventions;
  readonly groups: readonly Group[];
  readonly cohortBy?: Match;
  readonly events: readonly EventKind[];
  readonly states: readonly State[];
  readonly readings: readonly Reading[];
  readonly standards: readonly Standard[];
  readonly outcomes: readonly Outcome[];
  readonly minimumPerformanceLevels?: readonly MinimumPerformanceLevel[];
  readonly indicators?: readonly Indicator[];
  readonly regime?: Regime;
  readonly returns?: readonly Return[];
  readonly plans?: readonly PlanForm[];
  readonly ladders?: readonly Ladder[];
  readonly pipeline?: PipelineFile;
  readonly stays: readonly Stay[];
  readonly sources: Readonly<Record<string, Source>>;
  /** The answers chosen by `withReadings`; those questions are no longer in `readings`. */
  readonly chosen?: Readonly<Record<string, string>>;
  /** The fields those answers decide, with the question that does: no variation may overwrite them. */
  readonly decided?: Readonly<Record<string, string>>;
}

/** The ids of a programme's requirements; literal for the shipped ones and those of `defineProgramme`. */
export type RequirementId<P extends Programme = Programme> =
  P["standards"][number]["requirements"][number]["id"];
