import type { AssertionOptions } from "../assertion-options.js";
import { journeysOf, knownSubject, shortId } from "../assertion-subject.js";
import { reportOf } from "../report-lines.js";
import { headline, type Judgement } from "./judgement.js";

const TOLD = 5;

/** Whether nothing is wrong with the data itself: dates, kinds, ids, nations, order. */
export function judgeNoProblems(subject: unknown, options: AssertionOptions): Judgement {
  const what = knownSubject(subject);
  const { problems } = what.kind === "report" ? what.report : reportOf(journeysOf(what), options);
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
