import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { holderIn, holdFolder, homeOf } from "./folder-holder.ts";
import { makeTurn } from "./make-turn.ts";

/** Holds a folder for one process. It is free when the process ends, however it ends: at once on this machine, elsewhere a little later. */
export interface FolderLock {
  /** Whether it is held still; see `HeldFolder`. */
  isHeld(): boolean;
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder, or throws `ledger.in-use`. A listening socket named after the folder is the lock: an
 * abstract one on Linux, a named pipe on Windows, and elsewhere a socket file, which is taken over when nobody answers.
 * Containers and machines that share a volume do not see each other's sockets: a file in the folder keeps them apart (folder-holder.ts).
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const address = lockAddress(realpathSync(folder));
  const server = (await listen(address)) ?? (await takeOver(address));
  if (!server) throw inUse(folder, "another process");
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  try {
    const held = await holdFolder(folder, homeOf(address));
    if (held === null) throw inUse(folder, `${holderIn(folder)}, in another container or on another machine`);
    // The file goes first: while the socket is held nobody here takes it for a dead one's.
    return { isHeld: held.isHeld, release: () => held.release().finally(close) };
  } catch (cause) {
    await close();
    throw cause;
  }
}

function inUse(folder: string, holder: string): Error {
  return new Error(
    `ledger.in-use: ${folder} is open in ${holder}; wait until that one ends, or name another folder with --ledger`,
  );
}

/** Where the lock of a folder is on a system. A socket file is in /tmp whatever TMPDIR says, or two processes could miss each other. */
export function lockAddress(folder: string, system: string = process.platform): string {
  const name = `entente-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  if (system === "linux") return `\0${name}`;
  return system === "win32" ? `\\\\.\\pipe\\${name}` : `/tmp/${name}.sock`;
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) =>
      error.code === "EADDRINUSE" ? resolve(null) : reject(error),
    );
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * A socket file outlives a killed process: when nobody answers at it, it is removed and taken. Who does so holds a directory beside it, so that
 * of two at once one cannot remove what the other has just taken; null when another is at it or the lock is held.
 */
export async function takeOver(address: string): Promise<Server | null> {
  if (!address.endsWith(".sock") || (await answers(address))) return null;
  const turn = `${address}.turn`;
  if (!takeTurn(turn)) return null;
  try {
    if (await answers(address)) return null;
    rmSync(address, { force: true });
    return await listen(address);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

/** Who is killed while taking over leaves the directory: after this long it is nobody's. */
const longestTurn = 10_000;

function takeTurn(directory: string): boolean {
  if (makeTurn(directory)) return true;
  const since = statSync(directory, { throwIfNoEntry: false })?.mtimeMs;
  if (since === undefined || Date.now() - since < longestTurn) return false;
  rmSync(directory, { recursive: true, force: true });
  return takeTurn(directory);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
