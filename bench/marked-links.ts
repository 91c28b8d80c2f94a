/** A pronoun or a later description of the marked sentences, and the places at which its antecedent is named (docs/annotation.md). */
export interface MarkedLink {
  words: string;
  at: [number, number];
  /** All other marks of the same actor, in the order of the text. */
  same: [number, number][];
}

export interface LinkedText {
  text: string;
  links: MarkedLink[];
}

interface Mark {
  id: string | null;
  same: string | null;
  at: [number, number];
}

const opening = /\[(?:(\d+)(?:=(\d+))? )?[a-z]+\||\{[a-z]\|/y;
const claimLine = /^[a-z] [a-z/]+ (?:[\d,]+|-)/;

/** The cases of a file of marked sentences that say who is who. */
export function linkedTexts(marked: string): LinkedText[] {
  return marked
    .split(/\n\s*\n/)
    .map((block) =>
      block
        .split("\n")
        .filter((line) => line.trim() !== "" && !/^[#=]/.test(line) && !claimLine.test(line.trim()))
        .join("\n"),
    )
    .filter((block) => /\[\d+=\d+ /.test(block))
    .map(unmarked);
}

function unmarked(block: string): LinkedText {
  const marks: Mark[] = [];
  const open: { begin: number; found: RegExpExecArray }[] = [];
  let text = "";
  for (let at = 0; at < block.length; ) {
    opening.lastIndex = at;
    const found = opening.exec(block);
    if (found !== null) {
      open.push({ begin: text.length, found });
      at += found[0].length;
    } else if (/[\]}]/.test(block[at]!) && open.length > 0) {
      const { begin, found: was } = open.pop()!;
      if (was[0].startsWith("[")) marks.push({ id: was[1] ?? null, same: was[2] ?? null, at: [begin, text.length] });
      at += 1;
    } else {
      text += block[at];
      at += 1;
    }
  }
  const byId = new Map(marks.flatMap((mark) => (mark.id === null ? [] : [[mark.id, mark] as const])));
  const root = (mark: Mark): Mark => {
    const next = mark.same === null ? undefined : byId.get(mark.same);
    return next === undefined || next === mark ? mark : root(next);
  };
  const links = marks
    .filter((mark) => mark.same !== null)
    .map((mark) => ({
      words: text.slice(...mark.at),
      at: mark.at,
      same: marks.filter((other) => other !== mark && root(other) === root(mark)).map((other) => other.at),
    }));
  return { text, links };
}
