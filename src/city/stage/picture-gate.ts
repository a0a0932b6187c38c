const LOOK_EVERY_MS = 12;
/** Left to the panels between two pictures: they are drawn by the same processor. */
const BREATH_MS = 200;

/**
 * One picture at a time. Where a processor draws, a picture takes longer than the page needs to ask for the next: asked
 * for freely they queue up, each later than the one before, and the page waits with them. Here the next is asked for
 * when the last has been drawn, which the context's own fence tells.
 */
export class PictureGate {
  private readonly context: WebGL2RenderingContext;
  private readonly draw: () => void;
  private readonly done: () => void;
  private fence: WebGLSync | null = null;
  private isDrawing = false;
  private isWanted = false;
  private look: ReturnType<typeof setTimeout> | undefined;

  constructor(context: WebGL2RenderingContext, draw: () => void, done: () => void) {
    this.context = context;
    this.draw = draw;
    this.done = done;
  }

  ask(): void {
    if (this.isDrawing) this.isWanted = true;
    else this.draw();
  }

  get isFree(): boolean {
    return !this.isDrawing;
  }

  /** Whether a picture may be drawn now; one that may not is asked for again when it may. */
  begin(): boolean {
    if (this.isDrawing) {
      this.isWanted = true;
      return false;
    }
    this.isDrawing = true;
    return true;
  }

  /** All of it has been asked of the context. */
  end(): void {
    this.fence = this.context.fenceSync(this.context.SYNC_GPU_COMMANDS_COMPLETE, 0);
    this.context.flush();
    this.look = setTimeout(this.check, LOOK_EVERY_MS);
  }

  dispose(): void {
    clearTimeout(this.look);
    if (this.fence) this.context.deleteSync(this.fence);
    this.fence = null;
    this.isDrawing = false;
  }

  private readonly check = (): void => {
    const { context, fence } = this;
    // A lost context has no fences and owes no picture.
    const isDone =
      !fence || context.isContextLost() || context.getSyncParameter(fence, context.SYNC_STATUS) !== context.UNSIGNALED;
    if (!isDone) {
      this.look = setTimeout(this.check, LOOK_EVERY_MS);
      return;
    }
    if (this.fence) context.deleteSync(this.fence);
    this.fence = null;
    this.done();
    this.look = setTimeout(this.next, BREATH_MS);
  };

  private readonly next = (): void => {
    this.isDrawing = false;
    if (!this.isWanted) return;
    this.isWanted = false;
    this.draw();
  };
}
