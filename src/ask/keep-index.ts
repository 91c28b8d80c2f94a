import { decisionsBy } from "../ledger/decisions.ts";
import { reportsBy, reportsOf, saidBy } from "../ledger/held.ts";
import {
  actorsWhere,
  bytesOf,
  countLedger,
  createEdition,
  deletePairs,
  deleteRows,
  describeEdition,
  dropEdition,
  type Edition,
  editionsIn,
  extentBy,
  type IndexedActor,
  type IndexedReport,
  type PairRow,
  readPairs,
  readReports,
  readSets,
  sortEdition,
  writeActors,
  writePairs,
  writeReports,
  writeSets,
  writeTurns,
} from "../ledger/index-tables.ts";
import { readAhead } from "../ledger/read-ahead.ts";
import type { Rows, Store } from "../ledger/store.ts";
import { findSketchedCopies, sketchOf } from "../picture/copies.ts";
import { disputesIn } from "../picture/find-disputes.ts";
import { gradesOf } from "../picture/grades.ts";
import { Origins } from "../picture/origins.ts";
import { openPacked, packClaims, placePacked, unpackClaims } from "../picture/packed-claims.ts";
import { actorKey, isOfPair, lone, pairKeysOf } from "../picture/pair-keys.ts";
import { publisherActors, publisherOf, type Scene, siteClaim } from "../picture/scene.ts";
import { readSited, recordId, recordReport, reportMark, writeSited } from "../picture/sited-record.ts";
import { turnsIn } from "../picture/turns.ts";
import { lastVerdicts } from "../resolve/decided-claims.ts";
import { type Actor, type ActorId, type Decision, decisionsInForce, type ReportRow } from "../terms/index.ts";
import { indexVersion } from "./index-version.ts";
import { findWhoIsWho, type WhoIsWho } from "./who-is-who.ts";

/** Told how far the making of an index is, in reports. */
export type IndexProgress = (done: number, of: number) => void;

/** One present and two of the past: each is as large as the claims of the ledger. */
const mostEditions = 3;
/** Past this share of reports it is quicker to make all anew. */
const shareForNew = 0.2;
const reportsAtOnce = 2_000;

/** An index of just what had been recorded by an instant: one that is there, brought up to date, or made anew. */
export async function indexBy(store: Store, knownAt: string, progress: IndexProgress = () => {}): Promise<Edition> {
  const version = indexVersion();
  const extent = await extentBy(store, knownAt);
  const fits = (edition: Edition): boolean =>
    edition.version === version &&
    edition.batches === extent.batches &&
    (extent.batches < extent.all || edition.last === extent.last);
  const kept = await editionsIn(store);
  const there = kept.find(fits);
  if (there !== undefined) return there;
  const isFirst = !kept.some((edition) => edition.version === version);
  const make = async (change: Rows): Promise<Edition> => {
    await change.query("select pg_advisory_xact_lock($1)", [turn]);
    const editions = await editionsIn(change);
    const made = editions.find(fits);
    if (made !== undefined) return made;
    const isPresent = extent.batches === extent.all;
    const former = isPresent
      ? editions.findLast((one) => one.version === version && one.last > 0 && one.notes.present === true)
      : undefined;
    for (const old of editions
      .filter((one) => one !== former)
      .slice(0, -(mostEditions - 1))
      .concat(
        editions.filter(
          (one) => one !== former && (one.version !== version || (isPresent && one.notes.present === true)),
        ),
      ))
      await dropEdition(change, old.number);
    const decisions = decisionsInForce(await decisionsBy(change, knownAt));
    const about = { version, batches: extent.batches, last: isPresent ? extent.last : 0 };
    return new IndexMaking(change, knownAt, decisions, progress).make(former ?? null, about, isPresent);
  };
  // A first index is about as large as what it is made of, and is written twice: to the log and in its place.
  return store.transaction(make, isFirst ? 2 * (await bytesOf(store)) : 0);
}

