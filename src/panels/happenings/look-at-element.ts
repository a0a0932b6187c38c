import { useCamera } from '../../state/camera';
import type { PlaceBook } from '../../state/place-book';
import { useSelection } from '../../state/selection';

const LOOK_FROM_M = 600;

/** Whether there is somewhere to fly to. */
export function hasPlace(element: string, book: PlaceBook | null, code: string): boolean {
  return book?.placeOfAny(element, code) !== undefined;
}

/** Flies to where a happening took place, and tells of what it happened to: down to a section of a gallery, which it opens. */
export function lookAtElement(element: string, book: PlaceBook | null, code: string): void {
  const view = book?.tunnels.viewOf(element);
  const { placing, pick } = useSelection.getState();
  // Whoever places a change looks round, and chooses nothing by it.
  if (placing === null) pick(book?.elementOfAny(element, code) ?? null);
  if (view) {
    useCamera.getState().flyTo({ kind: 'place', ...view });
    return;
  }
  const at = book?.placeOfAny(element, code);
  if (at) useCamera.getState().flyTo({ kind: 'place', x: at[0], y: at[1], distanceM: LOOK_FROM_M });
}
