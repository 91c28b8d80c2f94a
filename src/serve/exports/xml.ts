/** An element with its attributes; those without a value are left out. Content is XML already: escape text with `text`. */
export function element(
  name: string,
  attributes: Record<string, string | number | null>,
  ...content: string[]
): string {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${text(String(value))}"`);
  return content.length === 0
    ? `<${name}${pairs.join("")}/>`
    : `<${name}${pairs.join("")}>${content.join("")}</${name}>`;
}

/** Text as XML 1.0 allows it: what the standard forbids cannot be escaped and is dropped. */
export function text(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
}

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
