/** What the ledger asks of a database: PGlite in a folder and a PostgreSQL server both give it, and run the same SQL. */
export interface Rows {
  query<Row>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>;
  /** Several statements at once, without values. */
  exec(sql: string): Promise<void>;
}

export interface Store extends Rows {
  /** All of the deed or nothing. `bytes`: about how much it writes, where that is more than usual. */
  transaction<Result>(deed: (change: Rows) => Promise<Result>, bytes?: number): Promise<Result>;
  close(): Promise<void>;
}
