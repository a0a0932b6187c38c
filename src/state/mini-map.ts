import { create } from 'zustand';
import type { Look } from './look';
import { recall, remember } from './remembered';

/** The city from straight above, once: painted in metres east and north, under whatever transform the painter has. */
export interface CityPlan {
  readonly extent: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  paint(context: CanvasRenderingContext2D, look: Look, pixelM: number): void;
}

interface MiniMapState {
  /** Comes after the city's picture. */
  readonly plan: CityPlan | null;
  readonly isShown: boolean;
}

export const useMiniMap = create<MiniMapState>(() => ({ plan: null, isShown: recall('mini-map') !== 'no' }));

export function toggleMiniMap(): void {
  const isShown = !useMiniMap.getState().isShown;
  remember('mini-map', isShown ? 'yes' : 'no');
  useMiniMap.setState({ isShown });
}
