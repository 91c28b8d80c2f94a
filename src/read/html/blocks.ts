import { familiesOf } from "./families.ts";
import { type ChildNode, collapse, type Document, type Element, isTag, isText, textOf } from "./tree.ts";

/** An element that makes blocks, with what is gathered over all blocks below it. */
export interface Box {
  element: Element;
  parent: Box | null;
  tag: string;
  depth: number;
  /** What its class and id say, as bits in the order of `familyNames`. */
  families: number;
  hidden: boolean;
  /** Tag and classes: boxes made by one template have one signature. */
  signature: string;
  chars: number;
  linkChars: number;
  paragraphs: number;
  /** Readability's measure: paragraphs weigh on the boxes around them. */
  weight: number;
  firstBlock: number;
  lastBlock: number;
}

/** A run of text between two breaks of the page: a paragraph, a headline, a list item, a label. */
export interface Block {
  text: string;
  box: Box;
  links: number;
  linkChars: number;
  strongChars: number;
  italicChars: number;
  /** The whole block is one link to this address. */
  href: string | null;
  /** The links in it: their words and where they lead. */
  anchors: { text: string; href: string }[];
  /** A `<time>` or the like stands in it: its `datetime`, empty where it has none. */
  time: string | null;
  /** A link in it is marked as the author's. */
  author: boolean;
}

const blockTags = new Set(
  "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup html iframe legend li main menu nav noscript object ol option p pre section select summary table tbody td textarea tfoot th thead tr ul video audio amp-sidebar amp-accordion amp-carousel".split(
    " ",
  ),
);
const silentTags = new Set(
  "script style template svg head iframe object canvas map math input select option textarea video audio link meta amp-analytics amp-state amp-consent".split(
    " ",
  ),
);
/** The most blocks that are read. */
export const mostBlocks = 5_000; // The longest real pages have about two thousand; each costs a look by the model.

/** Whether the block with this number stands in the box. */
export const holds = (box: Box, index: number): boolean => box.firstBlock <= index && index <= box.lastBlock;

/** The blocks of a page in the order of reading. */
export function findBlocks(tree: Document): Block[] {
  const walk = new BlockWalk();
  walk.children(tree.children, walk.root, { link: null, strong: false, italic: false });
  walk.close();
  return walk.blocks;
}

interface Run {
  link: Element | null;
  strong: boolean;
  italic: boolean;
}

/** The block that is being put together while the tree is walked; the tree is shallow, so recursion is safe. */
class BlockWalk {
  blocks: Block[] = [];
  root: Box = makeBox({ name: "html", attribs: {} } as Element, null);
  #box: Box = this.root;
  #text: string[] = [];
  #links = new Map<Element, number>();
  #dense = 0;
  #strong = 0;
  #italic = 0;
  #breaks = 0;
  #time: string | null = null;
  #author = false;
  #lastLink: Element | null = null;

  children(nodes: readonly ChildNode[], box: Box, run: Run): void {
    for (const node of nodes) {
      if (isText(node)) this.#addText(node.data, box, run);
      else if (isTag(node) && !silentTags.has(node.name)) this.#addElement(node, box, run);
    }
  }

