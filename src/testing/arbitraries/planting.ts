import { isAboutReferral } from "../../deadlines/index.js";
import {
  type CadenceRequirement,
  type ContentRequirement,
  type DeadlineRequirement,
  type EventMatch,
  eventsMarking,
  isCeiling,
  isOpen,
  type ProportionRequirement,
  type Requirement,
} from "../../rules/index.js";
import type { Vocabulary } from "./journey-vocabulary.js";
import { cannotPlant, daysOfStay, type PlantedJourney } from "./planted-journey.js";

/** Whether a planted case is to be met or missed. */
export type Aim = "meet" | "miss";

/** How late, or how long after, something comes at most, in days. */
const LATE = 20;

/** Puts into a scene what makes one requirement met or missed. */
export function plant(rule: Requirement, aim: Aim, scene: PlantedJourney): void {
  if (rule.kind === "deadline") plantDeadline(rule, aim, scene);
  else if (rule.kind === "cadence") plantCadence(rule, aim, scene);
  else if (rule.kind === "content") plantContent(rule, aim, scene);
  else if (rule.kind === "proportion") plantProportion(rule, aim, scene);
  else throw cannotPlant(rule.id, "it counts a whole caseload");
}

/** Refuses at once what can never be planted. */
export function checkPlantable(
  rule: Requirement | undefined,
  id: string,
  aim: Aim,
  vocabulary: Vocabulary,
): Requirement {
  if (rule === undefined) throw cannotPlant(id, `${vocabulary.programme.id} has no such requirement`);
  if (!isAboutReferral(rule)) throw cannotPlant(id, `it is about a ${rule.subject}`);
  if (rule.kind === "total") throw cannotPlant(id, "it counts a whole caseload");
  const isWithheld =
    (rule.kind === "deadline" && isOpen(rule.within)) || (rule.kind === "cadence" && isOpen(rule.every));
  if (isWithheld) throw cannotPlant(id, "its length is withheld");
  if (rule.kind !== "proportion" || !("reaching" in rule.share)) return rule;
  const never = isCeiling(rule.target) ? "meet" : "miss";
  if (aim === never)
    throw cannotPlant(id, `until the event comes it is pending, so one journey cannot ${aim} it`);
  return rule;
}

function plantDeadline(rule: DeadlineRequirement, aim: Aim, scene: PlantedJourney): void {
  const [anchor] = rule.before ?? rule.after ?? [];
  const isFirst = anchor === scene.vocabulary.first;
  // Ahead of an anchor there must be room for the window, or the stay, since the beginning.
  const stay =
    typeof anchor === "object" && "stayEnds" in anchor ? daysOfStay(anchor.stayEnds, scene.programme) : 0;
  const at = isFirst ? 0 : scene.chances.offset + (rule.before === undefined ? 0 : 40) + stay;
  scene.require(rule.when, at);
  scene.doMatch(anchor as EventMatch, at);
  const { opens, due } = windowOf(rule, at, scene);
  const last = due ?? at + LATE;
  if (aim === "miss") {
    const missed = missedOn(last, opens, scene);
    if (missed !== undefined) doEvents(rule, missed, scene);
    return;
  }
  const floor = rule.before === undefined && rule.early !== true ? at : 0;
  const first = Math.max(opens ?? floor, floor);
  const end = rule.sameDay === "needs-review" ? last - 1 : last;
  doEvents(rule, first + pick(scene, 0, end - first + 1), scene);
}

/** The day on which something is done that comes too late or too early; undefined where it is not done. */
function missedOn(last: number, opens: number | undefined, scene: PlantedJourney): number | undefined {
  const { way } = scene.chances;
  if (way === 0) return undefined;
  if (way === 3 && opens !== undefined && opens > 0) return opens - 1 - pick(scene, 0, Math.min(opens, LATE));
  return last + 1 + (way === 1 ? 0 : pick(scene, 0, LATE));
}

function windowOf(rule: DeadlineRequirement, at: number, scene: PlantedJourney) {
  const windows = scene.windows(rule.id, at + LATE);
  const [window] = windows;
  if (window === undefined) throw cannotPlant(rule.id, "its clock would not start");
  return window;
}

function doEvents({ all, event }: DeadlineRequirement, day: number, scene: PlantedJourney): void {
  const matches = all ? event : [event[scene.chances.choice % event.length] as EventMatch];
  for (const match of matches) scene.doMatch(match, day);
}

