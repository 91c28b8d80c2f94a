/** What stands in fifty pages is an outlet's furniture, not a story. */
const mostHolders = 50;

/**
 * Which texts have a hash, the first fifty of each: a table of numbers in typed arrays, because a Map holds no more than
 * sixteen million keys and takes many times the memory.
 */
export class HolderLists {
  private keys: Int32Array<ArrayBuffer> = new Int32Array(1 << 16);
  /** Place of the newest holder in `owners`, plus one; 0 for an empty slot. */
  private heads = new Int32Array(1 << 16);
  private counts = new Uint8Array(1 << 16);
  private owners = new Int32Array(1 << 16);
  private next = new Int32Array(1 << 16);
  private used = 0;
  private entries = 0;

  /** Calls back with all who had the hash before, and adds one more. */
  add(hash: number, owner: number, met: (holder: number) => void): void {
    const slot = this.slotOf(hash);
    for (let at = this.heads[slot]!; at !== 0; at = this.next[at - 1]!) met(this.owners[at - 1]!);
    if (this.heads[slot] !== 0 && this.counts[slot]! >= mostHolders) return;
    if (this.heads[slot] === 0) this.used += 1;
    if (this.entries === this.owners.length) {
      this.owners = doubled(this.owners);
      this.next = doubled(this.next);
    }
    this.owners[this.entries] = owner;
    this.next[this.entries] = this.heads[slot]!;
    this.entries += 1;
    this.keys[slot] = hash;
    this.heads[slot] = this.entries;
    this.counts[slot]! += 1;
    if (this.used * 2 > this.keys.length) this.grow();
  }

  private slotOf(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7;
    for (slot &= mask; this.heads[slot] !== 0 && this.keys[slot] !== hash; ) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { keys, heads, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.heads = new Int32Array(keys.length * 2);
    this.counts = new Uint8Array(keys.length * 2);
    for (const [at, head] of heads.entries()) {
      if (head === 0) continue;
      const slot = this.slotOf(keys[at]!);
      this.keys[slot] = keys[at]!;
      this.heads[slot] = head;
      this.counts[slot] = counts[at]!;
    }
  }
}

function doubled(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(list.length * 2);
  longer.set(list);
  return longer;
}
