import { useMemo } from 'react';
import { usePlaces } from '../../state/places';
import { useRun } from '../../state/run';
import { recordOfSections, type SectionEntry, type SectionRecord, sectionsAtWork } from '../../state/tunnel-alarms';
import { useTunnelsNow } from '../../state/tunnels-now';

/** What happenings tell of sections. */
export function useSectionRecords(): ReadonlyMap<string, SectionRecord> {
  const happenings = useRun((state) => state.happenings);
  return useMemo(() => recordOfSections(happenings), [happenings]);
}

/** Sections that are not at rest, newest first; null before anything has been heard of them. */
export function useSectionsAtWork(): readonly SectionEntry[] | null {
  const rows = useTunnelsNow((state) => state.sections);
  const seenSeconds = useTunnelsNow((state) => state.seenSeconds);
  const ids = usePlaces((state) => state.book?.tunnels.ids);
  const secondsPerTick = useRun(({ clock }) => (clock && clock.tick > 0 ? clock.seconds / clock.tick : 0));
  const records = useSectionRecords();
  return useMemo(
    () => (ids && rows.length > 0 ? sectionsAtWork(rows, seenSeconds, ids, records, secondsPerTick) : null),
    [rows, seenSeconds, ids, records, secondsPerTick],
  );
}
