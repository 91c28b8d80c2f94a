/** The probability that a logit stands for. */
export const probability = (logit: number): number => 1 / (1 + Math.exp(-logit));
