import { type PerspectiveCamera, Raycaster, Vector2 } from 'three';
import { type ElementRef, useSelection } from '../../state/selection';
import { useVehicle } from '../../state/vehicle';
import { listen } from '../camera/camera-input';
import { VehicleFinder } from '../vehicles/find-vehicle';
import type { Stage } from './stage';

export const FIELD_OF_VIEW_DEG = 38;
/** From farther away a click means what lies on the ground. */
const FARTHEST_FOR_VEHICLES_M = 1_500;
const SLACK_PIXELS = 4;

/** Connects the canvas's pointer and keys with the camera and with what is under the pointer. Returns how to stop. */
export function followPointer(
  canvas: HTMLCanvasElement,
  holder: HTMLElement,
  stage: Stage,
  camera: () => PerspectiveCamera | null,
): () => void {
  const ray = new Raycaster();
  const spot = new Vector2();
  const finder = new VehicleFinder(stage.city.tracks);
  let pending = 0;
  let at: { x: number; y: number } | null = null;
  const aim = (clientX: number, clientY: number): { origin: number[]; direction: number[] } | null => {
    const lens = camera();
    if (!lens) return null;
    const box = canvas.getBoundingClientRect();
    spot.set(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
    ray.setFromCamera(spot, lens);
    return { origin: ray.ray.origin.toArray(), direction: ray.ray.direction.toArray() };
  };
  const under = (clientX: number, clientY: number): ElementRef | null => {
    const line = aim(clientX, clientY);
    if (!line) return null;
    const { placing } = useSelection.getState();
    const metresAPixel = (2 * Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360)) / canvas.clientHeight;
    const { kinds, among } = placing ?? { kinds: null, among: null };
    return stage.picker.find(line.origin, line.direction, kinds, metresAPixel, among).element;
  };
  /** Vehicles are small and move: they are meant before what they stand on, not through houses. */
  const vehicleUnder = (clientX: number, clientY: number): number => {
    const line = aim(clientX, clientY);
    const { feed, picker } = stage;
    if (!line || stage.control.orbit.distanceM > FARTHEST_FOR_VEHICLES_M) return -1;
    const slack = (2 * SLACK_PIXELS * Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360)) / canvas.clientHeight;
    const blend = feed.blend.at(performance.now());
    const { vehicles, vehicleCount } = feed;
    const farthestM = picker.clearM(line.origin, line.direction);
    return finder.find(vehicles, vehicleCount, blend, line.origin, line.direction, slack, farthestM);
  };
  const hover = () => {
    pending = 0;
    const element = at ? under(at.x, at.y) : null;
    const { hovered } = useSelection.getState();
    if (hovered?.id === element?.id && hovered?.kind === element?.kind) return;
    holder.dataset.over = String(element !== null);
    useSelection.getState().hover(element);
  };
  const stop = listen(canvas, {
    control: stage.control,
    fieldOfViewDeg: FIELD_OF_VIEW_DEG,
    wake: () => stage.wake(),
    groundAt(clientX, clientY) {
      const line = aim(clientX, clientY);
      return line && stage.picker.groundAt(line.origin, line.direction);
    },
    point(clientX, clientY) {
      at = { x: clientX, y: clientY };
      if (!pending) pending = requestAnimationFrame(hover);
    },
    leave() {
      at = null;
      if (!pending) pending = requestAnimationFrame(hover);
    },
    click(clientX, clientY) {
      const state = useSelection.getState();
      const row = state.placing ? -1 : vehicleUnder(clientX, clientY);
      useVehicle.getState().pickVehicle(row < 0 ? null : row);
      if (row >= 0) return state.pick(null);
      const element = under(clientX, clientY);
      if (state.placing && !element) return;
      state.pick(element);
    },
  });
  const placing = useSelection.subscribe((state) => {
    holder.dataset.placing = String(state.placing !== null);
  });
  return () => {
    stop();
    placing();
    if (pending) cancelAnimationFrame(pending);
    useSelection.getState().hover(null);
  };
}
