import type { Ledger } from "../ledger/ledger.ts";
import { makeTimeline } from "../picture/timeline.ts";
import {
  type Actor,
  type Decision,
  decisionsInForce,
  type NoteText,
  type Ruling,
  type SignedNote,
} from "../terms/index.ts";
import type { KeptClaim, KeptNote, Page, ReviewPage, TimelinePage } from "./answers.ts";
import type { AboutQuery, ListQuery, TimelineAsk } from "./archive.ts";
import { keptClaim } from "./kept-things.ts";
import { compare, pageOf } from "./pages.ts";
import type { Snapshot } from "./snapshot.ts";

export function decide(
  ledger: Ledger,
  ruling: Ruling,
  signed: { by: string; because: string | null },
): Promise<Decision> {
  return ledger.decide(ruling, signed);
}

/** Newest first; about one claim or note if asked, with what undid it. */
export async function decisionsIn(ledger: Ledger, { about, ...list }: AboutQuery): Promise<Page<Decision>> {
  const all = await ledger.decisions();
  const asked = about === null ? all : all.filter(({ ruling }) => isAbout(ruling, about));
  return pageOf(asked.toReversed(), list);
}

function isAbout(ruling: Ruling, about: string): boolean {
  if ("claim" in ruling) return ruling.claim === about;
  if (ruling.kind === "hide") return ruling.note === about;
  return ruling.kind === "undo" && ruling.decision === about;
}

/** A name that reports write of an actor: the one asked for if it is one, never one that only people gave it. */
export function nameWritten({ holdings }: Snapshot, { name, names }: Actor, asked: string): string {
  const given = new Set(
    (holdings.decisions ?? []).flatMap(({ ruling }) => (ruling.kind === "rename" ? [ruling.to] : [])),
  );
  const written = [name, ...names].filter((each) => !given.has(each));
  return written.find((each) => each.toLowerCase() === asked.toLowerCase()) ?? written[0] ?? name;
}

/** Claims that nobody has decided on. Least certain first: there a look is worth most. */
export async function reviewIn(
  snapshot: Snapshot,
  list: ListQuery,
  titleOf: (report: string) => Promise<string | null>,
): Promise<ReviewPage> {
  const undecided = snapshot.holdings.claims
    .filter(({ id }) => !snapshot.verdicts.has(id))
    .sort((one, other) => one.confidence - other.confidence || compare(one.id, other.id));
  const { items, next } = pageOf(undecided, list);
  return {
    items: await Promise.all(items.map(async (row) => keptClaim(snapshot, row, await titleOf(row.report)))),
    next,
    left: undecided.length,
    decided: snapshot.verdicts.size,
  };
}

/** Claims that people decided on, as they were read: an accepted one says what it said. */
export async function decidedAsRead(
  snapshot: Snapshot,
  titleOf: (report: string) => Promise<string | null>,
): Promise<Map<string, KeptClaim>> {
  const read = new Map<string, KeptClaim>();
  for (const id of snapshot.verdicts.keys()) {
    const row = snapshot.setAside.get(id) ?? snapshot.claims.get(id);
    if (row !== undefined) read.set(id, keptClaim(snapshot, row, await titleOf(row.report)));
  }
  return read;
}

export async function writeNote(ledger: Ledger, note: NoteText, by: string): Promise<KeptNote> {
  return { ...(await ledger.writeNote(note, { by })), hidden: null };
}

/** Notes oldest first; of those that were hidden, who wrote them and who hid them, without the text. */
export async function notesIn(ledger: Ledger, { about, ...list }: AboutQuery): Promise<Page<KeptNote>> {
  const [notes, decisions] = await Promise.all([ledger.notes(about), ledger.decisions()]);
  const hidings = new Map<string, Decision>();
  for (const decision of decisionsInForce(decisions))
    if (decision.ruling.kind === "hide") hidings.set(decision.ruling.note, decision);
  return pageOf(
    notes.map((note) => keptNote(note, hidings.get(note.id))),
    list,
  );
}

function keptNote(note: SignedNote, hiding: Decision | undefined): KeptNote {
  if (hiding === undefined) return { ...note, hidden: null };
  return { ...note, text: "", hidden: { by: hiding.by, because: hiding.because, decision: hiding.id } };
}

/** One page of the timeline; its cursor is the first claim of the last entry given. */
export function timelineIn(
  snapshot: Snapshot,
  { after, limit, actor, publishedBy, ...options }: TimelineAsk,
  findActor: (snapshot: Snapshot, idOrName: string) => Actor | null,
): TimelinePage {
  // Somebody who is not there did nothing.
  const only = actor === null ? null : (findActor(snapshot, actor)?.id ?? actor);
  const { format, entries } = makeTimeline(snapshot.holdings, { publishedBy }, { ...options, actor: only });
  const from = after === null ? 0 : entries.findIndex(({ claims }) => claims[0] === after) + 1;
  const page = entries.slice(from, from + limit);
  const named = new Set(page.flatMap(({ agents, patients }) => [...agents, ...patients]));
  return {
    format,
    entries: page,
    actors: [...named].sort(compare).flatMap((id) => snapshot.actors.get(id) ?? []),
    next: from + limit < entries.length ? page.at(-1)!.claims[0]! : null,
    total: entries.length,
  };
}
