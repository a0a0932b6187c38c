/** Runs in the page before its own scripts: what the real shaders do, and what the engine's worker has said meanwhile. */

/** A frame in which vehicles were drawn: how far between two of the engine's, and the middle of each body as drawn. */
export interface DrawnVehicles {
  readonly blend: number;
  /** East and north, m, two a vehicle. */
  readonly middles: readonly number[];
}

/** A frame that was drawn, and whether the engine had said before it that somewhere there is no voltage. */
export interface DrawnFrame {
  readonly isToldDark: boolean;
  /** Lit windows in each of the areas that are watched: pixels that are warm and bright. */
  readonly lit: readonly number[];
}

export interface Watched {
  vehicles: DrawnVehicles[];
  frames: DrawnFrame[];
  draws: number;
  /** What the newest frame of the engine says of signals, by turn. */
  signals: number[];
  /** In pixels of the page: left, top, width, height. */
  areas: (readonly [number, number, number, number])[];
  readsVehicles: boolean;
}

export interface WithWatched {
  watched: Watched;
}

export function watchDrawing(): void {
  const watched: Watched = { vehicles: [], frames: [], draws: 0, signals: [], areas: [], readsVehicles: false };
  (globalThis as unknown as WithWatched).watched = watched;
  watchEngine();
  watchPixels();
  watchVehicles();

  /** Frames of the engine as they arrive, before the page's own listener has them. */
  function watchEngine(): void {
    const handler = Object.getOwnPropertyDescriptor(Worker.prototype, 'onmessage')!;
    Object.defineProperty(Worker.prototype, 'onmessage', {
      ...handler,
      set(listener: ((event: MessageEvent) => void) | null) {
        const both = (event: MessageEvent) => {
          hear(event.data);
          listener?.call(this, event);
        };
        handler.set!.call(this, listener && both);
      },
    });
  }

  interface Section {
    readonly name: string;
    readonly offset: number;
    readonly stride: number;
  }
  interface Frame {
    readonly layout: readonly Section[];
    readonly counts: readonly number[];
    readonly buffer: ArrayBuffer;
  }
  let isToldDark = false;
  function hear(message: { readonly kind?: string; readonly value?: Partial<Frame> }): void {
    const { layout, counts, buffer } = message.value ?? {};
    if (!layout || !counts || !buffer) return;
    layout.forEach(({ name, offset, stride }, i) => {
      if (name === 'traffic.signals') watched.signals = [...new Uint8Array(buffer, offset, counts[i])];
      if (name !== 'energy.nodes') return;
      const nodes = new Float32Array(buffer, offset, counts[i] * stride);
      isToldDark ||= nodes.some((value, k) => k % stride === 0 && value === 0);
    });
  }

  /** After every picture the areas are read from the canvas itself, which still holds it. */
  function watchPixels(): void {
    const raf = window.requestAnimationFrame.bind(window);
    let drawn: WebGL2RenderingContext | null = null;
    for (const name of ['drawElements', 'drawElementsInstanced', 'drawArrays', 'drawArraysInstanced'] as const) {
      const ask = WebGL2RenderingContext.prototype[name] as (...args: never[]) => void;
      Object.assign(WebGL2RenderingContext.prototype, {
        [name](this: WebGL2RenderingContext, ...args: never[]) {
          watched.draws++;
          if (this.canvas instanceof HTMLCanvasElement) drawn = this;
          return ask.apply(this, args);
        },
      });
    }
    window.requestAnimationFrame = (callback) =>
      raf((atMs) => {
        drawn = null;
        const before = isToldDark;
        callback(atMs);
        if (drawn === null || watched.areas.length === 0) return;
        const gl: WebGL2RenderingContext = drawn;
        watched.frames.push({ isToldDark: before, lit: watched.areas.map((area) => litIn(gl, area)) });
      });
  }

  function litIn(gl: WebGL2RenderingContext, [left, top, width, height]: readonly number[]): number {
    const { canvas } = gl as { canvas: HTMLCanvasElement };
    const scale = canvas.width / canvas.clientWidth;
    const [w, h] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    const pixels = new Uint8Array(4 * w * h);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(
      Math.floor(left * scale),
      canvas.height - Math.ceil((top + height) * scale),
      w,
      h,
      gl.RGBA,
      gl.UNSIGNED_BYTE,
      pixels,
    );
    let lit = 0;
    for (let i = 0; i < pixels.length; i += 4) if (pixels[i] > 120 && pixels[i] > pixels[i + 2] + 30) lit++;
    return lit / (w * h);
  }

  /** The vehicles' own program tells where it puts every corner, by transform feedback, for those very rows. */
  function watchVehicles(): void {
    const P = WebGL2RenderingContext.prototype;
    const { shaderSource, attachShader, linkProgram, useProgram, drawElementsInstanced } = P;
    const sources = new WeakMap<WebGLShader, string>();
    const vehicles = new WeakSet<WebGLProgram>();
    let current: WebGLProgram | null = null;
    P.shaderSource = function (shader, source) {
      sources.set(shader, source);
      shaderSource.call(this, shader, source);
    };
    P.attachShader = function (program, shader) {
      const source = sources.get(shader) ?? '';
      if (/uvec4 aRow/.test(source) && /vWorld =/.test(source)) vehicles.add(program);
      attachShader.call(this, program, shader);
    };
    P.linkProgram = function (program) {
      if (vehicles.has(program)) this.transformFeedbackVaryings(program, ['vWorld'], this.INTERLEAVED_ATTRIBS);
      linkProgram.call(this, program);
    };
    P.useProgram = function (program) {
      current = program;
      useProgram.call(this, program);
    };
    P.drawElementsInstanced = function (mode, count, type, offset, instances) {
      drawElementsInstanced.call(this, mode, count, type, offset, instances);
      if (watched.readsVehicles && current && vehicles.has(current) && instances > 0) read(this, current, instances);
    };
  }

  function read(gl: WebGL2RenderingContext, program: WebGLProgram, instances: number): void {
    const blend = Number(gl.getUniform(program, gl.getUniformLocation(program, 'uBlend')!));
    const position = gl.getAttribLocation(program, 'position');
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.getVertexAttrib(position, gl.VERTEX_ATTRIB_ARRAY_BUFFER_BINDING));
    const corners = gl.getBufferParameter(gl.ARRAY_BUFFER, gl.BUFFER_SIZE) / 12;
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    const feedback = gl.createTransformFeedback();
    const buffer = gl.createBuffer();
    gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, buffer);
    gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, 12 * corners * instances, gl.STREAM_READ);
    gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback);
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, buffer);
    gl.enable(gl.RASTERIZER_DISCARD);
    gl.beginTransformFeedback(gl.POINTS);
    gl.drawArraysInstanced(gl.POINTS, 0, corners, instances);
    gl.endTransformFeedback();
    gl.disable(gl.RASTERIZER_DISCARD);
    gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null);
    const placed = new Float32Array(3 * corners * instances);
    gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, buffer);
    gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, placed);
    gl.bindBuffer(gl.TRANSFORM_FEEDBACK_BUFFER, null);
    gl.deleteTransformFeedback(feedback);
    gl.deleteBuffer(buffer);
    const middles: number[] = [];
    for (let i = 0; i < instances; i++) {
      let [x0, x1, z0, z1, x, z] = [Infinity, -Infinity, Infinity, -Infinity, 0, 0];
      for (let k = 0; k < corners; k++) {
        const at = 3 * (i * corners + k);
        x0 = Math.min(x0, placed[at]);
        x1 = Math.max(x1, placed[at]);
        z0 = Math.min(z0, placed[at + 2]);
        z1 = Math.max(z1, placed[at + 2]);
        x += placed[at] / corners;
        z += placed[at + 2] / corners;
      }
      // Rows that this shape does not show have all their corners in one place.
      if (x1 - x0 + z1 - z0 > 1) middles.push(x, -z);
    }
    if (middles.length > 0) watched.vehicles.push({ blend, middles });
  }
}
