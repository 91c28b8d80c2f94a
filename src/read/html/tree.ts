import { type ChildNode, type Document, type Element, isTag, isText } from "domhandler";
import { DomHandler, Parser } from "htmlparser2";
import type { Note, Noted } from "../../terms/index.ts";

export { type ChildNode, type Document, type Element, isTag, isText };

const deepest = 300; // Real pages nest at most about 90 deep; elements below this are read as if they were flat.
const chunkLength = 65_536;
const longest = 5_000_000; // Characters; beyond it a page is data inlined for scripts.
const patience = 1_200; // Milliseconds for parsing: leaves room for the reading within two seconds.

/** Keeps the tree shallow, so that whatever walks it afterwards cannot run out of stack. */
class ShallowHandler extends DomHandler {
  depth = 0;

  override onopentag(name: string, attributes: { [key: string]: string }): void {
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
    const reason = whyStop(at, handler.depth, performance.now() - started);
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

function whyStop(at: number, depth: number, elapsed: number): string | null {
  if (at + chunkLength >= longest) return "is too long";
  if (depth > 20_000) return "nests its elements too deep";
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

/** The text of an element with all below it, blanks collapsed. */
export function textOf(element: Element | Document): string {
  const words: string[] = [];
  const stack: ChildNode[] = [...element.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) words.push(node.data);
    else if (isTag(node) && node.name !== "script" && node.name !== "style") {
      words.push(node.name === "br" ? "\n" : "");
      for (let index = node.children.length - 1; index >= 0; index--) stack.push(node.children[index]!);
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
