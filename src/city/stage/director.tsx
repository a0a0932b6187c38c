import { useFrame, useThree } from '@react-three/fiber';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { PerspectiveCamera, WebGLRenderer } from 'three';
import { useCamera } from '../../state/camera';
import { tellCameraPlace } from '../../state/camera-place';
import { useLook } from '../../state/look';
import { dividedAt } from '../../state/look-back';
import { usePicture } from '../../state/picture';
import { useQuality } from '../../state/quality';
import { useSelection } from '../../state/selection';
import { useSplit } from '../../state/split';
import { aimLens } from '../camera/aim-lens';
import { clearView } from '../camera/clear-view';
import { type Orbit, orbitFrom } from '../camera/orbit';
import type { LabelBoard } from '../labels/label-board';
import { drawStrip } from './draw-strip';
import { PictureGate } from './picture-gate';
import { drawsInSoftware, PictureQuality, pixelBudget } from './picture-quality';
import { rendererName } from './renderer-name';
import { ShadersFirst } from './shaders-first';
import { placeOf, showSelection } from './stage';
import { useStage } from './stage-context';
import { takePicture } from './take-picture';

/** Where frames are slow, motion still keeps to the clock, up to this much in one. */
const LONGEST_STEP_SECONDS = 0.35;
const FLOW_FADE_SECONDS = 0.25;
/** A picture in which nothing moves is drawn once more, sharp, after this. */
const SHARPEN_AFTER_MS = 700;
const SHARP_PIXELS = 2_400_000;
/** Where a processor draws, the first picture may be looked at before the page is busy with a better one. */
const LOOKED_AT_MS = 1_500;
const REPORT_EVERY_MS = 1_000;
const DEG = 180 / Math.PI;
const FIRST_APPROACH_SECONDS = 2.6;

export interface DirectorProps {
  readonly labels: LabelBoard;
  /** Always as sharp as the screen, however long a frame takes: for pictures that are kept. */
  readonly best: boolean;
  onFirstPicture(): void;
}

