import { type CollectOptions, collectCaptures } from "../collect/collect-captures.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { reportsMeant } from "../ledger/reports-meant.ts";
import { tiesOf } from "../picture/derive-picture.ts";
import { explainScene } from "../picture/explain-ties.ts";
import { findDisputes } from "../picture/find-disputes.ts";
import { type ReadTools, readCapture } from "../pipeline.ts";
import { countriesOf } from "../resolve/countries.ts";
import {
  type Actor,
  type Capture,
  type ClaimRow,
  captureId,
  localKey,
  type Picture,
  type PictureQuery,
  pictureFormat,
  type Reading,
  type Tie,
} from "../terms/index.ts";
import type { About, ActorPage, Changes, Found, Given, KeptClaim, KeptReading, Page } from "./answers.ts";
import type { Archive, ClaimQuery, ListQuery, PictureAsk } from "./archive.ts";
import {
  decide,
  decidedAsRead,
  decisionsIn,
  nameWritten,
  notesIn,
  reviewIn,
  timelineIn,
  writeNote,
} from "./decided-things.ts";
import { keptClaim, keptReading, summaryOf } from "./kept-things.ts";
import { compare, pageOf } from "./pages.ts";
import { placesOn } from "./places.ts";
import { ProblemError } from "./problem.ts";
import { createSnapshots, type Snapshot, type Snapshots } from "./snapshot.ts";

export interface LedgerArchiveTools {
  ledger: Ledger;
  reader: ReadTools;
  now: () => Date;
  version: string;
  /** How the ledger is called on screen. */
  name: string;
  /** Keeps a page as it came, before it is read. */
  keepPage?: (capture: Capture) => Promise<void>;
  /** How the web may be asked for the links given to the desk. */
  web?: CollectOptions["web"];
}

