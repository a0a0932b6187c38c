import type { AttributeArray } from './mesh-data';

type Kind<A extends AttributeArray> = { new (length: number): A };

/** Numbers in a block; memory for many small writers, and few enough blocks to lay end to end, in balance. */
const BLOCK = 16_384;
const MOST_SPARE_BLOCKS = 64;
/** Blocks that were written and read, for whoever writes next: fresh memory costs more than what is written to it. */
const spare = new Map<Kind<AttributeArray>, AttributeArray[]>();

/** Numbers written one after another into blocks, of which nothing is copied until `done` lays them end to end. */
export class Growing<A extends AttributeArray> {
  private readonly kind: Kind<A>;
  /** Blocks left behind, and how far each was written. */
  private readonly full: { readonly block: A; readonly used: number }[] = [];
  private before = 0;
  private block: A;
  private used = 0;

  constructor(kind: Kind<A>) {
    this.kind = kind;
    this.block = this.blank();
  }

  get length(): number {
    return this.before + this.used;
  }

  push(a: number): void {
    if (this.used === BLOCK) this.turn();
    this.block[this.used++] = a;
  }

  push3(a: number, b: number, c: number): void {
    if (this.used + 3 > BLOCK) this.turn();
    const { block, used } = this;
    block[used] = a;
    block[used + 1] = b;
    block[used + 2] = c;
    this.used = used + 3;
  }

  push4(a: number, b: number, c: number, d: number): void {
    if (this.used + 4 > BLOCK) this.turn();
    const { block, used } = this;
    block[used] = a;
    block[used + 1] = b;
    block[used + 2] = c;
    block[used + 3] = d;
    this.used = used + 4;
  }

  /** Everything written; the writer is empty again. */
  done(): A {
    const all = new this.kind(this.length);
    let at = 0;
    for (const { block, used } of this.full) {
      all.set(used === BLOCK ? block : (block.subarray(0, used) as A), at);
      at += used;
      this.giveBack(block);
    }
    all.set(this.block.subarray(0, this.used) as A, at);
    this.full.length = 0;
    this.before = 0;
    this.used = 0;
    return all;
  }

  /** What remains of the block stays empty, so that nothing is written across two. */
  private turn(): void {
    this.full.push({ block: this.block, used: this.used });
    this.before += this.used;
    this.block = this.blank();
    this.used = 0;
  }

  private blank(): A {
    return (spare.get(this.kind)?.pop() as A | undefined) ?? new this.kind(BLOCK);
  }

  private giveBack(block: A): void {
    const list = spare.get(this.kind) ?? [];
    spare.set(this.kind, list);
    if (list.length < MOST_SPARE_BLOCKS) list.push(block);
  }
}
