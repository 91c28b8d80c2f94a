import { readFileSync, writeFileSync } from "node:fs";
import { captureId } from "../src/terms/index.ts";
const { openReadTools, readCapture } = await import("../src/pipeline.ts");
const tools: any = await openReadTools();
const files = process.argv.slice(2);
const orig = tools.tagger.tag.bind(tools.tagger);
let last: any;
tools.tagger.tag = async (s: any) => { last = await orig(s); return last; };
for (const f of files) {
  const rows = new Map(readFileSync(f, "utf8").split("\n").filter(Boolean).map((l) => { const r = JSON.parse(l); return [r.id, r]; }));
  const out: string[] = [];
  for (const r of rows.values()) {
    const bytes = new TextEncoder().encode(r.text);
    const { value } = await readCapture({ id: captureId(bytes), name: r.id, source: {}, bytes, captured: null, published: r.published ?? null, mediaType: "text/plain" } as any, tools);
    const t = value.report.text;
    const span = (sen: any, a: number, b: number) => t.slice(sen.tokens[a].start, sen.tokens[b].end);
    out.push(JSON.stringify({ id: r.id, read: value,
      spans: last.sentences.map((s: any) => s.mentions.map((m: any) => [m.type, m.p, span(s, m.first, m.last), s.tokens[m.first].start, s.tokens[m.last].end])),
      names: last.sentences.map((s: any) => s.names.map((m: any) => [m.type, m.p, span(s, m.first, m.last)])),
      claims: last.claims.map((c: any) => ({ ...c, cue: last.sentences[c.sentence].tokens[c.token].text, A: c.agents.map((x: any) => span(last.sentences[x.sentence], x.first, x.last)), P: c.patients.map((x: any) => span(last.sentences[x.sentence], x.first, x.last)), V: c.voices.map((x: any) => span(last.sentences[x.sentence], x.first, x.last)) })) }));
  }
  writeFileSync(f.replace(/\.jsonl$/, ".spans.jsonl"), out.join("\n"));
}
await tools.close();
