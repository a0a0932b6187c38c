import type { Camera, Scene, WebGLRenderer } from 'three';

/** A driver that never says it is ready is drawn with all the same. */
const PATIENCE_MS = 12_000;

/**
 * The first picture waits until its shaders have been made, which a driver does beside the page where it can
 * (KHR_parallel_shader_compile). Drawn with at once, the page stands still for as long: where a processor draws that is
 * seconds, in which nobody hears how far the city's opening is.
 */
export class ShadersFirst {
  private state: 'unasked' | 'asked' | 'made' = 'unasked';

  get areMade(): boolean {
    return this.state === 'made';
  }

  /** Asks for them once; `made` hears when a picture may be drawn. */
  ask(gl: WebGLRenderer, scene: Scene, camera: Camera, made: () => void): void {
    if (this.state !== 'unasked') return;
    this.state = 'asked';
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
