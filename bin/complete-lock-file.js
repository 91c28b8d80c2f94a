#!/usr/bin/env node
// Run after `npm install`: node bin/complete-lock-file.js
//
// npm leaves a package for another platform out of the lock file when the registry at hand cannot serve it, and
// `npm ci` then refuses the whole file. Nothing of another platform is ever fetched, so naming the package is enough.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = fileURLToPath(new URL("../package-lock.json", import.meta.url));
const lock = JSON.parse(readFileSync(path, "utf8"));
const added = missingOptional(lock);
for (const [location, entry] of added) lock.packages[location] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other platforms added to package-lock.json`);

/** [location, entry] of each optional dependency that some package names and the lock file lacks. */
function missingOptional({ packages }) {
  const missing = new Map();
  for (const [parent, entry] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isLocked(packages, parent, name)) missing.set(`node_modules/${name}`, platformEntry(name, range, entry));
    }
  }
  return [...missing];
}

function isLocked(packages, parent, name) {
  return `node_modules/${name}` in packages || `${parent}/node_modules/${name}` in packages;
}

function platformEntry(name, range, parent) {
  const words = name.split(/[/-]/);
  const known = (values) => values.filter((value) => words.includes(value));
  const os = known([
    "android",
    "darwin",
    "freebsd",
    "linux",
    "openbsd",
    "netbsd",
    "sunos",
    "aix",
    "win32",
    "openharmony",
  ]);
  const cpu = known(["arm64", "arm", "x64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "loong64", "mips64el"]);
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    license: parent.license,
    optional: true,
    ...(os.length > 0 && { os }),
    ...(words.includes("musl") && { libc: ["musl"] }),
  };
}
