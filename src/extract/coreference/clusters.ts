/** Sets that merge: who is the same as whom. Plain disjoint sets with the smallest index as the set's name. */
export interface Clusters {
  parent: number[];
}

export function newClusters(size: number): Clusters {
  return { parent: Array.from({ length: size }, (_, at) => at) };
}

export function rootOf(clusters: Clusters, at: number): number {
  let root = at;
  while (clusters.parent[root] !== root) root = clusters.parent[root]!;
  clusters.parent[at] = root;
  return root;
}

export function join(clusters: Clusters, one: number, other: number): void {
  const a = rootOf(clusters, one);
  const b = rootOf(clusters, other);
  clusters.parent[Math.max(a, b)] = Math.min(a, b);
}
