/** A place other pages can point to: the id as it stands in the data. */
export function anchor(id: string): string {
  return `<a id="${id}"></a>`;
}

/** `css-12/after-job-end` as `CSS 12`, `returns/breakdown` as `Returns`: what people call the thing. */
export function called(id: string): string {
  const [standard] = id.split("/") as [string];
  const numbered = /^(css|tmpl)-(\d+)$/.exec(standard);
  if (numbered !== null)
    return `${numbered[1]!.replace("css", "CSS").replace("tmpl", "tMPL")} ${numbered[2]}`;
  return capital(standard.replaceAll("-", " "));
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
