/**
 * One tree of a boosted forest as the trainer writes it: for each inner node its feature, threshold and the nodes to go
 * to; below zero stands a leaf. The last list holds the leaves' values.
 */
export type ForestTree = [features: number[], thresholds: number[], left: number[], right: number[], leaves: number[]];

/** The forest's probability for a row of measures (gradient boosting; Friedman 2001, as LightGBM fits it). */
export function probability(forest: readonly ForestTree[], row: ArrayLike<number>): number {
  let sum = 0;
  for (const [features, thresholds, left, right, leaves] of forest) {
    let node = features.length > 0 ? 0 : -1;
    while (node >= 0) node = row[features[node]!]! <= thresholds[node]! ? left[node]! : right[node]!;
    sum += leaves[-node - 1]!;
  }
  return 1 / (1 + Math.exp(-sum));
}
