import { inEnglish } from './plural';

/** What is said of a road and of everybody along it, in English; Chinese has exactly these keys. */
export const corridorWords = {
  title: 'Time and distance along a street',
  open: 'Time and distance',
  openHint: 'Everybody along this street, straight on both ways, with its signals: the lines of a green wave',
  aria: (p: { metres: number; vehicles: number }) =>
    `Time–distance diagram of ${p.metres} metres of street, ${p.vehicles} ${inEnglish(p.vehicles, 'vehicle', 'vehicles')} on it`,
  noRoad: 'Click a road in the city first.',
  waiting: 'It is watched from now on; let the city run.',
  window: 'Length of time shown',
  minutes: (p: { count: number }) => `${p.count} min`,
  otherWay: 'The other direction',
  legend: {
    free: 'moving',
    slow: 'slow, under 60 % of the limit',
    standing: 'standing',
    red: 'red',
    green: 'green',
  },
  vehicles: 'On it now',
  meanSpeed: 'Mean speed in this window',
  through: 'Came all the way',
  nobodyThrough: 'nobody yet',
  throughIn: (p: { count: number; time: string }) => `${p.count}, in ${p.time} on average`,
  signal: 'Signal, in the order of travel',
  passed: 'Vehicles',
  unstopped: 'Without stopping',
  now: 'On it now',
  speed: 'Mean speed',
  ofLimit: (p: { speed: string; limit: string }) => `${p.speed}, limit ${p.limit}`,
  flow: 'Flow',
  flowLater: 'after a minute',
  perHour: (p: { count: number; minutes: number }) =>
    `${p.count} veh/h over ${p.minutes} ${inEnglish(p.minutes, 'minute', 'minutes')}`,
  length: 'Length',
  lengthOf: (p: { metres: number; lanes: number }) =>
    `${p.metres} m, ${p.lanes} ${inEnglish(p.lanes, 'lane', 'lanes')} this way`,
};
