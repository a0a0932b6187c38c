import type { CheckpointInfo, Happening, KpiSample } from '../../sim';

/** A day of minutes; older ones leave the screen, not the run. */
const MOST_SAMPLES = 1_440;
/** Chains of causes are long; so many are some megabytes. */
const MOST_HAPPENINGS = 20_000;
const HOUR_SECONDS = 3_600;

/** After a jump back the run writes its story again from there: what it had said of later times is dropped. */
export function addSample(samples: readonly KpiSample[], sample: KpiSample): readonly KpiSample[] {
  return [...before(samples, sample.tick), sample].slice(-MOST_SAMPLES);
}

/** Many at once, since a jump in time tells thousands: the list is copied once. */
export function addHappenings(happenings: readonly Happening[], told: readonly Happening[]): readonly Happening[] {
  const all = [...happenings];
  for (const happening of told) {
    while (all.length > 0 && all[all.length - 1].id >= happening.id) all.pop();
    all.push(happening);
  }
  return all.slice(-MOST_HAPPENINGS);
}

/** Every checkpoint of the last hour, and one an hour before that, as the run itself thins them. */
export function addCheckpoint(
  checkpoints: readonly CheckpointInfo[],
  added: CheckpointInfo,
): readonly CheckpointInfo[] {
  const all = [...checkpoints.filter((each) => each.tick !== added.tick), added].sort((a, b) => a.tick - b.tick);
  const newest = all[all.length - 1].seconds;
  const hours = new Set<number>();
  return all.filter((each) => {
    if (newest - each.seconds <= HOUR_SECONDS) return true;
    const hour = Math.floor(each.seconds / HOUR_SECONDS);
    if (hours.has(hour)) return false;
    hours.add(hour);
    return true;
  });
}

/** Those of earlier ticks only. The list is in order of ticks. */
export function before<T extends { readonly tick: number }>(entries: readonly T[], tick: number): readonly T[] {
  let end = entries.length;
  while (end > 0 && entries[end - 1].tick >= tick) end--;
  return end === entries.length ? entries : entries.slice(0, end);
}

/** So many of them at most, evenly spread, the newest among them: more than a small chart has room for is not drawn. */
export function thinned<T>(entries: readonly T[], most: number): readonly T[] {
  if (entries.length <= most) return entries;
  const stride = Math.ceil(entries.length / most);
  const last = entries.length - 1;
  return entries.filter((_, i) => (last - i) % stride === 0);
}