/** Two processes on one server do not make the same index twice. */
const turn = 720_332;

type Pairs = Map<string, string[]>;

/** What rows are judged by. A grade makes no tie and ends none: they are looked up when a question is asked. */
interface Judged {
  actors: Map<ActorId, Actor>;
  origins: Origins;
}

const ungraded = gradesOf([]);

class IndexMaking {
  private readonly change: Rows;
  private readonly knownAt: string;
  private readonly decisions: readonly Decision[];
  private readonly progress: IndexProgress;

  constructor(change: Rows, knownAt: string, decisions: readonly Decision[], progress: IndexProgress) {
    this.change = change;
    this.knownAt = knownAt;
    this.decisions = decisions;
    this.progress = progress;
  }

  async make(
    former: Edition | null,
    about: Pick<Edition, "version" | "batches" | "last">,
    present: boolean,
  ): Promise<Edition> {
    const { change, decisions, knownAt } = this;
    if (former === null) await countLedger(change);
    const who = await findWhoIsWho(change, knownAt, decisions);
    const known = former === null ? [] : await readReports(change, former.number);
    const reports = await this.withNewReports(known);
    const copied = findSketchedCopies(reports, ({ id }) => reports.byId(id));
    const publishers = this.publishersOf(reports, copied, who);
    const notes = { present, publishers: [...publishers], verdicts: verdictsOf(decisions) };
    const dirty =
      former === null ? null : await this.dirtyReports(former, reports, copied, who, publishers, notes.verdicts);
    const anew = former === null || dirty === null || dirty.size > reports.length * shareForNew;
    if (anew && former !== null) await dropEdition(change, former.number);
    const number = anew ? await createEdition(change) : former.number;
    const ids = anew ? reports.map(({ id }) => id) : reports.map(({ id }) => id).filter((id) => dirty.has(id));
    const { pairs, described, rows } = await this.pairsOfReports(ids, reports, copied, who);
    const actors = new Map([...who.actors, ...described]);
    const judged: Judged = { actors, origins: new Origins(actors, publishers, ungraded) };
    if (anew) await this.writeAnew(number, pairs, judged);
    else await this.writeOver(number, pairs, judged, new Set(ids), known);
    await this.writeActors(number, who, described, anew);
    if (!anew) await deleteRows(change, "report", number, ids);
    await writeReports(change, number, rows);
    await writeSets(
      change,
      number,
      [...who.ofSet].map(([key, actor]) => ({ key, actor })),
    );
    if (anew) await sortEdition(change, number);
    const edition: Edition = { number, ...about, notes };
    await describeEdition(change, edition);
    return edition;
  }

  private async withNewReports(known: readonly IndexedReport[]): Promise<ReportList> {
    const list = new ReportList();
    for (const row of known) list.add({ ...row, id: row.report }, row);
    const fresh = (await reportsBy(this.change, this.knownAt)).filter((id) => !list.has(id));
    for await (const { read } of readAhead(fresh, reportsAtOnce, (part) => reportsOf(this.change, part)))
      for (const { text, ...report } of read) list.add(report, sketchOf(text));
    list.fresh = new Set(fresh);
    return list;
  }

  /** The outlets that somebody mentions as actors, of those that reports come from. */
  private publishersOf(reports: ReportList, copied: ReadonlyMap<string, string>, who: WhoIsWho): Map<string, ActorId> {
    const actors = publisherActors([...who.actors.values()].sort((one, other) => (one.id < other.id ? -1 : 1)));
    const found = new Map<string, ActorId>();
    for (const { id } of reports) {
      const name = publisherOf(reports.get(copied.get(id)!)).toLowerCase();
      const actor = actors.get(name);
      if (actor !== undefined) found.set(name, actor);
    }
    return found;
  }

