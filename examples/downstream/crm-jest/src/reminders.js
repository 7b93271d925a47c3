const { dueDates, whpCoreCv04 } = require("programme-rules");

/**
 * What an adviser is to be reminded of within so many days of a date.
 *
 * @param {import("programme-rules").Journey} journey
 * @param {string} asAt
 * @param {string} until
 */
function reminders(journey, asAt, until) {
  return dueDates(whpCoreCv04, journey, { asAt })
    .filter(({ doneOn, dueOn }) => doneOn === undefined && dueOn !== undefined && dueOn <= until)
    .map(({ dueOn, title }) => `${dueOn}: ${title}`);
}

module.exports = { reminders };
