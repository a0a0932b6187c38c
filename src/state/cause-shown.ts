import { create } from 'zustand';
import type { Happening } from '../../sim';
import { causeIndexOf } from './cause-index';
import { type CauseMap, causeMap, emptyMap } from './cause-map';
import { useCauseView } from './cause-view';
import { useEdits } from './edits';
import { usePlaces } from './places';
import { useRun } from './run';

/** The chain that is looked at, as places and ways in the city; empty while none is. */
export const useCauseShown = create<{ readonly map: CauseMap }>(() => ({ map: emptyMap }));

/** A run that tells much is not drawn anew with every word. */
const AT_MOST_EVERY_MS = 400;

/** Keeps the map up to what is looked at and to what has happened since. Answers how to stop. */
export function followCauses(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    waiting = undefined;
    const { focus } = useCauseView.getState();
    const { book } = usePlaces.getState();
    if (focus === null || book === null) {
      if (useCauseShown.getState().map !== emptyMap) useCauseShown.setState({ map: emptyMap });
      return;
    }
    const index = causeIndexOf(useRun.getState().happenings);
    const targetOf = firstTargets();
    const placeOf = ({ element, code }: Happening) => book.placeOfAny(targetOf.get(element) ?? element, code);
    useCauseShown.setState({ map: causeMap(index, focus, placeOf) });
  };
  const soon = () => {
    waiting ??= setTimeout(look, AT_MOST_EVERY_MS);
  };
  const atOnce = () => {
    clearTimeout(waiting);
    look();
  };
  atOnce();
  const stops = [
    useCauseView.subscribe(atOnce),
    usePlaces.subscribe(soon),
    useRun.subscribe((now, before) => {
      if (now.happenings !== before.happenings && useCauseView.getState().focus !== null) soon();
    }),
  ];
  return () => {
    clearTimeout(waiting);
    for (const stop of stops) stop();
    useCauseShown.setState({ map: emptyMap });
  };
}

/** A change has no place of its own, its first target has. */
function firstTargets(): ReadonlyMap<string, string> {
  const { list, done, undone } = useEdits.getState().history;
  const all = [...[...done, ...undone].map(({ subject }) => subject), ...list];
  return new Map(all.flatMap(({ id, targets }) => (targets.length > 0 ? [[id, targets[0]] as const] : [])));
}
