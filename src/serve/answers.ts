import { z } from "zod";
import {
  Actor,
  ClaimTime,
  CountriesOfActor,
  Edtf,
  Interval,
  Modality,
  NoteText,
  PictureQuery,
  Polarity,
  Reading,
  Relation,
  Ruling,
  SignedNote,
  Span,
  Tie,
  TieStatus,
  Timeline,
  Voice,
} from "../terms/index.ts";
import { Person } from "./person.ts";

// What the API answers beyond the formats of src/terms: the web app and the client import their types from here.

/** A report as lists show it, and as a claim names where it stands. */
export const ReportSummary = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: Edtf.nullable(),
  captured: Edtf.nullable(),
  recorded: z.string(),
  claims: z.number().int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

/** A party of a kept claim: the words of the report, and the actor that they were resolved to. */
export const Party = z.object({ actor: z.string().nullable(), name: z.string() });
export type Party = z.infer<typeof Party>;

const verdicts = ["accepted", "corrected", "rejected"] as const;

/** What a person decided of a claim, and how to take it back: `decision` is the row to undo. */
export const ClaimVerdict = z.object({
  verdict: z.enum(verdicts),
  by: z.string(),
  because: z.string().nullable(),
  recorded: z.string(),
  decision: z.string(),
});
export type ClaimVerdict = z.infer<typeof ClaimVerdict>;

/** A claim as the ledger keeps it: with its lasting id, its sentence, its report and its actors. */
export const KeptClaim = z.object({
  id: z.string(),
  relation: Relation,
  agents: z.array(Party),
  patients: z.array(Party),
  polarity: Polarity,
  modality: Modality,
  time: ClaimTime.nullable(),
  place: z.string().nullable(),
  voices: z.array(Voice),
  evidence: z.array(Span),
  /** The first evidence, word for word. */
  quote: z.string(),
  confidence: z.number(),
  /** Null where no person has decided yet. A rejected claim is found by its id only. */
  decided: ClaimVerdict.nullable(),
  report: ReportSummary.pick({ id: true, name: true, title: true, publisher: true, published: true, recorded: true }),
});
export type KeptClaim = z.infer<typeof KeptClaim>;

/** A report with its reading, and the ids that hold across reports. */
export const KeptReading = z.object({
  summary: ReportSummary,
  reading: Reading,
  /** The claim's id within the reading (`c1`) → its lasting id (`c:…`). */
  claimIds: z.record(z.string(), z.string()),
  /** The mention's id within the reading (`m1`) → the actor it was resolved to. */
  actorIds: z.record(z.string(), z.string()),
  /** The claim's id within the reading → what a person decided of it; those that nobody decided on are left out. */
  decided: z.record(z.string(), ClaimVerdict),
  /** Reports that are copies of this one's text. */
  copies: z.array(ReportSummary),
});
export type KeptReading = z.infer<typeof KeptReading>;

export const ActorSummary = Actor.extend({ claims: z.number().int() });
export type ActorSummary = z.infer<typeof ActorSummary>;

/** An actor with where it is at home (null where that is unknown), all its ties over time, ended ones included, and those they lead to. */
export const ActorPage = z.object({
  actor: Actor,
  countries: CountriesOfActor.nullable(),
  ties: z.array(Tie),
  others: z.array(Actor),
});
export type ActorPage = z.infer<typeof ActorPage>;

/** What is otherwise on a later day than on an earlier one. */
export const Changes = z.object({
  from: z.string(),
  to: z.string(),
  begun: z.array(Tie),
  ended: z.array(Tie),
  /** Ties of both days whose status differs: held then, disputed now. */
  changed: z.array(z.object({ before: Tie, after: Tie })),
  actors: z.array(Actor),
});
export type Changes = z.infer<typeof Changes>;

export const Found = z.object({
  kind: z.enum(["actor", "report", "claim"]),
  id: z.string(),
  title: z.string(),
  detail: z.string(),
});
export type Found = z.infer<typeof Found>;

/** What the ledger holds, for the first screen: how much, and over which days. */
export const About = z.object({
  version: z.string(),
  ledger: z.string(),
  reports: z.number().int(),
  claims: z.number().int(),
  actors: z.number().int(),
  /** The first and last day that its reports or claims speak of; null when it is empty. */
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** True while the ledger is empty and invented stories are shown in its place. */
  demo: z.boolean().optional(),
});
export type About = z.infer<typeof About>;

