import { epochDay, longDate } from "programme-rules/calendar";
import type { CountedDay } from "./days.js";
import type { Answer, Deadline, Waiting } from "./deadlines.js";
import { element } from "./element.js";

const WORDS: Readonly<Record<string, string>> = {
  met: "✓ Met",
  "not-met": "✗ Not met",
  pending: "Open",
  "not-applicable": "Does not apply",
  undetermined: "? Cannot be told",
};
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const said = (on: string) => longDate(epochDay(on));

/** The whole answer: the days with what is due on them, and what waits for something to happen. */
export function timeline({ deadlines, waiting, asAt, sources }: Answer): HTMLElement {
  const days = [...new Set([...deadlines.map(({ dueOn }) => dueOn), asAt])].sort();
  const list = element("ol", { class: "timeline" });
  for (const on of days) {
    if (on === asAt) list.append(element("li", { class: "now" }, element("p", {}, `As at ${said(asAt)}`)));
    const due = deadlines.filter(({ dueOn }) => dueOn === on);
    if (due.length > 0) list.append(dayOf(on, due, on < asAt));
  }
  const whole = element("div", {}, list);
  if (waiting.length > 0) whole.append(waitingList(waiting));
  whole.append(sourceList(sources));
  return whole;
}

function dayOf(on: string, due: readonly Deadline[], isPast: boolean): HTMLElement {
  const [weekday = "", day = "", month = "", year = ""] = said(on).split(" ");
  const date = element(
    "h2",
    { class: "date" },
    element(
      "time",
      { datetime: on },
      element("span", { class: "weekday" }, weekday),
      " ",
      element("span", { class: "number" }, day),
      " ",
      element("span", { class: "month" }, `${month} ${year}`),
    ),
  );
  return element(
    "li",
    isPast ? { class: "past" } : {},
    date,
    element("div", { class: "due" }, ...due.map(card)),
  );
}

function card({ id, title, verdict, sentence, source, days }: Deadline): HTMLElement {
  const parts: HTMLElement[] = [
    element("p", { class: `verdict ${verdict}` }, WORDS[verdict] ?? verdict),
    element("h3", { id }, title),
    element("p", { class: "reason" }, sentence),
  ];
  if (days.length > 0)
    parts.push(
      element(
        "details",
        {},
        element("summary", {}, "Count the days", element("span", { class: "unseen" }, ` of “${title}”`)),
        wallCalendar(days),
      ),
    );
  return element("article", { "aria-labelledby": id }, ...parts, sourceOf(source));
}

/** Weeks from Monday. What it shows is told in words beside it: the number in a corner counts the working days. */
function wallCalendar(days: readonly CountedDay[]): HTMLElement {
  const heads = WEEKDAYS.map((name) => element("th", { scope: "col" }, name));
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    element("tr", {}, ...days.slice(week * 7, week * 7 + 7).map(dayCell)),
  );
  const named = days.filter(
    ({ holiday, role }) => holiday !== undefined && role !== "before" && role !== "after",
  );
  const caption = ["Working days are numbered; the others do not count."]
    .concat(named.map(({ on, holiday }) => `${said(on)} is ${holiday}.`))
    .join(" ");
  return element(
    "table",
    { class: "wall" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, ...heads)),
    element("tbody", {}, ...weeks),
  );
}

const ROLES: Readonly<Partial<Record<CountedDay["role"], string>>> = {
  anchor: "the clock starts",
  off: "does not count",
  due: "due",
};

function dayCell({ on, role, count, holiday }: CountedDay): HTMLElement {
  const [, day = "", month = ""] = said(on).split(" ");
  const cell = element("td", { class: holiday === undefined ? role : `${role} holiday` });
  cell.append(element("span", { class: "day" }, day === "1" || role === "anchor" ? `${day} ${month}` : day));
  if (count !== undefined) cell.append(" ", element("span", { class: "count" }, `${count}`));
  const meaning = [holiday, ROLES[role]].filter(Boolean).join(", ");
  if (meaning) cell.append(" ", element("span", { class: "unseen" }, meaning));
  return cell;
}

function waitingList(waiting: readonly Waiting[]): HTMLElement {
  const items = waiting.map(({ title, events, source }) =>
    element(
      "li",
      {},
      element("h3", {}, title),
      element(
        "p",
        { class: "reason" },
        "Its clock starts with: ",
        ...events.flatMap(({ kind, title: event }, at) => [
          ...(at > 0 ? [" or "] : []),
          element("button", { type: "button", class: "record", "data-kind": kind }, event),
        ]),
        ".",
      ),
      sourceOf(source),
    ),
  );
  return element(
    "section",
    { class: "waiting", "aria-labelledby": "waiting" },
    element("h2", { id: "waiting" }, "Not running yet"),
    element("ul", {}, ...items),
  );
}

/** "001 ¶38 item 1", leading to the document's title at the end of the page. */
function sourceOf(source: string): HTMLElement {
  const [id = ""] = source.split(" ");
  return element("p", { class: "source" }, "Source ", element("a", { href: `#source-${id}` }, source));
}

function sourceList(sources: Answer["sources"]): HTMLElement {
  const entries = Object.entries(sources).flatMap(([id, title]) => [
    element("dt", { id: `source-${id}`, tabindex: "-1" }, id),
    element("dd", {}, title),
  ]);
  return element(
    "section",
    { class: "sources", "aria-labelledby": "sources" },
    element("h2", { id: "sources" }, "Sources"),
    element("dl", {}, ...entries),
  );
}
