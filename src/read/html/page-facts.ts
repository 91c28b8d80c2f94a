import { collapse, type Document, type Element, elementsOf, isText, textOf } from "./tree.ts";

/** What the markup says of the page outside its visible text. */
export interface PageFacts {
  /** `<meta>` by lower-case name, property, itemprop or http-equiv; the first of each name first. */
  metas: Map<string, string[]>;
  /** The objects of the page's JSON-LD, graphs opened. */
  linked: LinkedThing[];
  language: string | null;
  /** `<title>`. */
  windowTitle: string | null;
  canonical: string | null;
  /** `<link rel=next>`: the next page of the report, or the next report. */
  next: string | null;
  times: { datetime: string; element: Element }[];
  /** Who wrote the report, by the class or relation of the elements that name them. */
  authors: string[];
  /** Elements with `itemprop`, or RDFa's `property`, by the property. */
  properties: Map<string, string[]>;
}

export type LinkedThing = Record<string, unknown>;

/** Gathers metadata in one walk over the tree. */
export function findFacts(tree: Document): PageFacts {
  const facts: PageFacts = {
    metas: new Map(),
    linked: [],
    language: null,
    windowTitle: null,
    canonical: null,
    next: null,
    times: [],
    authors: [],
    properties: new Map(),
  };
  for (const element of elementsOf(tree)) {
    readers[element.name]?.(element, facts);
    const property = element.attribs.itemprop ?? element.attribs.property?.replace(/^\w+:/, "");
    if (isAuthor(element)) facts.authors.push(textOf(element, 300));
    if (property && element.name !== "meta") addTo(facts.properties, property.toLowerCase(), propertyValue(element));
  }
  return facts;
}

const readers: Record<string, (element: Element, facts: PageFacts) => void> = {
  html: ({ attribs }, facts) => {
    facts.language ??= attribs.lang ?? attribs["xml:lang"] ?? null;
  },
  title: (element, facts) => {
    facts.windowTitle ??=
      element.parent && "name" in element.parent && element.parent.name === "svg" ? null : textOf(element) || null;
  },
  meta: ({ attribs }, facts) => {
    const value = collapse(attribs.content ?? attribs.value ?? "");
    if (!value) return;
    for (const name of [attribs.property, attribs.name, attribs.itemprop, attribs["http-equiv"]])
      if (name) addTo(facts.metas, name.toLowerCase(), value);
  },
  link: ({ attribs }, facts) => {
    if (/\bcanonical\b/i.test(attribs.rel ?? "") && attribs.href) facts.canonical ??= attribs.href;
    if (/^next$/i.test(attribs.rel ?? "") && attribs.href) facts.next ??= attribs.href;
  },
  script: (element, facts) => {
    if (/ld\+json/i.test(element.attribs.type ?? "")) facts.linked.push(...parseLinked(rawText(element)));
  },
  time: (element, facts) => {
    facts.times.push({ datetime: element.attribs.datetime ?? textOf(element), element });
  },
};

const isAuthor = ({ name, attribs }: Element): boolean =>
  name !== "body" &&
  (/(^|[\s_-])(author|byline|writer|reporter)([\s_-]?name)?(\s|$)/i.test(
    `${attribs.class ?? ""} ${attribs.id ?? ""}`,
  ) ||
    /\bauthor\b/.test(attribs.rel ?? ""));

const propertyValue = (element: Element): string =>
  collapse(element.attribs.content ?? element.attribs.datetime ?? textOf(element, 300).slice(0, 200));
const rawText = (element: Element): string =>
  element.children.map((child) => (isText(child) ? child.data : "")).join("");

function addTo(map: Map<string, string[]>, name: string, value: string): void {
  const values = map.get(name);
  if (values) values.push(value);
  else map.set(name, [value]);
}

/** Sites wrap their JSON in comments and leave raw line breaks in strings. */
function parseLinked(json: string): LinkedThing[] {
  const text = json
    .replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)|(-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*$/g, "")
    .trim();
  for (const candidate of [
    text,
    text.replace(/[\u0000-\u001f]+/g, " ").replace(/;\s*$/, ""),
    text.replace(/[\u0000-\u001f]+/g, " ").replace(/,\s*([}\]])/g, "$1"),
  ]) {
    try {
      return openGraphs(JSON.parse(candidate), 0);
    } catch {
      // The next candidate mends one more common mistake; markup that none mends is passed over.
    }
  }
  return [];
}

function openGraphs(value: unknown, depth: number): LinkedThing[] {
  if (depth > 4 || value === null || typeof value !== "object") return [];
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((each) => openGraphs(each, depth + 1));
  const thing = value as LinkedThing;
  return [
    thing,
    ...openGraphs(thing["@graph"], depth + 1),
    ...openGraphs(thing.mainEntity, depth + 1),
    ...openGraphs(thing.mainEntityOfPage, depth + 1),
  ];
}

const articleTypes =
  /^(News|Report|Blog|Analysis|Opinion|Background|Review|Reportage|Satirical|Scholarly|Social|Tech|Live)?\w*(Article|Posting|Report)$|^(Recipe|Review|CreativeWork|VideoObject|PodcastEpisode)$/i;

/** The JSON-LD object that stands for the report itself. */
export function linkedReport({ linked }: PageFacts): LinkedThing | null {
  const typed = (thing: LinkedThing, pattern: RegExp) =>
    [thing["@type"]].flat().some((type) => typeof type === "string" && pattern.test(type));
  return (
    linked.find((thing) => typed(thing, /Article|Posting|Report$/i)) ??
    linked.find((thing) => typed(thing, articleTypes)) ??
    linked.find((thing) => thing.datePublished || thing.articleBody) ??
    null
  );
}

/** The types of all objects in the page's JSON-LD. */
export const linkedTypes = ({ linked }: PageFacts): string[] =>
  linked.flatMap((thing) => [thing["@type"]].flat().filter((type) => typeof type === "string"));

/** A string in JSON-LD: itself, or the name of the thing it is wrapped in. */
export function linkedNames(value: unknown): string[] {
  return [value]
    .flat(3)
    .flatMap((each) => {
      if (typeof each === "string") return [collapse(each)];
      if (each && typeof each === "object") return linkedNames((each as LinkedThing).name ?? []);
      return [];
    })
    .filter(Boolean);
}

/** The first value of the first of these metas that has one. */
export function metaOf({ metas }: PageFacts, ...names: string[]): string | null {
  for (const name of names) {
    const value = metas.get(name)?.[0];
    if (value) return value;
  }
  return null;
}
