import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { Hono } from "hono";

/** The folder of the built web app. */
export interface WebFiles {
  folder: string;
}

const mediaTypes: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};

/** The web app's files; every other path gets its first page, where the app finds its own way. */
export function webRoutes({ folder }: WebFiles): Hono {
  const app = new Hono();
  app.get("*", async (context) => {
    const path = decodeURI(context.req.path);
    const file = await fileAt(folder, path);
    if (file !== null) {
      // Built files carry a digest of their content in their name: they never change under it.
      const cache = path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
      return context.body(new Uint8Array(file), 200, { "content-type": mediaType(path), "cache-control": cache });
    }
    const page = await fileAt(folder, "/index.html");
    if (page === null) return context.text("The web app is not built: run `npm run build:web`.\n", 404);
    return context.body(new Uint8Array(page), 200, { "content-type": mediaType(".html"), "cache-control": "no-cache" });
  });
  return app;
}

async function fileAt(folder: string, path: string): Promise<Buffer | null> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder) + sep) || extname(file) === "") return null;
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

function mediaType(path: string): string {
  return mediaTypes[extname(path) || path] ?? "application/octet-stream";
}
