import { type JourneyEvent, londonDate, type Programme, whpCoreCv04, whpJetsCv06 } from "programme-rules";

/** What the page can be asked about. */
export const programmes: Readonly<Record<string, { readonly name: string; readonly rules: Programme }>> = {
  jets: { name: "WHP JETS, variation CV06", rules: whpJetsCv06 },
  core: { name: "WHP Core, variation CV04", rules: whpCoreCv04 },
};

/** What was entered. The address of the page holds it, so that a page can be kept or sent. */
export interface Choice {
  readonly programme: string;
  readonly nation: string;
  readonly receivedOn: string;
  readonly asAt: string;
  readonly events: readonly JourneyEvent[];
}

/** A referral received today, in London. */
export function firstChoice(): Choice {
  return { programme: "jets", nation: "england", receivedOn: londonDate(new Date()), asAt: "", events: [] };
}

export function chosenProgramme({ programme }: Choice): Programme {
  return programmes[programme]?.rules ?? whpJetsCv06;
}

/** The day it is looked at: as asked, or else the day of the last event. */
export function lookedAtOn({ asAt, receivedOn, events }: Choice): string {
  return asAt || [receivedOn, ...events.map(({ on }) => on)].reduce((last, on) => (on > last ? on : last));
}

export function writeAddress(choice: Choice): string {
  const { programme, nation, receivedOn, asAt, events } = choice;
  const query = new URLSearchParams({ programme, nation, received: receivedOn });
  if (asAt) query.set("asAt", asAt);
  const kinds = chosenProgramme(choice).events;
  for (const event of events) {
    const detail = kinds.find(({ id }) => id === event.kind)?.fields?.[0] ?? "";
    query.append("event", [event.kind, event.on, event[detail]].filter(Boolean).join(" "));
  }
  return `?${query}`;
}

/** The choice an address holds; what it leaves out or spoils is as at first. */
export function readAddress(search: string): Choice {
  const query = new URLSearchParams(search);
  const first = firstChoice();
  const asked = query.get("programme") ?? first.programme;
  const programme = Object.hasOwn(programmes, asked) ? asked : first.programme;
  const { calendars, events: kinds } = chosenProgramme({ ...first, programme });
  const nation = query.get("nation") ?? "";
  return {
    programme,
    nation: Object.hasOwn(calendars, nation) ? nation : Object.keys(calendars)[0]!,
    receivedOn: query.get("received") ?? first.receivedOn,
    asAt: query.get("asAt") ?? "",
    events: query.getAll("event").flatMap((text) => {
      const [kind = "", on = "", detail] = text.split(" ");
      const known = kinds.find(({ id }) => id === kind);
      const field = known?.fields?.[0];
      if (!known || !/^\d{4}-\d\d-\d\d$/.test(on)) return [];
      return [{ kind, on, ...(field && detail ? { [field]: detail } : {}) }];
    }),
  };
}
