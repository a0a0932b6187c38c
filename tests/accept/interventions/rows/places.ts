/** Where and when rows are lived. */
import type { Change } from '../row';

/** For rows about several networks: half an hour of a January morning is shared, the hour after it is watched. */
export const flagshipMorning = { city: 'the flagship', day: 20, hour: 7, sharedMinutes: 30, minutes: 60 } as const;

/** A little less speed on the street that fewest use: what it does to the city is what any touch does. */
export const flagshipPlacebo: readonly Change[] = [
  { kind: 'limit-speed', targets: ['tingtao:yinxing-tingtao:line35-tingtao'], settings: { limitKmh: 25 } },
];

/** For rows about streets alone, in small towns. */
export const smallMorning = { day: 266, hour: 7, sharedMinutes: 10, minutes: 60, domains: ['traffic'] } as const;

/** For rows that need whole days of energy: quarter hours, nobody drives. */
export const quarterHours = { domains: ['energy'], stepSeconds: { energy: 900 } } as const;

export const summerNoon = { day: 205, hour: 12, sharedMinutes: 60, domains: ['energy'] } as const;
export const winterGalleries = {
  day: 11,
  hour: 6,
  sharedMinutes: 1,
  minutes: 60,
  domains: ['energy', 'tunnel'],
} as const;
export const summerGalleries = { ...winterGalleries, day: 191 } as const;
