import { settle } from "./settle.ts";
import type { Pulls } from "./tie-graph.ts";

// Apart from the page, so that it can be moved about and read while the forces are at work.
addEventListener("message", ({ data }: MessageEvent<Pulls>) => {
  for (const places of settle(data)) postMessage(places);
  close();
});
