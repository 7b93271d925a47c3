import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What only the notebooks need. Fetched here and not listed in package.json, so that it never hinders an install. */
const TOOLS = ["deno@2.9.6", "vega@6.4.0", "vega-lite@6.4.3", "markdown-it@15.0.3"];

/** A folder outside the checkout from which the kernel finds the built package, the tools and the notebooks. */
export function workFolder(root, source) {
  needJupyter();
  const tools = installTools();
  const work = mkdtempSync(join(tmpdir(), "notebooks-"));
  const modules = join(work, "node_modules");
  mkdirSync(modules);
  for (const name of readdirSync(tools)) symlinkSync(join(tools, name), join(modules, name));
  installPackage(root, modules);
  writeFileSync(join(work, "package.json"), JSON.stringify({ private: true, type: "module" }));
  cpSync(source, work, { recursive: true });
  const deno = join(modules, ".bin/deno");
  const kernel = {
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno",
    language: "typescript",
    env: { NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  };
  mkdirSync(join(work, "jupyter/kernels/deno"), { recursive: true });
  writeFileSync(join(work, "jupyter/kernels/deno/kernel.json"), JSON.stringify(kernel));
  return { folder: work, deno, modules };
}

/** The package as it is published: what was built, its manifest, and the few packages it depends on. */
function installPackage(root, modules) {
  const own = join(modules, "programme-rules");
  cpSync(join(root, "dist"), join(own, "dist"), { recursive: true });
  cpSync(join(root, "package.json"), join(own, "package.json"));
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  for (const name of Object.keys(dependencies)) {
    cpSync(join(root, "node_modules", name), join(modules, name), { recursive: true });
  }
}

function needJupyter() {
  try {
    execFileSync("jupyter", ["nbconvert", "--version"], { stdio: "ignore" });
  } catch {
    console.error(
      "The notebooks need Jupyter's nbconvert. On Debian or Ubuntu:\n  apt-get install jupyter-nbconvert jupyter-client jupyter-core python3-nbclient",
    );
    process.exit(1);
  }
}

function installTools() {
  const folder = join(tmpdir(), `programme-rules-tools-${TOOLS.join("-").replaceAll(/[^a-z0-9]+/g, "-")}`);
  mkdirSync(folder, { recursive: true });
  const quiet = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline", "--silent"];
  execFileSync("npm", ["install", ...quiet, "--prefix", folder, ...TOOLS], { stdio: "inherit" });
  return join(folder, "node_modules");
}
