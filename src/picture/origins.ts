import type { Actor, ActorId, Reliability } from "../terms/index.ts";
import { foldSource, type Grades } from "./grades.ts";
import type { SitedClaim } from "./scene.ts";

/** Who a claim rests on in the end: its innermost voice, else the publisher. Same key, same testimony. */
export interface Origin {
  key: string;
  name: string;
  /** The voice's actor; null for a publisher that nobody mentions. */
  actor: ActorId | null;
  /** As somebody graded it; null when nobody has. */
  reliability: Reliability | null;
}

type Source = SitedClaim["source"];

/** A source as a short text by which it is kept and looked up. */
export function sourceCode(source: Source): string {
  if ("voice" in source) return `v${source.voice}`;
  return "publisher" in source ? `p${source.publisher}` : `u${JSON.stringify([source.unnamed, source.key])}`;
}

export function sourceOfCode(code: string): Source {
  const rest = code.slice(1);
  if (code[0] === "v") return { voice: rest };
  if (code[0] === "p") return { publisher: rest };
  const [unnamed, key] = JSON.parse(rest) as [string, string];
  return { unnamed, key };
}

/** Who claims rest on, each made once: claims of one source share its origin. */
export class Origins {
  private readonly actors: ReadonlyMap<ActorId, Actor>;
  private readonly publishers: ReadonlyMap<string, ActorId>;
  private readonly grades: Pick<Grades, "ofSource">;
  private readonly known = new Map<string, Origin>();

  /** `publishers`: the folded name of an outlet → its actor. */
  constructor(
    actors: ReadonlyMap<ActorId, Actor>,
    publishers: ReadonlyMap<string, ActorId>,
    grades: Pick<Grades, "ofSource">,
  ) {
    this.actors = actors;
    this.publishers = publishers;
    this.grades = grades;
  }

  of(source: Source): Origin {
    return this.byCode(sourceCode(source));
  }

  byCode(code: string): Origin {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const origin = this.graded(this.ungraded(sourceOfCode(code)));
    this.known.set(code, origin);
    return origin;
  }

  private ungraded(source: Source): Omit<Origin, "reliability"> {
    if ("voice" in source) return this.voice(source.voice);
    return "publisher" in source
      ? this.publisher(source.publisher)
      : { key: source.key, name: source.unnamed, actor: null };
  }

  private voice(id: ActorId): Omit<Origin, "reliability"> {
    return { key: id, name: this.actors.get(id)!.name, actor: id };
  }

  private publisher(name: string): Omit<Origin, "reliability"> {
    const actor = this.publishers.get(name.toLowerCase()) ?? null;
    return { key: actor ?? `publisher ${name.toLowerCase()}`, name, actor };
  }

  /** A grade given to any of a source's names is the source's. */
  private graded(origin: Omit<Origin, "reliability">): Origin {
    const { ofSource } = this.grades;
    if (ofSource.size === 0) return { ...origin, reliability: null };
    const names = [origin.name, ...((origin.actor === null ? undefined : this.actors.get(origin.actor)?.names) ?? [])];
    const grade = names.map((name) => ofSource.get(foldSource(name))).find((found) => found !== undefined);
    return { ...origin, reliability: grade ?? null };
  }
}
