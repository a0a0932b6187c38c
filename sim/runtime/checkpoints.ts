export interface Checkpoint {
  readonly tick: number;
  readonly state: Uint8Array<ArrayBuffer>;
}

export interface CheckpointPlan {
  readonly budgetBytes: number;
  /** Those of the last so many ticks are all kept; of earlier ones, one in so many. */
  readonly recentTicks: number;
  readonly sparseTicks: number;
}

/**
 * States to go back to: all of the last hour, one an hour before that, within a budget of bytes. The first, usually the
 * start of the run, and the newest go last. A single one is kept even if it is larger than the budget.
 */
export class Checkpoints {
  readonly #plan: CheckpointPlan;
  #kept: Checkpoint[] = [];
  #bytes = 0;
  #dropped: ArrayBuffer | undefined;

  constructor(plan: CheckpointPlan) {
    this.#plan = plan;
  }

  get list(): readonly Checkpoint[] {
    return this.#kept;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Memory of the state that went last, for the next one; whoever takes it owns it. */
  takeDropped(): ArrayBuffer | undefined {
    const dropped = this.#dropped;
    this.#dropped = undefined;
    return dropped;
  }

  has(tick: number): boolean {
    return this.#kept.some((each) => each.tick === tick);
  }

  add(checkpoint: Checkpoint): void {
    this.#keep([...this.#kept.filter((each) => each.tick !== checkpoint.tick), checkpoint]);
    this.#thin();
    this.#fit(checkpoint);
  }

  atOrBefore(tick: number): Checkpoint | undefined {
    return this.#kept.findLast((each) => each.tick <= tick);
  }

  /** What lies after a tick belongs to a history that will not happen; says whether there was any. */
  dropAfter(tick: number): boolean {
    const before = this.#kept.length;
    this.#keep(this.#kept.filter((each) => each.tick <= tick));
    return this.#kept.length < before;
  }

  #thin(): void {
    const { recentTicks, sparseTicks } = this.#plan;
    const newest = this.#kept[this.#kept.length - 1].tick;
    const hours = new Set<number>();
    this.#keep(
      this.#kept.filter(({ tick }, index) => {
        const hour = Math.floor(tick / sparseTicks);
        const first = !hours.has(hour);
        hours.add(hour);
        return first || index === 0 || tick >= newest - recentTicks;
      }),
    );
  }

  /** While it is too much, the one goes whose neighbours are closest together: what is left stays evenly spread. */
  #fit(added: Checkpoint): void {
    while (this.#bytes > this.#plan.budgetBytes && this.#kept.length > 1) {
      const kept = this.#kept;
      let worst = kept[0] === added ? 1 : 0; // with two left, the one that was not just made
      let closest = Number.POSITIVE_INFINITY;
      for (let i = 1; i < kept.length - 1; i++) {
        const gap = kept[i + 1].tick - kept[i - 1].tick;
        if (gap < closest && kept[i] !== added) {
          closest = gap;
          worst = i;
        }
      }
      this.#keep(kept.filter((_, index) => index !== worst));
    }
  }

  #keep(checkpoints: Checkpoint[]): void {
    this.#dropped = this.#kept.find((each) => !checkpoints.includes(each))?.state.buffer ?? this.#dropped;
    this.#kept = checkpoints.sort((a, b) => a.tick - b.tick);
    this.#bytes = checkpoints.reduce((sum, each) => sum + each.state.buffer.byteLength, 0);
  }
}
