import { decisionsBy } from "../ledger/decisions.ts";
import { claimsOf } from "../ledger/held.ts";
import { actorsWhere, type Edition, type IndexedActor, type PairRow, readPairs } from "../ledger/index-tables.ts";
import type { Store } from "../ledger/store.ts";
import { changesIn } from "../picture/changes.ts";
import { defaultFadeDays, type PictureOptions, pictureOf } from "../picture/derive-picture.ts";
import { explainScene } from "../picture/explain-ties.ts";
import { disputesIn } from "../picture/find-disputes.ts";
import { type Grades, gradesOf } from "../picture/grades.ts";
import { lone } from "../picture/pair-keys.ts";
import { type Judgement, judgeClaim, type PlacedClaim, type Scene, type SitedClaim } from "../picture/scene.ts";
import { readSited, recordId } from "../picture/sited-record.ts";
import { applyVerdicts } from "../resolve/decided-claims.ts";
import {
  type Actor,
  type ActorId,
  type Day,
  type Decision,
  type Disputes,
  decisionsInForce,
  type Picture,
  type PictureQuery,
  type TieChanges,
  type Why,
} from "../terms/index.ts";
import { type IndexProgress, indexBy } from "./keep-index.ts";
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
  const reading = (knownAt: string) => Reading.open(store, knownAt, progress);
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
    async changes({ from, to }, { publishedBy, knownAt }, options = {}) {
      const own = await reading(knownAt);
      const usual = publishedBy === null && (options.fadeAfterDays ?? defaultFadeDays) === defaultFadeDays;
      const rows =
        options.actor != null ? await own.of([options.actor]) : usual ? await own.turned(from, to) : await own.all();
      const needed = bearsOnTies([from, to].sort()[1]!);
      return changesIn(await own.scene(rows, publishedBy, { needed }), { from, to }, options);
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

/** One edition of the index, and what is read of it. */
class Reading {
  private readonly store: Store;
  private readonly edition: Edition;
  private readonly decisions: readonly Decision[];
  private readonly grades: Grades;

  private constructor(store: Store, edition: Edition, decisions: readonly Decision[]) {
    this.store = store;
    this.edition = edition;
    this.decisions = decisions;
    this.grades = gradesOf(decisions);
  }

  static async open(store: Store, knownAt: string, progress?: IndexProgress): Promise<Reading> {
    const edition = await indexBy(store, knownAt, progress);
    return new Reading(store, edition, decisionsInForce(await decisionsBy(store, knownAt)));
  }

  /** What tells it from any other edition: two of one state give the same answers. */
  get state(): readonly number[] {
    return [this.edition.number, this.edition.batches, this.edition.last];
  }

  private get number(): number {
    return this.edition.number;
  }

  private async keysOf(ids: readonly ActorId[]): Promise<string[]> {
    return [...new Set((await actorsWhere(this.store, this.number, { ids })).map(({ key }) => key))];
  }

  /** All rows of these actors, and what else their ties depend on. */
  async of(ids: readonly ActorId[]): Promise<PairRow[]> {
    const rows = await readPairs(this.store, this.number, { of: await this.keysOf(ids) });
    return this.withThirdParties(rows, false);
  }

  /** All rows of an actor, those in which it stands alone among them. */
  async naming(id: ActorId): Promise<PairRow[]> {
    const alone = (await this.keysOf([id])).map((key) => [key, lone.alone] as const);
    return [...(await this.of([id])), ...(await readPairs(this.store, this.number, { pairs: alone }))];
  }

  async among(ids: readonly ActorId[]): Promise<PairRow[]> {
    const keys = await this.keysOf(ids);
    const rows =
      keys.length > 2
        ? await readPairs(this.store, this.number, { among: keys })
        : await readPairs(this.store, this.number, { pairs: pairsAmong(keys) });
    return this.withThirdParties(rows, false);
  }

  all(): Promise<PairRow[]> {
    return readPairs(this.store, this.number, { all: true });
  }

  /** All rows with ties that may stand otherwise on the one day than on the other. */
  async turned(from: Day, to: Day): Promise<PairRow[]> {
    const rows = await readPairs(this.store, this.number, { turned: from < to ? [from, to] : [to, from] });
    const bearing = rows.filter(({ b }) => b.startsWith("~")).map(({ a }) => a);
    const held = bearing.length === 0 ? [] : await readPairs(this.store, this.number, { of: bearing });
    return this.withThirdParties([...rows, ...held.filter(({ leads, holds }) => leads || holds)], true);
  }

  /** The rows in which accounts of an actor, or of anyone, contradict each other, with what answers everyone. */
  async contested(actor: ActorId | null): Promise<PairRow[]> {
    if (actor === null) return this.all();
    const keys = await this.keysOf([actor]);
    const rows = await readPairs(this.store, this.number, { of: keys, only: "contested" });
    const parties = [...new Set(rows.flatMap(({ a, b }) => [a, b]))];
    const open = await readPairs(this.store, this.number, { pairs: parties.map((key) => [key, lone.open] as const) });
    return [...rows, ...open, ...(await this.rivalLeaders(rows, false))];
  }

  /** Whoever else leads a body, takes a place or kills a leader bears on the ties in these rows. */
  private async withThirdParties(rows: readonly PairRow[], toTheEnd: boolean): Promise<PairRow[]> {
    const leads = await this.rivalLeaders(rows, toTheEnd);
    const places = rows.filter(({ holds }) => holds).flatMap(({ a, b }) => [a, b]);
    const leaders = [...rows, ...leads].filter((row) => row.leads).flatMap(({ a, b }) => [a, b]);
    const bearing = [
      ...[...new Set(places)].map((key) => [key, lone.seized] as const),
      ...[...new Set(leaders)].map((key) => [key, lone.killed] as const),
    ];
    const others = bearing.length === 0 ? [] : await readPairs(this.store, this.number, { pairs: bearing });
    return [...rows, ...leads, ...others];
  }

  /** All rows of who leads the same bodies; to the end when the ties found are asked about themselves. */
  private async rivalLeaders(rows: readonly PairRow[], toTheEnd: boolean): Promise<PairRow[]> {
    const found: PairRow[] = [];
    const seen = new Set<string>();
    for (let next = rows.filter(({ leads }) => leads); next.length > 0; ) {
      const keys = [...new Set(next.flatMap(({ a, b }) => [a, b]))].filter((key) => !seen.has(key));
      for (const key of keys) seen.add(key);
      if (keys.length === 0) break;
      next = await readPairs(this.store, this.number, { of: keys, only: "leads" });
      for (const row of next) found.push(row);
      if (!toTheEnd) break;
    }
    return found;
  }

  /** The claims of some rows, each once, with their actors. */
  async scene(
    rows: readonly PairRow[],
    publishedBy: Day | null,
    { actor = null, needed = () => true }: { actor?: ActorId | null; needed?: (claim: SitedClaim) => boolean } = {},
  ): Promise<Scene> {
    const lines = new Map<string, string>();
    for (const { claims } of rows) for (const line of claims.split("\n")) lines.set(recordId(line), line);
    const publishers = new Map(this.edition.notes.publishers as [string, ActorId][]);
    const records = [...lines.keys()]
      .sort()
      .map((id) => readSited(lines.get(id)!))
      .filter(({ published }) => publishedBy === null || (published !== null && published <= publishedBy))
      .filter(({ sited }) => needed(sited));
    const ids = new Set<ActorId>(actor === null ? [] : [actor]);
    for (const { sited } of records) {
      for (const id of sited.agents) ids.add(id);
      for (const id of sited.patients) ids.add(id);
      if ("voice" in sited.source) ids.add(sited.source.voice);
      else if ("publisher" in sited.source) {
        const outlet = publishers.get(sited.source.publisher.toLowerCase());
        if (outlet !== undefined) ids.add(outlet);
      }
    }
    const found = await actorsWhere(this.store, this.number, { ids: [...ids] });
    const judged: Judgement = { actors: new Map(found.map(plainActor)), publishers, grades: this.grades };
    return { claims: records.map(({ sited, report }) => judgeClaim(sited, report, judged)), actors: judged.actors };
  }

  /** The same scene, with what only an explanation shows of some of its claims. */
  async quoted({ claims, actors }: Scene, ids: ReadonlySet<string>): Promise<Scene> {
    const full = await claimsOf(this.store, [...ids]);
    const decided = applyVerdicts(full.claims, [], this.decisions);
    const rows = new Map(decided.claims.map((row) => [row.id, row]));
    const reports = new Map(full.reports.map((report) => [report.id, report]));
    return {
      actors,
      claims: claims.map((claim): PlacedClaim => {
        const row = rows.get(claim.row.id);
        return row === undefined ? claim : { ...claim, row, report: reports.get(row.report)! };
      }),
    };
  }

  mostReported(count: number): Promise<IndexedActor[]> {
    return actorsWhere(this.store, this.number, { most: count });
  }

  async actors(): Promise<Actor[]> {
    const found = await actorsWhere(this.store, this.number, { all: true });
    return found.map((actor) => plainActor(actor)[1]).sort((one, other) => (one.id < other.id ? -1 : 1));
  }
}

/**
 * Whether a claim can bear on how ties stand, on any day up to the last one asked about: refusals and proposals never do, and what is said to
 * be so on a later day does not yet. What is said later not to be so contradicts what was said before.
 */
const bearsOnTies =
  (last: Day | null = null) =>
  ({ weight, at }: SitedClaim): boolean =>
    weight === "against" || (weight === "for" && (last === null || at.end === null || at.end <= last));

const plainActor = ({ id, name, kind, names }: IndexedActor): [ActorId, Actor] => [id, { id, name, kind, names }];

/** Two keys as a row has them: the smaller first, and one with itself where two are called the same. */
function pairsAmong(keys: readonly string[]): [string, string][] {
  const [one, other = one] = [...keys].sort();
  if (one === undefined || other === undefined) return [];
  return [...new Set([[one, other].join("\t"), [one, one].join("\t"), [other, other].join("\t")])].map(
    (pair) => pair.split("\t") as [string, string],
  );
}
