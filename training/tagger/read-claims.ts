/**
 * What the rules of the product read in texts: `node read-claims.ts < texts.jsonl`. JSON lines in, `{"id", "text"}`; JSON lines out,
 * `{"id", "claims"}` with the spans of cues and parties, in code points. It is what the claim heads are first taught on real prose.
 */
import { createInterface } from "node:readline";
import { openReadTools, readCapture } from "../../src/pipeline.ts";
import { captureId } from "../../src/terms/index.ts";

const tools = await openReadTools();
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const bytes = new TextEncoder().encode(text);
  const capture = { id: captureId(bytes), name: id, source: {}, bytes, captured: null, published: null, mediaType: "text/plain" };
  const { value: reading } = await readCapture(capture, tools);
  if (reading.report.text !== text) continue;
  const points = codePoints(text);
  const mentions = new Map(reading.mentions.map((mention) => [mention.id, [points[mention.start]!, points[mention.end]!]]));
  const spans = (ids: readonly string[]) => ids.map((mention) => mentions.get(mention)!);
  const claims = reading.claims
    .filter((claim) => claim.by.rule !== "belonging")
    .map((claim) => ({
      cue: claim.cue.map((at) => points[at]!),
      relation: claim.relation,
      modality: claim.modality,
      negated: claim.polarity === "negated",
      agents: spans(claim.agents),
      patients: spans(claim.patients),
      voices: spans(claim.voices.flatMap((voice) => voice.mention ?? [])),
    }));
  process.stdout.write(`${JSON.stringify({ id, claims })}\n`);
}
await tools.close();

function codePoints(text: string): number[] {
  const points: number[] = [];
  let at = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) points.push(at);
    at += 1;
  }
  return [...points, at];
}
