import type { DayCarrier } from '../../sim';
import { inEnglish } from './plural';

/** A building's day in English; Chinese has exactly these keys. */
export const dayWords = {
  ask: 'The day’s load',
  again: 'Live the day again',
  hint: 'Lives the whole day of this scenario in energy alone, quarter hour by quarter hour, and shows this building beside those of its kind',
  living: (p: { share: string }) => `The day is lived: ${p.share}`,
  title: 'Load over the day',
  carrier: 'Carrier',
  carriers: { electricity: 'Power', heat: 'Heat', cooling: 'Cold', gas: 'Gas' } as Readonly<Record<DayCarrier, string>>,
  none: 'It asks for nothing that a network brings.',
  own: 'this building',
  middle: 'middle of its kind',
  band: 'eight in ten of its kind',
  sentence: (p: { kwh: string; peak: string; time: string }) => `${p.kwh} a day, ${p.peak} at most, at ${p.time}.`,
  beside: (p: { share: string; isMore: boolean; peers: number; use: string }) =>
    `For each m² ${p.share} ${p.isMore ? 'more' : 'less'} than the middle one of ${p.peers} ${inEnglish(p.peers, 'other', 'others')} (${p.use}).`,
  leftOut: (p: { count: number }) =>
    `${p.count} ${inEnglish(p.count, 'change of another network is', 'changes of other networks are')} not in it.`,
  outOfDate: 'The scenario has changed since.',
};
