import { PGlite, type Transaction } from "@electric-sql/pglite";
import { lockFolder } from "./folder-lock.ts";
import type { Rows, Store } from "./store.ts";

/**
 * A store in a folder, by PostgreSQL in WebAssembly. PGlite does not lock its folder and two processes would lose rows:
 * the folder is held for this process, or `ledger.in-use` is thrown.
 */
export async function openFolderStore(folder: string): Promise<Store> {
  const lock = await lockFolder(folder);
  try {
    const store = await PGlite.create(folder);
    return {
      ...rowsOf(store),
      transaction: (deed) => store.transaction((change) => deed(rowsOf(change))),
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

function rowsOf(store: PGlite | Transaction): Rows {
  return {
    query: async <Row>(sql: string, values: unknown[] = []) => ({ rows: (await store.query<Row>(sql, values)).rows }),
    exec: async (sql) => {
      await store.exec(sql);
    },
  };
}
