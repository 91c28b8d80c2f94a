import type { Capture, Note } from "../terms/index.ts";
import type { FollowedFeed } from "./answers.ts";

export interface FollowingTools {
  /** What is new at an address; its notes say what could not be had. */
  collect(url: string): AsyncIterable<{ capture: Capture } | { note: Note; failed: boolean } | { unchanged: string }>;
  /** Reads and keeps; false when it was known already. */
  keep(capture: Capture): Promise<boolean>;
  now: () => Date;
  log: (error: Error) => void;
}

/** Feeds and pages that are asked again and again; what is new is read, kept, and told to whoever watches. */
export interface Following {
  feeds(): FollowedFeed[];
  /** Asks every feed once, one after the other. */
  round(): Promise<void>;
  stop(): void;
}

/** Begins at once and goes on every `minutes` after the last round has ended. One bad feed never stops the others. */
export function follow(
  urls: readonly string[],
  minutes: number,
  { collect, keep, now, log }: FollowingTools,
): Following {
  const feeds = urls.map((url): FollowedFeed => ({ url, asked: null, found: 0, trouble: null }));
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const ask = async (feed: FollowedFeed) => {
    feed.trouble = null;
    try {
      for await (const collected of collect(feed.url)) {
        if (stopped) return;
        if ("capture" in collected && (await keep(collected.capture))) feed.found += 1;
        if ("note" in collected && collected.failed) feed.trouble = collected.note.text;
      }
    } catch (error) {
      feed.trouble = (error as Error).message;
      log(error as Error);
    }
    feed.asked = now().toISOString();
  };
  const round = async () => {
    for (const feed of feeds) if (!stopped) await ask(feed);
  };
  const goOn = async () => {
    await round();
    if (!stopped && feeds.length > 0) timer = setTimeout(goOn, minutes * 60_000);
  };
  if (feeds.length > 0) timer = setTimeout(goOn, 0);
  return {
    feeds: () => feeds.map((feed) => ({ ...feed })),
    round,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
