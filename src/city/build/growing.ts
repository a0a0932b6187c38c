import type { AttributeArray } from './mesh-data';

type Kind<A extends AttributeArray> = { new (length: number): A };

/** A typed array that grows as it is written to; `done` cuts it to its length. */
export class Growing<A extends AttributeArray> {
  length = 0;
  private data: A;
  private readonly kind: Kind<A>;

  constructor(kind: Kind<A>, capacity = 4_096) {
    this.kind = kind;
    this.data = new kind(capacity);
  }

  private room(extra: number): void {
    if (this.length + extra <= this.data.length) return;
    const larger = new this.kind(Math.max(this.data.length * 2, this.length + extra));
    larger.set(this.data);
    this.data = larger;
  }

  push(a: number): void {
    this.room(1);
    this.data[this.length++] = a;
  }

  push3(a: number, b: number, c: number): void {
    this.room(3);
    const { data, length } = this;
    data[length] = a;
    data[length + 1] = b;
    data[length + 2] = c;
    this.length = length + 3;
  }

  push4(a: number, b: number, c: number, d: number): void {
    this.room(4);
    const { data, length } = this;
    data[length] = a;
    data[length + 1] = b;
    data[length + 2] = c;
    data[length + 3] = d;
    this.length = length + 4;
  }

  done(): A {
    return this.data.slice(0, this.length) as A;
  }
}
