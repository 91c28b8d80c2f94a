import { v5 } from "uuid";
import type { Actor, Picture, Tie } from "../../terms/index.ts";
import { type ExportFormat, firstDay, lastDay } from "./exportable.ts";

/** A STIX 2.1 bundle: actors are identities or locations, ties are relationships with their time. */
export const stix: ExportFormat = {
  mediaType: "application/stix+json;version=2.1",
  file: "picture.stix.json",
  describes: "The picture as a STIX 2.1 bundle",
  write({ picture }) {
    const kinds = new Map(picture.actors.map(({ id, kind }) => [id, kind]));
    const idOf = (actor: string) => stixId(kinds.get(actor) === "place" ? "location" : "identity", actor);
    const ties = picture.ties.filter(({ relation }) => relation !== "alias");
    const objects = [
      ...picture.actors.map((actor) => actorObject(actor, idOf(actor.id), picture)),
      ...ties.map((tie) => tieObject(tie, idOf, picture)),
    ];
    return `${JSON.stringify({ type: "bundle", id: stixId("bundle", `p:${digest(picture)}`), objects }, null, 2)}\n`;
  },
};

/** Our own, drawn once by chance: ids made in it by name meet nobody else's. */
const namespace = "b6f7c1de-5d0c-4a57-9f5e-0c6a1f2e7d43";

/** STIX takes UUIDs of RFC 4122 only. Made of our ids, which are hashes, by name (version 5): the same thing has the same one everywhere. */
function stixId(type: string, id: string): string {
  return `${type}--${v5(id, namespace)}`;
}

/** Bundles carry no meaning of their own; the ids of two pictures differ when their ties do. */
function digest({ ties }: Picture): string {
  return ties.map(({ id }) => id.slice(2)).reduce((sum, hex) => xor(sum, hex), "0".repeat(32));
}

function xor(one: string, other: string): string {
  return [...one]
    .map((digit, at) => (Number.parseInt(digit, 16) ^ Number.parseInt(other[at] ?? "0", 16)).toString(16))
    .join("");
}

function common(picture: Picture) {
  const known = new Date(picture.knownAt).toISOString();
  return { spec_version: "2.1", created: known, modified: known };
}

const classes: Record<string, string> = { person: "individual", state: "organization", organisation: "organization" };

function actorObject({ name, names, kind }: Actor, id: string, picture: Picture) {
  if (kind === "place") return { type: "location", id, ...common(picture), name, region: "unknown" };
  const also = names.filter((each) => each !== name);
  const description = also.length === 0 ? {} : { description: `Also known as ${also.join(", ")}` };
  return { type: "identity", id, ...common(picture), name, identity_class: classes[kind] ?? "group", ...description };
}

function tieObject(
  { id, relation, a, b, since, until, confidence }: Tie,
  idOf: (actor: string) => string,
  picture: Picture,
) {
  const [start, stop] = [firstDay(since), lastDay(until)];
  return {
    type: "relationship",
    id: stixId("relationship", id),
    ...common(picture),
    relationship_type: relation === "affiliate" ? "attributed-to" : relation,
    source_ref: idOf(a),
    target_ref: idOf(b),
    confidence: Math.round(confidence.value * 100),
    ...(start !== null && { start_time: `${start}T00:00:00.000Z` }),
    // STIX wants the end to be later than the beginning; a tie of one day ends with it.
    ...(stop !== null && (start === null || stop >= start) && { stop_time: `${stop}T23:59:59.000Z` }),
  };
}
