import { WARCRecord, WARCSerializer } from "warcio";

/** One record of an invented archive, packed by itself. */
export async function packedRecord(facts: {
  type?: "response" | "resource" | "revisit" | "request" | "warcinfo" | "metadata";
  url?: string;
  status?: string;
  headers?: [string, string][];
  mediaType?: string;
  body?: string | Uint8Array;
  gzip?: boolean;
}): Promise<Uint8Array> {
  const { type = "response", url = "http://a.example/page.html", status = "HTTP/1.1 200 OK" } = facts;
  const bytes =
    typeof facts.body === "string" ? new TextEncoder().encode(facts.body) : (facts.body ?? new Uint8Array());
  const record = WARCRecord.create(
    {
      url,
      type,
      date: "2031-02-05T10:00:00Z",
      statusline: status,
      httpHeaders: facts.headers ?? [["Content-Type", facts.mediaType ?? "text/html"]],
      ...(type === "resource" ? { warcHeaders: { "Content-Type": facts.mediaType ?? "text/html" } } : {}),
    },
    [bytes],
  );
  return WARCSerializer.serialize(record, { gzip: facts.gzip ?? true });
}
