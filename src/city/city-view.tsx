import { createRoot, extend, type ReconcilerRoot, type RootState } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { PCFShadowMap, type PerspectiveCamera, WebGLRenderer } from 'three';
import type { Problem } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { useLook } from '../state/look';
import type { BuildStep } from './build/build-city';
import { type Building, buildInWorker, CityRefused } from './build/build-client';
import { placeCamera } from './camera/orbit';
import { CityLayers } from './city-layers';
import { drawsInSoftware } from './stage/picture-quality';
import { rendererNameHere } from './stage/renderer-name';
import './city.css';
import { showFlat } from './flat/show-flat';
import { LabelBoard } from './labels/label-board';
import type { Language } from './language';
import { bendHighlights } from './sky/tone-mapping';
import { FIELD_OF_VIEW_DEG, followPointer } from './stage/pointer';
import { openStage, type Stage } from './stage/stage';

/** Layers bring their objects with them; React Three Fiber needs to know no class of three by name. */
extend({});

export interface CityViewProps {
  readonly sceneId: string;
  /** The run whose vehicles and signals are shown; the city stands without it too. */
  readonly engine: EngineClient | null;
  readonly language: Language;
  /** Every frame as sharp as the screen, however long it takes: for pictures that are kept. */
  readonly best?: boolean;
  onProgress?(step: BuildStep, share: number): void;
  onReady?(): void;
  /** The browser cannot draw in three dimensions: the city is a map. */
  onUnsupported?(): void;
  onRefused?(problems: readonly Problem[]): void;
}

const CONTEXT_PATIENCE_MS = 5_000;
const NEAR_M = 1;
const FAR_M = 26_000;

export function CityView({ sceneId, engine, language, best = false, ...calls }: CityViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const board = useRef<LabelBoard | null>(null);
  const said = useRef(calls);
  said.current = calls;
  const spoken = useRef(language);
  spoken.current = language;
  const [stage, setStage] = useState<Stage | null>(null);
  const [attempt, setAttempt] = useState(0);
  const look = useLook((state) => state.look);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt builds the scene anew
  useEffect(() => {
    let open: Stage | null = null;
    let gone = false;
    const building: Building = buildInWorker(sceneId, best, (step, share) => said.current.onProgress?.(step, share));
    const refuse = (error: unknown) => {
      if (!gone) said.current.onRefused?.(error instanceof CityRefused ? error.problems : [asProblem(error)]);
    };
    building.city.then((city) => {
      if (gone) return;
      open = openStage(city, building.energy, building.tunnels);
      setStage(open);
    }, refuse);
    building.energy.catch(refuse);
    building.tunnels.catch(refuse);
    return () => {
      gone = true;
      building.cancel();
      setStage(null);
      open?.dispose();
    };
  }, [sceneId, best, attempt]);

  useEffect(() => {
    if (!stage || !holder.current || !names.current) return;
    const labels = new LabelBoard(names.current, stage.city.labels, spoken.current, (place) =>
      hiddenFrom(stage, place),
    );
    board.current = labels;
    const stop = show(
      stage,
      holder.current,
      spoken.current,
      () => spoken.current,
      labels,
      best,
      said,
      () => setAttempt((before) => before + 1),
    );
    return () => {
      stop();
      labels.clear();
      board.current = null;
    };
  }, [stage, best]);

  useEffect(() => {
    if (!stage || !engine) return;
    stage.feed.connect(engine);
    return () => stage.feed.disconnect();
  }, [stage, engine]);

  useEffect(() => {
    board.current?.speak(language);
    const canvas = holder.current?.querySelector('canvas');
    if (canvas && stage) nameCanvas(canvas, stage, language);
    stage?.wake();
  }, [language, stage]);

  return (
    <div ref={holder} className="city-view" data-look={look}>
      <div ref={names} className="city-labels" aria-hidden="true" />
    </div>
  );
}

const eye = [0, 0, 0];
const looked = [0, 0, 0];

function hiddenFrom(stage: Stage, place: readonly number[]): boolean {
  placeCamera(stage.control.orbit, stage.control.terrain, eye, looked);
  return stage.picker.hides(eye, place);
}

type Calls = Pick<CityViewProps, 'onReady' | 'onUnsupported'>;

/** Puts a canvas into the holder and the city's layers onto it. Returns how to take it away again. */
function show(
  stage: Stage,
  holder: HTMLElement,
  language: Language,
  spoken: () => Language,
  labels: LabelBoard,
  best: boolean,
  said: { readonly current: Calls },
  restart: () => void,
): () => void {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  nameCanvas(canvas, stage, language);
  holder.prepend(canvas);
  let gl: WebGLRenderer;
  try {
    // Four samples a pixel cost a processor four times the time; a card hardly notices.
    const antialias = best || !drawsInSoftware(rendererNameHere());
    gl = new WebGLRenderer({ canvas, antialias, powerPreference: 'high-performance', stencil: false });
  } catch {
    // A canvas that has been asked for one kind of context may not be asked for another.
    const flat = canvas.cloneNode() as HTMLCanvasElement;
    canvas.replaceWith(flat);
    said.current.onUnsupported?.();
    const stop = showFlat(stage, flat, spoken, () => said.current.onReady?.());
    return () => {
      stop();
      flat.remove();
    };
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
    if (!stopped)
      root.render(
        <CityLayers stage={stage} labels={labels} best={best} onFirstPicture={() => said.current.onReady?.()} />,
      );
  });
  const resize = new ResizeObserver(() => {
    const { width, height } = measure();
    state?.setSize(width, height, 0, 0);
    state?.invalidate();
  });
  resize.observe(holder);
  const unfollow = followPointer(canvas, holder, stage, () => camera);
  let patience: ReturnType<typeof setTimeout> | undefined;
  const lost = (event: Event) => {
    event.preventDefault();
    canvas.dataset.ready = 'false';
    patience = setTimeout(restart, CONTEXT_PATIENCE_MS);
  };
  const restored = () => {
    clearTimeout(patience);
    canvas.dataset.ready = 'true';
    stage.rebake();
    state?.invalidate();
  };
  canvas.addEventListener('webglcontextlost', lost);
  canvas.addEventListener('webglcontextrestored', restored);
  return () => {
    stopped = true;
    clearTimeout(patience);
    canvas.removeEventListener('webglcontextlost', lost);
    canvas.removeEventListener('webglcontextrestored', restored);
    resize.disconnect();
    unfollow();
    root.unmount();
    gl.dispose();
    canvas.remove();
  };
}

function nameCanvas(canvas: HTMLCanvasElement, stage: Stage, language: Language): void {
  const { name } = stage.city;
  canvas.setAttribute('aria-label', name[language] ?? name.en);
}

function asProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  return { severity: 'error', code: 'view.build', path: [], message };
}