/** What happens in every frame before anything is drawn: the camera's step, the blend of flows, and when to draw again. */
export function Director({ labels, best, onFirstPicture }: DirectorProps) {
  const stage = useStage();
  const { control, uniforms, feed, city } = stage;
  const { gl, scene, camera, size, invalidate, setDpr } = useThree();
  const quality = useRef<PictureQuality | null>(null);
  const software = useRef(false);
  const memory = useRef({
    lastMs: 0,
    busy: false,
    drawn: 0,
    isShown: false,
    isNight: false,
    reportedMs: 0,
    sharpen: 0 as ReturnType<typeof setTimeout> | 0,
    improve: 0 as ReturnType<typeof setTimeout> | 0,
    sharp: false,
  });

  const shaders = useRef(new ShadersFirst());
  const gate = useRef<PictureGate | null>(null);
  const ask = useCallback(() => (gate.current ? gate.current.ask() : invalidate()), [invalidate]);
  /** Another number of pixels empties the canvas: it is taken in the frame that fills it again, and not before. */
  const wantedRatio = useRef<number | null>(null);
  const wantRatio = useCallback(
    (ratio: number) => {
      wantedRatio.current = ratio;
      ask();
    },
    [ask],
  );
  const firstPicture = useEffectEvent(() => {
    const state = memory.current;
    if (state.isShown) return;
    state.isShown = true;
    gl.domElement.dataset.ready = 'true';
    // For whoever measures, in the browser's own tools too.
    performance.mark('city-stands');
    if (!best) {
      const better = () => {
        quality.current?.begin();
        wantRatio(quality.current?.ratio ?? 1);
      };
      state.improve = setTimeout(better, software.current ? LOOKED_AT_MS : 0);
    }
    onFirstPicture();
  });

  useEffect(() => {
    stage.wake = ask;
    return () => {
      stage.wake = () => {};
    };
  }, [stage, ask]);

  // Before anything is drawn, or the first two pictures would queue.
  useLayoutEffect(() => {
    if (!drawsInSoftware(rendererName(gl.getContext()))) return;
    const made = new PictureGate(gl.getContext() as WebGL2RenderingContext, invalidate, firstPicture);
    gate.current = made;
    return () => {
      made.dispose();
      gate.current = null;
    };
  }, [gl, invalidate]);

  useEffect(() => {
    software.current = drawsInSoftware(rendererName(gl.getContext()));
    const budget = pixelBudget(size.width, size.height, window.devicePixelRatio, software.current && !best);
    quality.current = new PictureQuality(budget);
    // Only the very first picture is plain: another size of the window begins as sharp as that allows.
    if (memory.current.isShown) quality.current.begin();
    useQuality.getState().setQuality(software.current && !best ? 'plain' : 'full', software.current);
    stage.pixelRatio = best ? window.devicePixelRatio : quality.current.ratio;
    setDpr(stage.pixelRatio);
    invalidate();
  }, [stage, gl, size, best, setDpr, invalidate]);

  useEffect(() => {
    showSelection(stage);
    // Who asked the system for less motion is taken there at once.
    const go = (orbit: Orbit) => (best || prefersStill() ? control.jumpTo(orbit) : control.flyTo(orbit));
    const wake = ask;
    const stops = [
      useSelection.subscribe(() => {
        showSelection(stage);
        invalidate();
      }),
      useLook.subscribe(wake),
      useSplit.subscribe(wake),
      useCamera.subscribe((state, before) => {
        if (state.wishes === before.wishes || !state.wish) return;
        const { wish } = state;
        // What lay under a resting pointer flies away from it.
        useSelection.getState().hover(null);
        if (wish.kind === 'home') go(control.home);
        else if (wish.kind === 'place') {
          const { x, y, distanceM, headingDeg, pitchDeg } = { ...control.orbit, ...wish };
          const orbit = { x, y, distanceM, headingDeg, pitchDeg };
          if (wish.isAtOnce) control.jumpTo(orbit);
          else go(clearView(orbit, city.heights, (eye, along) => stage.picker.clearM(eye, along)));
        } else if (wish.kind === 'view') {
          const view = city.views.find(({ id }) => id === wish.id);
          if (view) go(orbitFrom(view.eye, view.target, city.heights));
        } else {
          const place = placeOf(stage, wish.element);
          if (place) {
            const distanceM = Math.min(2_500, Math.max(220, place.sizeM * 1.4));
            go({ ...control.orbit, x: place.x, y: place.y, distanceM, pitchDeg: 40 });
          }
        }
        invalidate();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [stage, control, city, best, ask, invalidate]);

  useEffect(() => {
    if (prefersStill() || best || software.current) return;
    const { home } = control;
    control.jumpTo({
      ...home,
      distanceM: home.distanceM * 1.35,
      headingDeg: home.headingDeg - 9,
      pitchDeg: Math.min(80, home.pitchDeg + 7),
    });
    control.flyTo(home, FIRST_APPROACH_SECONDS);
  }, [control, best]);

  useEffect(() => {
    usePicture.setState({ take: () => takePicture(gl, scene, camera, software.current) });
    return () => usePicture.setState({ take: null });
  }, [gl, scene, camera]);

  useFrame((_, delta) => {
    if (!shaders.current.areMade(gl, scene, camera, ask)) return;
    const now = performance.now();
    if (wantedRatio.current !== null && (gate.current?.isFree ?? true)) {
      stage.pixelRatio = wantedRatio.current;
      setDpr(stage.pixelRatio);
      wantedRatio.current = null;
    }
    const seconds = Math.min(LONGEST_STEP_SECONDS, delta);
    const moving = control.advance(seconds);
    const lens = camera as PerspectiveCamera;
    aimLens(lens, control);
    tellCameraPlace(control.orbit, 2 * DEG * Math.atan(Math.tan(lens.fov / 2 / DEG) * lens.aspect));
    stage.drawn();
    labels.place(lens, size.width, size.height, now);
    const isNight = uniforms.uNight.value > 0.5;
    if (isNight !== memory.current.isNight) {
      memory.current.isNight = isNight;
      // Names are pale on a dark city, in either look.
      const view = gl.domElement.parentElement;
      if (view) view.dataset.night = String(isNight);
    }
    const wanted = useLook.getState().showFlow ? 1 : 0;
    const flow = uniforms.uShowFlow;
    const rest = wanted - flow.value;
    flow.value =
      Math.abs(rest) < 0.01
        ? wanted
        : flow.value + Math.sign(rest) * Math.min(Math.abs(rest), seconds / FLOW_FADE_SECONDS);
    const again = moving || feed.moving(now) || flow.value !== wanted || (stage.walk?.moves ?? false);
    const state = memory.current;
    const budget = quality.current;
    if (budget && !best) {
      if (state.busy && again && budget.frame(now - state.lastMs)) wantRatio(budget.ratio);
      if (again && state.sharp) {
        state.sharp = false;
        wantRatio(budget.ratio);
      }
      clearTimeout(state.sharpen || undefined);
      if (!again && !state.sharp) {
        state.sharpen = setTimeout(() => {
          const ratio = Math.min(window.devicePixelRatio, Math.sqrt(SHARP_PIXELS / (size.width * size.height)));
          state.sharp = true;
          if (ratio > budget.ratio) wantRatio(ratio);
        }, SHARPEN_AFTER_MS);
      }
    }
    state.lastMs = now;
    state.busy = again;
    if (again) ask();
    if (!again || now - state.reportedMs > REPORT_EVERY_MS) {
      state.reportedMs = now;
      report(gl, stage.drops);
    }
    state.drawn++;
    if (state.drawn === 2) {
      if (!gate.current) firstPicture();
    } else if (state.drawn < 2) {
      ask();
    }
  });

  // With a priority of its own, drawing is ours: not while the picture before is still being drawn.
  useFrame(({ gl: renderer, scene, camera }) => {
    if (!shaders.current.areMade(renderer, scene, camera, ask)) return;
    if (gate.current && !gate.current.begin()) return;
    const shown = stage.walk ?? { scene, camera };
    drawStrip(renderer, shown.scene, shown.camera, size, stage.walk ? 0 : dividedAt(), 1);
    gate.current?.end();
  }, 1);

  useEffect(
    () => () => {
      clearTimeout(memory.current.sharpen || undefined);
      clearTimeout(memory.current.improve || undefined);
    },
    [],
  );
  return null;
}

/** What tests and a person with a console may read, once a second and when it comes to rest: draws and triangles of the frame before. */
function report(gl: WebGLRenderer, drops: number): void {
  const { dataset } = gl.domElement;
  dataset.drawCalls = String(gl.info.render.calls);
  dataset.triangles = String(gl.info.render.triangles);
  dataset.drops = String(drops);
  dataset.programs = String(gl.info.programs?.length ?? 0);
  dataset.geometries = String(gl.info.memory.geometries);
  dataset.textures = String(gl.info.memory.textures);
}

function prefersStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
