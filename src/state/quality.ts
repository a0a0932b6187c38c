import { create } from 'zustand';

/** How much the picture shows, chosen from how long frames take; a person may be told why it is plain. */
export type Quality = 'full' | 'reduced' | 'plain';

interface QualityState {
  readonly quality: Quality;
  /** Drawn without a graphics processor. */
  readonly software: boolean;
  setQuality(quality: Quality, software: boolean): void;
}

export const useQuality = create<QualityState>((set) => ({
  quality: 'full',
  software: false,
  setQuality: (quality, software) => set({ quality, software }),
}));
