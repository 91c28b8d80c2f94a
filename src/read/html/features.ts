import { dateInLine } from "../dates/date-in-line.ts";
import { isCaption, kindByWords } from "../text/shapes.ts";
import type { Block, Box } from "./blocks.ts";
import { familyNames } from "./families.ts";
import { type Heading, headingLevel, titleLikeness } from "./heading.ts";
import { linkedReport, metaOf, type PageFacts } from "./page-facts.ts";

const ancestorTags =
  "article main aside footer header nav form table figure figcaption ul ol blockquote section dl details li td p button h1 h2 h3 h4 pre".split(
    " ",
  );
const wordKinds = [
  "legal",
  "credit",
  "byline",
  "sharing",
  "comments",
  "tags",
  "related",
  "advert",
  "navigation",
] as const;

/** The measures of a block, in the order of the trained model. */
export const featureNames: readonly string[] = [
  ...[
    "chars",
    "words",
    "linkShare",
    "links",
    "stops",
    "commas",
    "ends",
    "startsUpper",
    "upperShare",
    "digitShare",
    "wordLength",
    "strong",
    "italic",
    "isLink",
    "hidden",
    "time",
    "heading",
    "date",
    "caption",
  ],
  ...wordKinds.map((kind) => `says-${kind}`),
  ...["stopwords", "calls", "rights", "gallery", "bracketed", "quoted", "handle", "you", "money", "colon"],
  ...[
    "position",
    "charsBefore",
    "afterTitle",
    "charsFromTitle",
    "blocksFromTitle",
    "isTitle",
    "likeTitle",
    "inLinked",
    "hasLinked",
    "likeDescription",
  ],
  ...["repeats", "sameSignature", "sameSignatureChars", "sameSignatureLinks", "sameClass"],
  ...[
    "depth",
    "boxChars",
    "boxLinkShare",
    "boxParagraphs",
    "boxBlocks",
    "upChars",
    "upLinkShare",
    "upParagraphs",
    "upBlocks",
    "up2Chars",
    "up2LinkShare",
    "up2Paragraphs",
    "up2Blocks",
  ],
  ...["topShare", "topDistance", "topRelative", "topParagraphs", "bestAround", "inTopSpan", "topTag"],
  ...ancestorTags.map((tag) => `in-${tag}`),
  ...familyNames.map((family) => `family-${family}`),
  ...[-3, -2, -1, 1, 2, 3].flatMap((step) =>
    ["chars", "linkShare", "sameBox", "tag", "ends"].map((name) => `${name}${step > 0 ? "+" : ""}${step}`),
  ),
  ...["pageChars", "pageBlocks", "pageTopChars", "pageParagraphs"],
];

const enough = 4000; // Characters of a block that are looked at; the rest of a longer one says nothing new.
const far = 30; // Stands for "not around at all" where nearness is counted in boxes.

interface PageView {
  blocks: readonly Block[];
  heading: Heading;
  top: Box;
  topWeight: number;
  signatures: Map<string, { count: number; chars: number; linkChars: number }>;
  texts: Map<string, number>;
  linkedGrams: Set<string> | null;
  description: string | null;
  chars: number;
  /** Characters up to and with the headline. */
  charsToTitle: number;
}

/** What the model looks at, for each block of the page; one row a block, `featureNames` in order. */
export function measureBlocks(blocks: readonly Block[], heading: Heading, facts: PageFacts): Float64Array[] {
  if (blocks.length === 0) return [];
  const view = viewPage(blocks, heading, facts);
  let before = 0;
  return blocks.map((block, index) => {
    const row = measure(block, index, before, view);
    before += block.text.length;
    return row;
  });
}

function viewPage(blocks: readonly Block[], heading: Heading, facts: PageFacts): PageView {
  const signatures: PageView["signatures"] = new Map();
  const texts = new Map<string, number>();
  let chars = 0;
  for (const block of blocks) {
    const seen = signatures.get(block.box.signature) ?? { count: 0, chars: 0, linkChars: 0 };
    signatures.set(block.box.signature, {
      count: seen.count + 1,
      chars: seen.chars + block.text.length,
      linkChars: seen.linkChars + block.linkChars,
    });
    texts.set(block.text, (texts.get(block.text) ?? 0) + 1);
    chars += block.text.length;
  }
  const [top, topWeight] = topBox(blocks);
  const charsToTitle = blocks.slice(0, heading.block + 1).reduce((sum, { text }) => sum + text.length, 0);
  const body = linkedReport(facts)?.articleBody;
  const linkedGrams = typeof body === "string" && body.length > 200 ? gramsOf(body.replace(/<[^>]*>/g, " ")) : null;
  return {
    blocks,
    heading,
    top,
    topWeight,
    signatures,
    texts,
    linkedGrams,
    description: metaOf(facts, "og:description", "description", "twitter:description"),
    chars,
    charsToTitle,
  };
}

