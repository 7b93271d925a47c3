/**
 * England and Wales, 2020 to 2022, typed from a wall calendar. In 2020 the early May holiday moved to
 * Friday 8; in 2022 the spring one to Thursday 2 June, with Friday 3 for the Jubilee.
 */
const HOLIDAYS: Readonly<Record<string, string>> = {
  "2020-01-01": "New Year’s Day",
  "2020-04-10": "Good Friday",
  "2020-04-13": "Easter Monday",
  "2020-05-08": "Early May bank holiday",
  "2020-05-25": "Spring bank holiday",
  "2020-08-31": "Summer bank holiday",
  "2020-12-25": "Christmas Day",
  "2020-12-28": "Boxing Day",
  "2021-01-01": "New Year’s Day",
  "2021-04-02": "Good Friday",
  "2021-04-05": "Easter Monday",
  "2021-05-03": "Early May bank holiday",
  "2021-05-31": "Spring bank holiday",
  "2021-08-30": "Summer bank holiday",
  "2021-12-27": "Christmas Day",
  "2021-12-28": "Boxing Day",
  "2022-01-03": "New Year’s Day",
  "2022-04-15": "Good Friday",
  "2022-04-18": "Easter Monday",
  "2022-05-02": "Early May bank holiday",
  "2022-06-02": "Spring bank holiday",
  "2022-06-03": "Platinum Jubilee bank holiday",
  "2022-08-29": "Summer bank holiday",
  "2022-09-19": "Bank Holiday for the State Funeral of Queen Elizabeth II",
  "2022-12-26": "Boxing Day",
  "2022-12-27": "Christmas Day",
};

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A date as a sentence has it: `Wed 7 Apr 2021`. */
export function inWords(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  return `${DAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}

/** The ISO date of one in words. */
export function fromWords(words: string): string {
  const [, day, month, year] = words.split(" ") as [string, string, string, string];
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return `${year}-${number}-${day.padStart(2, "0")}`;
}

/** Whether the calendar on the wall says so much of a date. */
export function isOnTheWall(date: string): boolean {
  return date >= "2020-01-01" && date <= "2022-12-31";
}

/** A number of working days after a date, with the words for the days passed over on the way. */
export function countOnTheWall(from: string, workingDays: number): { to: string; passed: string } {
  const passed: string[] = [];
  let weekends = 0;
  let to = from;
  for (let left = workingDays; left > 0; ) {
    to = dayAfter(to);
    const name = weekday(to);
    if (name !== "Sat" && name !== "Sun" && HOLIDAYS[to] === undefined) left--;
    else if (name === "Sat" || name === "Sun") {
      if (name === "Sat" || passed.length === 0 || weekends === 0) weekends++;
      if (!passed.includes("weekend")) passed.push("weekend");
    } else passed.push(HOLIDAYS[to]!);
  }
  const said = passed.map((name) => (name === "weekend" ? weekendWords(weekends) : name));
  return {
    to,
    passed: said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`,
  };
}

function weekendWords(count: number): string {
  return count === 1 ? "the weekend" : `${NUMBERS[count]} weekends`;
}

/** `two` and `15` as numbers. */
export function numberOf(word: string): number {
  const at = NUMBERS.indexOf(word.toLowerCase());
  return at < 0 ? Number(word) : at;
}

function weekday(date: string): string {
  return DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()]!;
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
