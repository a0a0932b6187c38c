import { create } from 'zustand';
import type { FigureGroup } from '../../i18n';
import { recall, remember } from '../../state/remembered';

interface ClosedGroups {
  readonly closed: readonly string[];
  toggle(group: FigureGroup): void;
}

const NAME = 'figures.closed';

/** Which groups of figures are folded away, kept from one visit to the next. */
export const useClosedGroups = create<ClosedGroups>((set, get) => ({
  closed: (recall(NAME) ?? '').split(' ').filter(Boolean),
  toggle: (group) => {
    const { closed } = get();
    const next = closed.includes(group) ? closed.filter((each) => each !== group) : [...closed, group];
    remember(NAME, next.join(' '));
    set({ closed: next });
  },
}));
