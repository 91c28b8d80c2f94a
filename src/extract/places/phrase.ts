/** What kind of place a phrase asks for: "Aleppo province" the region, "the city of Aleppo" the town. */
export type Wanted = "region" | "town" | null;

/** A place as a report writes it, cut into the name and what stands around it. */
export interface PlacePhrase {
  name: string;
  wanted: Wanted;
  /** What it is said to lie in: "Texas" of "Paris, Texas". */
  within: string | null;
}

const regionWords =
  "province|governorate|region|district|state|oblast|county|prefecture|department|canton|republic|territory";
const townWords = "city|town|village|municipality|port city|capital|suburb|neighbou?rhood|settlement|township";
const surroundings =
  "countryside|outskirts|area|suburbs|front|airport|air ?base|border|vicinity|valley|coast|enclave|axis";
const directions =
  "northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|" +
  "north-?east|north-?west|south-?east|south-?west|rural|greater|downtown|upper|lower|outer|inner";

const beforeName = new RegExp(
  `^(?:the |its |an? )?(?:(?:${directions}|key|strategic|besieged|nearby) )*(${regionWords}|${townWords}|${surroundings}) of `,
  "i",
);
const article = /^the /i;
const lead = new RegExp(`^(?:(?:${directions}) )+`, "i");
const afterName = new RegExp(` (${regionWords}|${townWords}|${surroundings})$`, "i");
const isRegion = new RegExp(`^(?:${regionWords})$`, "i");
const isTown = new RegExp(`^(?:${townWords})$`, "i");

/** Longer phrases are no names: they are cut before any pattern sees them. */
const longest = 120;

/** Cuts "the northern Aleppo countryside", "the city of Homs", "Idlib province", "Paris, Texas". */
export function cutPhrase(written: string): PlacePhrase {
  const text = written
    .slice(0, longest)
    .replace(/\s+/g, " ")
    .replace(/['’]s?$/, "")
    .trim();
  const comma = text.indexOf(",");
  const head = comma < 0 ? text : text.slice(0, comma).trim();
  const within = comma < 0 ? null : text.slice(comma + 1).trim() || null;
  const before = beforeName.exec(head);
  const named = (before ? head.slice(before[0].length) : head).replace(article, "");
  const after = afterName.exec(named);
  const name = after ? named.slice(0, after.index) : named;
  return { name, wanted: wantedBy(before?.[1] ?? after?.[1]), within };
}

function wantedBy(word: string | undefined): Wanted {
  if (word === undefined) return null;
  if (isRegion.test(word)) return "region";
  return isTown.test(word) ? "town" : null;
}

/** The name without "northern", "greater" and the like; itself when it has none ("South Sudan" is tried whole first). */
export function withoutDirection(name: string): string {
  return name.replace(article, "").replace(lead, "");
}
