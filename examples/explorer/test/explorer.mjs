// The page as a person meets it: by mouse, by keyboard, on a phone, in the dark, and through its accessibility tree.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before, test } from "node:test";
import { browse, DARK, PHONE } from "./page.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RECEIVED = "?programme=jets&nation=england&received=2021-03-29";
const STARTED = `${RECEIVED}&event=referral-acknowledged+2021-03-30&event=started+2021-04-14`;

let site;
before(async () => {
  site = await browse();
});
after(() => site.close());
afterEach(() => assert.deepEqual(site.errors, []));

const card = (page, title) => page.getByRole("article", { name: title });
const EXPLORED = "PRaP shows a start, a non-attendance or a non-start within 15 working days of receipt";

test("every deadline has its day, its reason and its source", async () => {
  const page = await site.open(RECEIVED);
  const days = await page.locator(".date time").evaluateAll((all) => all.map(({ dateTime }) => dateTime));
  // Counted on a wall calendar: 2 working days after Monday 29 March; 15, with Good Friday, Easter Monday and
  // three weekends between; 25, with five weekends and the early May holiday too.
  assert.deepEqual(days, ["2021-03-31", "2021-04-21", "2021-05-06"]);
  const text = await card(page, EXPLORED).innerText();
  assert.match(text, /Good Friday, three weekends and Easter Monday do not count/);
  assert.match(text, /Source 001 ¶38 item 5/);
  assert.match(
    await page.getByRole("region", { name: "Sources" }).innerText(),
    /001\s+Work and Health Programme guidance/,
  );
});

test("what was done is met, what is late is not, and the status line says how many", async () => {
  const page = await site.open(`${STARTED}&asAt=2021-04-20`);
  assert.match(await card(page, /acknowledged in PRaP/).innerText(), /✓ Met/);
  assert.match(await card(page, /contacted within 2 working days/).innerText(), /✗ Not met/);
  assert.equal(
    await page.getByRole("status").innerText(),
    "As at Tue 20 Apr 2021: 6 open, 2 not met, 3 not running yet. Next: Wed 21 Apr 2021.",
  );
});

test("by keyboard alone: date, event, removal", async () => {
  const page = await site.open(RECEIVED);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the deadlines");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "deadlines");
  await page.getByRole("button", { name: "Started", exact: true }).first().focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "on");
  // Which part of a date comes first is the browser's own choice; the key adds one to it.
  await page.keyboard.press("ArrowUp");
  const on = await page.getByLabel("On", { exact: true }).inputValue();
  assert.notEqual(on, "2021-03-29");
  await page.getByRole("button", { name: "Add the event" }).focus();
  await page.keyboard.press("Enter");
  assert.ok(await card(page, /action plan is finalised/).isVisible());
  assert.ok(page.url().endsWith(`event=started+${on}`));
  await page.getByRole("button", { name: "Remove Started" }).focus();
  await page.keyboard.press("Space");
  assert.equal(await card(page, /action plan is finalised/).count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "kind");
});

test("a kind of event that says more asks for it", async () => {
  const page = await site.open(RECEIVED);
  await page.getByLabel("Event").selectOption("PRaP updated");
  await page.getByLabel("Which").selectOption("did not attend");
  await page.getByLabel("On", { exact: true }).fill("2021-04-21");
  await page.getByRole("button", { name: "Add the event" }).click();
  assert.match(await card(page, EXPLORED).innerText(), /✓ Met/);
});

test("the wall calendar numbers the working days and names the holidays", async () => {
  const page = await site.open(RECEIVED);
  await card(page, EXPLORED).locator("summary").click();
  const table = card(page, EXPLORED).getByRole("table");
  const numbers = await table
    .locator(".count")
    .evaluateAll((all) => all.map(({ textContent }) => Number(textContent)));
  assert.deepEqual(
    numbers,
    Array.from({ length: 15 }, (_, at) => at + 1),
  );
  assert.match(await table.innerText(), /Fri 2 Apr 2021 is Good Friday/);
});

test("WHP Core is another programme with other days", async () => {
  const page = await site.open(RECEIVED);
  await page.getByLabel("Programme").selectOption({ index: 1 });
  assert.match(page.url(), /programme=core/);
  assert.match(await page.locator(".source").first().innerText(), /¶37 item 1/);
});

test("a date no calendar reaches is refused with what to do, and an empty one is asked for", async () => {
  const page = await site.open("?received=2090-01-02");
  assert.match(await page.getByRole("status").innerText(), /2090/);
  await page.getByLabel("Referral received").fill("");
  assert.equal(await page.getByRole("status").innerText(), "Enter the day the referral was received.");
});

test("hostile addresses are only text", async () => {
  const page = await site.open(
    "?programme=__proto__&nation=constructor&received=<img src=x onerror=alert(1)>&event=<b>+2021-04-01&event=started+x",
  );
  assert.equal(await page.locator("img").count(), 0);
  assert.notEqual(await page.getByRole("status").innerText(), "");
});

test("the accessibility tree says what the page says", async () => {
  const page = await site.open(RECEIVED);
  const tree = await page.locator("body").ariaSnapshot();
  for (const line of [
    'heading "Deadline explorer" [level=1]',
    'form "The referral"',
    'combobox "Nation"',
    'group "What has happened since optional"',
    'status: "As at Mon 29 Mar 2021: 5 open, 7 not running yet. Next: Wed 31 Mar 2021."',
    'heading "Wed 31 Mar 2021" [level=2]',
    'article "Each referral is acknowledged in PRaP within 2 working days of receipt"',
    'region "Not running yet"',
  ])
    assert.ok(tree.includes(line), `${line} is not in\n${tree}`);
});

for (const [name, options] of Object.entries({
  desktop: {},
  "desktop, dark": DARK,
  phone: PHONE,
  "phone, dark": { ...PHONE, ...DARK },
  "text twice as large": { viewport: { width: 640, height: 450 } },
}))
  test(`axe finds nothing, and nothing is wider than the screen: ${name}`, async () => {
    const page = await site.open(`${STARTED}&asAt=2021-04-20`, options);
    if (process.env.SCREENSHOTS)
      await page.screenshot({
        path: `${process.env.SCREENSHOTS}/${name.replaceAll(/[, ]+/g, "-")}.png`,
        fullPage: true,
      });
    for (const summary of await page.locator("summary").all()) await summary.click();
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() =>
      globalThis.axe.run({
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      }),
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    assert.deepEqual(found, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
