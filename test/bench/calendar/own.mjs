/** The floor: two tables and no questions asked. No date is checked, and no end of the tables watched. */
export function floor({ workingCalendar }, { from, n, start, end }) {
  const { days } = workingCalendar("england-and-wales");
  const base = days.knownFrom;
  const worked = [];
  const rank = new Uint16Array(days.knownUntil - base + 2);
  for (let at = 0; at < rank.length - 1; at += 1) {
    if (days.isWorkingDay(base + at)) worked.push(at);
    rank[at + 1] = worked.length;
  }
  const nth = Uint16Array.from(worked);
  return {
    name: "plain typed-array table loop (the floor)",
    answer: (i) => base + nth[rank[from[i] - base + 1] + n[i] - 1],
    add() {
      let sum = 0;
      for (let i = 0; i < from.length; i += 1) sum += base + nth[rank[from[i] - base + 1] + n[i] - 1];
      return sum;
    },
    distance: (i) => rank[end[i] - base + 1] - rank[start[i] - base + 1],
    count() {
      let sum = 0;
      for (let i = 0; i < start.length; i += 1) sum += rank[end[i] - base + 1] - rank[start[i] - base + 1];
      return sum;
    },
  };
}

export function integers({ workingCalendar }, { from, n, start, end }) {
  const { days } = workingCalendar("england-and-wales");
  return {
    name: "programme-rules, whole numbers",
    answer: (i) => days.add(from[i], n[i]),
    add() {
      let sum = 0;
      for (let i = 0; i < from.length; i += 1) sum += days.add(from[i], n[i]);
      return sum;
    },
    distance: (i) => days.count(start[i], end[i]),
    count() {
      let sum = 0;
      for (let i = 0; i < start.length; i += 1) sum += days.count(start[i], end[i]);
      return sum;
    },
  };
}

export function texts({ workingCalendar }, { fromText, n, startText, endText }) {
  const calendar = workingCalendar("england-and-wales");
  return {
    name: "programme-rules, ISO text",
    answer: (i) => calendar.addWorkingDays(fromText[i], n[i]),
    add() {
      let sum = 0;
      for (let i = 0; i < fromText.length; i += 1) sum += calendar.addWorkingDays(fromText[i], n[i]).length;
      return sum;
    },
    distance: (i) => calendar.countWorkingDays(startText[i], endText[i]),
    count() {
      let sum = 0;
      for (let i = 0; i < startText.length; i += 1)
        sum += calendar.countWorkingDays(startText[i], endText[i]);
      return sum;
    },
  };
}
