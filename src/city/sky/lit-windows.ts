import { useOrder } from '../build/buildings/facade-styles';
import type { Building } from '../build/buildings/scene-building';

/**
 * Share of windows lit after dark, by use and hour: homes in the evening, offices until people leave, wards all night.
 * Our own drawing after common experience, not a measurement; it says nothing about the city's load.
 */
const profiles: Record<'home' | 'work' | 'trade' | 'shift' | 'ward' | 'service', readonly number[]> = {
  home: [
    0.22, 0.1, 0.06, 0.05, 0.06, 0.14, 0.34, 0.46, 0.4, 0.3, 0.28, 0.28, 0.3, 0.28, 0.28, 0.3, 0.36, 0.5, 0.64, 0.74,
    0.78, 0.72, 0.56, 0.38,
  ],
  work: [
    0.07, 0.06, 0.05, 0.05, 0.06, 0.1, 0.3, 0.6, 0.85, 0.9, 0.9, 0.88, 0.8, 0.9, 0.9, 0.9, 0.9, 0.85, 0.62, 0.46, 0.34,
    0.22, 0.14, 0.1,
  ],
  trade: [
    0.2, 0.14, 0.12, 0.12, 0.12, 0.16, 0.3, 0.5, 0.7, 0.9, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95, 0.95,
    0.92, 0.8, 0.5, 0.3,
  ],
  shift: [
    0.4, 0.38, 0.36, 0.36, 0.38, 0.44, 0.56, 0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.72, 0.64, 0.58, 0.54,
    0.5, 0.46, 0.42,
  ],
  ward: [
    0.4, 0.36, 0.34, 0.34, 0.36, 0.44, 0.6, 0.7, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.76, 0.7, 0.6,
    0.5, 0.44,
  ],
  service: Array.from({ length: 24 }, () => 0.35),
};

const profileOf: Record<Building['use'], keyof typeof profiles> = {
  housing: 'home',
  dormitory: 'home',
  office: 'work',
  research: 'work',
  commerce: 'trade',
  hotel: 'home',
  industry: 'shift',
  logistics: 'shift',
  school: 'work',
  kindergarten: 'work',
  hospital: 'ward',
  culture: 'trade',
  civic: 'work',
  'energy-station': 'service',
  substation: 'service',
  'fire-station': 'ward',
  depot: 'service',
  'car-park': 'service',
  utility: 'service',
};

/** One share a use, in the shader's order. */
export function litShares(clockSeconds: number, out: Float32Array): void {
  const hours = (((clockSeconds / 3_600) % 24) + 24) % 24;
  const from = Math.floor(hours);
  useOrder.forEach((use, i) => {
    const profile = profiles[profileOf[use]];
    out[i] = profile[from] + (profile[(from + 1) % 24] - profile[from]) * (hours - from);
  });
}
