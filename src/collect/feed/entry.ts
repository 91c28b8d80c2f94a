/** A page that a feed or a sitemap names, and what it says of it. */
export interface Entry {
  url: string;
  /** When the feed says it was published, as EDTF. */
  published: string | null;
  /** Who published it, where the feed gathers what others publish. */
  publisher: string | null;
  /** Changes when the entry changes; null when the feed does not date its entries. */
  stamp: string | null;
}

/** A link as an address of the web; null when it is none. `base` is what relative links start from. */
export function absolute(link: string | undefined, base: string | undefined): string | null {
  try {
    const url = new URL(link ?? "", base);
    return link && /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