function plantCadence(rule: CadenceRequirement, aim: Aim, scene: PlantedJourney): void {
  const { picks } = scene.chances;
  scene.enter(rule.while, scene.chances.offset);
  scene.require(rule.when, scene.chances.offset);
  let last = Math.max(...scene.happenings.map(({ day }) => day));
  const missed = aim === "miss" ? scene.chances.choice % picks.length : picks.length;
  for (const at of picks.keys()) {
    const due = nextDue(rule, last, scene);
    if (at === missed) {
      const late = due + 1 + (scene.chances.way === 1 ? 0 : pick(scene, at, LATE));
      if (scene.chances.way > 0) doContact(rule, late, scene);
      endState(rule, late, scene);
      return;
    }
    last += 1 + pick(scene, at, due - last);
    doContact(rule, last, scene);
  }
  // Left before the next contact is due, so that nothing stays open.
  endState(rule, last + pick(scene, 0, nextDue(rule, last, scene) - last), scene);
}

function nextDue(rule: CadenceRequirement, last: number, scene: PlantedJourney): number {
  const due = scene.windows(rule.id, last).at(-1)?.due;
  if (due === undefined) throw cannotPlant(rule.id, "no contact falls due");
  return due;
}

function doContact(rule: CadenceRequirement, day: number, scene: PlantedJourney): void {
  scene.doMatch(rule.event[scene.chances.choice % rule.event.length] as EventMatch, day);
}

function endState(rule: CadenceRequirement, day: number, scene: PlantedJourney): void {
  const [ends] = eventsMarking({ leaving: rule.while }, scene.programme);
  if (ends !== undefined) scene.doMatch(ends, day);
}

function plantContent(rule: ContentRequirement, aim: Aim, scene: PlantedJourney): void {
  const { offset: day, way } = scene.chances;
  scene.require(rule.when, day);
  const [owed] = rule.owedAfter ?? [];
  if (owed !== undefined) scene.doMatch(owed, day);
  if (aim === "miss" && owed !== undefined && way > 1) return;
  if (aim === "miss" && rule.parts.length === 0)
    throw cannotPlant(rule.id, "a record without parts is never wrong");
  const wrong = aim === "miss" ? rule.parts[scene.chances.choice % rule.parts.length] : undefined;
  const fields = rule.parts.flatMap((part) =>
    part.check === "human"
      ? []
      : [[part.check.field, part === wrong ? `not ${part.check.is}` : part.check.is] as const],
  );
  const where = typeof rule.record === "object" && "event" in rule.record ? rule.record.where : {};
  const kind = typeof rule.record === "string" ? rule.record : (rule.record as { event: string }).event;
  scene.add(kind, day, { ...where, ...Object.fromEntries(fields) });
  for (const part of rule.parts) {
    if (part.check !== "human") continue;
    scene.add("attested", day, {
      requirement: rule.id,
      part: part.id,
      holds: part !== wrong,
      by: "reviewer",
    });
  }
}

function plantProportion(rule: ProportionRequirement, aim: Aim, scene: PlantedJourney): void {
  const { share } = rule;
  const [member] = rule.among;
  if (member !== undefined && member !== scene.vocabulary.first) scene.doMatch(member, 0);
  scene.require(rule.when, 0);
  if ("met" in share) {
    const other = scene.vocabulary.rules.find(({ id }) => id === share.met);
    plant(checkPlantable(other, share.met, aim, scene.vocabulary), aim, scene);
    return;
  }
  const day = scene.chances.offset;
  if ("reaching" in share) {
    scene.doMatch(share.reaching[0] as EventMatch, day);
    return;
  }
  const isInside = isCeiling(rule.target) === (aim === "miss");
  const isWork = scene.programme.states.some((state) => state.id === share.in && "work" in state);
  // Work left undone is in its state by itself; a state between events must be entered.
  if (isWork && !isInside) scene.doWork(share.in, day);
  if (!isWork && isInside) scene.enter(share.in, day);
}

/** One of so many, by a chance already taken; none of none is the first. */
function pick(scene: PlantedJourney, at: number, of: number): number {
  const { picks } = scene.chances;
  return of <= 1 ? 0 : (picks[at % picks.length] as number) % of;
}
