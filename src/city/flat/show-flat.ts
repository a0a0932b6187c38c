import { useCamera } from '../../state/camera';
import { energyIsShown } from '../../state/energy-shown';
import { useLook } from '../../state/look';
import { useSelection } from '../../state/selection';
import { tunnelsAreShown } from '../../state/tunnels-shown';
import { listen } from '../camera/camera-input';
import { type Orbit, orbitFrom } from '../camera/orbit';
import type { Language } from '../language';
import { FIELD_OF_VIEW_DEG } from '../stage/pointer';
import { placeOf, type Stage } from '../stage/stage';
import { TunnelSigns } from '../tunnels/tunnel-signs';
import { FlatFrame } from './flat-frame';
import { FlatMap } from './flat-map';

/** A processor has other things to do: pictures a second, at most. */
const LEAST_MS = 100;
const LONGEST_STEP_SECONDS = 0.35;
/** From where a ray for picking comes down. */
const ABOVE_M = 4_000;
const STRAIGHT_DOWN_DEG = 89;
const MOST_RATIO = 2;

/** Draws the city as a map where there is no WebGL 2, with the same hands and keys. Returns how to take it away again. */
export function showFlat(stage: Stage, canvas: HTMLCanvasElement, language: () => Language, onReady: () => void) {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return () => {};
  const { control, feed, picker } = stage;
  const holder = canvas.parentElement ?? canvas;
  const map = new FlatMap(stage);
  const signs: { made: TunnelSigns | null } = { made: null };
  const down = (orbit: Orbit): Orbit => ({ ...orbit, pitchDeg: STRAIGHT_DOWN_DEG });
  control.jumpTo(down({ ...control.home, headingDeg: 0 }));
  let frame = frameNow();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMs = 0;
  let drawn = 0;
  let isGone = false;

  function frameNow(): FlatFrame {
    const ratio = Math.min(MOST_RATIO, window.devicePixelRatio);
    const width = Math.max(1, Math.round(holder.clientWidth * ratio));
    const height = Math.max(1, Math.round(holder.clientHeight * ratio));
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    return new FlatFrame(control.orbit, width, height, ratio, FIELD_OF_VIEW_DEG);
  }
  const draw = () => {
    timer = undefined;
    if (isGone || !context) return;
    const now = performance.now();
    const moving = control.advance(Math.min(LONGEST_STEP_SECONDS, (now - lastMs) / 1_000));
    lastMs = now;
    if (control.orbit.pitchDeg !== STRAIGHT_DOWN_DEG && !control.flying) control.jumpTo(down(control.orbit));
    frame = frameNow();
    map.paint(context, frame, language());
    canvas.dataset.flat = String(feed.vehicleCount);
    if (++drawn === 1) {
      canvas.dataset.ready = 'true';
      onReady();
    }
    if (moving) wake();
  };
  const wake = () => {
    timer ??= setTimeout(draw, Math.max(0, lastMs + LEAST_MS - performance.now()));
  };
  stage.wake = wake;
  stage.energy.then((built) => {
    map.energy = built;
    wake();
  }, nothing);
  stage.tunnels.then((built) => {
    map.tunnels = built;
    signs.made = built && new TunnelSigns(built);
    wake();
  }, nothing);

  const metresAt = (clientX: number, clientY: number): readonly [number, number] => {
    const box = canvas.getBoundingClientRect();
    return frame.toMetres((clientX - box.left) * frame.ratio, (clientY - box.top) * frame.ratio);
  };
  const under = (clientX: number, clientY: number) => {
    const [x, y] = metresAt(clientX, clientY);
    const { placing } = useSelection.getState();
    picker.energy = energyIsShown() ? map.energy : null;
    picker.tunnels = tunnelsAreShown() && map.tunnels && signs.made ? { built: map.tunnels, signs: signs.made } : null;
    const metresAPixelAtOne = frame.ratio / frame.scale / ABOVE_M;
    const { kinds, among } = placing ?? { kinds: null, among: null };
    return picker.find([x, ABOVE_M, -y], [0, -1, 0], kinds, metresAPixelAtOne, among).element;
  };
  const stopHands = listen(canvas, {
    control,
    fieldOfViewDeg: FIELD_OF_VIEW_DEG,
    wake,
    groundAt(clientX, clientY) {
      const [x, y] = metresAt(clientX, clientY);
      return { x, y };
    },
    point(clientX, clientY) {
      const element = under(clientX, clientY);
      const { hovered, hover } = useSelection.getState();
      if (hovered?.id === element?.id && hovered?.kind === element?.kind) return;
      holder.dataset.over = String(element !== null);
      hover(element);
    },
    leave: () => useSelection.getState().hover(null),
    click(clientX, clientY) {
      const element = under(clientX, clientY);
      const state = useSelection.getState();
      if (!state.placing || element) state.pick(element);
    },
  });
  const stops = [
    useSelection.subscribe(wake),
    useLook.subscribe(wake),
    useCamera.subscribe((state, before) => {
      if (state.wishes === before.wishes || !state.wish) return;
      const to = orbitOf(stage, state.wish);
      if (to) control.flyTo(down({ ...to, headingDeg: 0 }));
      wake();
    }),
  ];
  const resize = new ResizeObserver(wake);
  resize.observe(holder);
  wake();
  return () => {
    isGone = true;
    clearTimeout(timer);
    stage.wake = () => {};
    stopHands();
    for (const stop of stops) stop();
    resize.disconnect();
  };
}

function orbitOf(stage: Stage, wish: NonNullable<ReturnType<typeof useCamera.getState>['wish']>): Orbit | null {
  const { control, city } = stage;
  if (wish.kind === 'home') return control.home;
  if (wish.kind === 'place') return { ...control.orbit, x: wish.x, y: wish.y, distanceM: wish.distanceM };
  if (wish.kind === 'view') {
    const view = city.views.find(({ id }) => id === wish.id);
    return view ? orbitFrom(view.eye, view.target, city.heights) : null;
  }
  const place = placeOf(stage, wish.element);
  return place && { ...control.orbit, x: place.x, y: place.y, distanceM: Math.max(300, 1.6 * place.sizeM) };
}

function nothing(): void {
  // Whoever opened the stage says what went wrong.
}
