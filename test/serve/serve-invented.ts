import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { createApp } from "../../src/serve/app.ts";
import { loopbackHosts } from "../../src/serve/own-host.ts";
import { onePerson } from "../../src/serve/person.ts";
import { type Invention, inventArchive } from "./invented-archive.ts";

/** Serves an invented ledger with the built web app; gives the address and what ends it. */
export async function serveInvented(invention: Invention, port = 0): Promise<{ url: string; close(): Promise<void> }> {
  const folder = fileURLToPath(new URL("../../dist/web", import.meta.url));
  const app = createApp({
    archive: inventArchive(invention),
    now: () => new Date("2031-12-31T00:00:00Z"),
    log: (error) => console.error(error),
    people: onePerson("Ana"),
    web: { folder },
    hosts: loopbackHosts,
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (info) =>
      resolve({
        url: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((closed) => server.close(() => closed())),
      }),
    );
  });
}

// By itself: node test/serve/serve-invented.ts [actors] [ties]
if (import.meta.main) {
  const [actors = 40, ties = 90] = process.argv.slice(2).map(Number);
  console.log((await serveInvented({ actors, ties, reports: 30 }, 4711)).url);
}
