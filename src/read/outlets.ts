import { z } from "zod";

/** One outlet as the lexicon of outlets gives it. */
export const Outlet = z.object({
  name: z.string(),
  names: z.array(z.string()).default([]),
  country: z.string().nullish(),
  owner: z.string().nullish(),
  kind: z.string().nullish(),
  domains: z.array(z.string()).default([]),
});
export type Outlet = z.infer<typeof Outlet>;

/** The outlet at an address: `https://www.bbc.co.uk/news/1` is the BBC's. Null when the table has none. */
export function outletAt(url: string | null, outlets: readonly Outlet[]): Outlet | null {
  const domains = domainsIn(outlets);
  for (let host = url ? hostOf(url) : null; host; host = /\.(.+\..+)$/.exec(host)?.[1] ?? null) {
    const outlet = domains.get(host);
    if (outlet) return outlet;
  }
  return null;
}

/** The name as a report carries it: what stands in brackets only tells entries of the table apart. */
export const plainName = (name: string): string => name.replace(/\s+\([^)]*\)$/, "");

const byOutlets = new WeakMap<readonly Outlet[], Map<string, Outlet>>();

function domainsIn(outlets: readonly Outlet[]): Map<string, Outlet> {
  const held = byOutlets.get(outlets);
  if (held) return held;
  const domains = new Map<string, Outlet>();
  for (const outlet of outlets)
    for (const domain of outlet.domains) if (!domains.has(domain)) domains.set(domain, outlet);
  byOutlets.set(outlets, domains);
  return domains;
}

export function hostOf(url: string): string | null {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? null;
}
