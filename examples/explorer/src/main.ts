import type { ProgrammeFault } from "programme-rules";
import { epochDay, longDate } from "programme-rules/calendar";
import { type Choice, firstChoice, readAddress, writeAddress } from "./choice.js";
import { type Answer, answer } from "./deadlines.js";
import { byId } from "./element.js";
import { askFor, enteredEvent, readChoice, showChoice, showDetail } from "./form.js";
import "./style.css";
import { timeline } from "./timeline.js";

let choice = readAddress(location.search);

function choose(next: Choice): void {
  choice = next;
  history.replaceState(null, "", writeAddress(choice));
  showChoice(choice);
  show();
}

function show(): void {
  const summary = byId("summary");
  const place = byId("timeline");
  try {
    const found = answer(choice);
    summary.textContent = summaryOf(found);
    place.replaceChildren(timeline(found));
  } catch (fault) {
    summary.textContent = choice.receivedOn === "" ? "Enter the day the referral was received." : told(fault);
    place.replaceChildren();
  }
}

/** Every fault of the library says what to do; anything else is a fault of this page. */
function told(fault: unknown): string {
  const { name, message } = fault as ProgrammeFault;
  if (name !== "ProgrammeFault") throw fault;
  return message;
}

function summaryOf({ deadlines, waiting, asAt }: Answer): string {
  const open = deadlines.filter(({ verdict }) => verdict === "pending");
  const next = open[0] ? ` Next: ${longDate(epochDay(open[0].dueOn))}.` : "";
  const missed = deadlines.filter(({ verdict }) => verdict === "not-met").length;
  const counts = [
    `${open.length} open`,
    ...(missed > 0 ? [`${missed} not met`] : []),
    ...(waiting.length > 0 ? [`${waiting.length} not running yet`] : []),
  ];
  return `As at ${longDate(epochDay(asAt))}: ${counts.join(", ")}.${next}`;
}

const form = byId<HTMLFormElement>("form");
form.addEventListener("change", ({ target }) => {
  const { id } = target as HTMLElement;
  if (id === "kind") showDetail(choice);
  if (["received", "programme", "nation", "as-at"].includes(id)) choose(readChoice(choice));
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", (event) => {
  event.preventDefault();
  choose(firstChoice());
});
byId("add").addEventListener("click", () => {
  const event = enteredEvent(choice);
  if (event === undefined) return byId("on").focus();
  const events = [...choice.events, event].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  choose({ ...choice, events });
});
document.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const { event, kind } = target.dataset;
  if (kind !== undefined) askFor(kind, choice);
  if (event === undefined) return;
  choose({ ...choice, events: choice.events.filter((_, at) => at !== Number(event)) });
  byId("kind").focus();
});

choose(choice);
