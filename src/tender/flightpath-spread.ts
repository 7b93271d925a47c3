/**
 * Shares out whole people by weights: each gets the whole part of its due, and who is left over goes
 * to the largest remainders, the earlier first. The sum is exact.
 */
export function shareOut(people: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (people === 0 || all === 0) return weights.map(() => 0);
  const dues = weights.map((weight) => (people * weight) / all);
  const given = dues.map(Math.floor);
  const left = people - given.reduce((sum, each) => sum + each, 0);
  const byRemainder = dues.map((due, at) => ({ at, rest: due - Math.floor(due) }));
  byRemainder.sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of byRemainder.slice(0, left)) given[at]! += 1;
  return given;
}
