import { statfs } from "node:fs/promises";

/** Three of the log segments that the store writes ahead, of 16 MB each: with less it stops in the middle of a write and answers no more. */
const leastBytes = 48_000_000;

/**
 * Throws `ledger.disk-full` when the disk that holds a folder has too little room to write safely. Asked before the store is opened and before
 * each transaction, so that what was acknowledged is never at stake. `more`: bytes that are to be written besides. Where the system doesn't tell,
 * nothing is thrown.
 */
export async function needRoom(folder: string, more = 0): Promise<void> {
  const disk = await statfs(folder).catch(() => null);
  if (disk === null || disk.blocks === 0) return;
  const left = disk.bavail * disk.bsize;
  const needed = leastBytes + more;
  if (left >= needed) return;
  throw new Error(
    `ledger.disk-full: ${folder} has ${Math.floor(left / 1e6)} MB left, and ${Math.ceil(needed / 1e6)} MB are needed to write safely; ` +
      "make room, or name another folder with --ledger. All that was recorded is there",
  );
}
