// npm run docs, its second half: every link of the built site leads to a file of it, and to a place on that page.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL("../docs/site", import.meta.url));
const pages = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".html"),
);
const places = new Map();
const dead = new Set();
let links = 0;

for (const page of pages) {
  const html = readFileSync(join(site, page), "utf8");
  for (const [, link] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
    if (/^(?:[a-z]+:|\/\/)/i.test(link)) continue;
    links += 1;
    const [path, place] = decodeURIComponent(link.replaceAll("&amp;", "&")).split("#");
    const file = path === "" ? join(site, page) : resolve(dirname(join(site, page)), path.split("?")[0]);
    if (!file.startsWith(site) || !existsSync(file) || statSync(file).isDirectory())
      dead.add(`${page}: ${link}`);
    else if (place && file.endsWith(".html") && !placesOf(file).has(place)) dead.add(`${page}: ${link}`);
  }
}

console.log(`${pages.length} pages, ${links} links, ${dead.size} dead`);
for (const link of dead) console.error(link);
process.exitCode = dead.size === 0 && pages.length > 0 ? 0 : 1;

/** What can be led to on a page. */
function placesOf(file) {
  if (!places.has(file)) {
    const ids = readFileSync(file, "utf8").matchAll(/\s(?:id|name)="([^"]*)"/g);
    places.set(file, new Set([...ids].map(([, id]) => id)));
  }
  return places.get(file);
}
