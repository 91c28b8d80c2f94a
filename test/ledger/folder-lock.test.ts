import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lockAddress, lockFolder, takeOver } from "../../src/ledger/folder-lock.ts";

describe("the lock of a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "entente-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("is held by one at a time, and free again when it is released", async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow("ledger.in-use");
    await lock.release();
    await (await lockFolder(folder)).release();
  });

  test("has an address of its own on each system, that depends on the folder alone", () => {
    expect(lockAddress("/a", "linux")).toMatch(/^\0entente-[0-9a-f]{32}$/);
    expect(lockAddress("C:\\a", "win32")).toMatch(/^\\\\\.\\pipe\\entente-[0-9a-f]{32}$/);
    expect(lockAddress("/a", "darwin")).toMatch(/^\/tmp\/entente-[0-9a-f]{32}\.sock$/);
    expect(lockAddress("/b", "darwin")).not.toBe(lockAddress("/a", "darwin"));
  });

  // What follows is the way of systems without abstract sockets; Windows has no socket files.
  describe.skipIf(process.platform === "win32")("as a socket file", () => {
    /** A process that listened at an address, and was killed. */
    async function leaveBehind(address: string): Promise<void> {
      const script = `require("net").createServer().listen(${JSON.stringify(address)}, () => console.log("there"))`;
      const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
      await once(child.stdout, "data");
      child.kill("SIGKILL");
      await once(child, "exit");
      expect(statSync(address).isSocket()).toBe(true);
    }

    test("that a killed process left is taken over by just one of many that ask at once", async () => {
      const address = join(folder, "a.sock");
      await leaveBehind(address);
      const taken = await Promise.all(Array.from({ length: 8 }, () => takeOver(address)));
      const holders = taken.filter((server) => server !== null);
      expect(holders).toHaveLength(1);
      expect(await takeOver(address)).toBeNull();
      await new Promise((closed) => holders[0]!.close(closed));
    });

    test("whose taker was killed in the middle of it is taken over ten seconds later", async () => {
      const address = join(folder, "b.sock");
      await leaveBehind(address);
      mkdirSync(`${address}.turn`);
      expect(await takeOver(address)).toBeNull();
      const before = new Date(Date.now() - 11_000);
      utimesSync(`${address}.turn`, before, before);
      const server = await takeOver(address);
      expect(server).not.toBeNull();
      await new Promise((closed) => server!.close(closed));
    });
  });
});
