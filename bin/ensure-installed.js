#!/usr/bin/env node
// Installs the dependencies when they are missing, so that `npm test` and `npm run demo`
// work on a fresh clone. Runs before anything is installed: no imports but Node's own.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** npm writes this file last, so it is there only when an installation has come to its end. */
const installedFile = join(root, "node_modules", ".package-lock.json");

export function ensureInstalled() {
  if (isInstalled()) return;
  console.log("Installing the dependencies (once; about a minute) …");
  if (npm("ci") || npm("install", "--no-save")) return;
  console.error("entente: the dependencies could not be installed; npm's messages above say why.");
  process.exit(2);
}

function isInstalled() {
  return existsSync(installedFile) && existsSync(join(root, "node_modules", "node", "bin")) && hasEveryDependency();
}

/** A later version of the project may need a package that an earlier one did not. */
function hasEveryDependency() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.every((name) => existsSync(join(root, "node_modules", name, "package.json")));
}

function npm(...words) {
  const { status } = spawnSync("npm", [...words, "--no-fund", "--no-audit"], {
    cwd: root,
    // npm's own output goes to standard error, so that what a command prints can be piped.
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  return status === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureInstalled();
