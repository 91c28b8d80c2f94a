import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Holds a folder for one process. The system frees it when the process ends, however it ends. */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a folder, or throws `ledger.in-use`. A listening socket named after the folder is the lock: an
 * abstract one on Linux, a named pipe on Windows, and elsewhere a socket file, which is taken over when nobody answers.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  mkdirSync(folder, { recursive: true });
  const address = addressOf(realpathSync(folder));
  const server = (await listen(address)) ?? (await takeOver(address));
  if (!server)
    throw new Error(
      `ledger.in-use: ${folder} is open in another process; wait until that one ends, or name another folder with --ledger`,
    );
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

function addressOf(folder: string): string {
  const name = `entente-${createHash("sha256").update(folder).digest("hex").slice(0, 32)}`;
  if (process.platform === "linux") return `\0${name}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
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

/** A socket file outlives a killed process: when nobody answers at it, it is removed and taken. */
async function takeOver(address: string): Promise<Server | null> {
  if (address.startsWith("\0") || process.platform === "win32" || (await answers(address))) return null;
  rmSync(address, { force: true });
  return listen(address);
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
