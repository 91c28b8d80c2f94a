import {
  type Actor,
  type ActorId,
  contentId,
  type Dispute,
  type Disputes,
  disputesFormat,
  isSymmetric,
  type PictureQuery,
  type Relation,
  type ResolvedHoldings,
} from "../terms/index.ts";
import { originsIn, reportsIn } from "./confidence.ts";
import { addDays } from "./days.ts";
import { type ActorsById, isNamed, type PlacedClaim, placeClaims, type Scene } from "./scene.ts";

/** Relations that tell of one thing in other words: to deny an attack is to deny the clash. */
const families: readonly (readonly Relation[])[] = [
  ["attack", "clash"],
  ["join", "member"],
  ["leave", "break", "withdraw"],
  ["pledge", "affiliate"],
  ["aid", "backs"],
  ["seize", "holds"],
  ["unite", "ally"],
  ["rename", "alias"],
];

/** Accounts further apart than this are taken to be of two events of one kind. */
const sameEventDays = 45;
/** Fights recur: only accounts this close are of one. */
const sameFightDays = 3;
/** What happens once, or seldom enough that two dates within weeks are two accounts of one. */
const happensOnce: ReadonlySet<Relation> = new Set([
  "unite",
  "join",
  "leave",
  "break",
  "pledge",
  "rename",
  "kill",
  "truce",
  "meet",
]);

/** What accounts disagree about: one relation between two actors; null when no other party is named. */
interface Matter {
  relation: Relation;
  a: ActorId;
  b: ActorId | null;
  claims: PlacedClaim[];
}

/**
 * Accounts that cannot all be so, side by side: who says that it is so and who that it is not (polarity), that it was
 * done and that it was refused (modality), when it was (date), and who leads (succession). Neither side is dropped
 * because it is older, or has fewer voices.
 */
export function findDisputes(
  holdings: ResolvedHoldings,
  query: PictureQuery,
  options: { actor?: ActorId | null } = {},
): Disputes {
  return disputesIn(placeClaims(holdings, query.publishedBy), query, options);
}

/** The same from claims that are placed already: all of the matters asked about. */
export function disputesIn(
  scene: Scene,
  query: Pick<PictureQuery, "asOf">,
  options: { actor?: ActorId | null } = {},
): Disputes {
  const seen = { ...scene, claims: scene.claims.filter(({ at }) => at.start === null || at.start <= query.asOf) };
  const matters = mattersOf(seen);
  const unnamed = new Map(
    matters.filter(({ b }) => b === null).map((matter) => [`${matter.relation} ${matter.a}`, matter]),
  );
  const disputes = [
    ...matters.flatMap((matter) => [
      ...byPolarity(matter, unnamed, scene.actors),
      ...byModality(matter, scene.actors),
      ...(matter.relation === "attack" ? [] : byDate(matter, scene.actors)),
    ]),
    ...fightsOf(matters).flatMap((matter) => byDate(matter, scene.actors)),
    ...bySuccession(matters, scene.actors),
  ];
  const { actor = null } = options;
  const asked = disputes.filter(({ about }) => actor === null || about.a === actor || about.b === actor);
  return { format: disputesFormat, disputes: asked.sort((one, other) => (one.id < other.id ? -1 : 1)) };
}

function familyOf(relation: Relation): Relation {
  return families.find((family) => family.includes(relation))?.[0] ?? relation;
}

function mattersOf({ claims, actors }: Scene): Matter[] {
  const matters = new Map<string, Matter>();
  // "The government", without a name, is another in each report, unless the other party and the matter are the same.
  const same = (id: ActorId | null) => (id === null ? "" : sameAs(id, actors));
  for (const claim of claims)
    for (const [a, b] of partiesOf({ ...claim, patients: claim.patients.filter((id) => !isAnyone(actors.get(id))) })) {
      const relation = familyOf(claim.row.relation);
      const key = `${relation} ${same(a)} ${same(b)}`;
      const matter = matters.get(key) ?? { relation, a, b, claims: [] };
      matter.claims.push(claim);
      matters.set(key, matter);
    }
  return [...matters.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, matter]) => matter);
}

/** What an actor shares with whom it may be: its id, or where no name is given, what it is called. */
export function sameAs(id: ActorId, actors: ActorsById): string {
  const actor = actors.get(id);
  return isNamed(actor) ? id : (actor?.name.toLowerCase().replace(/^(the|a|an) /, "") ?? "");
}

