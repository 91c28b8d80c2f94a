import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "bin", "entente");
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "entente-launcher-")));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A package folder around a copy of the launcher, with `files` (path → text) beside it. */
function launcherWith(folder: string, files: Record<string, string>): string {
  const home = join(scratch, folder);
  for (const [path, text] of Object.entries({ "package.json": '{"type":"module"}', ...files })) {
    mkdirSync(join(home, path, ".."), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  mkdirSync(join(home, "bin"), { recursive: true });
  cpSync(command, join(home, "bin", "entente"));
  return join(home, "bin", "entente");
}

describe("the command", () => {
  test("prints its help and ends well", () => {
    const { status, stdout } = spawnSync(command, ["--help"], { encoding: "utf8" });
    expect(status).toBe(0);
    expect(stdout).toContain("entente read");
  });

  test("ends with 2 when it is used wrongly", () => {
    expect(spawnSync(command, ["reed"]).status).toBe(2);
    expect(spawnSync(command, ["read", "--format", "xml", "x"]).status).toBe(2);
  });

  test("says what to run when its dependencies are not installed", () => {
    const launcher = launcherWith("bare", { "src/cli/main.ts": "console.log('ran')" });
    const { status, stderr } = spawnSync(process.execPath, [launcher], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toContain("npm ci");
  });

  test("runs the compiled program where it is installed as a package", () => {
    const launcher = launcherWith("node_modules/entente", {
      "src/cli/main.ts": "console.log('source')",
      "dist/cli/main.js": "console.log('compiled', process.argv.slice(2).join(' '))",
    });
    const { stdout } = spawnSync(process.execPath, [launcher, "picture"], { encoding: "utf8" });
    expect(stdout.trim()).toBe("compiled picture");
  });

  test("says nothing when the reader of its output goes away", () => {
    const { status, stderr } = spawnSync("bash", ["-c", `set -o pipefail; "${command}" --help | head -1`], {
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  test("ends by the signal it was sent", async () => {
    const launcher = launcherWith("waiting", {
      "node_modules/commander/package.json": "{}",
      "src/cli/main.ts": "console.log('waiting'); setInterval(() => {}, 1000);",
    });
    const child = spawn(process.execPath, [launcher]);
    child.stdout.once("data", () => child.kill("SIGTERM"));
    const signal = await new Promise((resolve) => child.on("exit", (_, by) => resolve(by)));
    expect(signal).toBe("SIGTERM");
  });
});
