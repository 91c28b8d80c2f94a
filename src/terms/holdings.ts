import type { Actor } from "./actor.ts";
import type { Claim } from "./claim.ts";
import type { Decision } from "./decision.ts";
import type { MentionType } from "./mention.ts";
import type { Voice } from "./voice.ts";

/** What is known of a recorded report beside its text. */
export interface ReportRow {
  id: string;
  name: string;
  publisher: string | null;
  /** The agency whose text this is, when the page says so. */
  agency: string | null;
  published: string | null;
  captured: string | null;
  recorded: string;
}

/** An actor as one report knows it. */
export interface LocalActor {
  report: string;
  actor: string;
  type: MentionType;
  /** Names, not descriptions or pronouns; empty when the report only describes it. */
  names: string[];
  /** What it is called where no name is given. */
  described: string[];
}

/** A claim as the ledger keeps it: parties are actors of its report, and the quote stands with it. */
export interface ClaimRow {
  id: string;
  report: string;
  localId: string;
  relation: Claim["relation"];
  polarity: Claim["polarity"];
  modality: Claim["modality"];
  agents: string[];
  patients: string[];
  time: Claim["time"];
  place: string | null;
  voices: (Voice & { actor: string | null })[];
  quote: string;
  evidence: [number, number][];
  confidence: number;
}

/** What a ledger held at an instant: all that a picture is made from. */
export interface Holdings {
  reports: ReportRow[];
  /** By report. */
  texts: Map<string, string>;
  actors: LocalActor[];
  claims: ClaimRow[];
  /** What people had decided by then, in the order of the deciding. */
  decisions?: Decision[];
}

/** Holdings with one actor under all its names: what the picture stage works on. */
export interface ResolvedHoldings {
  reports: readonly ReportRow[];
  texts: ReadonlyMap<string, string>;
  claims: readonly ClaimRow[];
  actors: readonly Actor[];
  /** Those that count: what was undone is left out. */
  decisions?: readonly Decision[];
  /** Claims that people rejected or corrected, as they were read. */
  setAside?: readonly ClaimRow[];
  /** `localKey(report, actor)` → the actor's id across reports. */
  idOf: ReadonlyMap<string, string>;
}

export const localKey = (report: string, actor: string): string => `${report} ${actor}`;
