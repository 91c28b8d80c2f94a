import { type ClaimRow, contentId, type Holdings, type Relation, type Tie } from "../src/terms/index.ts";
import { chances } from "./chances.ts";

/** How large an invented world is, and how well it is reported. */
export interface Invention {
  seed: number;
  actors: number;
  reports: number;
  claims: number;
  /** Outlets of their own; their tempers are drawn from the seed. */
  outlets: number;
  /** Share of reports that are copies of an agency's text. */
  copied: number;
  firstDay: string;
  days: number;
}

/** What is really so in the invented world: a tie from one day until another, or until the end. */
export interface TrueTie {
  relation: Tie["relation"];
  a: number;
  b: number;
  from: number;
  until: number | null;
  /** The events that begin and end it. */
  begins: Relation;
  ends: Relation;
}

export interface InventedWorld {
  truth: TrueTie[];
  names: string[];
  outlets: Outlet[];
}

/** An outlet errs by chance, invents what never was, and may lie for a party: it turns that party's ties round. */
export interface Outlet {
  name: string;
  errs: number;
  invents: number;
  liesFor: number | null;
}

const courses: readonly Pick<TrueTie, "relation" | "begins" | "ends">[] = [
  { relation: "ally", begins: "unite", ends: "break" },
  { relation: "member", begins: "join", ends: "leave" },
  { relation: "enemy", begins: "clash", ends: "truce" },
  { relation: "backs", begins: "aid", ends: "sanction" },
];

/** The world: actors, their true ties over time, and the outlets that tell of them. */
export function inventWorld({ seed, actors, claims, outlets, days }: Invention): InventedWorld {
  const chance = chances(seed);
  const between = (low: number, high: number): number => low + Math.floor(chance() * (high - low));
  // Few are told of often and many seldom, as in the news.
  const someone = (): number => Math.min(actors - 1, Math.floor(actors * chance() ** 2.2));
  const truth: TrueTie[] = [];
  const seen = new Set<string>();
  for (const wanted = Math.ceil(claims / 14); truth.length < wanted; ) {
    const course = courses[between(0, courses.length)]!;
    const [a, b] = [someone(), someone()];
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    if (a === b || (seen.has(key) && chance() < 0.98)) continue;
    seen.add(key);
    const from = between(0, Math.floor(days * 0.8));
    const until = chance() < 0.45 ? between(from + 20, days) : null;
    truth.push({ ...course, a, b, from, until: until !== null && until - from > 15 ? until : null });
  }
  const tempers = Array.from({ length: outlets }, (_, at): Outlet => {
    const liesFor = chance() < 0.2 ? someone() : null;
    return { name: `Outlet ${nameOf(at + 7)}`, errs: chance() * 0.12, invents: 0.02 + chance() * 0.1, liesFor };
  });
  return { truth, names: Array.from({ length: actors }, (_, at) => nameOf(at)), outlets: tempers };
}

