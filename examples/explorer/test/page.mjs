import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { preview } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const installed = ["chromium", "chromium-browser", "google-chrome"].map((name) => `/usr/bin/${name}`);
const executablePath = process.env.CHROMIUM ?? installed.find(existsSync);
if (executablePath === undefined) throw new Error("No Chromium was found: name one in CHROMIUM");

/** The built page, served to a browser; `open` gives a page that fails the test on any error it logs. */
export async function browse() {
  const server = await preview({ root, preview: { port: 0 }, logLevel: "silent" });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  const errors = [];
  return {
    errors,
    async open(query = "", options = {}) {
      const context = await browser.newContext({
        locale: "en-GB",
        viewport: { width: 1280, height: 900 },
        ...options,
      });
      const page = await context.newPage();
      page.on("pageerror", (error) => errors.push(`${error}`));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      await page.goto(new URL(query, server.resolvedUrls.local[0]).href);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DARK = { colorScheme: "dark" };
