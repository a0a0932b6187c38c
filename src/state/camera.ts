import { create } from 'zustand';

/** Where the camera is asked to go: a named view, an element, or the first view. */
export type CameraTarget =
  | { readonly kind: 'view'; readonly id: string }
  | {
      readonly kind: 'place';
      readonly x: number;
      readonly y: number;
      readonly distanceM: number;
      /** As the camera looks now, where nothing is said. */
      readonly headingDeg?: number;
      readonly pitchDeg?: number;
      /** At once, as a hand that drags wants it. */
      readonly isAtOnce?: boolean;
    }
  | { readonly kind: 'element'; readonly element: string }
  | { readonly kind: 'home' };

interface CameraState {
  /** The newest wish and its number; the view follows each number once. */
  readonly wish: CameraTarget | null;
  readonly wishes: number;
  flyTo(target: CameraTarget): void;
}

export const useCamera = create<CameraState>((set) => ({
  wish: null,
  wishes: 0,
  flyTo: (wish) => set((state) => ({ wish, wishes: state.wishes + 1 })),
}));