/** The archive over a ledger on this machine. */
export function createLedgerArchive(tools: LedgerArchiveTools): Archive {
  const snapshots = createSnapshots(tools.ledger, tools.now);
  const titles = createTitles(tools.ledger);
  const listeners = new Set<(claim: KeptClaim) => void>();
  const present = () => snapshots.at(tools.now().toISOString());
  const announce = async (report: string) => {
    if (listeners.size === 0) return;
    const snapshot = await present();
    for (const row of snapshot.claimsOfReport.get(report) ?? []) {
      const claim = keptClaim(snapshot, row, await titles.of(report));
      for (const listener of listeners) listener(claim);
    }
  };
  return {
    about: async () => aboutOf(await present(), tools),
    reports: async (query) => reportsIn(await present(), query, titles),
    report: async (id) => {
      const snapshot = await present();
      const found = await findReading(tools.ledger, snapshot, id);
      return found === null ? null : withCopyTitles(snapshot, found, titles);
    },
    actors: async ({ words, ...list }) => actorsIn(await present(), words, list),
    actor: async (idOrName, query) => actorPage(await snapshots.at(query.knownAt), idOrName, query),
    claims: async (query) => claimsIn(await snapshots.at(query.knownAt ?? tools.now().toISOString()), query, titles),
    claim: async (id) => {
      const snapshot = await present();
      const row = snapshot.claims.get(id) ?? snapshot.setAside.get(id);
      return row === undefined ? null : keptClaim(snapshot, row, await titles.of(row.report));
    },
    picture: async (ask) => pictureOf(await snapshots.at(ask.knownAt), ask),
    why: async (a, b, query) => {
      const snapshot = await snapshots.at(query.knownAt);
      const [one, other] = [findActor(snapshot, a), findActor(snapshot, b)];
      if (one === null || other === null) return null;
      return explainScene(snapshot.sceneOfTwo(one.id, other.id, query.publishedBy), query, one.id, other.id);
    },
    disputes: async (query) => findDisputes((await snapshots.at(query.knownAt)).holdings, query),
    changes: async (from, to, query) => changesOf(await snapshots.at(query.knownAt), from, to, query),
    exportable: async (query) => {
      const snapshot = await snapshots.at(query.knownAt);
      const picture = pictureOf(snapshot, { ...query, ended: true, actor: null });
      const { items: claims } = await claimsIn(snapshot, everyClaim(query), titles);
      const { decisions = [], texts } = snapshot.holdings;
      const { disputes } = findDisputes(snapshot.holdings, query);
      const { places } = placesOn(snapshot, query);
      const asRead = await decidedAsRead(snapshot, titles.of);
      return { picture, claims, texts, decisions, asRead, disputes, places };
    },
    search: async (words, limit) => searchIn(await present(), words, limit, titles),
    places: async (query) => placesOn(await snapshots.at(query.knownAt), query),
    timeline: async (ask) => timelineIn(await snapshots.at(ask.knownAt), ask, findActor),
    review: async (list) => reviewIn(await present(), list, titles.of),
    writtenName: async (idOrName) => {
      const snapshot = await present();
      const actor = findActor(snapshot, idOrName);
      return actor === null ? null : nameWritten(snapshot, actor, idOrName);
    },
    decide: async (ruling, signed) => {
      const decision = await decide(tools.ledger, ruling, signed);
      snapshots.forget();
      return decision;
    },
    decisions: (query) => decisionsIn(tools.ledger, query),
    decision: async (id) => (await tools.ledger.decisions()).find((decision) => decision.id === id) ?? null,
    writeNote: (note, by) => writeNote(tools.ledger, note, by),
    notes: (query) => notesIn(tools.ledger, query),
    note: async (id) => (await notesIn(tools.ledger, everyNote)).items.find((note) => note.id === id) ?? null,
    read: async (given) => (await readCapture(await captureOf(given, tools.web), tools.reader, { as: given.as })).value,
    add: async (given) => {
      const capture = await captureOf(given, tools.web);
      const { reading, fresh } = await keep(capture, tools, snapshots, given.as);
      if (fresh) await announce(reading.report.id);
      return withCopyTitles(await present(), reading, titles);
    },
    take: async (capture) => {
      if (await tools.ledger.has(capture.id)) return false;
      const { reading, fresh } = await keep(capture, tools, snapshots);
      if (fresh) await announce(reading.report.id);
      return fresh;
    },
    onClaim(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Titles stand in the readings; each is looked up once. */
interface Titles {
  of(report: string): Promise<string | null>;
}

function createTitles(ledger: Ledger): Titles {
  const known = new Map<string, Promise<string | null>>();
  return {
    of(report) {
      const title = known.get(report) ?? ledger.reading(report).then((found) => found?.reading.report.title ?? null);
      known.set(report, title);
      return title;
    },
  };
}

const everyNote = { about: null, after: null, limit: Number.POSITIVE_INFINITY };

function aboutOf({ holdings }: Snapshot, { version, name }: LedgerArchiveTools): About {
  const published = daysIn(holdings.reports.map((report) => report.published));
  // When a page was saved says little, years later, of the days it tells of.
  const told = published.length > 0 ? published : daysIn(holdings.reports.map(({ captured }) => captured));
  // What is announced for later years is no day to open the picture on.
  const spoken = daysIn(claimDays(holdings.claims)).filter((day) => told.length === 0 || day <= told.at(-1)!);
  const days = [...told, ...spoken].sort();
  const { reports, claims, actors } = holdings;
  const counts = { reports: reports.length, claims: claims.length, actors: actors.length };
  return { version, ledger: name, ...counts, firstDay: days[0] ?? null, lastDay: days.at(-1) ?? null };
}

function daysIn(dates: readonly (string | null)[]): string[] {
  return dates.flatMap((date) => (date !== null && date.length >= 10 ? [date.slice(0, 10)] : [])).sort();
}

/** Days that claims name exactly: a claim about a century would make the slider useless. */
function claimDays(claims: readonly ClaimRow[]): (string | null)[] {
  return claims.map(({ time }) => (time?.edtf?.match(/^\d{4}-\d{2}-\d{2}$/) ? time.edtf : null));
}

async function reportsIn(snapshot: Snapshot, { words, ...list }: ListQuery & { words: string | null }, titles: Titles) {
  const { reports, texts } = snapshot.holdings;
  const found =
    words === null ? reports : reports.filter(({ id, name }) => hasWords(`${name} ${texts.get(id)}`, words));
  const newest = [...found].sort(
    (one, other) => compare(other.published ?? "", one.published ?? "") || compare(one.id, other.id),
  );
  const { items, next } = pageOf(newest, list);
  return {
    items: await Promise.all(items.map(async (report) => summaryOf(snapshot, report, await titles.of(report.id)))),
    next,
  };
}

/** By its whole id, or by the first characters of its digest when they are one report's only. */
async function findReading(ledger: Ledger, { reports }: Snapshot, id: string): Promise<Reading | null> {
  const [report, ...others] = reportsMeant(reports.keys(), id);
  if (report === undefined || others.length > 0) return null;
  return (await ledger.reading(report))?.reading ?? null;
}

async function withCopyTitles(snapshot: Snapshot, reading: Reading, titles: Titles): Promise<KeptReading> {
  const kept = keptReading(snapshot, reading, () => null);
  const copies = kept.copies.map(async (copy) => ({ ...copy, title: await titles.of(copy.id) }));
  return { ...kept, copies: await Promise.all(copies) };
}

function actorsIn({ holdings, timesNamed }: Snapshot, words: string | null, list: ListQuery) {
  const actors = holdings.actors
    .filter(({ names }) => words === null || names.some((name) => hasWords(name, words)))
    .map((actor) => ({ ...actor, claims: timesNamed.get(actor.id) ?? 0 }))
    .sort((one, other) => other.claims - one.claims || compare(one.id, other.id));
  return pageOf(actors, list);
}

function actorPage(snapshot: Snapshot, idOrName: string, query: PictureQuery): ActorPage | null {
  const actor = findActor(snapshot, idOrName);
  if (actor === null) return null;
  const ties = tiesOf(snapshot.scene(query.publishedBy), query.asOf, { actor: actor.id, ended: true });
  const countries = countriesOf(actor, snapshot.holdings.decisions ?? []);
  return { actor, countries, ties, others: actorsOf(snapshot, ties).filter(({ id }) => id !== actor.id) };
}

async function claimsIn(snapshot: Snapshot, query: ClaimQuery, titles: Titles): Promise<Page<KeptClaim>> {
  const { items, next } = pageOf(claimsMatching(snapshot, query), query);
  return {
    items: await Promise.all(items.map(async (row) => keptClaim(snapshot, row, await titles.of(row.report)))),
    next,
  };
}

function claimsMatching({ holdings, reports }: Snapshot, query: ClaimQuery): ClaimRow[] {
  const { actor, other, relation, report, modality, publishedBy } = query;
  const publishedOf = (row: ClaimRow) => reports.get(row.report)?.published ?? "";
  const names = (row: ClaimRow, id: string) =>
    [...row.agents, ...row.patients].some((local) => holdings.idOf.get(localKey(row.report, local)) === id);
  return holdings.claims
    .filter((row) => relation === null || row.relation === relation)
    .filter((row) => modality === null || row.modality === modality)
    .filter((row) => report === null || row.report === report)
    .filter((row) => actor === null || names(row, actor))
    .filter((row) => other === null || names(row, other))
    .filter((row) => publishedBy === null || (publishedOf(row) !== "" && publishedOf(row).slice(0, 10) <= publishedBy))
    .sort((one, two) => compare(publishedOf(two), publishedOf(one)) || compare(one.id, two.id));
}

function everyClaim({ publishedBy, knownAt }: PictureQuery): ClaimQuery {
  const all = { actor: null, other: null, relation: null, report: null, modality: null };
  return { ...all, publishedBy, knownAt, after: null, limit: Number.POSITIVE_INFINITY };
}

function pictureOf(snapshot: Snapshot, { ended, actor, asOf, publishedBy, knownAt }: PictureAsk): Picture {
  const only = actor === null ? null : (findActor(snapshot, actor)?.id ?? actor);
  const all =
    only === null
      ? snapshot.tiesOn(asOf, publishedBy)
      : tiesOf(snapshot.scene(publishedBy), asOf, { ended: true, actor: only });
  const ties = ended ? [...all] : all.filter(({ status }) => status !== "ended");
  return { format: pictureFormat, asOf, publishedBy, knownAt, actors: actorsOf(snapshot, ties), ties };
}

function changesOf(snapshot: Snapshot, from: string, to: string, { publishedBy }: PictureQuery): Changes {
  const scene = snapshot.scene(publishedBy);
  const before = new Map(tiesOf(scene, from).map((tie) => [tie.id, tie]));
  const later = tiesOf(scene, to, { ended: true });
  const begun = later.filter(({ id, status }) => status !== "ended" && !before.has(id));
  const ended = later.filter(({ id, status }) => status === "ended" && before.has(id));
  const changed = later.flatMap((after) => {
    const was = before.get(after.id);
    return was === undefined || after.status === "ended" || was.status === after.status ? [] : [{ before: was, after }];
  });
  const actors = actorsOf(snapshot, [...begun, ...ended, ...changed.map(({ after }) => after)]);
  return { from, to, begun, ended, changed, actors };
}

async function searchIn(snapshot: Snapshot, words: string, limit: number, titles: Titles): Promise<Found[]> {
  const { holdings, timesNamed } = snapshot;
  const most = Math.ceil(limit / 3);
  const actors = actorsIn(snapshot, words, { after: null, limit: most }).items.map(
    ({ id, name, kind }): Found => ({
      kind: "actor",
      id,
      title: name,
      detail: `${kind}, in ${timesNamed.get(id) ?? 0} claims`,
    }),
  );
  const { items } = await reportsIn(snapshot, { words, after: null, limit: most }, titles);
  const reports = items.map(
    ({ id, title, name, publisher, published }): Found => ({
      ...{ kind: "report", id, title: title ?? name },
      detail: [publisher, published?.slice(0, 10)].filter(Boolean).join(", "),
    }),
  );
  const claims = holdings.claims
    .filter(({ quote }) => hasWords(quote, words))
    .slice(0, most)
    .map(({ id, quote, relation }): Found => ({ kind: "claim", id, title: quote.slice(0, 160), detail: relation }));
  return [...actors, ...reports, ...claims];
}

/** A pasted text is named by its first words; its bytes make its id, so that pasting it again adds nothing. */
async function captureOf({ text, url, name, as }: Given, web: CollectOptions["web"]): Promise<Capture> {
  if (url !== undefined) return captureAt(url, web);
  const bytes = new TextEncoder().encode(text);
  const mediaType = as === "html" ? "text/html" : as === "text" ? "text/plain" : null;
  return { id: captureId(bytes), name: name ?? "pasted", source: {}, bytes, captured: null, mediaType };
}

/** What is published at a link. Of a feed's pages the first is read: the desk takes one report at a time. */
async function captureAt(url: string, web: CollectOptions["web"]): Promise<Capture> {
  let why = "nothing is there";
  for await (const collected of collectCaptures([url], { most: 1, ...(web && { web }) })) {
    if ("capture" in collected) return collected.capture;
    if ("note" in collected) why = collected.note.text;
  }
  throw new ProblemError(400, "Not to be had", why);
}

async function keep(
  capture: Capture,
  { ledger, reader, keepPage }: LedgerArchiveTools,
  snapshots: Snapshots,
  as?: Given["as"],
): Promise<{ reading: Reading; fresh: boolean }> {
  await keepPage?.(capture);
  const { value: reading } = await readCapture(capture, reader, { as });
  const fresh = await ledger.append(reading);
  if (fresh) snapshots.forget();
  return { reading: (await ledger.reading(reading.report.id))?.reading ?? reading, fresh };
}

function findActor({ actors, holdings }: Snapshot, idOrName: string): Actor | null {
  const byId = actors.get(idOrName);
  if (byId !== undefined) return byId;
  const folded = fold(idOrName);
  const named = holdings.actors.filter(({ name, names }) => [name, ...names].some((each) => fold(each) === folded));
  return named.length === 1 ? named[0]! : null;
}

function actorsOf({ actors }: Snapshot, ties: readonly Tie[]): Actor[] {
  const ids = new Set(ties.flatMap(({ a, b }) => [a, b]));
  return [...ids].sort(compare).flatMap((id) => actors.get(id) ?? []);
}

/** All the words, in any order, case and accents apart. */
function hasWords(text: string, words: string): boolean {
  const folded = fold(text);
  return fold(words)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