/** "Did not attack anyone" says so of everyone. */
const isAnyone = (actor: Actor | undefined): boolean =>
  /^(any|anyone|anybody|nobody|no one)\b/i.test(actor?.name ?? "");

function partiesOf({ row, agents, patients }: PlacedClaim): [ActorId, ActorId | null][] {
  // Who attacked is the matter of an attack; a clash has no first side, and is a matter of either.
  if (isSymmetric(row.relation) || row.relation === "clash") {
    const all = [...new Set([...agents, ...patients])];
    const pairs = all.flatMap((one, at) =>
      all.slice(at + 1).map((other): [string, string] => [one, other].sort() as [string, string]),
    );
    if (pairs.length > 0) return pairs;
  }
  if (patients.length === 0) return agents.map((a) => [a, null]);
  return agents.flatMap((a) => patients.filter((b) => b !== a).map((b): [string, string] => [a, b]));
}

function byPolarity(matter: Matter, unnamed: ReadonlyMap<string, Matter>, actors: Names): Dispute[] {
  if (matter.b === null) return [];
  const forIt = matter.claims.filter((claim) => claim.weight === "for" || isPlanned(claim));
  // "He denied that his group had started it" names nobody else, and answers whoever says so of the group.
  const open = unnamed.get(`${matter.relation} ${matter.a}`)?.claims ?? [];
  const answers = [...matter.claims, ...open].filter(
    (claim) => claim.weight === "against" || isPlanned(claim, "negated"),
  );
  const against = answers.filter((no) => forIt.some((yes) => contradicts(no, yes)));
  const answered = forIt.filter((yes) => against.some((no) => contradicts(no, yes)));
  if (against.length === 0) return [];
  return [
    // Whether two names are one actor's is a question of who is meant, not of what happened.
    disputeOf(matter, matter.relation === "rename" ? "identity" : "polarity", [
      { says: phrase(matter, actors, answered), claims: answered },
      { says: `not so: ${phrase(matter, actors, answered)}`, claims: against },
    ]),
  ];
}

/** Whether one is said of what the other tells, by someone else, and not before it. */
function contradicts(no: PlacedClaim, yes: PlacedClaim): boolean {
  if (no.origin.key === yes.origin.key) return false;
  if (isPlanned(no, "negated") && !isPlanned(yes)) return false;
  // "No decision to leave was taken" answers who says that it was; what merely has not happened yet does not.
  if (isPlanned(yes)) return no.row.modality === "denied" || isPlanned(no, "negated");
  const when = no.at.end;
  const told = yes.at.start ?? (yes.dated ? yes.at.end : null);
  if (when === null || told === null) return true;
  if (no.dated && no.at.start !== null && yes.dated && yes.at.end !== null && isEvent(yes))
    return no.at.start <= addDays(yes.at.end, sameEventDays) && told <= addDays(when, sameEventDays) && when >= told;
  return when >= told;
}

const isEvent = ({ row }: PlacedClaim): boolean =>
  !["member", "ally", "leads", "holds", "backs", "affiliate", "rival", "enemy", "alias"].includes(row.relation);

const isPlanned = ({ row }: PlacedClaim, polarity: "affirmed" | "negated" = "affirmed"): boolean =>
  row.modality === "planned" && row.polarity === polarity;

function byModality(matter: Matter, actors: Names): Dispute[] {
  const done = matter.claims.filter(({ row, weight }) => weight === "for" && isEvent({ row } as PlacedClaim));
  const refused = matter.claims.filter(({ row }) => row.modality === "refused" && row.polarity === "affirmed");
  const clashing = refused.filter((no) => done.some((yes) => contradicts(no, yes) && near(no, yes, sameEventDays)));
  if (clashing.length === 0 || matter.b === null) return [];
  return [
    disputeOf(matter, "modality", [
      { says: phrase(matter, actors, done), claims: done },
      { says: `refused: ${phrase(matter, actors, done)}`, claims: clashing },
    ]),
  ];
}

