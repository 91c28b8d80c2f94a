import { html, raw } from "hono/html";
import {
  type Actor,
  counted,
  type Interval,
  type PictureQuery,
  relationTerms,
  type Tie,
  type Voice,
  type WhyStep,
} from "../terms/index.ts";
import { oneLine, plainText } from "../terms/plain-text.ts";
import type { KeptClaim, KeptNote } from "./answers.ts";
import type { Archive, ClaimQuery } from "./archive.ts";
import { dossierStyle } from "./dossier-style.ts";

/**
 * An actor on one page that needs nothing else: names, ties with what makes them likely, every claim with its sentence
 * and its report, notes. To be kept as a file, sent, or printed. Null when nobody is known by that id or name.
 */
export async function actorDossier(archive: Archive, idOrName: string, query: PictureQuery): Promise<string | null> {
  const page = await archive.actor(idOrName, query);
  if (page === null) return null;
  const { actor, ties, others } = page;
  const actors = new Map([actor, ...others].map((each) => [each.id, each]));
  const claims = await everyClaim(archive, { ...noFilter(query), actor: actor.id });
  const also = actor.names.filter((name) => name !== actor.name);
  return document(actor.name, query, [
    also.length > 0 ? html`<p>${actor.kind}, also ${names(also)}</p>` : html`<p>${actor.kind}</p>`,
    html`<h2>On ${query.asOf}</h2>`,
    tieList(
      ties.filter(({ status }) => status !== "ended"),
      actors,
      "No tie holds on this day.",
    ),
    html`<h2>Ended by then</h2>`,
    tieList(
      ties.filter(({ status }) => status === "ended"),
      actors,
      "No tie has ended.",
    ),
    html`<h2>What is said</h2>`,
    ...claims.map(claimEntry),
    ...(await notesAbout(archive, actor.id)),
  ]);
}

/** Two actors on one page: their ties, and each step of how those follow, down to the sentences. */
export async function tieDossier(archive: Archive, a: string, b: string, query: PictureQuery): Promise<string | null> {
  const [why, one, other] = await Promise.all([
    archive.why(a, b, query),
    archive.actor(a, query),
    archive.actor(b, query),
  ]);
  if (why === null || one === null || other === null) return null;
  const actors = new Map([one.actor, other.actor].map((each) => [each.id, each]));
  const notes = await Promise.all(why.ties.map(({ id }) => notesAbout(archive, id)));
  return document(`${one.actor.name} and ${other.actor.name}`, query, [
    html`<h2>On ${query.asOf}</h2>`,
    tieList(why.ties, actors, "No tie between the two holds on this day."),
    html`<h2>How that follows</h2>`,
    ...why.steps.map(stepEntry),
    ...notes.flat(),
  ]);
}

type Fragment = ReturnType<typeof html>;

