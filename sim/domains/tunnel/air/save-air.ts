/** The galleries' air to bytes and back; what follows from the flows is read off again. */
import type { Decoder, Encoder } from '../../../kernel';
import { readOff } from './advance';
import type { GalleryAir } from './gallery-air';

const floats = [
  'supply',
  'normalShare',
  'doorOpen',
  'shaftOpen',
  'airC',
  'outdoor',
  'leakM3PerS',
  'leakAtM',
  'fanSpeed',
  'solvedC',
  'solvedOutdoorC',
  'solvedLeakM3PerS',
] as const;
const bytes = ['mode', 'fanWorks', 'isStale', 'isAgainst'] as const;

export function saveAir(air: GalleryAir, out: Encoder): void {
  for (const name of floats) out.float64s(air[name]);
  for (const name of bytes) out.uint8s(air[name]);
  for (const { solver } of air.compartments) out.float64s(solver.flowM3PerS).float64s(solver.pressurePa);
}

export function loadAir(air: GalleryAir, from: Decoder): void {
  for (const name of floats) from.float64s(air[name]);
  for (const name of bytes) from.uint8s(air[name]);
  for (const part of air.compartments) {
    from.float64s(part.solver.flowM3PerS);
    from.float64s(part.solver.pressurePa);
    for (let k = 0; k < part.fans.length; k++) {
      part.solver.network.fan.speed[part.fanBranch[k]] = air.fanSpeed[part.fans[k]];
    }
    readOff(air, part);
  }
}
