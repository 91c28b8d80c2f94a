import type { Mention, MentionType, Reading } from "../src/terms/index.ts";
import { likeness } from "./likeness.ts";

/** An entity that people marked, as re3d has it. */
export interface GivenEntity {
  begin: number;
  end: number;
  type: string;
}

const types: Readonly<Record<string, MentionType>> = {
  Person: "person",
  Organisation: "organisation",
  Nationality: "nationality",
};

/**
 * A reading whose parties stand where people marked entities: each mention takes the place and type of the actor that it shares most of its letters
 * with. So its ties are judged by who is tied to whom, and not by where a name begins.
 */
export function withGivenEntities(reading: Reading, entities: readonly GivenEntity[]): Reading {
  const actors = entities.filter(({ type }) => type in types);
  const place = (mention: Mention): Mention => {
    const best = actors
      .map((entity) => ({ entity, share: likeness(mention, { start: entity.begin, end: entity.end }) }))
      .sort((one, other) => other.share - one.share)[0];
    if (best === undefined || best.share === 0) return mention;
    return { ...mention, start: best.entity.begin, end: best.entity.end, type: types[best.entity.type]! };
  };
  return { ...reading, mentions: reading.mentions.map(place) };
}
