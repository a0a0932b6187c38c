import { create } from 'zustand';

/** What draws the city can be asked for a picture of it, as it stands. */
interface PictureState {
  /** None while no city is drawn. */
  readonly take: (() => HTMLCanvasElement) | null;
}

export const usePicture = create<PictureState>(() => ({ take: null }));