/** The box with the most running text and the fewest links, after Readability (Arc90; Mozilla). */
function topBox(blocks: readonly Block[]): [Box, number] {
  let best: Box = blocks[0]!.box;
  let bestWeight = 0;
  const seen = new Set<Box>();
  for (const { box: from } of blocks) {
    for (let box: Box | null = from; box && !seen.has(box); box = box.parent) {
      seen.add(box);
      const weight = netWeight(box);
      if (weight > bestWeight) [best, bestWeight] = [box, weight];
    }
  }
  return [best, bestWeight];
}

const netWeight = (box: Box): number => box.weight * (1 - box.linkChars / Math.max(1, box.chars));

function measure(block: Block, index: number, before: number, view: PageView): Float64Array {
  const row = new Float64Array(featureNames.length);
  let at = 0;
  const add = (...values: (number | boolean)[]) => {
    for (const value of values) row[at++] = Number(value);
  };
  const head = block.text.length > enough ? { ...block, text: block.text.slice(0, enough) } : block;
  add(...measureWords(head));
  add(...wordKindBits(head.text));
  add(...measureSpeech(head.text));
  add(...measurePlace(head, index, before, view));
  add(...measureRepeats(block, view));
  add(...measureBoxes(block.box));
  add(...measureTop(block.box, index, view));
  at = measureAncestors(block.box, row, at);
  for (const step of [-3, -2, -1, 1, 2, 3]) add(...measureNeighbour(block, view.blocks[index + step]));
  add(Math.log1p(view.chars), Math.log1p(view.blocks.length), Math.log1p(view.top.chars), view.top.paragraphs);
  return row;
}

