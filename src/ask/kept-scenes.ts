import type { Scene } from "../picture/scene.ts";

/**
 * A placed claim takes about a kilobyte. Three times as many fitted too, but what is kept is gone through with each collection of garbage: the
 * slowest twentieth of the questions that make much of it took a third longer.
 */
const mostClaims = 100_000;

/**
 * Scenes that were asked about last. Whoever moves a day asks of the same actors again: with the scene all that was worked out of it is kept
 * (remembered-courses.ts), and another day costs only what changed since.
 */
export class KeptScenes {
  private readonly kept = new Map<string, { scene: Promise<Scene>; claims: number }>();

  /** The scene by this name, or the one that is made now; a making that fails is not kept. */
  async get(name: string, make: () => Promise<Scene>): Promise<Scene> {
    const known = this.kept.get(name);
    if (known !== undefined) {
      this.kept.delete(name);
      this.kept.set(name, known);
      return known.scene;
    }
    const making = { scene: make(), claims: 0 };
    this.kept.set(name, making);
    try {
      making.claims = (await making.scene).claims.length;
    } catch (cause) {
      this.kept.delete(name);
      throw cause;
    }
    this.forgetOldest();
    return making.scene;
  }

  private forgetOldest(): void {
    let sum = [...this.kept.values()].reduce((total, { claims }) => total + claims, 0);
    for (const [name, { claims }] of this.kept) {
      if (sum <= mostClaims) return;
      this.kept.delete(name);
      sum -= claims;
    }
  }
}
