import { create } from 'zustand';
import type { Problem } from '../../sim';
import { recall, remember } from './remembered';

/** The panels beside the city; on a narrow screen one of them is open at a time, or none. */
export type PanelName = 'change' | 'figures' | 'happenings' | 'tunnels';

export type DialogName =
  | 'help'
  | 'facts'
  | 'flows'
  | 'economics'
  | 'scenarios'
  | 'compare'
  | 'ahead'
  | 'playbook'
  | 'export'
  | 'corridor'
  | 'views'
  | 'monitor'
  | 'published'
  | 'plans';

interface ChromeState {
  /** Only heeded where the panels do not fit beside one another. */
  readonly openPanel: PanelName | null;
  readonly panelsHidden: boolean;
  readonly dialog: DialogName | null;
  /** Nobody has done anything on this page yet, nor on an earlier visit. */
  readonly isFirstRun: boolean;
  readonly pictureMissing: boolean;
  /** Its first picture has been drawn, or never will be: what can wait for it comes now. */
  readonly cityStands: boolean;
  /** A part of the page did not come when it was wanted. */
  readonly partMissing: boolean;
  /** Why the city could not be drawn although the browser could. */
  readonly pictureProblems: readonly Problem[];
  togglePanel(panel: PanelName): void;
  openPanelNow(panel: PanelName): void;
  togglePanels(): void;
  showDialog(dialog: DialogName | null): void;
  acted(): void;
  missPicture(): void;
  stand(): void;
  missPart(isMissing: boolean): void;
  refusePicture(problems: readonly Problem[]): void;
}

export const useChrome = create<ChromeState>((set, get) => ({
  openPanel: null,
  panelsHidden: false,
  dialog: null,
  isFirstRun: recall('acted') === null,
  pictureMissing: false,
  cityStands: false,
  partMissing: false,
  pictureProblems: [],
  togglePanel: (panel) => set((state) => ({ openPanel: state.openPanel === panel ? null : panel })),
  openPanelNow: (panel) => set({ openPanel: panel, panelsHidden: false }),
  togglePanels: () => set((state) => ({ panelsHidden: !state.panelsHidden })),
  showDialog: (dialog) => set({ dialog }),
  acted: () => {
    if (!get().isFirstRun) return;
    remember('acted', 'yes');
    set({ isFirstRun: false });
  },
  // What was to be opened is not: the next press asks for it again.
  missPart: (partMissing) => set(partMissing ? { partMissing, dialog: null } : { partMissing }),
  missPicture: () => set({ pictureMissing: true }),
  stand: () => set({ cityStands: true }),
  refusePicture: (pictureProblems) => set({ pictureProblems, cityStands: true }),
}));