function byDate(matter: Matter, actors: Names): Dispute[] {
  const within = matter.relation === "attack" ? sameFightDays : sameEventDays;
  if (matter.b === null || (matter.relation !== "attack" && !happensOnce.has(matter.relation))) return [];
  const dated = matter.claims.filter(
    ({ weight, dated, at, row }) => weight === "for" && dated && at.start !== null && isEvent({ row } as PlacedClaim),
  );
  const apart = dated.filter((one) =>
    dated.some((other) => one.origin.key !== other.origin.key && !overlap(one, other) && near(one, other, within)),
  );
  const sides = Map.groupBy(apart, ({ at }) => (at.start === at.end ? at.start! : `${at.start} to ${at.end}`));
  if (sides.size < 2) return [];
  const told = [...sides].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    disputeOf(
      matter,
      "date",
      told.map(([day, claims]) => ({ says: `${phrase(matter, actors, claims)} on ${day}`, claims })),
    ),
  ];
}

/** Who attacked may itself be disputed: accounts of one fight are those of both directions. */
function fightsOf(matters: readonly Matter[]): Matter[] {
  const attacks = matters.filter(({ relation, b }) => relation === "attack" && b !== null);
  return [...Map.groupBy(attacks, ({ a, b }) => [a, b].sort().join(" ")).values()].map((both) => ({
    ...both[0]!,
    claims: [...new Set(both.flatMap(({ claims }) => claims))],
  }));
}

function overlap({ at: one }: PlacedClaim, { at: other }: PlacedClaim): boolean {
  return (one.start ?? "") <= (other.end ?? "9999") && (other.start ?? "") <= (one.end ?? "9999");
}

function near({ at: one }: PlacedClaim, { at: other }: PlacedClaim, days: number): boolean {
  if (one.end === null || other.end === null) return true;
  return one.end <= addDays(other.end, days) && other.end <= addDays(one.end, days);
}

/** Two people said to lead one body in the same days, by different origins. */
function bySuccession(matters: readonly Matter[], actors: Names): Dispute[] {
  const leads = matters.filter(
    ({ relation, a, b }) => relation === "leads" && b !== null && actors.get(a)?.kind === "person",
  );
  return [...Map.groupBy(leads, ({ b }) => b!).values()].flatMap((rivals) =>
    rivals.flatMap((one, at) => rivals.slice(at + 1).flatMap((other) => successionOf(one, other, actors))),
  );
}

function successionOf(one: Matter, other: Matter, actors: Names): Dispute[] {
  const own = (matter: Matter) =>
    matter.claims
      .filter(({ weight }) => weight === "for")
      .sort((a, b) => ((a.at.end ?? "") < (b.at.end ?? "") ? -1 : 1));
  const [a, b] = [own(one), own(other)];
  if (a.length === 0 || b.length === 0) return [];
  const [former, next] = (a[0]!.at.end ?? "") <= (b[0]!.at.end ?? "") ? [a, b] : [b, a];
  const begun = next[0]!.at.end;
  const still = former.filter(
    (claim) =>
      begun !== null &&
      claim.at.end !== null &&
      claim.at.end >= begun &&
      next.some((rival) => rival.origin.key !== claim.origin.key),
  );
  if (still.length === 0) return [];
  const matter = former === a ? one : other;
  const rival = former === a ? other : one;
  return [
    disputeOf(matter, "succession", [
      { says: phrase(matter, actors, still), claims: still },
      { says: phrase(rival, actors, next), claims: next },
    ]),
  ];
}

type Names = ReadonlyMap<ActorId, Actor>;

/** The matter in the words of its claims: "Liwa al-Fajr leave Nine Valleys Concord". */
function phrase({ a, b }: Matter, actors: Names, claims: readonly PlacedClaim[]): string {
  const name = (id: ActorId | null) => (id === null ? "someone" : (actors.get(id)?.name ?? id));
  const relations = [...new Set(claims.map(({ row }) => row.relation))].sort();
  return `${name(a)} ${relations.join(" or ")} ${name(b)}`;
}

function disputeOf(
  { relation, a, b, claims }: Matter,
  reason: Dispute["reason"],
  sides: { says: string; claims: PlacedClaim[] }[],
): Dispute {
  const said = sides[0]!.claims.map(({ row }) => row.relation).sort()[0] ?? claims[0]?.row.relation ?? relation;
  return {
    id: contentId("d", [relation, a, b, reason, ...sides.map((side) => side.claims.map(({ row }) => row.id).sort())]),
    about: { relation: said, a, b: b ?? a },
    reason,
    sides: sides.map((side) => ({
      says: side.says,
      claims: [...new Set(side.claims.map(({ row }) => row.id))].sort(),
      origins: originsIn(side.claims),
      reports: reportsIn(side.claims),
    })),
  };
}
