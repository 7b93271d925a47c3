// The queue as one would first write it: a list of people, each an object, looked through for every appointment.
export function personByPerson({ days, arrivals, slots, missed, lag, most, due }, uniform) {
  const waiting = [];
  const open = [];
  let inBacklog = 0;
  for (let day = 0; day < days; day += 1) {
    for (let each = arrivals(uniform); each > 0; each -= 1)
      waiting.push({ received: day, turn: day, attempts: 0 });
    waiting.sort((one, other) => one.received - other.received);
    let left = slots;
    for (const person of waiting) {
      if (left === 0) break;
      if (person.turn > day) continue;
      left -= 1;
      person.attempts += 1;
      if (uniform() >= missed || person.attempts === most) person.done = true;
      else person.turn = day + lag;
    }
    for (let at = waiting.length - 1; at >= 0; at -= 1) if (waiting[at].done) waiting.splice(at, 1);
    open.push(waiting.length);
    inBacklog = waiting.filter(({ received }) => day - received >= due).length;
  }
  return { open, inBacklog };
}
