/** Counts what any WebGL2 page asks of its context. Injected before the page's own scripts, so it must stand alone. */

/** What the page's `glMeter` answers since it was last set to nothing. */
export interface Metered {
  /** Frames in which anything was drawn. */
  readonly frames: number;
  readonly seconds: number;
  readonly draws: number;
  readonly mostDrawsInAFrame: number;
  readonly triangles: number;
  readonly bufferBytes: number;
  readonly textureBytes: number;
  /** Script of animation frames, ms, the middle of all. */
  readonly scriptMs: number;
  /** Since the page began, of the first draw; 0 before it. */
  readonly firstDrawMs: number;
}

export interface WithMeter {
  glMeter: { reset(): void; read(): Metered };
}

/** With `swallows` nothing is drawn: a machine without a graphics card then runs as one with. `isCard` also claims one. */
export function meterPage({ swallows, isCard }: { swallows: boolean; isCard: boolean }): void {
  const page = globalThis as unknown as WithMeter;
  let [frames, draws, mostDraws, triangles, bufferBytes, textureBytes] = [0, 0, 0, 0, 0, 0];
  let [inFrame, firstDrawMs, fromMs] = [0, 0, performance.now()];
  let script: number[] = [];
  let frameAtMs = -1;
  let busyMs = 0;
  const endFrame = () => {
    if (inFrame > 0) {
      frames++;
      mostDraws = Math.max(mostDraws, inFrame);
      script.push(busyMs);
    }
    inFrame = busyMs = 0;
  };
  page.glMeter = {
    reset() {
      frames = draws = mostDraws = triangles = bufferBytes = textureBytes = inFrame = busyMs = 0;
      script = [];
      fromMs = performance.now();
    },
    read() {
      endFrame();
      const sorted = [...script].sort((a, b) => a - b);
      const scriptMs = sorted.length > 0 ? sorted[sorted.length >> 1] : 0;
      const seconds = (performance.now() - fromMs) / 1_000;
      return {
        frames,
        seconds,
        draws,
        mostDrawsInAFrame: mostDraws,
        triangles,
        bufferBytes,
        textureBytes,
        scriptMs,
        firstDrawMs,
      };
    },
  };
  const raf = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    raf((atMs) => {
      if (atMs !== frameAtMs) {
        endFrame();
        frameAtMs = atMs;
      }
      const before = performance.now();
      try {
        callback(atMs);
      } finally {
        busyMs += performance.now() - before;
      }
    });
  const P = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
  const TRIANGLES = 4;
  const drawn = (mode: unknown, count: unknown, instances: unknown) => {
    if (firstDrawMs === 0) firstDrawMs = performance.now();
    draws++;
    inFrame++;
    if (mode === TRIANGLES) triangles += (Number(count) / 3) * Number(instances);
  };
  const draw = (name: string, countAt: number, instancesAt: number | null) => {
    const ask = P[name];
    P[name] = function (this: unknown, ...args: unknown[]) {
      drawn(args[0], args[countAt], instancesAt === null ? 1 : args[instancesAt]);
      return swallows ? undefined : ask.apply(this, args);
    };
  };
  draw('drawArrays', 2, null);
  draw('drawElements', 1, null);
  draw('drawRangeElements', 3, null);
  draw('drawArraysInstanced', 2, 3);
  draw('drawElementsInstanced', 1, 4);
  if (swallows) P.clear = () => undefined;
  const sized = (source: unknown) =>
    typeof source === 'object' && source !== null ? ((source as { byteLength?: number }).byteLength ?? 0) : 0;
  const part = (source: unknown, length: unknown) =>
    Number(length) * ((source as { BYTES_PER_ELEMENT?: number }).BYTES_PER_ELEMENT ?? 1);
  const { bufferData, bufferSubData } = P;
  P.bufferData = function (this: unknown, ...args: unknown[]) {
    bufferBytes += args[4] ? part(args[1], args[4]) : sized(args[1]);
    return bufferData.apply(this, args);
  };
  P.bufferSubData = function (this: unknown, ...args: unknown[]) {
    bufferBytes += args[4] ? part(args[2], args[4]) : sized(args[2]);
    return bufferSubData.apply(this, args);
  };
  for (const name of ['texImage2D', 'texSubImage2D', 'texImage3D', 'texSubImage3D']) {
    const ask = P[name];
    P[name] = function (this: unknown, ...args: unknown[]) {
      textureBytes += sized(args.find((each) => sized(each) > 0));
      return ask.apply(this, args);
    };
  }
  if (!isCard) return;
  const RENDERER = 0x1f01;
  const UNMASKED_RENDERER = 0x9246;
  const { getParameter } = P;
  P.getParameter = function (this: unknown, ...args: unknown[]) {
    if (args[0] === RENDERER || args[0] === UNMASKED_RENDERER) return 'Metered';
    return getParameter.apply(this, args);
  };
}