const onsets = ["b", "d", "dr", "f", "g", "h", "j", "k", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"];
const vowels = ["a", "e", "i", "o", "u", "au"];
const sorts = ["Front", "Brigade", "Party", "Movement", "Union"];

/** A name that no other number has: syllables are its digits, spelled far enough apart to be told from each other. */
export function nameOf(number: number): string {
  const syllables: string[] = [];
  for (let rest = number * 48_271 + 1_000_003; syllables.length < 4; rest = Math.floor(rest / 120))
    syllables.push(onsets[rest % 20]! + vowels[Math.floor(rest / 20) % 6]!);
  const word = `${syllables.join("")}n`;
  return `${word[0]!.toUpperCase()}${word.slice(1)} ${sorts[number % sorts.length]}`;
}

/** All reports of the world, one after the other; a few at a time fit in memory where all would not. */
export function* inventReports(invention: Invention, world: InventedWorld): Generator<InventedReport> {
  const chance = chances(invention.seed + 1);
  const perReport = invention.claims / invention.reports;
  const base = Date.parse(`${invention.firstDay}T00:00:00Z`);
  let owed = 0;
  for (let number = 0; number < invention.reports; number += 1) {
    owed += perReport;
    const many = Math.max(1, Math.floor(owed));
    owed -= many;
    const outlet = world.outlets[Math.floor(chance() * world.outlets.length)]!;
    const published = Math.floor(chance() * invention.days);
    const agency = chance() < invention.copied ? Math.floor(chance() * 5) : null;
    yield reportOf(number, many, { invention, world, outlet, published, agency, chance, base });
  }
}

export interface InventedReport {
  report: Holdings["reports"][number];
  text: string;
  actors: Holdings["actors"];
  claims: ClaimRow[];
}

interface Telling {
  invention: Invention;
  world: InventedWorld;
  outlet: Outlet;
  published: number;
  agency: number | null;
  chance: () => number;
  base: number;
}

/** An agency's customers carry the agency's words, errors and all: what an agency says depends on the day, not on who prints it. */
function reportOf(number: number, many: number, telling: Telling): InventedReport {
  const { world, outlet, published, agency, base } = telling;
  const day = (at: number): string => new Date(base + at * 86_400_000).toISOString().slice(0, 10);
  const teller: Outlet =
    agency === null ? outlet : { name: `Agency ${nameOf(agency + 3)}`, errs: 0.06, invents: 0.05, liesFor: null };
  const chance = agency === null ? telling.chance : chances(published * 31 + agency * 7919 + 17);
  const id = `sha256:${contentId("x", ["report", telling.invention.seed, number]).slice(2)}${"0".repeat(32)}`;
  const told = Array.from({ length: many }, () => tell(teller, published, world, chance, day)).filter(
    (one) => one !== null,
  );
  const people = new Map<number, string>();
  const local = (actor: number): string => {
    people.set(actor, `a${actor}`);
    return `a${actor}`;
  };
  const claims = told.map((one, at): ClaimRow => {
    const agents = [local(one.a)];
    const patients = [local(one.b)];
    return {
      id: contentId("c", [id, at]),
      report: id,
      localId: `c${at + 1}`,
      ...{ relation: one.relation, polarity: one.polarity, modality: "actual", agents, patients },
      time: one.day === null ? null : { edtf: one.day, start: one.day, end: one.day, text: null, of: "event" },
      place: null,
      voices: agency === null ? [] : [{ mention: null, name: teller.name, cue: null, stance: "reports", actor: null }],
      quote: `${world.names[one.a]} ${one.relation} ${world.names[one.b]}.`,
      evidence: [[0, 10]],
      confidence: 0.9,
    };
  });
  return {
    report: {
      ...{ id, name: `report-${number}`, publisher: outlet.name, agency: null, published: day(published) },
      ...{ captured: null, recorded: "2040-01-01T00:00:00Z" },
    },
    text: claims.map(({ quote }) => quote).join(" "),
    actors: [...people].map(([actor, name]) => ({
      ...{ report: id, actor: name, type: "group", names: [world.names[actor]!], described: [] },
    })),
    claims,
  };
}

interface Told {
  relation: Relation;
  polarity: ClaimRow["polarity"];
  a: number;
  b: number;
  day: string | null;
}

/** One claim: mostly of something true that began or ended lately, or still holds; sometimes wrong, invented or a lie. */
function tell(
  outlet: Outlet,
  published: number,
  { truth }: InventedWorld,
  chance: () => number,
  day: (at: number) => string,
): Told | null {
  const tie = truth[Math.floor(chance() ** 1.6 * truth.length)]!;
  const invented = chance() < outlet.invents;
  if (tie.from > published && !invented) return chance() < 0.5 ? null : tellAny(tie, published, day, chance);
  const { a, b } = tie;
  const lies = outlet.liesFor === a || outlet.liesFor === b;
  const ended = tie.until !== null && tie.until <= published;
  const wrong = chance() < outlet.errs;
  if (invented || lies) return { relation: tie.ends, polarity: "affirmed", a, b, day: day(published) };
  if (wrong)
    return {
      relation: tie.begins,
      polarity: "affirmed",
      a,
      b,
      day: day(Math.max(0, published - Math.floor(chance() * 30))),
    };
  const dated = chance() < 0.7;
  if (ended) return { relation: tie.ends, polarity: "affirmed", a, b, day: dated ? day(tie.until!) : null };
  const asState = chance() < 0.4;
  if (asState) return { relation: tie.relation, polarity: "affirmed", a, b, day: null };
  return { relation: tie.begins, polarity: "affirmed", a, b, day: dated ? day(tie.from) : null };
}

/** Nothing has happened yet: a meeting fills the column. */
function tellAny({ a, b }: TrueTie, published: number, day: (at: number) => string, _: () => number): Told {
  return { relation: "meet", polarity: "affirmed", a, b, day: day(published) };
}

/** The whole world in memory. */
export function inventHoldings(invention: Invention): { holdings: Holdings; world: InventedWorld } {
  const world = inventWorld(invention);
  const holdings: Holdings = { reports: [], texts: new Map(), actors: [], claims: [] };
  for (const { report, text, actors, claims } of inventReports(invention, world)) {
    holdings.reports.push(report);
    holdings.texts.set(report.id, text);
    holdings.actors.push(...actors);
    holdings.claims.push(...claims);
  }
  return { holdings, world };
}