function measureWords({
  text,
  linkChars,
  links,
  strongChars,
  italicChars,
  href,
  box,
  time,
}: Block): (number | boolean)[] {
  const dense = Math.max(1, text.replace(/ /g, "").length);
  const words = text.split(" ").length;
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const date = text.length < 160 && dateInLine(text) !== null;
  return [
    Math.log1p(dense),
    Math.log1p(words),
    linkChars / dense,
    links,
    count(/[.!?。！？](\s|$)/g),
    count(/[,،、，;]/g),
    /[.!?…。！？:]["”’»)\]]*$/.test(text),
    /^["“«‘'(]?\p{Lu}/u.test(text),
    count(/\p{Lu}/gu) / dense,
    count(/\d/g) / dense,
    dense / words,
    strongChars / dense,
    italicChars / dense,
    href !== null,
    box.hidden,
    time !== null,
    headingLevel({ box } as Block),
    date,
    text.length < 600 && isCaption(text),
  ];
}

function wordKindBits(text: string): boolean[] {
  const kind = text.length < 300 ? kindByWords(text) : null;
  return wordKinds.map((each) => each === kind);
}

/** Words that only join others, of the languages most pages are in: running text is full of them, labels are not (jusText, Pomikálek 2011). */
const stopwords = new Set(
  "the of and to in a is that for it on was with as by at from be are this have not but his he they an or which had were der die und das den von zu mit ist des im auf ein eine nicht sich für dem als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über le la les des et en un une du que est pour dans qui par sur au pas plus ne ce il se avec son el los las de del y que en se por con una para su al lo como más o di che il per non si da e una sono con del della o os do da em um para com não uma no na het een van en dat te niet op zijn voor met er maar om w i z na do nie się że to jest o и в не на что с по как это он из у за а от для a v je na se že si do s o в на да ve bir bu için de da og at det som på til av er och att i en som är".split(
    " ",
  ),
);
const calls =
  /\b(read (more|also|next)|more (on|from|about|stories)|also on|see also|related|recommended|click (here|to)|sign up|subscri(be|ption)|newsletter|follow (us|@|me|on)|support (us|our)|donat(e|ion)|share (it|this|on)|watch( now| live|:)|listen( now| live|:)|join (us|the)|download|continue reading|scroll|advertis\w+|buy (now|it)|shop|delivered|app store|sponsored|like this|what do you think|let us know|tell us|contact us|comment(s| below)|lesen sie|mehr zum|weiterlesen|abonnieren|jetzt|teilen|lire (aussi|la suite)|à lire|partager|abonnez|leer (más|también)|suscr\w+|compart\w+|leggi (anche|tutto)|iscriviti|condividi|leia (mais|também)|assine|lees (ook|meer|verder)|читайте|подпис\w+|czytaj|zobacz)(?![\p{L}])/giu;
const rights =
  /©|\(c\) ?\d|copyright|all rights|rights reserved|getty|shutterstock|image (source|credit)|photo(graph)? ?(by|credit|:)|\((ap|afp|reuters|epa|dpa)\b|foto:|quelle:|crédit/i;

function measureSpeech(text: string): (number | boolean)[] {
  const words =
    text
      .slice(0, 1000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const joining = words.filter((word) => stopwords.has(word)).length / Math.max(1, words.length);
  const quotes = text.match(/["“”«»„]/g)?.length ?? 0;
  return [
    joining,
    text.length < 1500 ? (text.match(calls)?.length ?? 0) : 0,
    rights.test(text.slice(0, 600)),
    /^\d{1,3} ?(of|\/) ?\d{1,3}/.test(text),
    /^[([].*[)\]]\.?$/.test(text),
    quotes,
    /(^|\s)[@#]\w{2,}/.test(text),
    /\b(you|your|we|our|us|sie|ihre?|vous|votre|su|usted|tu|voi)\b/i.test(text),
    /[$€£]\s?\d/.test(text),
    text.indexOf(":") / Math.max(1, text.length),
  ];
}

function measurePlace({ text }: Block, index: number, before: number, view: PageView): (number | boolean)[] {
  const { blocks, heading, linkedGrams, description, chars } = view;
  const fromTitle = heading.block < 0 ? 0 : index - heading.block;
  const charsFromTitle = heading.block >= 0 && index > heading.block ? Math.max(0, before - view.charsToTitle) : 0;
  return [
    index / blocks.length,
    before / Math.max(1, chars),
    Math.sign(fromTitle),
    Math.log1p(charsFromTitle),
    fromTitle,
    index === heading.block,
    heading.title && text.length < 300 ? titleLikeness(text, heading.title) : 0,
    linkedGrams ? shareIn(text, linkedGrams) : -1,
    linkedGrams !== null,
    description && text.length < 600 ? titleLikeness(text, description) : 0,
  ];
}

function measureRepeats({ text, box }: Block, { texts, signatures }: PageView): number[] {
  const same = signatures.get(box.signature)!;
  return [
    texts.get(text)!,
    Math.log1p(same.count),
    Math.log1p(same.chars),
    same.linkChars / Math.max(1, same.chars),
    same.chars / same.count,
  ];
}

function measureBoxes(box: Box): number[] {
  const [up, up2] = [box.parent ?? box, box.parent?.parent ?? box.parent ?? box];
  return [
    box.depth,
    ...[box, up, up2].flatMap((each) => [
      Math.log1p(each.chars),
      each.linkChars / Math.max(1, each.chars),
      each.paragraphs,
      Math.log1p(each.lastBlock - each.firstBlock + 1),
    ]),
  ];
}

/** How the block stands to the box with the most running text. */
function measureTop(from: Box, index: number, { top, topWeight }: PageView): (number | boolean)[] {
  let distance = far;
  let best = 0;
  let level = 0;
  for (let box: Box | null = from; box; box = box.parent, level++) {
    if (box === top) distance = Math.min(distance, level);
    best = Math.max(best, netWeight(box));
  }
  const common = commonBox(from, top);
  return [
    from.chars / Math.max(1, top.chars),
    distance,
    common ? top.depth - common.depth : far,
    top.paragraphs,
    best / Math.max(1, topWeight),
    index >= top.firstBlock && index <= top.lastBlock,
    ["article", "section", "div", "td", "main", "body"].indexOf(top.tag),
  ];
}

function commonBox(from: Box, top: Box): Box | null {
  let [one, other]: [Box | null, Box | null] = [from, top];
  while (one && other && one !== other)
    if (one.depth > other.depth) one = one.parent;
    else other = other.parent;
  return one && other;
}

/** How many boxes up the nearest of each tag and each family of class names is. */
function measureAncestors(from: Box, row: Float64Array, at: number): number {
  const families = at + ancestorTags.length;
  const end = families + familyNames.length;
  row.fill(far, at, end);
  let level = 0;
  for (let box: Box | null = from; box && box.tag !== "html" && box.tag !== "body"; box = box.parent, level++) {
    const tag = ancestorTags.indexOf(box.tag);
    if (tag >= 0 && row[at + tag] === far) row[at + tag] = level;
    for (let bits = box.families, family = 0; bits; bits >>>= 1, family++)
      if (bits & 1 && row[families + family] === far) row[families + family] = level;
  }
  return end;
}

const neighbourTags = ["p", "li", "div", "h2", "h3", "span", "td", "figcaption", "blockquote"];

function measureNeighbour({ box }: Block, other: Block | undefined): (number | boolean)[] {
  if (!other) return [-1, -1, -1, -2, -1];
  const dense = Math.max(1, other.text.slice(0, enough).replace(/ /g, "").length);
  return [
    Math.log1p(dense),
    other.linkChars / dense,
    other.box === box ? 2 : Number(other.box.parent === box.parent),
    neighbourTags.indexOf(other.box.tag),
    /[.!?…。！？:]["”’»)\]]*$/.test(other.text),
  ];
}

function gramsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const grams = new Set<string>();
  for (let index = 0; index < words.length; index++) grams.add(words.slice(index, index + 3).join(" "));
  return grams;
}

function shareIn(text: string, grams: Set<string>): number {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return -0.5;
  let shared = 0;
  for (let index = 0; index + 3 <= words.length; index++)
    if (grams.has(words.slice(index, index + 3).join(" "))) shared++;
  return shared / (words.length - 2);
}
