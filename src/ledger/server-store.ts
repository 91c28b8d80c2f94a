import pg from "pg";
import type { Rows, Store } from "./store.ts";

/** A PostgreSQL server, 15 or newer. Many processes may share it: rows are recorded once by their content ids. */
export async function openServerStore(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 4, application_name: "entente" });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on("error", () => {});
  await pool.query("select 1");
  return {
    ...rowsOf(pool),
    transaction: (deed) => transaction(pool, deed),
    close: () => pool.end(),
  };
}

async function transaction<Result>(pool: pg.Pool, deed: (change: Rows) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await deed(rowsOf(client));
    await client.query("commit");
    client.release();
    return result;
  } catch (cause) {
    // A connection in an unknown state is not given to anyone else.
    client.release(true);
    throw cause;
  }
}

function rowsOf(client: Pick<pg.Pool | pg.PoolClient, "query">): Rows {
  return {
    query: async <Row>(sql: string, values: unknown[] = []) => ({
      rows: (await (client as pg.Pool).query(sql, values)).rows as Row[],
    }),
    exec: async (sql) => {
      await (client as pg.Pool).query(sql);
    },
  };
}
