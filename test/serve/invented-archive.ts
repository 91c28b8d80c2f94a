import type { KeptClaim, KeptReading, MapPlace, ReportSummary } from "../../src/serve/answers.ts";
import type { Archive } from "../../src/serve/archive.ts";
import { pageOf } from "../../src/serve/pages.ts";
import {
  type Actor,
  type Claim,
  captureId,
  contentId,
  type Dispute,
  disputesFormat,
  pictureFormat,
  type Reading,
  readingFormat,
  type Tie,
  type TieRelation,
  tieRelations,
  timelineFormat,
  whyFormat,
} from "../../src/terms/index.ts";
import { inventDecisions } from "./invented-decisions.ts";

/** How large an invented ledger is, and what its names carry: hostile text is put into every title and quote. */
export interface Invention {
  actors: number;
  ties: number;
  reports: number;
  hostile?: string;
}

/**
 * A ledger of invented actors and ties, the same for the same numbers, held in memory: for tests of the API and the
 * screens that ask how they behave and not what the reports say.
 */
export function inventArchive({ actors, ties, reports, hostile = "" }: Invention): Archive {
  const people = inventActors(actors, hostile);
  const lines = inventTies(ties, people);
  const kept = inventReports(reports, people, hostile);
  const claims = kept.flatMap(claimsOf);
  const disputes: Dispute[] = lines.slice(0, 3).map((tie, at) => ({
    id: `d:${at}`,
    about: { relation: tie.relation, a: tie.a, b: tie.b },
    reason: "polarity" as const,
    sides: ["so", "not so"].map((says, side) => ({
      says: `It is ${says}${hostile}`,
      claims: claims.slice(side * 2, side * 2 + 2).map(({ id }) => id),
      origins: 1,
      reports: 2,
    })),
  }));
  const places: MapPlace[] = people.slice(0, 6).map(({ id, name }, at) => ({
    ...{ id, name, country: null, kind: "town", others: at % 2 },
    // The last is on no map.
    ...(at === 5 ? { lat: null, lon: null } : { lat: 30 + at * 2, lon: 15 + at * 4 }),
    holders: [{ actor: people[at + 1]!.id, name: people[at + 1]!.name, tie: lines[at]!.id, status: "holds" as const }],
    events: claims.slice(0, at).map(({ id: claim, relation, time, quote }) => ({
      ...{ claim, relation, quote },
      at: { edtf: time!.edtf, start: time!.start, end: time!.end },
    })),
  }));
  const { withVerdict, ...deciding } = inventDecisions(claims);
  const onDay = (day: string, ended: boolean) =>
    lines
      .filter(({ since, until }) => since!.start! <= day && (ended || until === null || until.start! > day))
      .map((tie): Tie => (tie.until !== null && tie.until.start! <= day ? { ...tie, status: "ended" } : tie));
  const find = (word: string) => people.find(({ id, name }) => id === word || name === word);
  return {
    about: async () => ({
      version: "0.0.0",
      ledger: "invented",
      reports: kept.length,
      claims: claims.length,
      actors: people.length,
      firstDay: "2031-01-01",
      lastDay: "2031-12-31",
    }),
    reports: async ({ after, limit }) =>
      pageOf(
        kept.map(({ summary }) => summary),
        { after, limit },
      ),
    report: async (id) => kept.find(({ summary }) => summary.id.includes(id.replace("sha256:", ""))) ?? null,
    actors: async ({ after, limit }) =>
      pageOf(
        people.map((actor) => ({ ...actor, claims: 1 })),
        { after, limit },
      ),
    actor: async (word) => {
      const actor = find(word);
      if (actor === undefined) return null;
      const own = lines.filter(({ a, b }) => a === actor.id || b === actor.id);
      const others = people.filter(({ id }) => id !== actor.id && own.some(({ a, b }) => a === id || b === id));
      const countries = { codes: ["ML", "NE"], source: "lexicons/actors.json" };
      return { actor, countries, ties: own, others };
    },
    claims: async ({ after, limit, actor }) =>
      pageOf(
        claims.filter(({ agents }) => actor === null || agents.some((party) => party.actor === actor)).map(withVerdict),
        { after, limit },
      ),
    claim: async (id) => claims.filter((claim) => claim.id === id).map(withVerdict)[0] ?? null,
    ...deciding,
    writtenName: async (word) => find(word)?.name ?? null,
    places: async ({ asOf, publishedBy, knownAt }) => ({
      ...{ asOf, publishedBy, knownAt, eventsSince: "2031-01-01" },
      places,
    }),
    timeline: async ({ after, limit, actor, from, to }) => {
      const asked = claims.filter(
        ({ agents, time }) =>
          (actor === null || agents.some((party) => party.actor === find(actor)?.id)) &&
          (from === null || time!.start! >= from) &&
          (to === null || time!.start! <= to),
      );
      const { items, next } = pageOf(asked, { after, limit });
      const ids = (parties: KeptClaim["agents"]) => parties.flatMap(({ actor: id }) => id ?? []);
      const entries = items.map(({ id, relation, modality, polarity, agents, patients, time, quote }) => ({
        ...{ relation, modality, polarity, quote, reports: 1, origins: 1, claims: [id] },
        at: { edtf: time!.edtf, start: time!.start, end: time!.end },
        agents: ids(agents),
        patients: ids(patients),
      }));
      return { format: timelineFormat, entries, actors: people, next, total: asked.length };
    },
    picture: async ({ asOf, publishedBy, knownAt, ended }) => ({
      format: pictureFormat,
      asOf,
      publishedBy,
      knownAt,
      actors: people,
      ties: onDay(asOf, ended),
    }),
    why: async (a, b) => {
      const [one, other] = [find(a), find(b)];
      if (one === undefined || other === undefined) return null;
      const between = lines.filter((tie) => [tie.a, tie.b].every((id) => id === one.id || id === other.id));
      const steps = claims.slice(0, 3).map((claim) => ({
        rule: "clash begins enemy",
        at: { edtf: "2031-02-03", start: "2031-02-03", end: "2031-02-03" },
        claim: claim.id,
        quote: claim.quote,
        report: claim.report,
        voices: claim.voices,
        effect: "begins" as const,
      }));
      return { format: whyFormat, ties: between, steps };
    },
    disputes: async () => ({ format: disputesFormat, disputes }),
    changes: async (from, to) => ({
      from,
      to,
      begun: lines.filter(({ since }) => since!.start! > from && since!.start! <= to),
      ended: lines.filter(({ until }) => until !== null && until.start! > from && until.start! <= to),
      changed: [],
      actors: people,
    }),
    exportable: async ({ asOf, publishedBy, knownAt }) => ({
      picture: { format: pictureFormat, asOf, publishedBy, knownAt, actors: people, ties: onDay(asOf, true) },
      claims,
      disputes,
      places,
      decisions: [],
      asRead: new Map(),
      texts: new Map(kept.map(({ reading: { report } }) => [report.id, report.text])),
    }),
    search: async (words) =>
      people
        .filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()))
        .slice(0, 10)
        .map(({ id, name, kind }) => ({ kind: "actor" as const, id, title: name, detail: kind })),
    take: async () => true,
    read: async ({ text = "" }) => inventReading(text, people[0]!.name, people[1]!.name, 0),
    add: async ({ text = "" }) => keep(inventReading(text, people[0]!.name, people[1]!.name, 0), people, 0),
    onClaim: () => () => {},
  };
}

