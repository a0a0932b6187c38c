import type { Camera, Scene, WebGLRenderer } from 'three';

/** A driver that never says it is ready is drawn with all the same. */
const PATIENCE_MS = 12_000;

/**
 * The first picture waits until its shaders have been made, where a driver makes them beside the page
 * (KHR_parallel_shader_compile): drawn with at once, the page would stand still for as long.
 */
export class ShadersFirst {
  private state: 'unasked' | 'asked' | 'made' = 'unasked';

  /** Whether a picture may be drawn; where it may not yet, `made` hears when it may. */
  areMade(gl: WebGLRenderer, scene: Scene, camera: Camera, made: () => void): boolean {
    if (this.state === 'unasked') this.ask(gl, scene, camera, made);
    return this.state === 'made';
  }

  private ask(gl: WebGLRenderer, scene: Scene, camera: Camera, made: () => void): void {
    // Where it is made by who draws with it, there is nothing to wait for.
    this.state = gl.extensions.has('KHR_parallel_shader_compile') ? 'asked' : 'made';
    if (this.state === 'made') return;
    const go = () => {
      if (this.state === 'made') return;
      this.state = 'made';
      clearTimeout(patience);
      made();
    };
    const patience = setTimeout(go, PATIENCE_MS);
    gl.compileAsync(scene, camera).then(go, go);
  }
}
