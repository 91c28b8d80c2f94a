import { collectPath } from "./collect-path.ts";
import { collectStream } from "./collect-stream.ts";
import { type Collected, type CollectOptions, defaultLargest } from "./collected.ts";
import { collectUrl } from "./web/collect-url.ts";
import { openWeb, type Web } from "./web/open-web.ts";

export type { Collected, CollectOptions, Place } from "./collected.ts";

/**
 * Captures from files, folders (all their pages, texts and archives, in the order of their names), addresses of the web
 * and `-` for standard input. What is found is told by its content: pages, PDF, mail, feeds and sitemaps (their pages
 * are fetched), web archives. One at a time, as they are asked for; what cannot be read comes as a note and the rest
 * goes on.
 */
export async function* collectCaptures(
  inputs: readonly string[],
  options: CollectOptions = {},
): AsyncGenerator<Collected> {
  const web = lazily(() => openWeb(options.web));
  try {
    for (const input of inputs) {
      if (input === "-") yield* collectStdin(options);
      else if (/^https?:\/\//i.test(input)) yield* collectUrl(input, web.get(), options);
      else yield* collectPath(input, web.get, options);
    }
  } finally {
    await web.close();
  }
}

function collectStdin(options: CollectOptions): AsyncGenerator<Collected> {
  return collectStream(options.stdin ?? process.stdin, {
    label: "standard input",
    name: "stdin",
    source: {},
    mediaType: null,
    largest: options.largest ?? defaultLargest,
    recordsDone: options.recordsDone?.("-") ?? 0,
  });
}

/** Most runs read files only and never open the web. */
function lazily(open: () => Web): { get: () => Web; close: () => Promise<void> } {
  let web: Web | null = null;
  return {
    get() {
      web ??= open();
      return web;
    },
    close: async () => web?.close(),
  };
}
