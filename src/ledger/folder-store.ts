import { lockFolder } from "./folder-lock.ts";
import { openPglite } from "./pglite-store.ts";
import { needRoom } from "./room-left.ts";
import type { Rows, Store } from "./store.ts";

/**
 * A store in a folder, by PostgreSQL in WebAssembly. PGlite does not lock its folder and two processes would lose rows:
 * the folder is held for this process, or `ledger.in-use` is thrown. `ledger.disk-full` is thrown where there is no room to write.
 */
export async function openFolderStore(folder: string): Promise<Store> {
  const lock = await lockFolder(folder);
  try {
    await needRoom(folder);
    const store = await openPglite(folder);
    return {
      ...rowsOf(store, folder),
      transaction: async (deed, bytes) => {
        await needRoom(folder, bytes);
        return store.transaction((change) => deed(rowsOf(change, folder)));
      },
      close: async () => {
        await store.close();
        await lock.release();
      },
    };
  } catch (cause) {
    await lock.release();
    throw cause;
  }
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
