import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type HeldFolder, holderFile, holdFolder, homeOf } from "../../src/ledger/folder-holder.ts";
import { lockFolder } from "../../src/ledger/folder-lock.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { inventReading } from "./invented-reading.ts";

const pace = { beatEvery: 100, deadAfter: 3_000 };
/** A pace at which nobody is ever found dead: whoever is let in was let in without watching. */
const never = { beatEvery: 100, deadAfter: 1e9 };

let folder: string;
const held: HeldFolder[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "entente-holder-"));
});
afterEach(async () => {
  for (const one of held.splice(0)) await one.release();
  rmSync(folder, { recursive: true, force: true });
});

async function hold(home: string | null, at = pace): Promise<HeldFolder | null> {
  const one = await holdFolder(folder, home, at);
  if (one !== null) held.push(one);
  return one;
}

/** The file of a process of a home that was killed. */
const leaveBehind = (home: string | null): void =>
  writeFileSync(join(folder, holderFile), JSON.stringify({ token: "t", home, host: "h", pid: 1 }));

describe("the file of a folder's holder", () => {
  test("keeps out whoever comes from elsewhere while its holder lives, and is gone when it is released", async () => {
    const one = await hold("here");
    expect(await hold("there")).toBeNull();
    expect(one!.isHeld()).toBe(true);
    await one!.release();
    expect(existsSync(join(folder, holderFile))).toBe(false);
    expect(await hold("there", never)).not.toBeNull();
  });

  test("keeps them out, too, while its holder's process is busy", async () => {
    await hold("here");
    const script = `import(${JSON.stringify(new URL("../../src/ledger/folder-holder.ts", import.meta.url).href)})
      .then(({ holdFolder }) => holdFolder(${JSON.stringify(folder)}, "there", ${JSON.stringify(pace)}))
      .then((one) => { console.log(one === null ? "kept out" : "let in"); process.exit(); })`;
    // Nothing else runs in this process until that one has ended.
    expect(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })).toBe("kept out\n");
  });

  test("that a killed process of the same home left is taken without watching", async () => {
    leaveBehind("here");
    expect((await hold("here", never))!.isHeld()).toBe(true);
  });

  test("that a killed process of another home left is taken once it was watched in vain", async () => {
    leaveBehind("there");
    expect((await hold("here"))!.isHeld()).toBe(true);
  });

  test("that was left of an unknown home is nobody's home", async () => {
    leaveBehind(null);
    const waiting = holdFolder(folder, null, { beatEvery: 100, deadAfter: 1_000 });
    expect(await Promise.race([waiting, pause(50, "watches")])).toBe("watches");
    held.push((await waiting)!);
  });

  test("cut off by a killing counts as one from elsewhere", async () => {
    writeFileSync(join(folder, holderFile), "");
    expect((await hold("here"))!.isHeld()).toBe(true);
  });

  test("is taken by just one of many from elsewhere, though another was killed while it took it", async () => {
    leaveBehind("there");
    mkdirSync(join(folder, `${holderFile}.turn`));
    const taken = await Promise.all(["a", "b", "c", "d"].map((home) => hold(home)));
    expect(taken.filter((one) => one?.isHeld())).toHaveLength(1);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(existsSync(join(folder, `${holderFile}.turn`))).toBe(false);
  });

  test("is not held any more by one that slept until another took it", async () => {
    const one = await hold("here");
    leaveBehind("there");
    expect(one!.isHeld()).toBe(false);
    await one!.release();
    expect(existsSync(join(folder, holderFile))).toBe(true);
  });
});

test("a home is another where the address is another: one folder may be mounted in two places", () => {
  expect(homeOf("a")).toBe(homeOf("a"));
  expect(homeOf("a")).not.toBe(homeOf("b"));
});

test("a ledger whose folder another process holds by now records nothing more, and says why", async () => {
  const about = { published: "2031-02-03", publisher: "Meridian" };
  const ledger = await openLedger(folder);
  await ledger.append(inventReading("one", about, []));
  const own = readFileSync(join(folder, holderFile), "utf8");
  leaveBehind("there");
  await expect(ledger.append(inventReading("two", about, []))).rejects.toThrow("ledger.lost");
  await ledger.close();
  writeFileSync(join(folder, holderFile), own);
  const again = await openLedger(folder);
  expect(await again.reportIds()).toEqual([inventReading("one", about, []).report.id]);
  await again.close();
});

/** A network of its own, as a container has it, sees no sockets of ours. Null where the system does not give one. */
const apart = ["unshare -n", "unshare -rn"]
  .map((way) => way.split(" "))
  .find(([command, ...args]) => {
    try {
      execFileSync(command!, [...args, "true"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
if (apart === undefined)
  console.warn("No network of its own can be had here (unshare -n): tests of two containers are skipped.");

describe.skipIf(apart === undefined)("a process in a network of its own", () => {
  const started: ChildProcess[] = [];
  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGKILL");
  });

  /** Starts a holder, in our network or its own; gives what it said: that it holds the folder, or why not. */
  async function start(where: "here" | "apart"): Promise<{ child: ChildProcess; said: string }> {
    const script = [process.execPath, join(import.meta.dirname, "hold-folder.ts"), folder];
    const [command, ...args] = where === "apart" ? [...apart!, ...script] : script;
    const child = spawn(command!, args, { stdio: ["pipe", "pipe", "inherit"] });
    started.push(child);
    const [said] = await once(child.stdout!, "data");
    return { child, said: String(said).trim() };
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  test("is kept out of a folder that is held here, and told by whom", async () => {
    const { child } = await start("here");
    const { said } = await start("apart");
    expect(said).toContain("ledger.in-use");
    expect(said).toContain(`process ${child.pid} on `);
    expect(said).toContain("in another container or on another machine");
  });

  test("keeps out whoever is here", async () => {
    expect((await start("apart")).said).toBe("held");
    await expect(lockFolder(folder)).rejects.toThrow("ledger.in-use");
  });

  test("leaves the folder to those here when it ends, and when it is killed", async () => {
    const ended = await start("apart");
    ended.child.stdin!.end();
    await once(ended.child, "exit");
    await (await lockFolder(folder)).release();
    const killed = await start("apart");
    expect(killed.said).toBe("held");
    await kill(killed.child);
    await (await lockFolder(folder)).release();
  });

  test("takes the folder over from one here that was killed", async () => {
    await kill((await start("here")).child);
    expect((await start("apart")).said).toBe("held");
  });
});

test("whoever was killed on this machine is followed without watching", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "hold-folder.ts"), folder], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const { home } = JSON.parse(readFileSync(join(folder, holderFile), "utf8")) as { home: string };
  expect((await hold(home, never))!.isHeld()).toBe(true);
});
