import type { Archive } from "./archive.ts";

/**
 * The ledger's archive, or the demo's as long as the ledger is empty: who starts with nothing sees at once what it is
 * for. What is added goes into the ledger, and ends the demo; what is decided or written in the demo stays in the demo.
 */
export function archiveOrDemo(archive: Archive, openDemo: () => Promise<Archive>): Archive {
  let demo: Promise<Archive> | null = null;
  const shown = async (): Promise<Archive> => {
    if ((await archive.about()).reports > 0) return archive;
    demo ??= openDemo();
    return demo;
  };
  /** The same question, asked of whichever is shown. */
  const ask =
    <Name extends AsksOf>(name: Name) =>
    async (...asked: Parameters<Archive[Name]>) =>
      ((await shown())[name] as (...all: unknown[]) => unknown)(...asked);
  const questions = Object.fromEntries(questionNames.map((name) => [name, ask(name)])) as unknown as Pick<
    Archive,
    AsksOf
  >;
  return {
    ...archive,
    ...questions,
    about: async () => {
      const now = await shown();
      return { ...(await now.about()), demo: now !== archive };
    },
  };
}

/** Everything but reading and adding, which are the ledger's own. */
const questionNames = [
  ...(["reports", "report", "actors", "actor", "claims", "claim", "picture", "why", "disputes", "changes"] as const),
  ...(["exportable", "search", "places", "timeline", "review", "writtenName", "decide", "decisions"] as const),
  ...(["decision", "writeNote", "notes", "note"] as const),
];
type AsksOf = (typeof questionNames)[number];
