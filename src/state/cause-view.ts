import { create } from 'zustand';

interface CauseView {
  /** The happening whose causes and effects are shown; null while none are. */
  readonly focus: number | null;
  /** Those looked at before, the last one last. */
  readonly before: readonly number[];
  look(happening: number): void;
  back(): void;
  close(): void;
}

const MOST_BEFORE = 50;

export const useCauseView = create<CauseView>((set) => ({
  focus: null,
  before: [],
  look: (happening) =>
    set(({ focus, before }) =>
      focus === happening
        ? {}
        : { focus: happening, before: focus === null ? [] : [...before, focus].slice(-MOST_BEFORE) },
    ),
  back: () => set(({ before }) => (before.length === 0 ? {} : { focus: before.at(-1)!, before: before.slice(0, -1) })),
  close: () => set({ focus: null, before: [] }),
}));
