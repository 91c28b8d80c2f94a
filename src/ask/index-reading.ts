import { decisionsBy } from "../ledger/decisions.ts";
import { claimsOf } from "../ledger/held.ts";
import {
  actorsWhere,
  type Edition,
  type IndexedActor,
  type PairRow,
  readPairs,
  turnedPairs,
} from "../ledger/index-tables.ts";
import { readAhead } from "../ledger/read-ahead.ts";
import type { Store } from "../ledger/store.ts";
import { type ChangedTies, changedTies, changesOf, followPairs } from "../picture/changes.ts";
import { defaultFadeDays, type PictureOptions } from "../picture/derive-picture.ts";
import { type Grades, gradesOf } from "../picture/grades.ts";
import { Origins } from "../picture/origins.ts";
import { actorsIn, openPacked, type PackedClaims, type PlacingWish, placePacked } from "../picture/packed-claims.ts";
import { actorKey, isOfPair, lone } from "../picture/pair-keys.ts";
import type { PlacedClaim, Scene } from "../picture/scene.ts";
import type { Step } from "../picture/steps.ts";
import { applyVerdicts } from "../resolve/decided-claims.ts";
import {
  type Actor,
  type ActorId,
  type Day,
  type Decision,
  decisionsInForce,
  type TieChanges,
} from "../terms/index.ts";
import { type IndexProgress, indexBy } from "./keep-index.ts";

/** Pairs that are read while those before them are followed. */
const pairsAtOnce = 500;

/** Rows with their claims opened. */
interface OpenedRows {
  rows: readonly PairRow[];
  opened: readonly PackedClaims[];
}

/** One edition of the index, and what one question reads of it. */
export class IndexReading {
  private readonly store: Store;
  private readonly edition: Edition;
  private readonly decisions: readonly Decision[];
  private readonly grades: Grades;
  /** The folded names of outlets that are actors. */
  private readonly publishers: ReadonlyMap<string, ActorId>;
  /** The actors that the claims read so far name or rest on: a page names most of those of the page before again. */
  private readonly met = new Map<ActorId, Actor>();

  private constructor(store: Store, edition: Edition, decisions: readonly Decision[]) {
    this.store = store;
    this.edition = edition;
    this.decisions = decisions;
    this.grades = gradesOf(decisions);
    this.publishers = new Map(edition.notes.publishers as [string, ActorId][]);
  }

  static async open(store: Store, knownAt: string, progress?: IndexProgress): Promise<IndexReading> {
    const edition = await indexBy(store, knownAt, progress);
    return new IndexReading(store, edition, decisionsInForce(await decisionsBy(store, knownAt)));
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
    return this.withThirdParties(await this.ofPairs(ids), false);
  }

