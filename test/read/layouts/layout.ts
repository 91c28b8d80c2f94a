import type { PartKind } from "../../../src/terms/index.ts";
import type { Account } from "./accounts.ts";

/** A piece of a page and what it is; where two kinds are both right, both are named. */
interface Piece {
  kinds: readonly PartKind[];
  text: string;
}

/** Notes a piece of the page and gives its markup: `mark("lead", "The council voted…")`. */
type Mark = (kinds: string, text: string) => string;

/** A way of laying out a page: the markup around the pieces of an account. `round` varies the furniture from page to page. */
export type Layout = (account: Account, mark: Mark, round: number) => string;

export interface LaidPage {
  name: string;
  markup: string;
  pieces: readonly Piece[];
}

/** The page of an account in a layout, with each of its pieces in the order of the markup. */
export function layPage(name: string, layout: Layout, account: Account, round: number): LaidPage {
  const pieces: Piece[] = [];
  const mark: Mark = (kinds, text) => {
    pieces.push({ kinds: kinds.split("|") as PartKind[], text });
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  };
  return { name, markup: layout(account, mark, round), pieces };
}

const months = "January February March April May June July August September October November December".split(" ");

/** `14 March 2031` from the day of an account; `order` puts the month first. */
export function longDay({ day }: Account, order: "day" | "month" = "day"): string {
  const [year, month, date] = day.split("-").map(Number);
  const name = months[month! - 1];
  return order === "day" ? `${date} ${name} ${year}` : `${name} ${date}, ${year}`;
}

/** Some of a list, others on each round. */
export const some = (list: readonly string[], count: number, round: number): string[] =>
  Array.from({ length: count }, (_, at) => list[(round * 3 + at) % list.length]!);
