import type { EventKind, JourneyEvent } from "programme-rules";
import { epochDay, longDate } from "programme-rules/calendar";
import { type Choice, chosenProgramme, lookedAtOn, programmes } from "./choice.js";
import { byId, element } from "./element.js";

const NATIONS: Readonly<Record<string, string>> = {
  england: "England",
  wales: "Wales",
  scotland: "Scotland",
  "northern-ireland": "Northern Ireland",
};
/** A contract's own events, and those that only a calculation or an attestation needs, are no part of a referral's page. */
const UNASKED =
  /^(referral-|attested|contract-|month-|survey-|template-|implementation-|provider-|plan-|breakdown-|performance-|management-|review-|evaluation-|earnings)/;

const field = {
  received: byId<HTMLInputElement>("received"),
  programme: byId<HTMLSelectElement>("programme"),
  nation: byId<HTMLSelectElement>("nation"),
  kind: byId<HTMLSelectElement>("kind"),
  detail: byId<HTMLSelectElement>("detail"),
  detailField: byId("detail-field"),
  on: byId<HTMLInputElement>("on"),
  asAt: byId<HTMLInputElement>("as-at"),
  events: byId("events"),
};

const kindsOf = (choice: Choice) =>
  chosenProgramme(choice).events.filter(({ id }) => id === "referral-acknowledged" || !UNASKED.test(id));
const kindOf = (choice: Choice, kind: string) => chosenProgramme(choice).events.find(({ id }) => id === kind);
const spoken = (word: string) => word.replaceAll("-", " ");

/** Writes a choice into the form. */
export function showChoice(choice: Choice): void {
  field.received.value = choice.receivedOn;
  field.asAt.value = choice.asAt;
  offer(
    field.programme,
    Object.entries(programmes).map(([id, { name }]) => [id, name]),
    choice.programme,
  );
  const nations = Object.keys(chosenProgramme(choice).calendars);
  offer(
    field.nation,
    nations.map((id) => [id, NATIONS[id] ?? id]),
    choice.nation,
  );
  offer(
    field.kind,
    kindsOf(choice).map(({ id, title }) => [id, title]),
    field.kind.value,
  );
  if (field.on.value === "") field.on.value = lookedAtOn(choice);
  showDetail(choice);
  field.events.replaceChildren(...choice.events.map((event, at) => recorded(choice, event, at)));
}

/** What else the chosen kind of event says, such as the status of a PRaP update. */
export function showDetail(choice: Choice): void {
  const values = detailOf(kindOf(choice, field.kind.value))?.values ?? [];
  field.detailField.hidden = values.length === 0;
  offer(
    field.detail,
    values.map((value) => [value, spoken(value)]),
    field.detail.value,
  );
}

/** The form as a choice; the events are kept from the one before. */
export function readChoice(before: Choice): Choice {
  const programme = field.programme.value;
  const { calendars } = chosenProgramme({ ...before, programme });
  const nation = field.nation.value in calendars ? field.nation.value : Object.keys(calendars)[0]!;
  return { ...before, programme, nation, receivedOn: field.received.value, asAt: field.asAt.value };
}

/** The event entered, or undefined when it has no date. */
export function enteredEvent(choice: Choice): JourneyEvent | undefined {
  const kind = kindOf(choice, field.kind.value);
  if (kind === undefined || field.on.value === "") return undefined;
  const detail = detailOf(kind);
  return { kind: kind.id, on: field.on.value, ...(detail ? { [detail.name]: field.detail.value } : {}) };
}

/** Makes ready to enter an event of a kind. */
export function askFor(kind: string, choice: Choice): void {
  field.kind.value = kind;
  showDetail(choice);
  field.on.focus();
}

function detailOf(kind?: EventKind): { name: string; values: string[] } | undefined {
  const [name] = kind?.fields ?? [];
  const values = name === undefined ? undefined : kind?.values?.[name];
  return name === undefined || values === undefined ? undefined : { name, values: values.map(String) };
}

function recorded(choice: Choice, event: JourneyEvent, at: number): HTMLElement {
  const kind = kindOf(choice, event.kind);
  const detail = event[detailOf(kind)?.name ?? ""];
  const name = [kind?.title ?? event.kind, detail === undefined ? "" : `(${spoken(String(detail))})`]
    .join(" ")
    .trim();
  const remove = { type: "button", class: "remove", "data-event": `${at}`, "aria-label": `Remove ${name}` };
  return element(
    "li",
    {},
    element("span", {}, `${name}, ${longDate(epochDay(event.on))}`),
    element("button", remove, "Remove"),
  );
}

function offer(
  select: HTMLSelectElement,
  options: readonly (readonly [string, string])[],
  chosen: string,
): void {
  select.replaceChildren(...options.map(([value, text]) => element("option", { value }, text)));
  const isOffered = options.some(([value]) => value === chosen);
  if (isOffered) select.value = chosen;
}