  private async ofPairs(ids: readonly ActorId[]): Promise<PairRow[]> {
    return readPairs(this.store, this.number, { of: await this.keysOf(ids) });
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

  /**
   * What changed between two days. The ties of most pairs depend on no other pair: these are followed one pair after the other, so that
   * no more than one pair's claims are held at a time. Those that others may take away are followed together.
   */
  async changes(
    between: { from: Day; to: Day },
    publishedBy: Day | null,
    options: Pick<PictureOptions, "actor" | "fadeAfterDays">,
  ): Promise<TieChanges> {
    const [first, last] = [between.from, between.to].sort() as [Day, Day];
    const usual = publishedBy === null && (options.fadeAfterDays ?? defaultFadeDays) === defaultFadeDays;
    const whole = async (rows: Promise<PairRow[]>) => [await this.opened(await rows)];
    const pages =
      options.actor != null
        ? await whole(this.ofPairs([options.actor]))
        : usual
          ? this.turned(first, last)
          : await whole(this.all());
    const actors = this.met;
    const origins = this.originsAmong(actors);
    const wish = { publishedBy, needed: bearsOnTies(last) };
    const placed = (packed: PackedClaims) => placePacked(packed, origins, this.grades, wish);
    const isAsked = ({ a, b }: Pick<Step, "a" | "b">): boolean =>
      options.actor == null || options.actor === a || options.actor === b;
    const follow = followPairs(between, options.fadeAfterDays);
    const parts: ChangedTies[] = [];
    const asked: PairRow[] = [];
    for await (const { rows, opened } of pages) {
      for (const [at, row] of rows.entries()) {
        if (row.leads || row.holds) asked.push(row);
        else if (!row.b.startsWith("~")) {
          const isOwn = isOfPair([row.a, row.b], actors);
          parts.push(follow({ claims: placed(opened[at]!), actors }, (tie) => isAsked(tie) && isOwn(tie)));
        }
      }
    }
    const together = asked.length === 0 ? [] : await this.withThirdParties(asked, options.actor == null);
    const claims = inOrder((await this.opened(together)).opened.flatMap(placed));
    const isTold = toldIn(asked, together, actors);
    return changesOf([...parts, changedTies({ claims, actors }, between, { ...options, isTold })], between, { actors });
  }

  /** All rows with ties that may stand otherwise on the one day than on the other, but for whose leaders others are. */
  private async *turned(from: Day, to: Day): AsyncGenerator<OpenedRows> {
    const pairs = await turnedPairs(this.store, this.number, from, to);
    const read = async (part: readonly [string, string][]) =>
      this.opened(await readPairs(this.store, this.number, { pairs: part }));
    for await (const page of readAhead(pairs, pairsAtOnce, read)) yield page.read;
    const bearing = pairs.filter(([, b]) => b.startsWith("~")).map(([a]) => a);
    if (bearing.length === 0) return;
    const held = await readPairs(this.store, this.number, { of: bearing });
    yield this.opened(held.filter(({ leads, holds }) => leads || holds));
  }

  private async opened(rows: readonly PairRow[]): Promise<OpenedRows> {
    const opened = rows.map(({ claims }) => openPacked(claims));
    await this.meet(opened, null);
    return { rows, opened };
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
    { actor = null, needed }: { actor?: ActorId | null; needed?: PlacingWish["needed"] } = {},
  ): Promise<Scene> {
    const packed = rows.map(({ claims }) => openPacked(claims));
    await this.meet(packed, actor);
    const actors = this.met;
    const origins = this.originsAmong(actors);
    const placed = packed.map((own) => placePacked(own, origins, this.grades, { publishedBy, needed }));
    return { claims: placed.length === 1 ? placed[0]! : inOrder(placed.flat()), actors };
  }

  /** Reads the actors that some claims name or rest on, and the one asked about. */
  private async meet(packed: readonly PackedClaims[], asked: ActorId | null): Promise<void> {
    const ids = actorsIn(packed, this.publishers);
    if (asked !== null) ids.add(asked);
    const unmet = [...ids].filter((id) => !this.met.has(id));
    const read = unmet.length === 0 ? [] : await actorsWhere(this.store, this.number, { ids: unmet });
    for (const actor of read) this.met.set(...plainActor(actor));
  }

  private originsAmong(actors: ReadonlyMap<ActorId, Actor>): Origins {
    return new Origins(actors, this.publishers, this.grades);
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
export const bearsOnTies =
  (last: Day | null = null): NonNullable<PlacingWish["needed"]> =>
  (weight, end) =>
    weight === "against" || (weight === "for" && (last === null || end === null || end <= last));

/** Claims of many rows in the order of their ids, each once: what names three parties stands in three rows. */
function inOrder(claims: PlacedClaim[]): PlacedClaim[] {
  claims.sort((one, other) => (one.row.id < other.row.id ? -1 : 1));
  return claims.filter(({ row }, at) => row.id !== claims[at - 1]?.row.id);
}

/** All is told of ties whose own rows were asked for, and of all who lead, whom every question brings with it. */
function toldIn(
  asked: readonly PairRow[],
  read: readonly PairRow[],
  actors: ReadonlyMap<ActorId, Actor>,
): (tie: Pick<Step, "tie" | "a" | "b">) => boolean {
  const keysOf = (rows: readonly PairRow[]) => new Set(rows.map(({ a, b }) => pairName(a, b)));
  const [own, all] = [keysOf(asked), keysOf(read)];
  return ({ tie, a, b }) => (tie === "leads" ? all : own).has(pairName(actorKey(a, actors), actorKey(b, actors)));
}

const pairName = (one: string, other: string): string => (one < other ? `${one}\t${other}` : `${other}\t${one}`);

const plainActor = ({ id, name, kind, names }: IndexedActor): [ActorId, Actor] => [id, { id, name, kind, names }];

/** Two keys as a row has them: the smaller first, and one with itself where two are called the same. */
function pairsAmong(keys: readonly string[]): [string, string][] {
  const [one, other = one] = [...keys].sort();
  if (one === undefined || other === undefined) return [];
  return [...new Set([[one, other].join("\t"), [one, one].join("\t"), [other, other].join("\t")])].map(
    (pair) => pair.split("\t") as [string, string],
  );
}
