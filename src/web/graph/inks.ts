import type { Inks } from "./tie-graph.ts";

/** The colours in force, light or dark, as hex: what the style sheet says is the only place where they are chosen. */
export function inksInForce(element: Element): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    friend: ink("friend"),
    hostile: ink("hostile"),
    command: ink("command"),
    ground: ink("ground"),
    name: ink("name"),
    ink: ink("ink"),
    inkSoft: ink("ink-soft"),
    paper: ink("paper"),
  };
}

/** Calls back when the reader's machine turns from light to dark or back; returns what ends it. */
export function onColourScheme(listener: () => void): () => void {
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
