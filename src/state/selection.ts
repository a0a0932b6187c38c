import { create } from 'zustand';
import type { ElementKind } from '../../sim';

/** Something in the city that a pointer can mean. */
export interface ElementRef {
  readonly kind: ElementKind;
  readonly id: string;
}

/** While an intervention is being placed: which kinds of element it takes, and those chosen so far. */
export interface Placing {
  readonly kinds: readonly ElementKind[];
  readonly chosen: readonly string[];
  readonly most: number;
  /** The change is about the energy networks: they are to be seen meanwhile. */
  readonly showsEnergy: boolean;
  /** Only these of that kind may be chosen; null where all may. */
  readonly among: ReadonlySet<string> | null;
}

interface SelectionState {
  readonly hovered: ElementRef | null;
  readonly selected: ElementRef | null;
  readonly placing: Placing | null;
  /** Elements that carry an intervention now, to be marked in the city. */
  readonly marked: readonly ElementRef[];
  hover(element: ElementRef | null): void;
  /** A click: chooses or un-chooses while placing, selects otherwise. */
  pick(element: ElementRef | null): void;
  startPlacing(
    kinds: readonly ElementKind[],
    most: number,
    showsEnergy?: boolean,
    among?: ReadonlySet<string> | null,
  ): void;
  stopPlacing(): void;
  mark(elements: readonly ElementRef[]): void;
}

export const useSelection = create<SelectionState>((set) => ({
  hovered: null,
  selected: null,
  placing: null,
  marked: [],
  hover: (hovered) => set({ hovered }),
  pick: (element) =>
    set((state) => {
      if (!state.placing) return { selected: element };
      if (!element || !state.placing.kinds.includes(element.kind)) return {};
      const { chosen, most, among } = state.placing;
      if (among !== null && !among.has(element.id)) return {};
      const without = chosen.filter((id) => id !== element.id);
      const next =
        without.length < chosen.length
          ? without
          : [...without.slice(Math.max(0, without.length + 1 - most)), element.id];
      return { placing: { ...state.placing, chosen: next } };
    }),
  startPlacing: (kinds, most, showsEnergy = false, among = null) =>
    set({ placing: { kinds, chosen: [], most, showsEnergy, among } }),
  stopPlacing: () => set({ placing: null }),
  mark: (marked) => set({ marked }),
}));