const syllables = ["Tar", "Umi", "Ven", "Osk", "Bel", "Kad", "Nor", "Fey", "Dul", "Ras", "Zim", "Hol"];

function inventActors(count: number, hostile: string): Actor[] {
  return Array.from({ length: count }, (_, at) => {
    const name = `${syllables[at % 12]}${syllables[Math.floor(at / 12) % 12]!.toLowerCase()}a ${at < 24 ? "Front" : `Group ${at}`}${hostile}`;
    return { id: contentId("a", [name]), name, kind: at % 7 === 6 ? "state" : "group", names: [name, `${name} II`] };
  });
}

/** Blocs of forty who side with each other and are at odds with the next bloc. */
function inventTies(count: number, actors: Actor[]): Tie[] {
  const friendly: TieRelation[] = ["ally", "member", "backs", "affiliate", "leads"];
  const draw = drawer(actors.length);
  const ties = new Map<string, Tie>();
  for (let at = 0; ties.size < count && at < count * 20; at += 1) {
    const own = draw(actors.length);
    const bloc = Math.floor(own / blocSize) * blocSize;
    const foe = draw(5) === 0;
    const other = (foe ? bloc + blocSize + draw(blocSize) : bloc + draw(blocSize)) % actors.length;
    const relation = foe ? (at % 2 === 0 ? "enemy" : "rival") : friendly[at % friendly.length]!;
    if (own !== other) {
      const tie = inventTie(relation, actors[own]!.id, actors[other]!.id, at);
      ties.set(tie.id, tie);
    }
  }
  return [...ties.values()];
}

const blocSize = 40;

