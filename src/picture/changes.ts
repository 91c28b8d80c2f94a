import { changesFormat, type Day, type PictureQuery, type ResolvedHoldings, type TieChanges } from "../terms/index.ts";
import { type PictureOptions, tiesOf } from "./derive-picture.ts";
import { placeClaims } from "./scene.ts";
import { actorsOfTies } from "./tie-actors.ts";

/**
 * What changed in the picture between two days. A tie that began and ended in between is in neither list: on neither day
 * does it hold; the timeline has it.
 */
export function findChanges(
  holdings: ResolvedHoldings,
  { from, to }: { from: Day; to: Day },
  { publishedBy }: Pick<PictureQuery, "publishedBy">,
  options: Pick<PictureOptions, "actor" | "fadeAfterDays"> = {},
): TieChanges {
  const scene = placeClaims(holdings, publishedBy);
  const before = new Map(tiesOf(scene, from, options).map((tie) => [tie.id, tie]));
  const later = tiesOf(scene, to, { ...options, ended: true });
  const begun = later.filter(({ id, status }) => status !== "ended" && !before.has(id));
  const ended = later.filter(({ id, status }) => status === "ended" && before.has(id));
  const changed = later.flatMap((after) => {
    const was = before.get(after.id);
    return was === undefined || after.status === "ended" || was.status === after.status ? [] : [{ before: was, after }];
  });
  const actors = actorsOfTies([...begun, ...ended, ...changed.map(({ after }) => after)], scene);
  return { format: changesFormat, from, to, begun, ended, changed, actors };
}
