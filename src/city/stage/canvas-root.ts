import { createRoot, type ReconcilerRoot, type RootState } from '@react-three/fiber';
import type { ReactNode } from 'react';
import { PCFShadowMap, type PerspectiveCamera, WebGLRenderer } from 'three';
import { bendHighlights } from '../sky/tone-mapping';
import { drawsInSoftware } from './picture-quality';
import { FIELD_OF_VIEW_DEG } from './pointer';
import { rendererNameHere } from './renderer-name';

const CONTEXT_PATIENCE_MS = 5_000;
const NEAR_M = 1;
const FAR_M = 26_000;

export interface CanvasCalls {
  /** The context is back; what was drawn once into a texture is gone. */
  restored(): void;
  /** It has been gone for too long. */
  givenUp(): void;
}

export interface CanvasRoot {
  readonly canvas: HTMLCanvasElement;
  camera(): PerspectiveCamera | null;
  stop(): void;
}

/** Puts a canvas into a holder, behind all else there, and layers onto it; null where a browser cannot draw in three dimensions. */
export function openCanvas(
  holder: HTMLElement,
  best: boolean,
  layers: ReactNode,
  calls: CanvasCalls,
): CanvasRoot | null {
  const canvas = document.createElement('canvas');
  holder.prepend(canvas);
  let gl: WebGLRenderer;
  try {
    // Four samples a pixel cost a processor four times the time; a card hardly notices.
    const antialias = best || !drawsInSoftware(rendererNameHere());
    gl = new WebGLRenderer({ canvas, antialias, powerPreference: 'high-performance', stencil: false });
  } catch {
    canvas.remove();
    return null;
  }
  gl.info.autoReset = true;
  gl.debug.checkShaderErrors = import.meta.env.DEV;
  bendHighlights(gl);
  gl.shadowMap.enabled = true;
  gl.shadowMap.type = PCFShadowMap;
  let camera: PerspectiveCamera | null = null;
  let state: RootState | null = null;
  let stopped = false;
  const root: ReconcilerRoot<HTMLCanvasElement> = createRoot(canvas);
  const measure = () => ({
    width: Math.max(1, holder.clientWidth),
    height: Math.max(1, holder.clientHeight),
    top: 0,
    left: 0,
  });
  const ready = root.configure({
    gl,
    frameloop: 'demand',
    size: measure(),
    dpr: 1,
    shadows: { type: PCFShadowMap },
    camera: { fov: FIELD_OF_VIEW_DEG, near: NEAR_M, far: FAR_M },
    onCreated: (created) => {
      state = created;
      camera = created.camera as PerspectiveCamera;
      bendHighlights(gl);
    },
  });
  void Promise.resolve(ready).then(() => {
    if (!stopped) root.render(layers);
  });
  const resize = new ResizeObserver(() => {
    const { width, height } = measure();
    state?.setSize(width, height, 0, 0);
    state?.invalidate();
  });
  resize.observe(holder);
  let patience: ReturnType<typeof setTimeout> | undefined;
  const lost = (event: Event) => {
    event.preventDefault();
    canvas.dataset.ready = 'false';
    patience = setTimeout(calls.givenUp, CONTEXT_PATIENCE_MS);
  };
  const restored = () => {
    clearTimeout(patience);
    canvas.dataset.ready = 'true';
    calls.restored();
    state?.invalidate();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  return {
    canvas,
    camera: () => camera,
    stop() {
      stopped = true;
      clearTimeout(patience);
      canvas.removeEventListener('webglcontextlost', lost);
      canvas.removeEventListener('webglcontextrestored', restored);
      resize.disconnect();
      root.unmount();
      gl.dispose();
      canvas.remove();
    },
  };
}
