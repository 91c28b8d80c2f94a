import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { DomHandler, Parser } from "htmlparser2";
import type { Note, Noted } from "../../terms/index.ts";

export { type ChildNode, type Document, type Element, isTag, isText };

const deepest = 300; // Real pages nest at most about 90 deep; elements below this are read as if they were flat.
const chunkLength = 65_536;
const longest = 5_000_000; // Characters; beyond it a page is data inlined for scripts.
const mostElements = 150_000; // The largest real pages have about thirty thousand.
const patience = 1_200; // Milliseconds for parsing: leaves room for the reading within two seconds.

/** Keeps the tree shallow, so that whatever walks it afterwards cannot run out of stack. */
class ShallowHandler extends DomHandler {
  depth = 0;
  elements = 0;

  override onopentag(name: string, attributes: { [key: string]: string }): void {
    this.elements++;
    if (++this.depth <= deepest) super.onopentag(name, attributes);
  }

  override onclosetag(): void {
    if (this.depth-- <= deepest) super.onclosetag();
  }
}

/**
 * Markup to a tree, whatever is wrong with the markup. A page that is too long, too deep or too slow to parse is cut
 * there, with a note.
 */
export function parseTree(markup: string): Noted<Document> {
  const handler = new ShallowHandler();
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  const notes: Note[] = [];
  const started = performance.now();
  for (let at = 0; at < markup.length; at += chunkLength) {
    parser.write(markup.slice(at, at + chunkLength));
    const reason = whyStop(at, handler, performance.now() - started);
    if (reason) {
      notes.push({
        code: "page.cut",
        text: `The page ${reason}; what comes after character ${at + chunkLength} is not read.`,
      });
      break;
    }
  }
  if (handler.depth <= 20_000) parser.end();
  return { value: handler.root, notes };
}

function whyStop(at: number, { depth, elements }: ShallowHandler, elapsed: number): string | null {
  if (at + chunkLength >= longest) return "is too long";
  if (depth > 20_000) return "nests its elements too deep";
  if (elements > mostElements) return "has too many elements";
  return elapsed > patience ? "takes too long to parse" : null;
}

/** Every element below, in document order. */
export function* elementsOf(root: Document | Element): Generator<Element> {
  const stack: ChildNode[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isTag(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
  }
}

/** The text of an element with all below it, blanks collapsed; not much more than `most` characters of it. */
export function textOf(element: Element | Document, most = 20_000): string {
  const words: string[] = [];
  let length = 0;
  const stack: (ChildNode | null)[] = [element.firstChild];
  while (stack.length > 0 && length < most) {
    const node = stack.pop();
    if (!node) continue;
    stack.push(node.next);
    if (isText(node)) {
      words.push(node.data);
      length += node.data.length;
    } else if (isTag(node) && node.name !== "script" && node.name !== "style") {
      if (node.name === "br") words.push("\n");
      stack.push(node.firstChild);
    }
  }
  return collapse(words.join(""));
}

/** One space for every run of blanks; soft hyphens and zero-width marks go. */
export const collapse = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
