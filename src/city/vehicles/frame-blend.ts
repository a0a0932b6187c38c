/** How far the picture has come from the frame before to the newest one, from when frames arrive. */
export class FrameBlend {
  private arrivedMs = 0;
  private gapMs = 100;
  private generation = -1;
  private jump = true;

  /** Frames that come later than this were held up or the run was paused: their gap says nothing about the next. */
  private static readonly LONGEST_GAP_MS = 1_200;
  private static readonly SHORTEST_GAP_MS = 12;

  /** A frame has arrived. Nothing is blended across a change of generation. */
  arrived(nowMs: number, generation: number): void {
    const gap = nowMs - this.arrivedMs;
    this.jump = generation !== this.generation;
    if (!this.jump && gap < FrameBlend.LONGEST_GAP_MS) {
      this.gapMs += (Math.max(FrameBlend.SHORTEST_GAP_MS, gap) - this.gapMs) * 0.25;
    }
    this.arrivedMs = nowMs;
    this.generation = generation;
  }

  /** 0 shows the frame before, 1 the newest; held at 1 when no other comes. */
  at(nowMs: number): number {
    if (this.jump) return 1;
    return Math.min(1, Math.max(0, (nowMs - this.arrivedMs) / this.gapMs));
  }
}
