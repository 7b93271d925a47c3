// npm run verify:pages: the pages of check, report and review, opened in Chromium. With the name of a folder, pictures of
// them at three widths, light and dark, and as they are printed, are left there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { emptyFolder } from "./project.mjs";

const root = join(import.meta.dirname, "../..");
const data = (name) => join(root, "examples/data", name);
const caseload = ["--as-at", "2021-06-30", "--events", data("jets-events.csv"), data("jets-caseload.csv")];
const reviewed = ["--contract-log", "--plan", "--cohorts"].flatMap((option) => [
  option,
  data(`review/${option.slice(2)}.json`),
]);
const pages = {
  check: ["check", ...caseload],
  report: ["report", "--month", "2021-05", ...caseload],
  split: ["report", "--by", "provider", ...caseload],
  review: ["review", ...reviewed, ...caseload],
};

const WIDTHS = [360, 800, 1400];
const SCHEMES = ["light", "dark"];
/** The width of a sheet without its margins, in pixels of a style. */
const A4 = 695;
const folder = emptyFolder();
const [wanted] = process.argv.slice(2);
const pictures = wanted === undefined ? undefined : resolve(wanted);
if (pictures) mkdirSync(pictures, { recursive: true });

const executablePath =
  process.env.CHROMIUM ??
  ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`).find(existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
for (const [name, words] of Object.entries(pages)) {
  const file = made(name, words);
  for (const width of WIDTHS) for (const colorScheme of SCHEMES) await lookAt(name, file, width, colorScheme);
  await print(name, file);
  console.log(`ok  ${name}`);
}
await linksOpen(join(folder, "check.html"));
await browser.close();

/** The page of a command, as somebody makes it. */
function made(name, words) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(root, "dist/cli.js"), ...words, "--format", "html"],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  assert.ok(status < 2, stderr);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, stdout);
  return file;
}

/** Nothing is fetched, nothing is wider than the window but what scrolls by itself, and axe finds nothing. */
async function lookAt(name, file, width, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  if (pictures)
    await page.screenshot({ path: join(pictures, `${name}-${width}-${colorScheme}.png`), fullPage: true });
  const where = `${name}, ${width} wide, ${colorScheme}`;
  await page.evaluate(() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
  });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${where}: ${beyond} pixels too wide`);
  assert.deepEqual(asked, [pathToFileURL(file).href], where);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
    where,
  );
  await page.close();
}

async function print(name, file) {
  const page = await browser.newPage({ viewport: { width: A4, height: 1000 } });
  await page.emulateMedia({ media: "print" });
  await page.goto(pathToFileURL(file).href);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${name}, printed: ${beyond} pixels too wide`);
  if (pictures) await page.screenshot({ path: join(pictures, `${name}-print.png`), fullPage: true });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
  if (pictures) writeFileSync(join(pictures, `${name}.pdf`), pdf);
  await page.close();
}

/** Who follows a line of the scorecard finds its part open, without a script. */
async function linksOpen(file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.click('a[href="#line-4"]');
  assert.ok(await page.evaluate(() => document.querySelector("#line-4").closest("details").open));
  await page.close();
  console.log("ok  a line leads to its cases");
}
