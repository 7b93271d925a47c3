/** A count that may be withheld, and the groups whose sum somebody may know. */
export interface GroupedCount<Item> {
  readonly item: Item;
  readonly count: number;
  /** Of the count, how many came out in one way and how many in another, of which somebody may know the sums as well. */
  readonly parts?: readonly number[];
  /** Whether it is to be withheld for its own sake. */
  readonly isSmall: boolean;
  /** Whether it is withheld already, so that not even whether it is 0 is known. */
  readonly isHidden?: boolean;
  readonly groups: readonly string[];
}

/** What is withheld; `openGroups`: where even with everything withheld a sum would give some of it away. */
export interface WithheldCounts<Item> {
  readonly items: ReadonlySet<Item>;
  readonly openGroups: ReadonlySet<string>;
}

/**
 * Which counts are to be withheld so that no small one can be worked out from the others and the sum of a group: the
 * small ones, and of a group the next smallest, equal ones together, until each that is withheld may be one of two
 * numbers or more, all of them are not few together, and they did not all come out in one way, nor none of them: that
 * would tell it of everybody, unless the sum of the whole group does. Whoever knows how they are chosen learns no more.
 */
export function withheldCounts<Item>(
  counts: readonly GroupedCount<Item>[],
  below: number,
): WithheldCounts<Item> {
  const withheld = new Set(
    counts.filter(({ isSmall, isHidden, count }) => isHidden || (isSmall && count > 0)),
  );
  const groups = new Map<string, GroupedCount<Item>[]>();
  for (const each of counts) {
    if (each.count === 0 && each.isHidden !== true) continue;
    for (const group of each.groups) groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const openGroups = new Set<string>();
  // What is withheld for one group may stand alone in another.
  for (let before = -1; before < withheld.size; ) {
    before = withheld.size;
    openGroups.clear();
    for (const [group, members] of groups) {
      if (!withholdNext(members, withheld, below)) openGroups.add(group);
    }
  }
  return { items: new Set([...withheld].map(({ item }) => item)), openGroups };
}

/** As {@link withheldCounts}, of counts of which one sum may be known: that of all. */
export function withheldOfSum<Item>(
  counts: Iterable<readonly [item: Item, count: number]>,
  below: number,
): WithheldCounts<Item> {
  const grouped = Array.from(counts, ([item, count]) => ({
    item,
    count,
    isSmall: count < below,
    groups: [""],
  }));
  return withheldCounts(grouped, below);
}

/** Withholds the next smallest of a group as long as that is needed; whether its sum gives nothing away then. */
function withholdNext<Item>(
  members: readonly GroupedCount<Item>[],
  withheld: Set<GroupedCount<Item>>,
  below: number,
): boolean {
  const rest = members.filter((each) => !withheld.has(each)).sort((one, other) => one.count - other.count);
  const hidden = members.filter((each) => withheld.has(each));
  if (hidden.length === 0 || countOf(members) === 0) return true;
  while (!isHiddenWell(hidden, rest[0]?.count, below) || isToldOfAll(hidden, members)) {
    const next = rest[0]?.count;
    if (next === undefined) return false;
    while (rest[0]?.count === next) {
      const each = rest.shift()!;
      withheld.add(each);
      hidden.push(each);
    }
  }
  return true;
}

/** Whether each of some counts may be one of two numbers or more, to somebody who knows their sum and what is shown. */
function isHiddenWell<Item>(
  hidden: readonly GroupedCount<Item>[],
  leastShown: number | undefined,
  below: number,
): boolean {
  const sum = countOf(hidden);
  if (hidden.length < 2 || sum < below) return false;
  const limit = hidden.reduce(
    (greatest, { isHidden, count }) => (isHidden === true ? greatest : Math.max(greatest, count)),
    (leastShown ?? sum + 1) - 1,
  );
  const most = ({ isHidden }: GroupedCount<Item>) => (isHidden === true ? sum : limit);
  const least = ({ isHidden }: GroupedCount<Item>) => (isHidden === true ? 0 : 1);
  const mostOfAll = hidden.reduce((total, each) => total + most(each), 0);
  const leastOfAll = hidden.reduce((total, each) => total + least(each), 0);
  return hidden.every((each) => {
    const lowest = Math.max(least(each), sum - (mostOfAll - most(each)));
    const highest = Math.min(most(each), sum - (leastOfAll - least(each)));
    return highest > lowest;
  });
}

/** Whether the sums tell of all that is withheld, or of none of it, what those of the whole group do not tell. */
function isToldOfAll<Item>(
  hidden: readonly GroupedCount<Item>[],
  members: readonly GroupedCount<Item>[],
): boolean {
  return (hidden[0]?.parts ?? []).some((_, at) => isAllOrNone(hidden, at) && !isAllOrNone(members, at));
}

function isAllOrNone<Item>(counts: readonly GroupedCount<Item>[], at: number): boolean {
  const part = counts.reduce((total, { parts }) => total + parts![at]!, 0);
  return part === 0 || part === countOf(counts);
}

function countOf<Item>(counts: readonly GroupedCount<Item>[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
