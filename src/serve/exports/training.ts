import type { Decision } from "../../terms/index.ts";
import type { KeptClaim } from "../answers.ts";
import type { Exportable, ExportFormat } from "./exportable.ts";

/**
 * What people decided, as examples to learn from, one JSON object a line: claims as read, with the sentence and where it
 * stands, beside what a person made of them; and pairs of names that are one actor, or two.
 */
export const training: ExportFormat = {
  mediaType: "application/jsonl",
  file: "decided.jsonl",
  describes: "What people decided of claims and names, as training data, one example a line",
  write({ decisions, asRead, texts }) {
    return decisions
      .flatMap((decision) => claimExample(decision, asRead, texts) ?? namesExample(decision) ?? [])
      .map((example) => `${JSON.stringify(example)}\n`)
      .join("");
  },
};

const verdicts = { accept: "accepted", correct: "corrected", reject: "rejected" } as const;

function claimExample({ ruling, ...signed }: Decision, asRead: Exportable["asRead"], texts: Exportable["texts"]) {
  if (ruling.kind !== "accept" && ruling.kind !== "correct" && ruling.kind !== "reject") return null;
  const claim = asRead.get(ruling.claim);
  if (claim === undefined) return null;
  const text = texts.get(claim.report.id) ?? "";
  return {
    format: "entente-decided/1",
    about: "claim",
    verdict: verdicts[ruling.kind],
    report: claim.report.id,
    claim: claim.id,
    /** The sentence or sentences, word for word; offsets are those of the report's text. */
    evidence: claim.evidence.map(([start, end]) => ({ start, end, text: text.slice(start, end) })),
    read: reading(claim),
    correction: ruling.kind === "correct" ? ruling.correction : null,
    ...signatureOf(signed),
  };
}

function reading({ relation, agents, patients, polarity, modality, time, voices, confidence }: KeptClaim) {
  const names = (parties: KeptClaim["agents"]) => parties.map(({ name }) => name);
  const said = voices.map(({ name, stance }) => ({ name, stance }));
  const when = time === null ? null : { start: time.start, end: time.end, of: time.of };
  return {
    relation,
    agents: names(agents),
    patients: names(patients),
    polarity,
    modality,
    time: when,
    voices: said,
    confidence,
  };
}

function namesExample({ ruling, ...signed }: Decision) {
  if (ruling.kind !== "same" && ruling.kind !== "different") return null;
  return {
    format: "entente-decided/1",
    about: "names",
    verdict: ruling.kind,
    a: ruling.a,
    b: ruling.b,
    ...signatureOf(signed),
  };
}

function signatureOf({ by, because, recorded }: Omit<Decision, "ruling">) {
  return { by, because, recorded };
}
