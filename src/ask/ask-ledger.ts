import { claimsOf } from "../ledger/held.ts";
import type { IndexedActor } from "../ledger/index-tables.ts";
import type { Store } from "../ledger/store.ts";
import { type PictureOptions, pictureOf } from "../picture/derive-picture.ts";
import { explainScene } from "../picture/explain-ties.ts";
import { disputesIn } from "../picture/find-disputes.ts";
import type { Actor, ActorId, Day, Disputes, Picture, PictureQuery, TieChanges, Why } from "../terms/index.ts";
import { bearsOnTies, IndexReading } from "./index-reading.ts";
import type { IndexProgress } from "./keep-index.ts";
import { KeptScenes } from "./kept-scenes.ts";

/**
 * Questions to a ledger, answered from the rows that bear on them and no others. Each answer is the one that the same
 * functions give on all that the ledger held, byte for byte.
 */
export interface LedgerQuestions {
  /** The whole picture, of one actor, or among some. */
  picture(query: PictureQuery, options?: PictureOptions): Promise<Picture>;
  why(query: PictureQuery, one: ActorId, other: ActorId): Promise<Why>;
  changes(
    between: { from: Day; to: Day },
    query: Pick<PictureQuery, "publishedBy" | "knownAt">,
    options?: Pick<PictureOptions, "actor" | "fadeAfterDays">,
  ): Promise<TieChanges>;
  disputes(query: PictureQuery, options?: { actor?: ActorId | null }): Promise<Disputes>;
  /** The actors that most reports name. */
  mostReported(knownAt: string, count: number): Promise<IndexedActor[]>;
  /** The sentences of some claims, by their ids. */
  quotes(claims: readonly string[]): Promise<Map<string, string>>;
  /** All actors, as names are looked up among them. */
  actors(knownAt: string): Promise<Actor[]>;
}

export function askLedger({ store }: { store: Store }, progress?: IndexProgress): LedgerQuestions {
  const reading = (knownAt: string) => IndexReading.open(store, knownAt, progress);
  const scenes = new KeptScenes();
  return {
    async picture(query, options = {}) {
      const own = await reading(query.knownAt);
      const { among = null, actor = null } = options;
      const rows = () => (among !== null ? own.among([...among]) : actor !== null ? own.of([actor]) : own.all());
      const name = JSON.stringify([own.state, query.publishedBy, among === null ? null : [...among].sort(), actor]);
      const scene = await scenes.get(name, async () =>
        own.scene(await rows(), query.publishedBy, { actor, needed: bearsOnTies() }),
      );
      return pictureOf(scene, query, options);
    },
    async why(query, one, other) {
      const own = await reading(query.knownAt);
      const rows = one === other ? await own.naming(one) : await own.among([one, other]);
      const scene = await own.scene(rows, query.publishedBy);
      const told = new Set(explainScene(scene, query, one, other).steps.map(({ claim }) => claim));
      return explainScene(await own.quoted(scene, told), query, one, other);
    },
    async changes(between, { publishedBy, knownAt }, options = {}) {
      return (await reading(knownAt)).changes(between, publishedBy, options);
    },
    async disputes(query, { actor = null } = {}) {
      const own = await reading(query.knownAt);
      const rows = await own.contested(actor);
      return disputesIn(await own.scene(rows, query.publishedBy), query, { actor });
    },
    mostReported: async (knownAt, count) => (await reading(knownAt)).mostReported(count),
    quotes: async (claims) =>
      new Map((await claimsOf(store, [...new Set(claims)])).claims.map(({ id, quote }) => [id, quote])),
    actors: async (knownAt) => (await reading(knownAt)).actors(),
  };
}
