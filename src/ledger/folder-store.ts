import { mkdirSync } from "node:fs";
import { holderFile } from "./folder-holder.ts";
import { lockFolder } from "./folder-lock.ts";
import { openPglite } from "./pglite-store.ts";
import { needRoom } from "./room-left.ts";
import type { Rows, Store } from "./store.ts";

/**
 * A store in a folder, by PostgreSQL in WebAssembly. PGlite does not lock its folder and two processes would lose rows:
 * the folder is held for this process, or `ledger.in-use` is thrown. `ledger.disk-full` is thrown where there is no room to write,
 * `ledger.lost` where another process holds the folder by now.
 */
export async function openFolderStore(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  await needRoom(folder);
  const lock = await lockFolder(folder);
  const mustHold = (): void => {
    if (!lock.isHeld()) throw lost(folder);
  };
  try {
    const store = await openPglite(folder);
    return {
      ...rowsOf(store, folder),
      transaction: async (deed, bytes) => {
        await needRoom(folder, bytes);
        return store.transaction(async (change) => {
          mustHold();
          const result = await deed(rowsOf(change, folder));
          mustHold();
          return result;
        });
      },
      close: async () => {
        // Closing writes: nothing may be written over what another process has written since.
        await (lock.isHeld() ? store.close() : store.abandon());
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
}

function lost(folder: string): Error {
  return new Error(
    `ledger.lost: ${folder} is held by another process by now, or its file ${holderFile} was removed: this process was stopped for longer than others wait. ` +
      "What was acknowledged before is there; start again",
  );
}

function rowsOf(store: Rows, folder: string): Rows {
  return {
    query: <Row>(sql: string, values: unknown[] = []) => store.query<Row>(sql, values).catch(damageIn(folder)),
    exec: async (sql) => {
      await store.exec(sql).catch(damageIn(folder));
    },
  };
}

/** Pages carry checksums: of one that is not as it was written PostgreSQL says `data_corrupted` (XX001) or `index_corrupted` (XX002). */
function damageIn(folder: string): (cause: Error & { code?: string }) => never {
  return (cause) => {
    if (cause.code !== "XX001" && cause.code !== "XX002") throw cause;
    throw new Error(
      `ledger.damaged: ${folder}: a page on disk is not as it was written (${cause.message}). Put back a copy of the folder, ` +
        "or make a new ledger with entente ledger import of an export, or by adding the same inputs again",
      { cause },
    );
  };
}
