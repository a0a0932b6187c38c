import type { Happening } from '../../sim';
import { isAlarm, isAtRest, SECTION_STRIDE, type SectionNow, sectionNow } from './section-state';
import { useTunnelsNow } from './tunnels-now';

/** A section that is not at rest. */
export interface SectionEntry {
  readonly slot: number;
  readonly id: string;
  readonly now: SectionNow;
  readonly isAlarm: boolean;
  /** Run seconds since when; NaN where nobody knows. */
  readonly sinceSeconds: number;
  /** Somebody has taken its gas alarm. */
  readonly isTaken: boolean;
  /** The happening that began it; undefined where none is on record. */
  readonly began: Happening | undefined;
}

/** What begins a state of a section, the way the engine says it. */
const begins: ReadonlySet<string> = new Set([
  'tunnel.gas-pre-alarm',
  'tunnel.gas-alarm',
  'tunnel.water-high',
  'tunnel.boards-drowned',
  'tunnel.fire-alarm',
  'tunnel.section-dark',
  'tunnel.road-shut',
]);
/** What ends them: whatever began before that is over. */
const ends: ReadonlySet<string> = new Set([
  'tunnel.gas-pre-alarm-over',
  'tunnel.gas-reset',
  'tunnel.section-dry',
  'tunnel.smoke-cleared',
  'tunnel.section-lit',
]);

/** What the record of happenings knows of each section: when its present trouble began, and whether it was taken. */
export interface SectionRecord {
  readonly began: Happening | undefined;
  readonly isTaken: boolean;
}

/** Told oldest first. */
export function recordOfSections(happenings: readonly Happening[]): ReadonlyMap<string, SectionRecord> {
  const found = new Map<string, SectionRecord>();
  for (const happening of happenings) {
    const { code, element } = happening;
    if (!code.startsWith('tunnel.')) continue;
    const known = found.get(element);
    if (code === 'tunnel.gas-alarm') {
      found.set(element, { began: known?.began ?? happening, isTaken: false });
    } else if (begins.has(code)) {
      found.set(element, { began: known?.began ?? happening, isTaken: known?.isTaken ?? false });
    } else if (code === 'tunnel.gas-acknowledged') {
      found.set(element, { began: known?.began, isTaken: true });
    } else if (ends.has(code)) {
      found.delete(element);
    }
  }
  return found;
}

/** Sections that are not at rest, the newest first; of those that began together, alarms before what they set off. */
export function sectionsAtWork(
  rows: Float32Array,
  seenSeconds: Float64Array,
  ids: readonly string[],
  records: ReadonlyMap<string, SectionRecord>,
  secondsPerTick: number,
): readonly SectionEntry[] {
  const found: SectionEntry[] = [];
  const count = Math.min(ids.length, rows.length / SECTION_STRIDE);
  for (let slot = 0; slot < count; slot++) {
    if (isAtRest(rows, slot)) continue;
    const now = sectionNow(rows, slot)!;
    const record = records.get(ids[slot]);
    const toldSeconds = record?.began === undefined ? Number.NaN : record.began.tick * secondsPerTick;
    found.push({
      slot,
      id: ids[slot],
      now,
      isAlarm: isAlarm(now),
      sinceSeconds: Number.isFinite(toldSeconds) ? toldSeconds : (seenSeconds[slot] ?? Number.NaN),
      isTaken: record?.isTaken ?? false,
      began: record?.began,
    });
  }
  const age = ({ sinceSeconds }: SectionEntry) => (Number.isNaN(sinceSeconds) ? -1 : sinceSeconds);
  return found.sort((a, b) => age(b) - age(a) || Number(b.isAlarm) - Number(a.isAlarm) || a.slot - b.slot);
}

/** How many sections are in alarm. */
export function useTunnelAlarms(): number {
  return useTunnelsNow(({ sections }) => alarmsIn(sections));
}

const counted = new WeakMap<Float32Array, number>();

function alarmsIn(sections: Float32Array): number {
  const known = counted.get(sections);
  if (known !== undefined) return known;
  let count = 0;
  for (let slot = 0; slot < sections.length / SECTION_STRIDE; slot++) {
    if (!isAtRest(sections, slot) && isAlarm(sectionNow(sections, slot)!)) count++;
  }
  counted.set(sections, count);
  return count;
}
