#!/usr/bin/env node
// Builds the web app into dist/web when its sources are newer than what was built, so that the demo and the browser
// tests never show an old one.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, "dist", "web", "index.html");

export function ensureWeb() {
  if (existsSync(built) && statSync(built).mtimeMs >= newest(["src/web", "src/terms", "package-lock.json"])) return;
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build:web"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  throw new Error(`The web app could not be built:\n${stdout}${stderr}`);
}

function newest(paths) {
  return Math.max(...paths.flatMap((path) => times(join(root, path))));
}

function times(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return [about.mtimeMs];
  return [0, ...readdirSync(path).flatMap((name) => times(join(path, name)))];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) ensureWeb();