async function document(
  title: string,
  { asOf, publishedBy, knownAt }: PictureQuery,
  parts: Fragment[],
): Promise<string> {
  const counted = publishedBy === null ? "everything published" : `what was published by ${publishedBy}`;
  // No script and nothing from elsewhere: the page says so itself, wherever it is opened.
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${oneLine(title)}, as of ${asOf}</title>
<style>${raw(dossierStyle)}</style>
</head>
<body>
<header><h1><bdi>${oneLine(title)}</bdi></h1>
<p class="clocks">As of ${asOf}, counting ${counted} and recorded by ${knownAt.slice(0, 16).replace("T", ", ")} UTC.</p></header>
<main>${parts}</main>
<footer>Drawn up by Entente, a machine reading of reports: each line names its sentence and its report. Report ids are hashes (SHA-256) of the captured pages.</footer>
</body>
</html>
`;
  return page.toString();
}

function tieList(ties: readonly Tie[], actors: ReadonlyMap<string, Actor>, none: string): Fragment {
  if (ties.length === 0) return html`<p class="soft">${none}</p>`;
  const name = (id: string) => oneLine(actors.get(id)?.name ?? id);
  const items = ties.map(
    (tie) => html`<li>
<p><bdi>${reads(tie, name)}</bdi> <span class="soft">(${tie.relation}${tie.status === "holds" ? "" : `, ${tie.status}`})</span></p>
<p class="soft">since ${interval(tie.since)}${tie.until === null ? "" : `, until ${interval(tie.until)}`} · ${counted(tie.reports, "report")}, ${counted(tie.origins, "origin")} · ${tie.confidence.words} (${tie.confidence.value.toFixed(2)}): ${tie.confidence.because.map(oneLine).join("; ")}</p>
</li>`,
  );
  return html`<ul class="ties">${items}</ul>`;
}

/** The vocabulary's own sentence, with the two names in it. */
function reads({ relation, a, b }: Tie, name: (id: string) => string): string {
  const sentence = relationTerms[relation].reads.split(/[:,]/)[0]!.replace(/\s*\(.*?\)/g, "");
  return sentence.replace(/\b([AB])\b/g, (_, side) => name(side === "A" ? a : b));
}

function claimEntry(claim: KeptClaim): Fragment {
  const { relation, modality, polarity, agents, patients, time, quote, voices, report, decided } = claim;
  const manner = [modality === "actual" ? "" : modality, polarity === "negated" ? "said not to be so" : ""].filter(
    Boolean,
  );
  const parties = (list: KeptClaim["agents"]) => names(list.map(({ name }) => name));
  return html`<article>
<p>${manner.length > 0 ? html`<strong>${manner.join(", ")}:</strong> ` : ""}${parties(agents)} <em>${relation}</em> ${parties(patients)} <span class="soft">· ${time === null ? "no date said" : interval(time)}</span></p>
<blockquote>${plainText(quote)}</blockquote>
${source(report.publisher, voices, report.title ?? report.name, report.published, report.id)}
${decided === null ? "" : html`<p class="soft">${decided.verdict} by <bdi>${oneLine(decided.by)}</bdi>, ${decided.recorded.slice(0, 10)}${decided.because === null ? "" : `: ${oneLine(decided.because)}`}</p>`}
</article>`;
}

function stepEntry({ rule, at, quote, report, voices, effect }: WhyStep): Fragment {
  return html`<article>
<p>${interval(at)} · ${rule} · <em>${effect}</em></p>
<blockquote>${plainText(quote)}</blockquote>
${source(report.publisher, voices, report.name, report.published, report.id)}
</article>`;
}

function source(
  publisher: string | null,
  voices: readonly Voice[],
  title: string,
  published: string | null,
  id: string,
): Fragment {
  const chain = [publisher ?? "publisher unknown", ...voices.map(({ name, stance }) => `${name} (${stance})`)];
  return html`<p class="source">${chain.map((voice, at) => html`${at === 0 ? "" : " › "}<bdi>${oneLine(voice)}</bdi>`)}<br>
<bdi>${oneLine(title)}</bdi>, ${published ?? "publication date unknown"} <code>${id.slice(0, 23)}</code></p>`;
}

async function notesAbout(archive: Archive, about: string): Promise<Fragment[]> {
  const { items } = await archive.notes({ about, after: null, limit: mostNotes });
  const shown = items.filter(({ hidden }) => hidden === null);
  return shown.length === 0 ? [] : [html`<h2>Notes</h2>`, ...shown.map(noteEntry)];
}

const mostNotes = 1000;

function noteEntry({ by, says, text, recorded }: KeptNote): Fragment {
  return html`<article><p><bdi>${oneLine(by)}</bdi> <em>${says}s</em>, ${recorded.slice(0, 10)}</p><p>${plainText(text)}</p></article>`;
}

const names = (list: readonly string[]): Fragment =>
  html`${list.map((name, at) => html`${at === 0 ? "" : ", "}<bdi>${oneLine(name)}</bdi>`)}`;

function interval(at: Interval | null): string {
  if (at === null) return "an unknown day";
  const { start, end } = at;
  if (start !== null && end !== null) return start === end ? start : `${start} to ${end}`;
  if (end !== null) return `${end} or before`;
  return start === null ? "an unknown day" : `${start} or after`;
}

async function everyClaim(archive: Archive, query: ClaimQuery): Promise<KeptClaim[]> {
  const claims: KeptClaim[] = [];
  for (let after: string | null = null; ; ) {
    const page = await archive.claims({ ...query, after });
    claims.push(...page.items);
    if (page.next === null) return claims;
    after = page.next;
  }
}

function noFilter({ publishedBy, knownAt }: PictureQuery): ClaimQuery {
  const all = { actor: null, other: null, relation: null, report: null, modality: null };
  return { ...all, publishedBy, knownAt, after: null, limit: 500 };
}
