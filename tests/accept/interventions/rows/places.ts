/** Where and when rows are lived. */
/** For rows about several networks: half an hour of a January morning is shared, the hour after it is watched. */
export const flagshipMorning = { city: 'the flagship', day: 20, hour: 7, sharedMinutes: 30, minutes: 60 } as const;

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
