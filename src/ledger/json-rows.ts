/**
 * SQL that hands over many rows as one JSON text: each row of an answer costs PGlite as much as a kilobyte of it, and the same text by
 * json_agg and json_build_object takes three times as long as put together from parts.
 */
export function jsonRows(row: string, order?: string): string {
  return `'[' || string_agg(${row}, ','${order === undefined ? "" : ` order by ${order}`}) || ']'`;
}

/** SQL of an object's text, its fields in this order. What is jsonb already goes in as it is, all else by to_json. */
export function jsonObject(fields: Record<string, string | { jsonb: string }>): string {
  const parts = Object.entries(fields).map(([name, value], at) => {
    const text = typeof value === "string" ? `to_json(${value})` : value.jsonb;
    return `'${at === 0 ? "" : ","}"${name}":', coalesce(${text}::text, 'null')`;
  });
  return `concat('{', ${parts.join(", ")}, '}')`;
}

/** What `jsonRows` gives, selected as `list`: no rows make no text. */
export type Listed = { list: string | null };

export const readJsonRows = <Row>(rows: readonly Listed[]): Row[] => JSON.parse(rows[0]?.list ?? "[]") as Row[];
