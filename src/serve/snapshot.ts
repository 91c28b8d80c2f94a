import { lastBatch } from "../ledger/chain.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { tiesOf } from "../picture/derive-picture.ts";
import { copiesOf, type PlacedClaim, placeClaims, type Scene } from "../picture/scene.ts";
import { resolvedHoldings } from "../pipeline.ts";
import {
  type Actor,
  type ClaimRow,
  type Decision,
  localKey,
  type ReportRow,
  type ResolvedHoldings,
  type Tie,
} from "../terms/index.ts";
import { compare } from "./pages.ts";

/** What the ledger held at an instant, made ready for many questions. */
export interface Snapshot {
  holdings: ResolvedHoldings;
  reports: ReadonlyMap<string, ReportRow>;
  actors: ReadonlyMap<string, Actor>;
  claims: ReadonlyMap<string, ClaimRow>;
  /** As they were read: claims that people rejected or corrected. */
  setAside: ReadonlyMap<string, ClaimRow>;
  /** Claim → the last decision on it that counts. */
  verdicts: ReadonlyMap<string, Decision>;
  /** How often each actor is a party of a claim. */
  timesNamed: ReadonlyMap<string, number>;
  claimsOfReport: ReadonlyMap<string, ClaimRow[]>;
  /** Report → the report whose text it copies; itself when it copies none. */
  originals: ReadonlyMap<string, string>;
  scene(publishedBy: string | null): Scene;
  /** The part of a scene that bears on two actors: every claim that names one of them. */
  sceneOfTwo(one: string, other: string, publishedBy: string | null): Scene;
  /** Every tie on a day, ended ones included; the last few days asked for are kept. */
  tiesOn(asOf: string, publishedBy: string | null): readonly Tie[];
}

/** Keeps the last snapshots: a slider asks for one state of the ledger on many days. */
export interface Snapshots {
  at(knownAt: string): Promise<Snapshot>;
  /** To be called when something was recorded. */
  forget(): void;
}

const mostKept = 3; // each holds all texts of the ledger

export function createSnapshots(ledger: Ledger, now: () => Date): Snapshots {
  const kept = new Map<string, Promise<Snapshot>>();
  let last = -1;
  let looked = Number.NEGATIVE_INFINITY;
  // Other processes record into the same ledger: what they did is seen a moment later.
  const look = async (): Promise<void> => {
    if (performance.now() - looked < secondsUnseen * 1000) return;
    looked = performance.now();
    const found = await lastBatch(ledger.store);
    if (found !== last) kept.clear();
    last = found;
  };
  return {
    async at(knownAt) {
      await look();
      // Every instant from now on sees the same: all that is recorded.
      const key = knownAt >= new Date(now().getTime() - presentMs).toISOString() ? "present" : knownAt;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = resolvedHoldings(ledger, key === "present" ? endOfTime : knownAt).then(snapshotOf);
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
      return made;
    },
    forget: () => {
      kept.clear();
      looked = Number.NEGATIVE_INFINITY;
    },
  };
}

/** Asking the store costs more than the answer of a kept snapshot. */
const secondsUnseen = 0.5;

/** Requests take their "now" a moment before it is compared. */
const presentMs = 60_000;
const endOfTime = "9999-12-31T23:59:59.999Z";

export function snapshotOf(holdings: ResolvedHoldings): Snapshot {
  const scenes = new Map<string | null, Scene>();
  const days = new Map<string, readonly Tie[]>();
  const scene = (publishedBy: string | null): Scene => {
    const known = scenes.get(publishedBy) ?? placeClaims(holdings, publishedBy);
    // A slider over the days of publication passes many; the latest few are enough to go back and forth.
    if (scenes.size > 8) scenes.clear();
    scenes.set(publishedBy, known);
    return known;
  };
  return {
    holdings,
    reports: new Map(holdings.reports.map((report) => [report.id, report])),
    actors: new Map(holdings.actors.map((actor) => [actor.id, actor])),
    claims: new Map(holdings.claims.map((claim) => [claim.id, claim])),
    setAside: new Map((holdings.setAside ?? []).map((claim) => [claim.id, claim])),
    verdicts: verdictsOf(holdings),
    timesNamed: countParties(holdings),
    claimsOfReport: Map.groupBy(holdings.claims, ({ report }) => report),
    originals: copiesOf(holdings),
    scene,
    sceneOfTwo(one, other, publishedBy) {
      const whole = scene(publishedBy);
      const byActor = namedIn(whole);
      const claims = new Set([...(byActor.get(one) ?? []), ...(byActor.get(other) ?? [])]);
      // Claims are weighed in the order of the scene.
      return { ...whole, claims: [...claims].sort((a, b) => compare(a.row.id, b.row.id)) };
    },
    tiesOn(asOf, publishedBy) {
      const key = `${asOf} ${publishedBy}`;
      const ties = days.get(key) ?? tiesOf(scene(publishedBy), asOf, { ended: true });
      // Everyone who opens the app asks for the same day first.
      days.delete(key);
      days.set(key, ties);
      if (days.size > mostDays) days.delete(days.keys().next().value!);
      return ties;
    },
  };
}

const named = new WeakMap<Scene, Map<string, PlacedClaim[]>>();

/** Each actor's claims, made once for a scene. */
function namedIn(scene: Scene): Map<string, PlacedClaim[]> {
  const known = named.get(scene) ?? new Map<string, PlacedClaim[]>();
  if (named.has(scene)) return known;
  for (const claim of scene.claims)
    for (const actor of new Set([...claim.agents, ...claim.patients])) {
      const own = known.get(actor);
      if (own === undefined) known.set(actor, [claim]);
      else own.push(claim);
    }
  named.set(scene, known);
  return known;
}

/** A picture of ten thousand ties takes some ten megabytes. */
const mostDays = 8;

function verdictsOf({ decisions = [] }: ResolvedHoldings): Map<string, Decision> {
  return new Map(
    decisions.flatMap((decision) => {
      const { ruling } = decision;
      const onClaim = ruling.kind === "accept" || ruling.kind === "correct" || ruling.kind === "reject";
      return onClaim ? [[ruling.claim, decision] as const] : [];
    }),
  );
}

function countParties({ claims, idOf }: ResolvedHoldings): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { report, agents, patients } of claims) {
    for (const local of new Set([...agents, ...patients])) {
      const id = idOf.get(localKey(report, local));
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
