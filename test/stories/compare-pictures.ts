import { derivePicture } from "../../src/picture/derive-picture.ts";
import { findDisputes } from "../../src/picture/find-disputes.ts";
import { localKey, type LocalActor, type Relation, type ResolvedHoldings } from "../../src/terms/index.ts";
import type { ExpectedPictures, ExpectedTie } from "./expected.ts";

/** How much of what a plot expects came out, and what did not, each in a line. */
export interface Comparison {
  actors: Share;
  holds: Share;
  absent: Share;
  disputes: Share;
}
export interface Share {
  right: number;
  of: number;
  wrong: string[];
}

const knownAt = "9999-12-31T23:59:59Z";

export function comparePictures(
  local: readonly LocalActor[],
  holdings: ResolvedHoldings,
  expected: ExpectedPictures,
): Comparison {
  const idsOf = namesToIds(local, holdings);
  const some = (name: string) => idsOf.get(name.toLowerCase()) ?? new Set<string>();
  const isBetween = (tie: { a: string; b: string }, { a, b }: ExpectedTie) =>
    (some(a).has(tie.a) && some(b).has(tie.b)) || (some(a).has(tie.b) && some(b).has(tie.a));
  const views = expected.pictures.map((view) => ({
    view,
    ties: derivePicture(holdings, { asOf: view.asOf, publishedBy: view.publishedBy, knownAt }).ties,
  }));
  const found = findDisputes(holdings, { asOf: "9999-12-31", publishedBy: null, knownAt }).disputes;
  return {
    actors: share([
      ...expected.actors.map(({ names }) => ({
        right: new Set(names.filter((name) => some(name).size > 0).flatMap((name) => [...some(name)])).size === 1,
        what: `one actor: ${names.map((name) => `${name} ${[...some(name)].map((id) => id.slice(2, 6))}`).join(", ")}`,
      })),
      ...expected.different.map(([one, other]) => ({
        right: ![...some(one)].some((id) => some(other).has(id)),
        what: `two actors: ${one}, ${other}`,
      })),
    ]),
    holds: share(
      views.flatMap(({ view, ties }) =>
        view.holds.map((tie) => ({
          right: ties.some((one) => one.relation === tie.relation && isBetween(one, tie) && (tie.origins ?? one.origins) === one.origins),
          what: `${view.asOf} ${view.publishedBy ?? ""} holds: ${tie.a} ${tie.relation} ${tie.b} ${tie.origins ?? ""}`,
        })),
      ),
    ),
    absent: share(
      views.flatMap(({ view, ties }) =>
        view.absent.map((tie) => ({
          right: !ties.some((one) => one.relation === tie.relation && isBetween(one, tie) && one.status !== "disputed"),
          what: `${view.asOf} ${view.publishedBy ?? ""} absent: ${tie.a} ${tie.relation} ${tie.b}`,
        })),
      ),
    ),
    disputes: share(
      expected.disputes.map(({ about, reason }) => ({
        right: found.some((one) => one.reason === reason && kin(one.about.relation, about.relation) && isBetween(one.about, about)),
        what: `dispute (${reason}): ${about.a} ${about.relation} ${about.b}`,
      })),
    ),
  };
}

function share(checks: readonly { right: boolean; what: string }[]): Share {
  const wrong = checks.filter(({ right }) => !right).map(({ what }) => what);
  return { right: checks.length - wrong.length, of: checks.length, wrong };
}

/** Whether it left and whether it is a member are one question. */
const kinships: readonly (readonly Relation[])[] = [
  ["member", "leave", "join", "break"],
  ["attack", "clash", "enemy"],
  ["affiliate", "break", "leave", "pledge"],
  ["backs", "aid"],
];
const kin = (one: Relation, other: Relation): boolean =>
  one === other || kinships.some((family) => family.includes(one) && family.includes(other));

function namesToIds(local: readonly LocalActor[], holdings: ResolvedHoldings): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  for (const { report, actor, names, described } of local)
    for (const name of [...names, ...described]) {
      const key = name.toLowerCase().replace(/^the /, "");
      ids.set(key, (ids.get(key) ?? new Set()).add(holdings.idOf.get(localKey(report, actor))!));
    }
  return ids;
}

export function summary(comparison: Comparison): string {
  const parts = Object.entries(comparison).map(([what, { right, of }]) => `${what} ${right}/${of}`);
  const wrong = Object.values(comparison).flatMap((part: Share) => part.wrong);
  return [parts.join(", "), ...wrong.map((line) => `  ${line}`)].join("\n");
}
