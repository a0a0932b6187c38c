import { create } from 'zustand';
import { recall, remember } from './remembered';

const NAME = 'folded';

interface Folds {
  /** Parts of lists that somebody has folded away, each by list and part. */
  readonly folded: readonly string[];
  toggle(part: string): void;
}

/** Which parts of long lists are folded away, kept from one visit to the next. */
export const useFolds = create<Folds>((set, get) => ({
  folded: (recall(NAME) ?? '').split(' ').filter(Boolean),
  toggle: (part) => {
    const { folded } = get();
    const next = folded.includes(part) ? folded.filter((each) => each !== part) : [...folded, part];
    remember(NAME, next.join(' '));
    set({ folded: next });
  },
}));
