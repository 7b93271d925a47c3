import { readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** Writes a file of the licences of bundled packages, to lie beside the code they are in, as those licences ask. */
export function writeLicences(file: string, packages: readonly string[]): void {
  const texts = packages.map((name) => {
    const { version, license } = JSON.parse(
      readFileSync(new URL(`node_modules/${name}/package.json`, root), "utf8"),
    );
    const text = readFileSync(new URL(`node_modules/${name}/LICENSE`, root), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  writeFileSync(new URL(file, root), `Bundled into the files beside this one:\n\n${texts.join("\n---\n\n")}`);
}