  #addElement(element: Element, box: Box, run: Run): void {
    const { name } = element;
    if (name === "br") this.#addBreak(box);
    else if (name === "hr") this.close();
    else if (blockTags.has(name) || isCaptionSpan(element)) this.#addBox(element, box, run);
    else this.#addInline(element, box, run);
  }

  #addBox(element: Element, box: Box, run: Run): void {
    if (element.name === "noscript" && box.depth < 2) return;
    this.close();
    this.children(element.children, makeBox(element, box), run);
    this.close();
  }

  #addInline(element: Element, box: Box, run: Run): void {
    const { name } = element;
    if (name === "time" || element.attribs.datetime) this.#time ??= element.attribs.datetime ?? "";
    if (name === "a" && /\bauthor\b/.test(element.attribs.rel ?? "")) this.#author = true;
    if (isHiddenInline(element)) return;
    this.children(element.children, box, {
      link: name === "a" ? element : run.link,
      strong: run.strong || name === "b" || name === "strong",
      italic: run.italic || name === "i" || name === "em" || name === "cite",
    });
  }

  /** Two line breaks in a row end a paragraph. */
  #addBreak(box: Box): void {
    if (++this.#breaks >= 2 || this.#isLabelSoFar()) this.close();
    else if (this.#text.length > 0) this.#text.push("\n");
    this.#box = box;
  }

  /** A line that is all link, or all bold, ends at its first break: an entry of a list, or a headline of old. */
  #isLabelSoFar(): boolean {
    let linked = 0;
    for (const chars of this.#links.values()) linked += chars;
    return this.#dense > 0 && (linked === this.#dense || this.#strong === this.#dense);
  }

  #addText(data: string, box: Box, run: Run): void {
    const dense = data.replace(/[\s\u00ad\u200b\u2060\ufeff]+/g, "").length;
    if (dense === 0) {
      if (this.#text.length > 0) this.#text.push(" ");
      return;
    }
    if (this.#box !== box) {
      if (this.#text.length > 0) this.close(); // Not before: a `<time>` that opens a box belongs to the block that begins with it.
      this.#box = box;
    }
    this.#breaks = 0;
    // Two links side by side are two words, whatever their stylesheet puts between them.
    if (run.link && this.#lastLink && run.link !== this.#lastLink && this.#text.length > 0) this.#text.push(" ");
    this.#lastLink = run.link;
    this.#text.push(data);
    this.#dense += dense;
    if (run.link) this.#links.set(run.link, (this.#links.get(run.link) ?? 0) + dense);
    if (run.strong) this.#strong += dense;
    if (run.italic) this.#italic += dense;
  }

  close(): void {
    const text = collapse(this.#text.join(""));
    if (text && this.blocks.length < mostBlocks) this.#keep(text);
    this.#text = [];
    this.#links = new Map();
    this.#dense = this.#strong = this.#italic = this.#breaks = 0;
    this.#time = null;
    this.#author = false;
    this.#lastLink = null;
  }

  #keep(text: string): void {
    let linkChars = 0;
    for (const chars of this.#links.values()) linkChars += chars;
    const dense = text.replace(/ /g, "").length;
    const [link] = this.#links.keys();
    const href = link && linkChars >= dense * 0.9 ? (link.attribs.href ?? "") : null;
    const block: Block = {
      text,
      box: this.#box,
      links: this.#links.size,
      linkChars,
      strongChars: this.#strong,
      italicChars: this.#italic,
      href,
      anchors: [...this.#links.keys()]
        .slice(0, 60)
        .map((each) => ({ text: textOf(each), href: each.attribs.href ?? "" })),
      time: this.#time,
      author: this.#author,
    };
    gather(block, dense, this.blocks.length);
    this.blocks.push(block);
  }
}

function makeBox(element: Element, parent: Box | null): Box {
  const { name, attribs } = element;
  const names = [
    attribs.class,
    attribs.id,
    attribs.itemprop,
    attribs.role,
    attribs["data-testid"] ?? attribs["data-component"],
  ]
    .filter(Boolean)
    .join(" ");
  const hidden =
    parent?.hidden ||
    "hidden" in attribs ||
    attribs["aria-hidden"] === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs.style ?? "");
  const signature = `${parent?.tag ?? ""}>${name}.${attribs.class ?? ""}`;
  return {
    element,
    parent,
    tag: name,
    depth: (parent?.depth ?? -1) + 1,
    families: familiesOf(names),
    hidden,
    signature,
    chars: 0,
    linkChars: 0,
    paragraphs: 0,
    weight: 0,
    firstBlock: -1,
    lastBlock: -1,
  };
}

/** Captions are often spans beside the picture, with nothing but their class to part them from the text. */
const isCaptionSpan = ({ name, attribs }: Element): boolean =>
  name === "span" && /(^|[\s_-])(caption|cap|figcaption|credits?)([\s_-]|$)/i.test(attribs.class ?? "");

const isHiddenInline = ({ attribs }: Element): boolean =>
  /display\s*:\s*none/i.test(attribs.style ?? "") ||
  /(^|\s)(sr-only|screen-reader-text|visually-?hidden)(\s|$)/.test(attribs.class ?? "");

/** Adds the block to what is known of every box around it. */
function gather(block: Block, dense: number, index: number): void {
  const commas = block.text.match(/[,،、，;]/g)?.length ?? 0;
  const isParagraph = dense >= 25 && block.linkChars < dense * 0.5;
  const weight = isParagraph ? 1 + commas + Math.min(dense / 100, 3) : 0;
  let level = 0;
  for (let box: Box | null = block.box; box; box = box.parent, level++) {
    box.chars += dense;
    box.linkChars += block.linkChars;
    if (isParagraph) box.paragraphs++;
    if (weight > 0 && level > 0 && level < 5) box.weight += weight / (level === 1 ? 1 : level === 2 ? 2 : level * 3);
    if (level === 0 && block.box.tag !== "p") box.weight += weight;
    if (box.firstBlock < 0) box.firstBlock = index;
    box.lastBlock = index;
  }
}
