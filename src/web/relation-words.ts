import { isSymmetric, type Modality, type Polarity, type Relation, type TieRelation } from "../terms/index.ts";

/** How a tie is said between the names of its two sides, and how it is drawn. */
export interface TieWords {
  verb: string;
  /** Below the graph, for many ties at once: "allies". */
  plural: string;
  /** Which of the five inks. */
  ink: "friend" | "hostile" | "command" | "ground" | "name";
  /** Told apart without colour. */
  line: "double" | "solid" | "thin" | "dashdot" | "thick" | "dotted" | "dashed" | "zigzag";
  arrow: boolean;
}

export const tieWords: Record<TieRelation, TieWords> = {
  ally: { verb: "sides with", plural: "allies", ink: "friend", line: "double", arrow: false },
  member: { verb: "belongs to", plural: "members", ink: "friend", line: "solid", arrow: true },
  affiliate: { verb: "is a branch of", plural: "affiliates", ink: "friend", line: "thin", arrow: true },
  backs: { verb: "backs", plural: "backers", ink: "friend", line: "dashdot", arrow: true },
  leads: { verb: "leads", plural: "leaders", ink: "command", line: "thick", arrow: true },
  holds: { verb: "holds", plural: "places held", ink: "ground", line: "dotted", arrow: true },
  rival: { verb: "is at odds with", plural: "rivals", ink: "hostile", line: "dashed", arrow: false },
  enemy: { verb: "fights", plural: "enemies", ink: "hostile", line: "zigzag", arrow: false },
  alias: { verb: "is another name of", plural: "other names", ink: "name", line: "dotted", arrow: false },
};

/** How an event is said; ties use `tieWords`. */
const eventVerbs: Partial<Record<Relation, string>> = {
  meet: "meets",
  unite: "unites with",
  join: "joins",
  leave: "leaves",
  break: "breaks with",
  pledge: "pledges loyalty to",
  aid: "gives aid to",
  appoint: "appoints",
  rename: "takes the name",
  truce: "makes a truce with",
  praise: "praises",
  accuse: "accuses",
  threaten: "threatens",
  sanction: "sanctions",
  agree: "makes a deal with",
  cooperate: "works with",
  concede: "yields to",
  coerce: "coerces",
  protest: "protests against",
  mobilize: "musters against",
  investigate: "investigates",
  clash: "clashes with",
  attack: "attacks",
  seize: "takes",
  withdraw: "pulls out of",
  kill: "kills",
};

/** "leaves", or "leave" when more than one acts. */
export function verbOf(relation: Relation, agents = 1): string {
  const verb = relation in tieWords ? tieWords[relation as TieRelation].verb : (eventVerbs[relation] ?? relation);
  return agents === 1 ? verb : inPlural(verb);
}

/** Whom it is done to, where no patients are named: parties who do it to each other need none. */
export function untoWhom(relation: Relation, agents: number): string {
  return agents > 1 && isSymmetric(relation) ? "each other" : "someone not named";
}

function inPlural(verb: string): string {
  const [first = "", ...rest] = verb.split(" ");
  const plural = first === "is" ? "are" : /(?:sh|ch)es$/.test(first) ? first.slice(0, -2) : first.replace(/s$/, "");
  return [plural, ...rest].join(" ");
}

/** "refused", "denied · not": empty when it is plainly so. */
export function mannerOf(modality: Modality, polarity: Polarity): string {
  return [modality === "actual" ? "" : modality, polarity === "negated" ? "not so" : ""].filter(Boolean).join(" · ");
}
