import { serve } from "@hono/node-server";
import type { Hono } from "hono";

/** A server that answers; `url` is what a person opens. */
export interface Listening {
  url: string;
  close(): Promise<void>;
}

/** Binds the app. Rejects with what to do when the port is taken or the address is not this machine's. */
export function listen(app: Hono, hostname: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, ({ port: bound }) =>
      resolve({ url: `http://${isLoopback(hostname) ? "localhost" : hostname}:${bound}`, close }),
    );
    server.once("error", (cause: NodeJS.ErrnoException) => reject(explain(cause, hostname, port)));
    /** Open streams would keep the server from closing. */
    function close(): Promise<void> {
      return new Promise((closed) => {
        server.close(() => closed());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
    }
  });
}

export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "::1" || hostname.startsWith("127.");
}

function explain(cause: NodeJS.ErrnoException, hostname: string, port: number): Error {
  if (cause.code === "EADDRINUSE") {
    return new Error(`Port ${port} is taken; choose another with --port, or --port 0 for any that is free.`, { cause });
  }
  if (cause.code === "EADDRNOTAVAIL") return new Error(`${hostname} is no address of this machine.`, { cause });
  return cause;
}
