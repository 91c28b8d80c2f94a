import { z } from "zod";
import { CountryCode } from "./country.ts";
import { MentionType } from "./mention.ts";

/**
 * One entry a line of the lists in `lexicons/`, which people may edit (see the README there). `names` are what an entry is called in
 * reports; those of them that do not alone tell who is meant stand again in `ambiguous`: "IS", "al-Watan", "Georgia".
 */
const Named = z.strictObject({
  name: z.string().min(1),
  names: z.array(z.string().min(1)).min(1),
  ambiguous: z.array(z.string().min(1)).min(1).optional(),
});

/** A state, a territory, or one that is no more. `governmentNames` are seats and buildings that stand for its government. */
export const StateEntry = Named.extend({
  adjectives: z.array(z.string()),
  demonyms: z.array(z.string()),
  capital: z.string().nullable(),
  /** Every name of the capital or capitals, earlier names too. */
  capitals: z.array(z.string()),
  governmentNames: z.array(z.string()),
  iso2: CountryCode.nullable(),
  regions: z.array(z.string()),
  status: z.enum(["member", "observer", "partly recognised", "de facto", "territory", "historic"]),
});
export type StateEntry = z.infer<typeof StateEntry>;

/** People who are named by descent, faith, region or town, without a state: "Kurds", "Shi'ites", "Latin American". */
export const PeopleEntry = z.strictObject({
  name: z.string().min(1),
  type: MentionType.extract(["people", "nationality"]),
  kind: z.enum(["people", "faith", "region", "locality"]),
  adjectives: z.array(z.string()),
  demonyms: z.array(z.string()),
  countries: z.array(CountryCode),
  ambiguous: z.array(z.string()).min(1).optional(),
});
export type PeopleEntry = z.infer<typeof PeopleEntry>;

/** A newspaper, agency, broadcaster or site. `owner` is who holds it or speaks through it, where that is known. */
export const OutletEntry = Named.extend({
  country: CountryCode.nullable(),
  owner: z.string().nullable(),
  kind: z.enum(["agency", "newspaper", "broadcaster", "website", "magazine", "journal", "state-media", "party-media"]),
  domains: z.array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
});
export type OutletEntry = z.infer<typeof OutletEntry>;

/** An armed group, force, body, party or company. `descriptions` are phrases that stand for it and are no names: "Israeli army". */
export const ActorEntry = Named.extend({
  kind: MentionType.exclude(["time", "place", "nationality"]),
  countries: z.array(CountryCode),
  source: z.string().min(1),
  descriptions: z.array(z.string().min(1)).min(1).optional(),
  note: z.string().min(1).optional(),
});
export type ActorEntry = z.infer<typeof ActorEntry>;

/** A title or role noun beside a personal name, what it says of its holder, and of what kind of body: "Gen.", "spokesman". */
export const TitleEntry = z.strictObject({
  title: z.string().min(1),
  role: z.enum(["leads", "speaks", "office", "rank", "honorific"]),
  of: z.enum(["state", "body", "force", "group", "party", "company", "any"]),
});
export type TitleEntry = z.infer<typeof TitleEntry>;

const WordsByType = z.partialRecord(MentionType, z.array(z.string().min(1)));

/** Common nouns that head a description of an actor or place, singular and plural, by the type they give. */
export const ActorNouns = WordsByType;
export type ActorNouns = z.infer<typeof ActorNouns>;

/** Words inside names that tell their type ("Brigade" → group), and the small words that stand within names ("al", "van"). */
export const NameCues = z.strictObject({ cues: WordsByType, particles: z.array(z.string().min(1)) });
export type NameCues = z.infer<typeof NameCues>;

/** A place: name, country, kind, latitude and longitude in degrees, people living there (0 where none is told), other names. */
export const PlaceEntry = z
  .tuple([
    z.string().min(1),
    CountryCode.nullable(),
    z.enum([
      "capital",
      "city",
      "town",
      "suburb",
      "district",
      "province",
      "region",
      "continent",
      "island",
      "reef",
      "mountain",
      "river",
      "water",
      "border",
      "crossing",
      "road",
      "camp",
      "base",
      "site",
    ]),
    z.number().min(-90).max(90),
    z.number().min(-180).max(180),
    z.number().int().nonnegative(),
  ])
  .rest(z.array(z.string().min(1)).min(1));
export type PlaceEntry = z.infer<typeof PlaceEntry>;