/** The same for whoever asks. */
export const Welcome = About.extend({
  /** Who asks; null where nobody has signed in, and then the ledger is not told of. */
  you: Person,
  /** True where people sign in. */
  accounts: z.boolean(),
});
export type Welcome = z.infer<typeof Welcome>;

/** A report given to the desk: its text, or the source of its page, or the link under which it is published. */
export const Given = z
  .object({
    text: z.string().min(1).max(2_000_000).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    as: z.enum(["text", "html"]).optional(),
    name: z.string().max(200).optional(),
  })
  .refine(({ text, url }) => (text === undefined) !== (url === undefined), {
    path: ["text"],
    message: "give either the text or the link of a report",
  });
export type Given = z.infer<typeof Given>;

/** A feed that the server asks again and again. */
export const FollowedFeed = z.object({
  url: z.string(),
  /** Who added it at the desk; null for one that was named when the server was started. */
  by: z.string().nullable(),
  /** Since when it is followed, where somebody added it. */
  since: z.string().nullable(),
  /** When it was last asked; null before the first time. */
  asked: z.string().nullable(),
  /** How many new reports it has given since the server started. */
  found: z.number().int(),
  /** What went wrong the last time; null when nothing did. */
  trouble: z.string().nullable(),
});
export type FollowedFeed = z.infer<typeof FollowedFeed>;

/** A page as it came, where it was kept: what is known of it, and its source as text. */
export const KeptPage = z.object({
  /** SHA-256 of its bytes. */
  id: z.string(),
  url: z.string().nullable(),
  /** The WARC file that it stands in, within the folder of captures. */
  file: z.string(),
  /** Packed and unpacked, in bytes; null where it is too large to be unpacked to be looked at. */
  packed: z.number().int(),
  bytes: z.number().int().nullable(),
  /** What the server said with it, in its order; none for a file. */
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** Its beginning, decoded; null where it is no text. */
  source: z.string().nullable(),
  /** Whether `source` is all of it. */
  isWhole: z.boolean(),
});
export type KeptPage = z.infer<typeof KeptPage>;

/** The address of a feed or a page that is to be followed, or no longer. */
export const FeedAddress = z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) });
export type FeedAddress = z.infer<typeof FeedAddress>;

/** A name to sign with; where people sign in, theirs is taken instead. */
const By = z.string().trim().min(1).max(100).optional();

/** A decision to be recorded. Actors may be given by id or by any name. */
export const Decide = z.object({
  ruling: Ruling,
  because: z.string().trim().max(2000).nullable().default(null),
  by: By,
});
export type Decide = z.input<typeof Decide>;

export const WriteNote = NoteText.extend({ by: By });
export type WriteNote = z.input<typeof WriteNote>;

/** A note, and who hid it if somebody did: its text is then withheld. */
export const KeptNote = SignedNote.extend({
  hidden: z.object({ by: z.string(), because: z.string().nullable(), decision: z.string() }).nullable(),
});
export type KeptNote = z.infer<typeof KeptNote>;

/** Claims to be looked at; `left` is how many there are in all. */
export const ReviewPage = z.object({
  items: z.array(KeptClaim),
  next: z.string().nullable(),
  left: z.number().int(),
  decided: z.number().int(),
});
export type ReviewPage = z.infer<typeof ReviewPage>;

/** One page of the timeline, with the actors that it names. */
export const TimelinePage = Timeline.extend({ next: z.string().nullable(), total: z.number().int() });
export type TimelinePage = z.infer<typeof TimelinePage>;

/** A place with who holds it and what happened there; without coordinates where the gazetteer does not know it. */
export const MapPlace = z.object({
  id: z.string(),
  name: z.string(),
  /** Degrees. */
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable(),
  kind: z.string().nullable(),
  /** How many other places of that name it may be. */
  others: z.number().int(),
  holders: z.array(z.object({ actor: z.string(), name: z.string(), tie: z.string(), status: TieStatus })),
  events: z.array(z.object({ claim: z.string(), relation: Relation, at: Interval, quote: z.string() })),
});
export type MapPlace = z.infer<typeof MapPlace>;

export const PlacesOnDay = PictureQuery.extend({ eventsSince: z.string(), places: z.array(MapPlace) });
export type PlacesOnDay = z.infer<typeof PlacesOnDay>;

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
/** One page of a list; `next` is the cursor of the following page, null on the last. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}
