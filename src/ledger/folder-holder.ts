import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeTurn } from "./make-turn.ts";
import { startThread } from "./start-thread.ts";

/**
 * The file that says who holds a folder, for those whom the socket of the lock does not reach: another container, another machine on one volume.
 * Its holder changes the file's time over and over. One whose file stays as it is so long is dead, wherever it was.
 */
export const holderFile = "entente.holder";

/** How often a holder tells that it lives, and how long others watch in vain before they take its folder; `deadAfter` is many beats, since a disk may stall. */
export interface Pace {
  beatEvery: number;
  deadAfter: number;
}
const usualPace: Pace = { beatEvery: 1_000, deadAfter: 10_000 };

/** A folder that is held by its file. */
export interface HeldFolder {
  /** Whether it still is: who slept for longer than `deadAfter` may have lost it. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/** What stands in the file. `home` is where its socket reaches; null where that cannot be told, and is then nobody else's. */
interface Holder {
  token: string;
  home: string | null;
  host: string;
  pid: number;
}

/**
 * Where a socket at this address is seen: one start of one machine, its network (containers have their own) and the address itself, since one
 * folder may be mounted in two places. Only a holder of the same home is surely dead when its socket is free.
 */
export function homeOf(address: string): string | null {
  if (process.platform !== "linux") return JSON.stringify([process.platform, hostname(), address]);
  try {
    const start = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return JSON.stringify([start, readlinkSync("/proc/self/ns/net"), hostname(), address]);
  } catch {
    return null;
  }
}

/**
 * Holds a folder by its file, or gives null while somebody else does. Who calls has the socket already, so that a holder of the same home is dead
 * and is followed at once; any other is watched until it beats (null) or has not for `deadAfter`.
 */
export async function holdFolder(
  folder: string,
  home: string | null,
  pace: Pace = usualPace,
): Promise<HeldFolder | null> {
  const file = join(folder, holderFile);
  const own: Holder = { token: randomUUID(), home, host: hostname(), pid: process.pid };
  const text = JSON.stringify(own);
  if (!(await take(file, text, home, pace))) return null;
  const beat = startThread("holder-beat", { file, text, every: pace.beatEvery });
  beat.unref();
  const isHeld = (): boolean => seen(file)?.text === text;
  return {
    isHeld,
    release: async () => {
      await beat.terminate();
      if (isHeld()) rmSync(file, { force: true });
    },
  };
}

/** Who holds a folder, in words. */
export function holderIn(folder: string): string {
  const holder = holderOf(seen(join(folder, holderFile))?.text ?? "");
  return holder === null ? "another process" : `process ${holder.pid} on ${holder.host}`;
}

async function take(file: string, text: string, home: string | null, pace: Pace): Promise<boolean> {
  if (create(file, text)) return true;
  const turnStood = existsSync(turnOf(file));
  const found = seen(file);
  if (found === null) return create(file, text);
  if (home !== null && holderOf(found.text)?.home === home) return follow(file, text, pace);
  const left = await watched(file, found, pace);
  if (left === "gone") return create(file, text);
  return left === "dead" && succeed(file, found.text, text, turnStood, pace);
}

/** False where the file is there. */
function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    return false;
  }
}

interface Seen {
  text: string;
  changed: number;
}

/** The file as it is now; null where there is none. Opened anew each time: network file systems ask the server again only then. */
function seen(file: string): Seen | null {
  try {
    const at = openSync(file, "r");
    try {
      return { changed: fstatSync(at).mtimeMs, text: readFileSync(at, "utf8") };
    } finally {
      closeSync(at);
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

/** Null of a file that its writer was killed over. */
function holderOf(text: string): Holder | null {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return null;
  }
}

/** Watches for a change and compares no clocks: those of two machines differ, and one that slept has not beaten yet when it wakes. */
async function watched(file: string, first: Seen, { beatEvery, deadAfter }: Pace): Promise<"alive" | "gone" | "dead"> {
  const step = beatEvery / 2;
  for (let looks = Math.ceil(deadAfter / step); looks > 0; looks -= 1) {
    await pause(step);
    const now = seen(file);
    if (now === null) return "gone";
    if (now.text !== first.text || now.changed !== first.changed) return "alive";
  }
  return "dead";
}

/** A directory that stands while somebody from elsewhere takes a dead one's place, so that of many only one does. */
const turnOf = (file: string): string => `${file}.turn`;

/**
 * Takes the place of a dead holder of one's own home: at once, but where somebody from elsewhere is about the same. Both write and look again
 * afterwards; whose text stands then has it.
 */
async function follow(file: string, text: string, { beatEvery }: Pace): Promise<boolean> {
  writeFileSync(file, text);
  if (existsSync(turnOf(file))) {
    await pause(2 * beatEvery);
    rmSync(turnOf(file), { recursive: true, force: true });
  }
  return seen(file)?.text === text;
}

/** Takes the place of a dead holder of another home. A turn that stood before and after the watching is a dead one's too. */
async function succeed(file: string, dead: string, text: string, turnStood: boolean, pace: Pace): Promise<boolean> {
  const turn = turnOf(file);
  if (turnStood) rmSync(turn, { recursive: true, force: true });
  if (!makeTurn(turn)) return false;
  try {
    if (seen(file)?.text !== dead) return false;
    writeFileSync(file, text);
    // Whoever of the dead one's home read the file before this was written writes within this time.
    await pause(pace.beatEvery);
    return seen(file)?.text === text;
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}