/** Numbers below `most`, the same ones every time: a linear congruential generator (Knuth's MMIX constants, cut to 32 bits). */
function drawer(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

function inventTie(relation: TieRelation, a: string, b: string, at: number): Tie {
  const since = dayOf(at % 300);
  const until = at % 4 === 0 ? dayOf((at % 300) + 40) : null;
  return {
    id: contentId("t", [relation, a, b]),
    relation: tieRelations.includes(relation) ? relation : "ally",
    a,
    b,
    status: at % 11 === 0 ? "disputed" : "holds",
    since: { edtf: since, start: since, end: since },
    until: until === null ? null : { edtf: until, start: until, end: until },
    reports: 1 + (at % 4),
    origins: 1,
    confidence: { value: 0.8, words: "likely", because: ["one origin, graded B"] },
    claims: [],
  };
}

function dayOf(number: number): string {
  return new Date(Date.UTC(2031, 0, 1 + number)).toISOString().slice(0, 10);
}

function inventReports(count: number, actors: Actor[], hostile: string): KeptReading[] {
  return Array.from({ length: count }, (_, at) => {
    const [one, other] = [actors[at % actors.length]!.name, actors[(at + 1) % actors.length]!.name];
    return keep(
      inventReading(`${one} clashed with ${other} on day ${at}, the wire said.${hostile}`, one, other, at),
      actors,
      at,
    );
  });
}

function inventReading(sentence: string, one: string, other: string, at: number): Reading {
  const title = `${one} and ${other}`;
  const clock = "MENU  HOME  09:05";
  const text = `${clock}\n${title}\n${sentence}`;
  const body = clock.length + 1 + title.length + 1;
  const span = (words: string): [number, number] => {
    const start = text.indexOf(words, body);
    return start < 0 ? [body, text.length] : [start, start + words.length];
  };
  const [agent, patient] = [span(one), span(other)];
  const mention = (id: string, [start, end]: [number, number]) => {
    return {
      id,
      start,
      end,
      type: "group" as const,
      actor: id,
      head: [start, end] as [number, number],
      pronoun: false,
    };
  };
  const claim: Claim = {
    id: "c1",
    relation: "clash",
    agents: ["m1"],
    patients: ["m2"],
    polarity: "affirmed",
    modality: "actual",
    time: { edtf: dayOf(at), start: dayOf(at), end: dayOf(at), text: null, of: "event" },
    place: null,
    voices: [{ mention: null, name: "the wire", cue: null, stance: "states" }],
    cue: span("clashed"),
    evidence: [[body, text.length]],
    confidence: 0.9,
    by: { method: "invented", version: "1" },
  };
  return {
    format: readingFormat,
    report: {
      id: captureId(new TextEncoder().encode(text)),
      name: `invented-${at}`,
      source: { url: at % 2 === 0 ? "https://example.org/report" : "javascript:alert(1)" },
      captured: null,
      published: dayOf(at),
      publishedFrom: "meta",
      publisher: "The Invented Post",
      byline: [],
      section: null,
      language: "en",
      title,
      tags: [],
      related: [],
      images: [],
      text,
      parts: [
        { kind: "clock", start: 0, end: clock.length },
        { kind: "title", start: clock.length + 1, end: body - 1 },
        { kind: "body", start: body, end: text.length },
      ],
      notes: [],
    },
    mentions: [mention("m1", agent), mention("m2", patient)],
    claims: [claim],
    attributions: [],
  };
}

function keep(reading: Reading, actors: Actor[], at: number): KeptReading {
  const { id, name, title, publisher, published, captured } = reading.report;
  const recorded = "2031-12-31T00:00:00.000Z";
  const summary: ReportSummary = {
    id,
    name,
    title,
    publisher,
    published,
    captured,
    recorded,
    claims: reading.claims.length,
  };
  const [one, other] = [actors[at % actors.length]!, actors[(at + 1) % actors.length]!];
  const claimIds = Object.fromEntries(reading.claims.map((claim) => [claim.id, contentId("c", [id, claim.id])]));
  return { summary, reading, claimIds, actorIds: { m1: one.id, m2: other.id }, decided: {}, copies: [] };
}

function claimsOf({ summary, reading, claimIds, actorIds }: KeptReading): KeptClaim[] {
  const party = (mention: string) => {
    const { start, end } = reading.mentions.find(({ id }) => id === mention)!;
    return { actor: actorIds[mention] ?? null, name: reading.report.text.slice(start, end) };
  };
  return reading.claims.map(({ id, agents, patients, place, ...claim }) => ({
    ...claim,
    id: claimIds[id]!,
    agents: agents.map(party),
    patients: patients.map(party),
    place,
    quote: reading.report.text.slice(...claim.evidence[0]!),
    report: summary,
    decided: null,
  }));
}
