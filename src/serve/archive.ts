import type {
  Capture,
  Decision,
  Disputes,
  NoteText,
  Picture,
  PictureQuery,
  Reading,
  Ruling,
  Why,
} from "../terms/index.ts";
import type {
  About,
  ActorPage,
  ActorSummary,
  Changes,
  Found,
  Given,
  KeptClaim,
  KeptNote,
  KeptReading,
  Page,
  PlacesOnDay,
  ReportSummary,
  ReviewPage,
  TimelinePage,
} from "./answers.ts";
import type { Exportable } from "./exports/exportable.ts";

/** Where in a list to go on, and how much of it to give. */
export interface ListQuery {
  after: string | null;
  limit: number;
}

export interface ReportQuery extends ListQuery {
  words: string | null;
}

export interface ClaimQuery extends ListQuery {
  actor: string | null;
  /** With `actor`: only claims that name both. */
  other: string | null;
  relation: string | null;
  report: string | null;
  modality: string | null;
  /** Counting only what had been published, or recorded, by these; null counts all. */
  publishedBy: string | null;
  knownAt: string | null;
}

export interface PictureAsk extends PictureQuery {
  /** Adds the ties that have ended by then. */
  ended: boolean;
  /** Only ties of this actor: an id or a name. */
  actor: string | null;
}

export interface TimelineAsk extends ListQuery, Omit<PictureQuery, "asOf"> {
  /** An id or a name. */
  actor: string | null;
  from: string | null;
  to: string | null;
  unrealised: boolean;
}

/** With what a list is about: the id of a claim, a tie, an actor, a report or a note; null for everything. */
export interface AboutQuery extends ListQuery {
  about: string | null;
}

/**
 * Everything that the API may ask of a ledger. The routes know nothing else, so they can be tried against a ledger in
 * memory, and another store can stand behind them.
 */
export interface Archive {
  about(): Promise<About>;
  reports(query: ReportQuery): Promise<Page<ReportSummary>>;
  /** By id or by the first characters of its digest; null when there is none. */
  report(id: string): Promise<KeptReading | null>;
  actors(query: ReportQuery): Promise<Page<ActorSummary>>;
  actor(idOrName: string, query: PictureQuery): Promise<ActorPage | null>;
  claims(query: ClaimQuery): Promise<Page<KeptClaim>>;
  claim(id: string): Promise<KeptClaim | null>;
  picture(query: PictureAsk): Promise<Picture>;
  /** Null when one of the two names no actor. */
  why(a: string, b: string, query: PictureQuery): Promise<Why | null>;
  disputes(query: PictureQuery): Promise<Disputes>;
  changes(from: string, to: string, query: PictureQuery): Promise<Changes>;
  /** The picture with its ended ties and the claims behind it, to be written in another format. */
  exportable(query: PictureQuery): Promise<Exportable>;
  search(words: string, limit: number): Promise<Found[]>;
  places(query: PictureQuery): Promise<PlacesOnDay>;
  timeline(ask: TimelineAsk): Promise<TimelinePage>;
  /** Claims that nobody has decided on, least certain first. */
  review(query: ListQuery): Promise<ReviewPage>;
  /** A name by which reports write of the actor that is given by id or any name; null when there is none. */
  writtenName(idOrName: string): Promise<string | null>;
  decide(ruling: Ruling, signed: { by: string; because: string | null }): Promise<Decision>;
  /** Newest first. */
  decisions(query: AboutQuery): Promise<Page<Decision>>;
  decision(id: string): Promise<Decision | null>;
  writeNote(note: NoteText, by: string): Promise<KeptNote>;
  /** Oldest first. */
  notes(query: AboutQuery): Promise<Page<KeptNote>>;
  note(id: string): Promise<KeptNote | null>;
  /** Reads a text and keeps nothing. */
  read(given: Given): Promise<Reading>;
  /** Reads a text and keeps it; gives what was kept, also when it was known already. */
  add(given: Given): Promise<KeptReading>;
  /** Reads what was collected and keeps it; false when it was known already. */
  take(capture: Capture): Promise<boolean>;
  /** Calls back with every claim that is recorded from now on; returns a function that ends it. */
  onClaim(listener: (claim: KeptClaim) => void): () => void;
}
