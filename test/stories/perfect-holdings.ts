import {
  type ClaimRow,
  contentId,
  type Holdings,
  type LocalActor,
  type MentionType,
  type Modality,
} from "../../src/terms/index.ts";
import { all, type ExpectedClaim, type ExpectedPictures, type ExpectedReading, first } from "./expected.ts";

const pronouns = /^(i|he|she|they|it|them|him|her|we|the group|his|their|both sides)( said)?$/i;

/**
 * Holdings as they would be if every page of a plot were read as its expected reading says: what is left to go wrong is
 * the resolving of names and the logic of the picture.
 */
export function perfectHoldings(readings: readonly ExpectedReading[], { actors }: ExpectedPictures): Holdings {
  const groups = actors.map(({ names }) => names);
  const holdings: Holdings = { reports: [], texts: new Map(), actors: [], claims: [] };
  const kinds = kindsOf(readings.flatMap(({ claims }) => claims));
  for (const { name, text, page, claims } of readings) {
    const id = contentId("sha256", [name]);
    const { publisher, published, captured } = page;
    holdings.reports.push({ id, name, publisher, agency: null, published, captured, recorded: "2040-01-01T00:00:00Z" });
    holdings.texts.set(id, text);
    const people = new LocalNames(id, kinds, groups);
    holdings.claims.push(...claims.map((claim, at) => rowOf(claim, at, { report: id, published, people })));
    holdings.actors.push(...people.actors());
  }
  return holdings;
}

function rowOf(
  claim: ExpectedClaim,
  at: number,
  { report, published, people }: { report: string; published: string | null; people: LocalNames },
): ClaimRow {
  const modality = modalityOf(claim);
  return {
    id: contentId("c", [report, at]),
    report,
    localId: `c${at + 1}`,
    relation: relationOf(claim),
    polarity: claim.polarity === undefined ? "affirmed" : first(claim.polarity),
    modality,
    agents: [people.idOf(claim.agent)],
    patients: claim.patient === undefined ? [] : [people.idOf(claim.patient)],
    time:
      claim.from === undefined && claim.to === undefined
        ? wasOver(claim, published)
        : {
            edtf: claim.from ?? claim.to ?? null,
            start: claim.from ?? null,
            end: claim.to ?? null,
            text: null,
            of: dates(claim),
          },
    place: null,
    voices: (claim.voices ?? []).map((names) => ({
      mention: null,
      name: first(names),
      cue: null,
      stance: "states",
      actor: people.idOf(names),
    })),
    quote: claim.note,
    evidence: [[at, at + 1]],
    confidence: 1,
  };
}

/** "An ally until last winter": over by the day of the report, whenever that winter was. */
function wasOver({ relation, note }: ExpectedClaim, published: string | null): ClaimRow["time"] {
  if (!stateRelations.has(first(relation)) || !/\b(until|former|formerly|ousted)\b/.test(note) || published === null) return null;
  return { edtf: null, start: null, end: published.slice(0, 10), text: null, of: "until" };
}

/** A state with an end and no beginning was over by then. */
function dates({ relation, from }: ExpectedClaim): "since" | "until" | "event" {
  if (!stateRelations.has(first(relation))) return "event";
  return from === undefined ? "until" : "since";
}

/** Where the stories leave open whether "not so" is a negation, it is taken as the stronger of what they allow. */
function modalityOf({ modality, polarity }: ExpectedClaim): Modality {
  if (polarity === undefined)
    for (const stronger of ["denied", "refused"] as const) if (all(modality).includes(stronger)) return stronger;
  return first(modality);
}

const stateRelations = new Set(["ally", "member", "affiliate", "backs", "leads", "holds", "rival", "enemy"]);

/** "announced the founding of the Concord" may be read as uniting into it or as joining it: here as joining. */
function relationOf({ relation }: ExpectedClaim): ClaimRow["relation"] {
  const relations = all(relation);
  if (relations.includes("leads")) return "leads";
  return relations.includes("unite") && relations.includes("join") ? "join" : relations[0]!;
}

/** Who heads something is a person; whose name says army is none. Good enough for invented names. */
function kindsOf(claims: readonly ExpectedClaim[]): Map<string, MentionType> {
  const kinds = new Map<string, MentionType>();
  const leading = claims.filter(({ relation }) => all(relation)[0] === "leads");
  const bodies = new Set(leading.map(({ patient }) => all(patient)[0]));
  for (const { relation, agent, patient } of claims) {
    const relations = all(relation);
    if (relations[0] === "leads") for (const name of all(agent)) if (!bodies.has(name)) kinds.set(name, "person");
    if (relations.includes("join") && relations.includes("unite"))
      for (const name of all(patient)) kinds.set(name, "alliance");
  }
  return kinds;
}

/** The actors of one report, one for each set of names that share one. */
class LocalNames {
  private readonly sets: Set<string>[] = [];
  private readonly report: string;
  private readonly kinds: ReadonlyMap<string, MentionType>;

  private readonly groups: readonly (readonly string[])[];

  constructor(report: string, kinds: ReadonlyMap<string, MentionType>, groups: readonly (readonly string[])[]) {
    this.report = report;
    this.kinds = kinds;
    this.groups = groups;
  }

  idOf(names: string | string[]): string {
    const own = this.oneActor(all(names).filter((name) => !pronouns.test(name)));
    const known = this.sets.find((set) => isName(own[0]) && set.has(own[0]!)) ?? this.sets.find((set) => own.some((name) => isName(name) && set.has(name)));
    const set = known ?? new Set<string>();
    if (known === undefined) this.sets.push(set);
    for (const name of own) set.add(name);
    return `a${this.sets.indexOf(set)}`;
  }

  /** Of the answers that will do, those that name the same actor as the first: not its leader, and not its fighters. */
  private oneActor(names: readonly string[]): string[] {
    const proper = names.filter(isName);
    const [best] = proper.length > 0 && this.alike(proper[0]!, proper).length === proper.length ? proper : names;
    return best === undefined ? [] : this.alike(best, names);
  }

  private alike(best: string, names: readonly string[]): string[] {
    const group = this.groups.find((one) => one.includes(best)) ?? [];
    const ends = (name: string) => isName(best) && isName(name) && (best.endsWith(name) || name.endsWith(best));
    return names.filter((name) => name === best || group.includes(name) || ends(name));
  }

  actors(): LocalActor[] {
    return this.sets.map((set, at) => {
      const words = [...set];
      const kind = words.map((name) => this.kinds.get(name)).find((one) => one !== undefined) ?? "group";
      return {
        report: this.report,
        actor: `a${at}`,
        type: kind,
        names: words.filter(isName),
        described: words.filter((name) => !isName(name)),
      };
    });
  }
}

const isName = (name: string | undefined): boolean =>
  name !== undefined && /^(al-|as-|an-|ad-)?\p{Lu}/u.test(name) && !/^(A|An|The|Two|Three|Four|One|Fighters|Residents|His|Its)\s/.test(name);
