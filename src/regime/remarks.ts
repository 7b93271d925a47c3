import { epochDay, longDate } from "../date/index.js";
import { capitalised, counted, isOpen } from "../rules/index.js";
import type { Figure } from "./figure.js";
import type { Setting } from "./setting.js";
import { hasNone } from "./subject.js";

/** What a reader of the grounds should know besides them. */
export function remarksOn(setting: Setting, figures: readonly Figure[]): string[] {
  return [...regimeRemarks(setting), ...shownRemarks(setting, figures), ...laterRemarks(setting, figures)];
}

function regimeRemarks({ programme, regime }: Setting): string[] {
  if (regime === undefined)
    return [`${programme.title} has no performance regime: there is nothing to gather grounds for.`];
  const { levels, title } = regime;
  const ranked = levels.flatMap(({ title: level, membership }) => {
    if (membership === undefined) return [];
    const { metric, position } = membership;
    const by = isOpen(metric)
      ? `what they are ranked by is ${metric.open.replace("-", " ")}`
      : `they are ranked by ${metric}`;
    return [
      `${level} is for contracts in the ${position.replace("-", " ")}; ${by}. Membership is a recorded decision.`,
    ];
  });
  const isSilent = levels.every(({ grounds }) => grounds.length === 0);
  return [
    ...(isSilent
      ? [`${title}: no known rule says what speaks for a level, so that levels are recorded only.`]
      : []),
    ...ranked,
    ...(programme.standing === "research" ? [`${programme.title}: known from research only.`] : []),
  ];
}

function shownRemarks({ programme }: Setting, figures: readonly Figure[]): string[] {
  if (figures.length === 0 || !hasNone(programme)) return [];
  return [`${programme.title} has no levels, indicators or standards: figures are shown only.`];
}

function laterRemarks({ asAt }: Setting, figures: readonly Figure[]): string[] {
  const later = figures.filter(({ knownOn }) => epochDay(knownOn) > asAt).length;
  if (later === 0) return [];
  const count = capitalised(counted(later, "figure"));
  return [`${count} ${later === 1 ? "was" : "were"} not known yet on ${longDate(asAt)}.`];
}
