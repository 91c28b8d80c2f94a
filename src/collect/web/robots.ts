import robotsModule, { type Robot } from "robots-parser";
import { readLimited } from "../limited-bytes.ts";
import type { Ask } from "./open-web.ts";
import type { Pace } from "./pace.ts";

export interface Robots {
  /** Whether a page may be asked for, by the robots.txt of its host (RFC 9309). Throws when the host cannot be reached. */
  allows(url: string): Promise<{ allowed: true } | { allowed: false; reason: string }>;
}

// Its types tell of a default export; the module is the function itself.
const robotsParser = robotsModule as unknown as (url: string, robotstxt: string) => Robot;

/** What RFC 9309 says a reader must be ready to read. */
const largest = 512 * 1024;
const mostRedirects = 5;
/** A host that wants longer is asked at this distance: its pages would otherwise take days. */
const longestDelay = 30;

/** Rules of hosts, each read once. */
export function openRobots(tools: { ask: Ask; userAgent: string; pace: Pace }): Robots {
  const rules = new Map<string, Robot | { status: number } | { fault: unknown }>();
  const token = tools.userAgent.split(/[/ ]/)[0]!;
  return {
    async allows(url) {
      const { origin, host } = new URL(url);
      let rule = rules.get(origin);
      if (rule === undefined) {
        rule = await readRules(origin, tools).catch((fault: unknown) => ({ fault }));
        rules.set(origin, rule);
        const delay = "isAllowed" in rule ? rule.getCrawlDelay(token) : undefined;
        if (delay !== undefined) tools.pace.slow(host, Math.min(delay, longestDelay));
      }
      if ("fault" in rule) throw rule.fault;
      if ("status" in rule)
        return { allowed: false, reason: `${origin}/robots.txt cannot be read (${rule.status}), so nothing is asked.` };
      if (rule.isAllowed(url, token) !== false) return { allowed: true };
      return { allowed: false, reason: `${origin}/robots.txt asks not to read it.` };
    },
  };
}

/** No robots.txt means no rules; a server with a fault means that nothing may be asked (RFC 9309, 2.3.1). */
async function readRules(origin: string, { ask, pace }: { ask: Ask; pace: Pace }): Promise<Robot | { status: number }> {
  let url = `${origin}/robots.txt`;
  for (let hop = 0; hop <= mostRedirects; hop++) {
    if (!/^https?:\/\//i.test(url)) break;
    await pace.wait(new URL(url).host);
    const response = await ask(url, { accept: "text/plain,*/*;q=0.5" });
    const next = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && next !== null) {
      await response.body?.cancel();
      url = new URL(next, url).href;
    } else if (response.status === 200 && response.body !== null) {
      const { bytes } = await readLimited(response.body, largest);
      return robotsParser(`${origin}/robots.txt`, new TextDecoder().decode(bytes));
    } else {
      await response.body?.cancel();
      if (response.status >= 500) return { status: response.status };
      break;
    }
  }
  return robotsParser(`${origin}/robots.txt`, "");
}
