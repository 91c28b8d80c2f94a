/** Disjoint sets of numbers whose root is always the smallest member, so that the order of joining leaves no trace. */
export class Clusters {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, at) => at);
  }

  of(node: number): number {
    let root = node;
    while (this.parent[root] !== root) root = this.parent[root]!;
    for (let at = node; at !== root; ) {
      const next = this.parent[at]!;
      this.parent[at] = root;
      at = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a < b) this.parent[b] = a;
    else this.parent[a] = b;
  }

  /** Divides the cluster that holds both in two: each member goes with the one that it is more like. */
  divide(one: number, other: number, likeness: (node: number, to: number) => number): void {
    const root = this.of(one);
    if (root !== this.of(other)) return;
    const members = this.members(root);
    const nearer = (node: number): boolean =>
      node !== other && (node === one || likeness(node, one) >= likeness(node, other));
    for (const side of [members.filter(nearer), members.filter((node) => !nearer(node))])
      for (const node of side) this.parent[node] = side[0]!;
  }

  /** Root → members, in their order. */
  all(): Map<number, number[]> {
    return Map.groupBy(this.parent.keys(), (node) => this.of(node));
  }

  private members(root: number): number[] {
    return [...this.parent.keys()].filter((node) => this.of(node) === root);
  }
}
