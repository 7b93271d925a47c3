import type { InterventionPolicy, PerformanceFigure } from "programme-rules/regime";

/** A figure as the laws make it: one thing said, its scope and month written out. */
export interface PlainFigure extends PerformanceFigure {
  readonly scope: { readonly area: "contract" | "deal-area"; readonly group?: string };
  readonly month: string;
}

/** What a figure is, by hand: a level in its own scope, a standard, or else something watched. */
const OWN: Readonly<Record<string, string>> = {
  "tmpl-1": "contract",
  "tmpl-2": "contract disability",
  "tmpl-5": "deal-area",
  "css-1/acknowledged": "contract",
};
const ASKED = 22;
const ACKNOWLEDGED = 99.5;

const place = ({ scope }: PlainFigure) => [scope.area, scope.group].filter(Boolean).join(" ");
const counts = (figure: PlainFigure) => OWN[figure.id] === place(figure);
const isPolicys = ({ index, probability, projected, share }: PlainFigure) =>
  index !== undefined || probability !== undefined || (projected === true && share !== undefined);

type Look = "short" | "good" | "nothing";

/** One figure, looked at in percent. */
function look(figure: PlainFigure, policy: InterventionPolicy | null): Look {
  const { id, verdict, share, index, probability, starts, basis } = figure;
  if (basis === "naive-flow" || basis === "relative") return "nothing";
  if (verdict !== undefined) return verdict === "not-met" ? "short" : verdict === "met" ? "good" : "nothing";
  const few =
    !id.startsWith("css") && (starts ?? (share as { of: number })?.of ?? 1e9) < (policy?.minimumStarts ?? 30);
  const bad = () => (few ? "nothing" : "short");
  if (isPolicys(figure)) {
    if (policy === null) return "nothing";
    const { count = 0, of = 0 } = (share ?? {}) as { count?: number; of?: number };
    if (share !== undefined && (of === 0 || !counts(figure))) return "nothing";
    const wanted = id.startsWith("css") ? ACKNOWLEDGED : ASKED;
    const found = probability ?? index ?? count / of / (wanted / 100);
    const bound =
      Number.parseFloat((probability === undefined ? policy.indexBelow : policy.probabilityBelow)!) / 100;
    return found < bound - 1e-9 ? bad() : "good";
  }
  const { count, of } = share as { count: number; of: number };
  if (of === 0 || !counts(figure)) return "nothing";
  return count * 1000 < of * (id.startsWith("css") ? 995 : 220) ? bad() : "good";
}

/** Of each series the newest months, one by one, until a good one; then whether they are enough. */
function isShort(series: readonly PlainFigure[], policy: InterventionPolicy | null): boolean {
  const enough = isPolicys(series[0]!) ? policy!.reviewMonths : 1;
  let run = 0;
  for (const month of [...new Set(series.map((each) => each.month))].sort().reverse()) {
    const looks = series.filter((each) => each.month === month).map((each) => look(each, policy));
    if (looks.includes("short")) run += 1;
    else if (looks.includes("good")) break;
  }
  return run >= enough;
}

/** The grounds that figures give, as `code id place`; no plan and no ranking. */
export function groundsOf(figures: readonly PlainFigure[], policy: InterventionPolicy | null): string[] {
  const found = new Set<string>();
  for (const one of figures) {
    const kind = ({ verdict, share, index }: PlainFigure) =>
      verdict !== undefined
        ? "verdict"
        : share !== undefined
          ? "share"
          : index !== undefined
            ? "index"
            : "chance";
    const alike = figures.filter(
      (each) =>
        each.id === one.id &&
        place(each) === place(one) &&
        each.basis === one.basis &&
        (each.projected ?? false) === (one.projected ?? false) &&
        kind(each) === kind(one),
    );
    if (policy === null && isPolicys(one)) continue;
    if (!isShort(alike, policy)) continue;
    const about = `${one.id} ${place(one)}`;
    if (!counts(one)) found.add(`indicator-warning ${about}`);
    else {
      found.add(`may-miss ${about}`);
      if (!isPolicys(one) && one.projected !== true) found.add(`required-standard-failed ${about}`);
    }
  }
  return [...found].sort();
}