  /** Reports whose rows are not what they would be now. */
  private async dirtyReports(
    former: Edition,
    reports: ReportList,
    copied: ReadonlyMap<string, string>,
    who: WhoIsWho,
    publishers: ReadonlyMap<string, ActorId>,
    verdicts: string,
  ): Promise<Set<string> | null> {
    if (former.notes.verdicts !== verdicts) return null;
    const dirty = new Set(reports.fresh);
    const before = await readSets(this.change, former.number);
    const moved = new Set(
      [...who.ofSet].filter(([key, actor]) => (before.get(key) ?? actor) !== actor).map(([key]) => key),
    );
    for (const id of who.reportsWith(moved)) dirty.add(id);
    const were = new Map(former.notes.publishers as [string, ActorId][]);
    for (const { id, was } of reports) {
      const original = copied.get(id)!;
      const name = publisherOf(reports.get(original)).toLowerCase();
      if (was !== null && (was !== original || were.get(name) !== publishers.get(name))) dirty.add(id);
    }
    return dirty;
  }

  /** The lines of some reports' claims, by pair; the actors that only they know; and the reports as they are indexed. */
  private async pairsOfReports(
    ids: readonly string[],
    reports: ReportList,
    copied: ReadonlyMap<string, string>,
    who: WhoIsWho,
  ): Promise<{ pairs: Pairs; described: Map<ActorId, Actor>; rows: IndexedReport[] }> {
    const pairs: Pairs = new Map();
    const all = new Map<ActorId, Actor>();
    const rows: IndexedReport[] = [];
    const reading = readAhead(ids, reportsAtOnce, (part) => saidBy(this.change, part));
    for await (const { part: own, from, read: said } of reading) {
      this.progress(from, ids.length);
      const decided = who.decided(said.claims, said.actors);
      const { idOf, described } = who.inReport(decided.actors);
      const actors = new ActorsOf(who.actors, new Map(described.map((actor) => [actor.id, actor])));
      for (const actor of described) all.set(actor.id, actor);
      const keysOfReport = new Map<string, Set<string>>();
      for (const row of decided.claims) {
        const report = reports.get(row.report);
        const sited = siteClaim(row, report, reports.get(copied.get(report.id)!), idOf, actors);
        const line = writeSited(sited, report);
        for (const pair of new Set(pairKeysOf(sited, actors).map(([a, b]) => `${a}\t${b}`))) {
          const lines = pairs.get(pair);
          if (lines === undefined) pairs.set(pair, [line]);
          else lines.push(line);
          keysOfReport.set(row.report, (keysOfReport.get(row.report) ?? new Set()).add(pair));
        }
      }
      for (const id of own)
        rows.push({
          ...reports.rowOf(id),
          original: copied.get(id)!,
          pairs: [...(keysOfReport.get(id) ?? [])].sort().join("\n"),
        });
    }
    return { pairs, described: all, rows };
  }

  private async writeAnew(number: number, pairs: Pairs, judged: Judged): Promise<void> {
    await this.writePairs(number, pairs, judged, (key) => pairs.get(`${key}\t${lone.open}`) ?? []);
  }

