import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useText } from '../../i18n';
import { useCamera } from '../../state/camera';
import { useCameraPlace } from '../../state/camera-place';
import { useLook } from '../../state/look';
import { type CityPlan, toggleMiniMap, useMiniMap } from '../../state/mini-map';
import { useWalk } from '../../state/walk';
import { IconButton } from '../../ui/button';
import { drawCamera } from './draw-camera';
import { type PlanFrame, planFrame } from './plan-frame';
import './mini-map.css';

/** A key moves the looked-at place by this share of the city. */
const KEY_SHARE = 0.04;
const keyWays: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A small plan of the city in the corner: where the camera is and what it sees; press or drag to go elsewhere. */
export function MiniMap() {
  const plan = useMiniMap((state) => (state.isShown ? state.plan : null));
  const isInside = useWalk((state) => state.section !== null);
  return plan === null || isInside ? null : <Plan plan={plan} />;
}

function Plan({ plan }: { readonly plan: CityPlan }) {
  const words = useText().miniMap;
  const look = useLook((state) => state.look);
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<PlanFrame | null>(null);

  // Drawn when the camera, the city or the size has changed, and never twice in a frame of the screen.
  useEffect(() => {
    const shown = canvas.current;
    const context = shown?.getContext('2d');
    if (!shown || !context) return;
    let base: HTMLCanvasElement | null = null;
    let asked = 0;
    const draw = () => {
      asked = 0;
      const of = frame.current;
      if (of === null || base === null) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.drawImage(base, 0, 0);
      const { place } = useCameraPlace.getState();
      if (place) drawCamera(context, of, place, look);
    };
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(draw);
    };
    const measure = () => {
      const { clientWidth, clientHeight } = shown;
      if (clientWidth === 0 || clientHeight === 0) return;
      const of = planFrame(plan.extent, clientWidth, clientHeight, window.devicePixelRatio);
      frame.current = of;
      shown.width = of.width;
      shown.height = of.height;
      base = document.createElement('canvas');
      base.width = of.width;
      base.height = of.height;
      const painter = base.getContext('2d');
      if (!painter) return;
      of.apply(painter);
      plan.paint(painter, look, 1 / of.scale);
      ask();
    };
    const resize = new ResizeObserver(measure);
    resize.observe(shown);
    measure();
    const stop = useCameraPlace.subscribe(ask);
    return () => {
      stop();
      resize.disconnect();
      cancelAnimationFrame(asked);
    };
  }, [plan, look]);

  const goTo = ({ nativeEvent }: PointerEvent, isAtOnce: boolean) => {
    const now = useCameraPlace.getState().place;
    if (frame.current === null || now === null) return;
    const [x, y] = frame.current.toMetres(nativeEvent.offsetX, nativeEvent.offsetY);
    useCamera.getState().flyTo({ kind: 'place', x, y, distanceM: now.distanceM, isAtOnce });
  };
  const onKey = (event: KeyboardEvent) => {
    const way = keyWays[event.key];
    const now = useCameraPlace.getState().place;
    if (way === undefined || now === null) return;
    event.preventDefault();
    event.stopPropagation();
    const { extent } = plan;
    const stepM = KEY_SHARE * Math.max(extent.maxX - extent.minX, extent.maxY - extent.minY);
    const [x, y] = [now.x + way[0] * stepM, now.y + way[1] * stepM];
    useCamera.getState().flyTo({ kind: 'place', x, y, distanceM: now.distanceM });
  };
  return (
    <section className="mini-map" aria-label={words.title}>
      <button
        type="button"
        className="mini-map-face"
        aria-label={words.keys}
        title={words.hint}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event, false);
        }}
        onPointerMove={(event) => {
          if (event.buttons !== 0) goTo(event, true);
        }}
        onKeyDown={onKey}
      >
        <canvas ref={canvas} />
      </button>
      <IconButton small icon="close" label={words.hide} onClick={toggleMiniMap} />
    </section>
  );
}
