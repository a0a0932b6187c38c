/** Who is where on foot, as bytes; flows and geometry follow from the scene and the plans. */
import type { Decoder, Encoder } from '../../../kernel';
import type { Walking } from './walking';

export function saveWalking(walking: Walking, out: Encoder): void {
  out.u32(walking.steps).float64s(walking.untilNext).uint32s(walking.come);
  out.uint32s(walking.waiting).uint32s(walking.onSpan).uint32s(Uint32Array.from(walking.stepped));
  out.u32(walking.due).u32(walking.crossed).f64(walking.waitedSeconds);
}

export function loadWalking(walking: Walking, from: Decoder): void {
  walking.steps = from.u32();
  from.float64s(walking.untilNext);
  from.uint32s(walking.come);
  from.uint32s(walking.waiting);
  from.uint32s(walking.onSpan);
  const stepped = from.uint32s();
  if (stepped.length !== walking.stepped.length) {
    throw new Error(`met ${stepped.length} places of people on crossings, expected ${walking.stepped.length}`);
  }
  walking.stepped.set(stepped);
  walking.due = from.u32();
  walking.crossed = from.u32();
  walking.waitedSeconds = from.f64();
}
