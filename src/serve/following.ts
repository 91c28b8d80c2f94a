import type { Capture, Note } from "../terms/index.ts";
import type { FollowedFeed } from "./answers.ts";
import type { FeedList } from "./feed-list.ts";

export interface FollowingTools {
  /** What is new at an address; its notes say what could not be had. */
  collect(url: string): AsyncIterable<{ capture: Capture } | { note: Note; failed: boolean } | { unchanged: string }>;
  /** Reads and keeps; false when it was known already. */
  keep(capture: Capture): Promise<boolean>;
  now: () => Date;
  log: (error: Error) => void;
  /** Where feeds that people add at the desk are kept; without it they are followed until the server ends. */
  list?: FeedList;
}

/** Feeds and pages that are asked again and again; what is new is read, kept, and told to whoever watches. */
export interface Following {
  feeds(): FollowedFeed[];
  /** Follows one more from now on, and asks it at once; false when it is followed already. */
  add(url: string, by: string): boolean;
  /** Follows one no longer; false when it was not, or was named when the server was started. */
  remove(url: string): boolean;
  /** Asks every feed once, one after the other. */
  round(): Promise<void>;
  stop(): void;
}

/** Begins at once and goes on every `minutes` after the last round has ended. One bad feed never stops the others. */
export function follow(
  urls: readonly string[],
  minutes: number,
  { collect, keep, now, log, list }: FollowingTools,
): Following {
  const feeds = new Map<string, FollowedFeed>();
  const begin = (url: string, by: string | null, since: string | null): void => {
    if (!feeds.has(url)) feeds.set(url, { url, by, since, asked: null, found: 0, trouble: null });
  };
  for (const url of urls) begin(url, null, null);
  for (const { url, by, since } of list?.feeds() ?? []) begin(url, by, since);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  // A feed may be taken away, and the server stopped, while it waits for its turn and in the middle of being asked.
  const isOver = (feed: FollowedFeed): boolean => stopped || feeds.get(feed.url) !== feed;
  const ask = async (feed: FollowedFeed) => {
    if (isOver(feed)) return;
    let trouble: string | null = null;
    try {
      for await (const collected of collect(feed.url)) {
        if (isOver(feed)) return;
        if ("capture" in collected && (await keep(collected.capture))) feed.found += 1;
        if ("note" in collected && collected.failed) trouble = collected.note.text;
      }
    } catch (error) {
      trouble = (error as Error).message;
      log(error as Error);
    }
    feed.trouble = trouble;
    feed.asked = now().toISOString();
  };
  const keepList = (): void =>
    list?.keep([...feeds.values()].flatMap(({ url, by, since }) => (by === null ? [] : [{ url, by, since: since! }])));

  // Rounds and single feeds take turns: two feeds of one site would not keep the pace that the site is owed.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (deed: () => Promise<void>): Promise<void> => (last = last.then(deed));
  const round = () =>
    inTurn(async () => {
      for (const feed of [...feeds.values()]) await ask(feed);
    });
  const goOn = async () => {
    await round();
    if (!stopped) timer = setTimeout(goOn, minutes * 60_000);
  };
  timer = setTimeout(goOn, 0);
  return {
    feeds: () => [...feeds.values()].map((feed) => ({ ...feed })),
    add: (url, by) => {
      if (feeds.has(url)) return false;
      begin(url, by, now().toISOString());
      keepList();
      const feed = feeds.get(url)!;
      void inTurn(async () => {
        if (feed.asked === null) await ask(feed);
      });
      return true;
    },
    remove: (url) => {
      if (feeds.get(url) === undefined || feeds.get(url)!.by === null) return false;
      feeds.delete(url);
      keepList();
      return true;
    },
    round,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
