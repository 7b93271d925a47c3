import type { Judged } from "./judged.js";
import { reportOf } from "./meet.js";
import { headline } from "./messages.js";
import type { RuleOptions } from "./rule-options.js";
import { seen, shortId } from "./subject.js";

const TOLD = 5;

/** Whether nothing is wrong with the data itself: dates, kinds, ids, nations, order. */
export function judgeNoProblems(subject: unknown, options: RuleOptions): Judged {
  const what = seen(subject);
  const journeys = what.kind === "journey" ? [what.journey] : what.kind === "caseload" ? what.journeys : [];
  const { problems } = what.kind === "report" ? what.report : reportOf(journeys, options);
  const told = problems.slice(0, TOLD).map(({ code, journey, message }) => {
    const of = journey === undefined ? "" : `${shortId(journey)}: `;
    return `  ${of}${message} (${code})`;
  });
  const more = problems.length - TOLD;
  return {
    pass: problems.length === 0,
    failure: () =>
      [
        headline(what, "to have no problems in the data", options),
        ...told,
        ...(more > 0 ? [`  and ${more} more`] : []),
      ].join("\n"),
    unexpected: () => headline(what, "to have problems in the data", options),
  };
}
