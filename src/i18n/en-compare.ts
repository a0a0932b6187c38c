import { inEnglish } from './plural';

/** What is said about two scenarios side by side, in English; Chinese has exactly these keys. */
export const compareWords = {
  title: 'Compare A and B',
  open: 'Compare',
  openHint: 'Lives both scenarios with several seeds and shows what differs beyond chance',
  chip: 'Which two scenarios are compared',
  a: 'A',
  b: 'B',
  holdHint: (p: { name: string }) =>
    `Hold (or hold the space bar) to see the city of A: ${p.name}. Press to choose another A.`,
  chooseA: 'A: compared with',
  chooseB: 'B: open now',
  seeds: 'Seeds',
  seedsHint: 'The same luck for A and B. More seeds make the band narrower.',
  window: 'Window',
  minutes: (p: { count: number }) => `${p.count} min`,
  windowHint: 'Simulated minutes from where A and B part',
  start: 'Compare',
  again: 'Compare again',
  cancel: 'Cancel',
  progress: (p: { done: number; total: number; share: string }) => `${p.done} of ${p.total} seeds · ${p.share}`,
  about: (p: { from: string; to: string; seeds: number }) =>
    `${p.from} to ${p.to}, ${p.seeds} ${inEnglish(p.seeds, 'pair', 'pairs')} of runs`,
  made: (p: { when: string; a: string }) => `compared with ${p.a}, ${p.when}`,
  stale: 'Out of date: a scenario, the city or this version of Cityloom has changed since.',
  partial: (p: { count: number }) => `So far from ${p.count} seeds.`,
  first: 'Nothing is compared yet. Both scenarios are lived from where they part, each seed in both.',
  noChange: 'B has no change yet. Try one: the comparison begins where it does.',
  failed: 'It could not be compared.',
  systems: {
    title: 'The six core systems',
    acts: (p: { change: string; on: string }) => `${p.change} acts on: ${p.on}`,
    names: {
      people: 'People',
      government: 'Business, government',
      transport: 'Transport',
      communication: 'Communication',
      water: 'Water',
      energy: 'Energy',
    },
    looksAt: {
      people: 'Travel times, waiting on foot, crashes, ambulances, buildings without power or water',
      government: 'Cost of energy, building and works, crews and alarms of the utility tunnels',
      transport: 'Delay, speed, buses, search for parking, carbon dioxide of the roads',
      communication: 'Age of data, nodes and sections that are not heard, when crashes are known',
      water: 'Water not served or lost, flooded roads, water in the utility tunnels',
      energy: 'Electricity, heat, cold and gas not served, losses, carbon dioxide',
    },
  },
  people: 'Who gains, who loses',
  sentence: (p: {
    whose: 'people' | 'trips';
    losers: string;
    lostMinutes: string;
    winners: string;
    wonMinutes: string;
    unchanged: string;
  }) =>
    `${p.losers} ${p.whose} arrive ${p.lostMinutes} later on average, ${p.winners} arrive ${p.wonMinutes} earlier; ${p.unchanged} notice nothing.`,
  minutesEach: (p: { minutes: string }) => `${p.minutes} min`,
  nobody: (p: { whose: 'people' | 'trips'; unchanged: string }) =>
    `None of ${p.unchanged} ${p.whose} arrives later or earlier by more than 15 seconds.`,
  noTrips: 'Nobody travels in these runs.',
  winners: 'earlier',
  losers: 'later',
  unchanged: 'as before',
  unfinished: (p: { a: string; b: string }) => `Still under way at the end: ${p.a} in A, ${p.b} in B.`,
  onlyIn: (p: { a: string; b: string }) => `Trips that only A has: ${p.a}; that only B has: ${p.b}.`,
  bars: 'What differs',
  barsHint: 'B less A, as a share of A. The thin line is the 95 % band of the pairs: what chance alone would do.',
  inNoise: (p: { count: number }) => `Within chance or its deadband: ${p.count}`,
  nothing: 'Nothing differs beyond chance.',
  fromNothing: 'from nothing',
  band: (p: { band: string }) => `± ${p.band}`,
  course: (p: { name: string }) => `${p.name} over time: A broken, B whole, with its band`,
  bySeed: 'B less A, seed by seed',
  seed: (p: { seed: number }) => `seed ${p.seed}`,
  lookingBack: (p: { name: string; time: string }) => `A · ${p.name} · ${p.time}`,
  comingBack: (p: { name: string }) => `A · ${p.name} is on its way …`,
  sameAsBaseline: 'Nothing is changed: this is the baseline.',
  map: 'Where it differs',
  mapHint: 'Street by street over the window, B less A; grey where it may be chance.',
  mapOf: { speedKmh: 'Speed', vehiclesPerHour: 'Vehicles' },
  mapEnd: {
    speedKmh: (p: { count: number }) => `${p.count} km/h`,
    vehiclesPerHour: (p: { count: number }) => `${p.count} veh/h`,
  },
  mapCount: (p: { differ: number; measured: number; share: string }) =>
    `${p.differ} of ${p.measured} streets and directions differ (${p.share})`,
  mapNone: 'No street differs beyond chance.',
  mapLegend: 'B less A; grey: chance',
  mapTrust: (p: { differ: number; byChance: number; seeds: number }) =>
    `${p.differ} streets coloured, from ${p.seeds} seeds; chance would colour ${p.byChance} at most`,
  mapClose: 'Back to the city as it is',
  split: 'A and B side by side',
  splitHint: 'A’s city to the left of a divider and B’s to its right, under one camera',
  divider: 'Divider between A and B: drag it, or use the arrow keys',
  dividerAt: (p: { share: string }) => `A has ${p.share} of the picture`,
};

