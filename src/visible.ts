/** Control characters, invisible formatting (marks and overrides of direction, joiners), separators of lines, half characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What nearly every text is: it is found out sooner than that there is nothing to replace. */
const PLAIN = /^[ -~]*$/;

/**
 * Text from data with everything that does not show, or does something, as an escape that shows: `\u001b`, `\u202e`.
 * Text that has none is as it was; so is what has been through here before.
 */
export function visible(text: string): string {
  return PLAIN.test(text) ? text : text.replace(INVISIBLE, escapesOf);
}

/** As {@link visible}, and its line ends stay. */
export function visibleLines(text: string): string {
  return text.replace(INVISIBLE, (found, at: number) =>
    found === "\n" || (found === "\r" && text[at + 1] === "\n") ? found : escapesOf(found),
  );
}

function escapesOf(found: string): string {
  return Array.from({ length: found.length }, (_, at) => {
    return `\\u${found.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }).join("");
}

/** A name from data, or the word for nobody; a name that reads like that word stands in double quotes. */
export function named(name: string | null, nobody: string): string {
  if (name === null) return nobody;
  return name.replace(/^"+|"+$/g, "") === nobody ? `"${name}"` : name;
}
