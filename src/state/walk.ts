import { create } from 'zustand';
import { useSelection } from './selection';

/** Who walks through a gallery: in which section, how far along it, and what a pad on the screen asks for. */
interface WalkState {
  /** Section that one stands in; null while nobody is inside. */
  readonly section: string | null;
  /** From the section's beginning, in whole metres. */
  readonly alongM: number;
  /** Lamps are dark: one carries a torch. */
  readonly hasTorch: boolean;
  /** Metres ahead that a pad asks for, 1, 0 or −1. */
  readonly push: number;
  enter(section: string): void;
  leave(): void;
  pushTo(push: number): void;
  moved(section: string, alongM: number, hasTorch: boolean): void;
}

export const useWalk = create<WalkState>((set, get) => ({
  section: null,
  alongM: 0,
  hasTorch: false,
  push: 0,
  enter: (section) => set({ section, alongM: 0, hasTorch: false, push: 0 }),
  leave: () => {
    if (get().section !== null) set({ section: null, push: 0 });
  },
  pushTo: (push) => set({ push }),
  moved: (section, alongM, hasTorch) => {
    const now = get();
    if (now.section === null) return;
    if (now.section !== section || now.alongM !== alongM || now.hasTorch !== hasTorch) {
      set({ section, alongM, hasTorch });
    }
  },
}));

/** Into the section that is selected, or out again. */
export function walkInside(): void {
  const { section, enter, leave } = useWalk.getState();
  const { selected, placing } = useSelection.getState();
  if (section !== null) leave();
  else if (!placing && selected?.kind === 'gallery-section') enter(selected.id);
}
