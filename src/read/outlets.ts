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
  const host = url ? hostOf(url) : null;
  if (!host) return null;
  return (
    outlets.find(({ domains }) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) ?? null
  );
}

export function hostOf(url: string): string | null {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? null;
}
