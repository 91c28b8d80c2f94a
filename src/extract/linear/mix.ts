/** One feature from a template's number and up to three values: a spread 32-bit number, to be masked to a bucket. */
export function mix(template: number, first: number, second: number, third: number): number {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ first;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul((hash ^ (hash >>> 13)) + second, 0xc2b2ae35);
  hash = Math.imul((hash ^ (hash >>> 15)) + third, 0x27d4eb2f);
  return hash ^ (hash >>> 16);
}