/** What is said about a look ahead. */
export const aheadWords = {
  title: 'Look ahead',
  open: 'Look ahead',
  openHint: 'Lives copies of the city further and shows the alarms that may come; the city itself stays as it is',
  how: 'How far',
  minutes: (p: { count: number }) => `${p.count} min`,
  hours: (p: { count: number }) => `${p.count} h`,
  again: 'Look again',
  stop: 'Stop',
  back: 'Back to the city',
  living: (p: { share: string; done: number; total: number }) =>
    `Copies of the city are lived ahead: ${p.share}, ${p.done} of ${p.total} there`,
  span: (p: { from: string; to: string; count: number }) =>
    `From ${p.from} to ${p.to}, if nobody does anything more: ${p.count} ${inEnglish(p.count, 'future', 'futures')}.`,
  alarms: 'Alarms that may come',
  none: 'No alarm is coming.',
  lead: (p: { time: string }) => `in ${p.time}`,
  leadBetween: (p: { from: string; to: string }) => `in ${p.from} to ${p.to}`,
  inFutures: (p: { count: number; total: number }) =>
    p.count === p.total ? `in all ${p.total}` : `in ${p.count} of ${p.total}`,
  figures: 'What may have changed',
  noFigures: 'None of the main figures moves beyond its deadband.',
  between: (p: { low: string; high: string }) => `(${p.low} to ${p.high})`,
  course: (p: { name: string; count: number }) =>
    `${p.name}: as it has been, and as it may become in ${p.count} ${inEnglish(p.count, 'future', 'futures')}`,
  keyPast: 'as it was',
  keyAhead: (p: { count: number }) =>
    `as it may come: the middle and the spread of ${p.count} ${inEnglish(p.count, 'future', 'futures')}`,
  chance:
    'Every future knows the city as it stands, who means to go where, and the forecast of the day. The sun and wind of its hours, what households switch on and how people drive are drawn anew in each: what all of them show comes anyhow, what one of them shows may come.',
  failed: 'It could not be looked ahead.',
};