  /** Takes the dirty reports' lines out of all rows that hold them, puts the new ones in, and judges these rows again. */
  private async writeOver(
    number: number,
    pairs: Pairs,
    judged: Judged,
    dirty: ReadonlySet<string>,
    known: readonly IndexedReport[],
  ): Promise<void> {
    const touched = new Set(pairs.keys());
    for (const { report, pairs: keys } of known)
      if (dirty.has(report) && keys !== "") for (const key of keys.split("\n")) touched.add(key);
    const kinds = await this.changedKinds(number, judged.actors);
    const opened = [...touched].filter((key) => key.endsWith(`\t${lone.open}`)).map((key) => key.split("\t")[0]!);
    const beside = await readPairs(this.change, number, { of: [...kinds, ...opened] });
    for (const { a, b } of beside) touched.add(`${a}\t${b}`);
    const parted = [...touched].map((key) => key.split("\t") as [string, string]);
    const merged: Pairs = new Map([...touched].map((key) => [key, [...(pairs.get(key) ?? [])]]));
    const gone = new Set([...dirty].map(reportMark));
    for (const { a, b, claims } of await readPairs(this.change, number, { pairs: parted }))
      for (const line of unpackClaims(claims)) if (!gone.has(recordReport(line))) merged.get(`${a}\t${b}`)!.push(line);
    const opens = new Map<string, string[]>();
    const keys = [...new Set(parted.flat())].filter((key) => !key.startsWith("~"));
    const asked = keys.map((key) => [key, lone.open] as const);
    for (const { a, claims } of await readPairs(this.change, number, { pairs: asked }))
      opens.set(a, unpackClaims(claims));
    for (const key of keys) {
      const now = merged.get(`${key}\t${lone.open}`);
      if (now !== undefined) opens.set(key, now);
    }
    await this.addDescribed(number, merged, judged);
    await deletePairs(this.change, number, parted);
    await this.writePairs(number, merged, judged, (key) => opens.get(key) ?? []);
  }

  /** Keys of named actors that are of another kind now: what is claimed of them may begin other ties. */
  private async changedKinds(number: number, actors: ReadonlyMap<ActorId, Actor>): Promise<string[]> {
    const rows = await actorsWhere(this.change, number, { named: true });
    return rows.filter(({ id, kind }) => (actors.get(id)?.kind ?? kind) !== kind).map(({ key }) => key);
  }

  /** Rows that are judged again may name actors that only other reports know. */
  private async addDescribed(number: number, merged: Pairs, judged: Judged): Promise<void> {
    const missing = new Set<ActorId>();
    for (const lines of merged.values())
      for (const line of lines) {
        const { sited } = readSited(line);
        for (const id of [...sited.agents, ...sited.patients]) if (!judged.actors.has(id)) missing.add(id);
      }
    for (const { id, name, kind, names } of await actorsWhere(this.change, number, { ids: [...missing] }))
      judged.actors.set(id, { id, name, kind, names });
  }

  private async writePairs(
    number: number,
    pairs: Pairs,
    judged: Judged,
    opensOf: (key: string) => readonly string[],
  ): Promise<void> {
    let rows: PairRow[] = [];
    let turns: { day: string; a: string; b: string }[] = [];
    // While some rows are written the next are judged.
    let writing: Promise<void> = Promise.resolve();
    const write = async (): Promise<void> => {
      const own = [rows, turns] as const;
      [rows, turns] = [[], []];
      await writing;
      writing = writePairs(this.change, number, own[0]).then(() => writeTurns(this.change, number, own[1]));
      // Thrown by the next to await it.
      writing.catch(() => {});
    };
    for (const [key, lines] of pairs) {
      if (lines.length === 0) continue;
      const [a, b] = key.split("\t") as [string, string];
      const sorted = lines.sort((one, other) => (recordId(one) < recordId(other) ? -1 : 1));
      const { row, days } = judgePair(a, b, sorted, [...opensOf(a), ...(a === b ? [] : opensOf(b))], judged);
      rows.push(row);
      for (const day of days) turns.push({ day, a, b });
      if (rows.length === reportsAtOnce) await write();
    }
    await write();
    await writing;
  }

  private async writeActors(
    number: number,
    who: WhoIsWho,
    described: ReadonlyMap<ActorId, Actor>,
    anew: boolean,
  ): Promise<void> {
    const indexed = (actor: Actor, reports: number): IndexedActor => ({
      ...actor,
      key: actorKey(actor.id, new Map([[actor.id, actor]])),
      reports,
    });
    const named = [...who.actors.values()].map((actor) => indexed(actor, who.reports.get(actor.id) ?? 0));
    const before = anew ? [] : await actorsWhere(this.change, number, { named: true });
    const were = new Map(before.map((actor) => [actor.id, JSON.stringify(sorted(actor))]));
    await deleteRows(
      this.change,
      "actor",
      number,
      before.filter(({ id }) => !who.actors.has(id)).map(({ id }) => id),
    );
    await writeActors(this.change, number, [
      ...named.filter((actor) => were.get(actor.id) !== JSON.stringify(sorted(actor))),
      ...[...described.values()].map((actor) => indexed(actor, 1)),
    ]);
  }
}

