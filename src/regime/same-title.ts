/** Whether two names are of one post: people write "the Provision Lead" and "DWP Provision Lead" (001 ¶6). */
export function sameTitle(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(title: string): string {
  return title.trim().toLowerCase().replace(/^the /, "").replace(/^dwp /, "");
}
