import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);

/** Writes a file of the licences of bundled packages, to lie beside the code they are in, as those licences ask. */
export function writeLicences(file: string, packages: readonly string[]): void {
  const texts = packages.map((name) => {
    const folder = new URL(`node_modules/${name}/`, root);
    const { version, license } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
    const licence = readdirSync(folder).find((each) => /^LICENSE(\.md)?$/.test(each))!;
    const text = readFileSync(new URL(licence, folder), "utf8");
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  writeFileSync(new URL(file, root), `Bundled into the files beside this one:\n\n${texts.join("\n---\n\n")}`);
}