const sorted = ({ id, key, name, kind, names, reports }: IndexedActor) => [id, key, name, kind, names, reports];

/** What people decided of single reports: where that changes, all is made anew. */
const verdictsOf = (decisions: readonly Decision[]): string =>
  JSON.stringify([
    ...[...lastVerdicts(decisions)].sort(),
    ...decisions.flatMap(({ ruling }) => (ruling.kind === "apart" ? [ruling] : [])),
  ]);

/** What a row says of itself without being read again: its days, and whether it matters to leaders, places and disputes. */
function judgePair(
  a: string,
  b: string,
  lines: readonly string[],
  open: readonly string[],
  judged: Judged,
): { row: PairRow; days: string[] } {
  const claims = packClaims(lines);
  const placed = (packed: string) => placePacked(openPacked(packed), judged.origins, ungraded);
  const own = placed(claims);
  const scene: Scene = { claims: own, actors: judged.actors };
  const row: PairRow = { a, b, claims, leads: false, holds: false, contested: false };
  if (b.startsWith("~")) {
    const bears = b === lone.seized || b === lone.killed;
    return { row, days: bears ? [...new Set(own.flatMap(({ at }) => at.end ?? []))] : [] };
  }
  row.leads = own.some(({ row: { relation } }) => relation === "leads");
  row.holds = own.some(({ row: { relation } }) => relation === "holds" || relation === "seize");
  const all =
    open.length === 0
      ? own
      : [...new Map([...own, ...placed(packClaims(open))].map((claim) => [claim.row.id, claim])).values()];
  row.contested = row.leads || disputesIn({ ...scene, claims: all }, { asOf: "9999-12-31" }).disputes.length > 0;
  return { row, days: turnsIn(scene, isOfPair([a, b], judged.actors)) };
}

/** Named actors, and those that the reports at hand know. */
class ActorsOf implements Pick<ReadonlyMap<ActorId, Actor>, "get"> {
  private readonly named: ReadonlyMap<ActorId, Actor>;
  private readonly described: ReadonlyMap<ActorId, Actor>;

  constructor(named: ReadonlyMap<ActorId, Actor>, described: ReadonlyMap<ActorId, Actor>) {
    this.named = named;
    this.described = described;
  }

  get(id: ActorId): Actor | undefined {
    return this.named.get(id) ?? this.described.get(id);
  }
}

type Sketch = Pick<IndexedReport, "level" | "shingles">;
type ListedReport = ReportRow & { was: string | null };

/** All reports of an index with the sketches of their texts. */
class ReportList extends Array<ListedReport> {
  fresh: ReadonlySet<string> = new Set();
  private readonly places = new Map<string, number>();
  private readonly sketches = new Map<string, Sketch>();

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  add(report: ReportRow, sketch: Sketch & { original?: string }): void {
    const { id, name, publisher, agency, published, captured, recorded } = report;
    const { level, shingles, original = null } = sketch;
    this.places.set(id, this.length);
    this.sketches.set(id, { level, shingles });
    this.push({ id, name, publisher, agency, published, captured, recorded, was: original });
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  get(id: string): ListedReport {
    return this[this.places.get(id)!]!;
  }

  byId(id: string): Sketch {
    return this.sketches.get(id)!;
  }

  rowOf(id: string): Omit<IndexedReport, "original" | "pairs"> {
    const { was: _, id: report, ...row } = this.get(id);
    return { report, ...row, ...this.byId(id) };
  }
}
