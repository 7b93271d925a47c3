// Run by itself under several time zones: prints a digest of what the date and calendar rooms answer.
import { createHash } from "node:crypto";
import { calendarNames, workingCalendar } from "../../src/calendar/index.js";
import { addMonths, epochDay, isoDate, londonDate, longDate, readUkDate } from "../../src/date/index.js";

const digest = createHash("sha256");
const say = (...answers: unknown[]) => digest.update(answers.join(" "));

for (let day = epochDay("2011-01-01"); day <= epochDay("2028-12-31"); day += 1) {
  const date = isoDate(day);
  say(day, date, longDate(day), isoDate(addMonths(day, 1)), readUkDate(date.split("-").reverse().join("/")));
  const noon = day * 86_400_000 + 43_200_000;
  say(
    londonDate(noon),
    londonDate(new Date(noon + 41_400_000)),
    londonDate(noon + 16_200_001, { closesAt: "16:30" }),
  );
}
for (const name of calendarNames) {
  const calendar = workingCalendar(name, { beyondPublished: "project" });
  for (const day of calendar.workingDaysIn({ from: "2011-01-20", until: "2031-12-31" })) {
    say(
      calendar.addWorkingDays(day, 15),
      calendar.subtractWorkingDays(day, 7),
      calendar.countWorkingDays("2020-02-02", day),
    );
  }
  say(JSON.stringify(calendar.holidays({ from: "2011-01-01", until: "2040-12-31" })));
}

const offsets = [new Date(2011, 0, 1), new Date(2011, 6, 1)].map((date) => date.getTimezoneOffset());
process.stdout.write(JSON.stringify({ offsets, digest: digest.digest("hex") }));
