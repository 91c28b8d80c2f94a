import type { Actor, MentionType, Tie } from "../../terms/index.ts";
import { type ExportFormat, firstDay, lastDay } from "./exportable.ts";

/** FollowTheMoney entities, one a line: actors, and ties as interval entities between them. */
export const followTheMoney: ExportFormat = {
  mediaType: "application/json+ftm",
  file: "picture.ftm.json",
  describes: "Actors and ties as FollowTheMoney entities, one a line",
  write({ picture }) {
    return [...picture.actors.map(actorEntity), ...picture.ties.map(tieEntity)]
      .map((entity) => `${JSON.stringify(entity)}\n`)
      .join("");
  },
};

const schemas: Partial<Record<MentionType, string>> = {
  person: "Person",
  state: "PublicBody",
  party: "Organization",
  organisation: "Organization",
  group: "Organization",
  force: "Organization",
  alliance: "Organization",
  outlet: "Organization",
  place: "Address",
};

function actorEntity({ id, name, names, kind }: Actor) {
  const alias = names.filter((each) => each !== name);
  const schema = schemas[kind] ?? "LegalEntity";
  const properties = schema === "Address" ? { full: [name] } : { name: [name], ...(alias.length > 0 && { alias }) };
  return { id, schema, properties };
}

/** An alliance or rivalry has no schema of its own there: it is an unknown link that names its role. */
function tieEntity({ id, relation, a, b, since, until }: Tie) {
  const dates = dated({ startDate: firstDay(since), endDate: lastDay(until) });
  if (relation === "member")
    return { id, schema: "Membership", properties: { member: [a], organization: [b], ...dates } };
  if (relation === "leads")
    return { id, schema: "Directorship", properties: { director: [a], organization: [b], ...dates } };
  return { id, schema: "UnknownLink", properties: { subject: [a], object: [b], role: [relation], ...dates } };
}

function dated(days: Record<string, string | null>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(days).flatMap(([key, day]) => (day === null ? [] : [[key, [day]]])));
}
