import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** Puts the licences of the packages bundled into the command line beside it, as those licences ask. */
export function writeLicences(packages: readonly string[]): void {
  const texts = packages.map((name) => {
    const { version, license } = JSON.parse(
      readFileSync(new URL(`node_modules/${name}/package.json`, root), "utf8"),
    );
    const text = readFileSync(new URL(`node_modules/${name}/LICENSE`, root), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  writeFileSync(new URL("dist/cli.licences.txt", root), `Bundled into cli.js:\n\n${texts.join("\n---\n\n")}`);
}
