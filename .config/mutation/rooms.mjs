/** The rooms in which a wrong line is a wrong verdict, the smallest first, and the tests that hold each. */
export const rooms = {
  quantity: ["quantity"],
  outcomes: ["outcomes"],
  backlog: ["backlog", "compliance", "cases"],
  date: ["date"],
  calendar: ["calendar"],
  cohorts: ["cohorts"],
  deadlines: ["deadlines"],
  compliance: ["compliance", "explanation", "cases"],
};

/** The share of changes that a room's tests must notice. */
export const LEAST = 85;

/** The room asked for, in the environment because the mutation tester passes nothing else on to its test runner. */
export function roomAsked() {
  const room = process.env.MUTATED_ROOM ?? "";
  if (!(room in rooms)) throw new Error(`MUTATED_ROOM is one of ${Object.keys(rooms).join(", ")}`);
  return room;
}
