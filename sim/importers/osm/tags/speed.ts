import type { RoadClass } from '../../../scene/schema/roads';
import type { Tags } from '../read/osm-data';
import { kmhOf } from './quantity';

/** Where nothing is signed; urban practice after CJJ 37-2012. */
const usualKmh: Readonly<Record<RoadClass, number>> = {
  expressway: 80,
  arterial: 50,
  collector: 50,
  local: 30,
  service: 20,
  ramp: 50,
};

/** Speeds that stand for a word, or for a rule of the country ('DE:urban'). 'none' (Germany) is what is advised there. */
const words: Readonly<Record<string, number>> = {
  none: 130,
  walk: 7,
  signals: 80,
  variable: 80,
  urban: 50,
  rural: 90,
  motorway: 120,
  trunk: 100,
  living_street: 20,
  nsl_single: 96.6,
  nsl_dual: 112.7,
  nsl_restricted: 48.3,
  bicycle_road: 30,
  school: 30,
};

const MPH_KMH = 1.609344;
const COUNTRIES_IN_MILES = new Set(['GB', 'US']);

/** 'DE:urban', 'DE:zone:30', 'GB:nsl_single' and their like: a rule instead of a sign. */
function ruleKmh(value: string): number | undefined {
  const parts = /^(?:([A-Z]{2}):)?(?:zone:?)?([a-z_]+|\d{1,3})$/.exec(value);
  if (parts === null) return undefined;
  const [, country, rule] = parts;
  if (Object.hasOwn(words, rule)) return words[rule];
  if (!/^\d/.test(rule) || rule === value) return undefined;
  return country !== undefined && COUNTRIES_IN_MILES.has(country) ? Number(rule) * MPH_KMH : Number(rule);
}

export interface Speed {
  readonly kmh: number;
  readonly from: 'sign' | 'rule' | 'class';
  /** A value that nobody can read. */
  readonly unclear?: string;
}

const LEAST_KMH = 5;
const MOST_KMH = 140;

export function speedOf(tags: Tags, roadClass: RoadClass, direction: 'forward' | 'backward'): Speed {
  const value = tags.get(`maxspeed:${direction}`) ?? tags.get('maxspeed') ?? tags.get('maxspeed:lanes')?.split('|')[0];
  const kind = tags.get('maxspeed:type') ?? tags.get('zone:maxspeed') ?? tags.get('source:maxspeed');
  const first = value?.split(';')[0].trim();
  const signed = first === undefined ? undefined : kmhOf(first);
  if (isDriven(signed)) return { kmh: signed, from: 'sign' };
  const named = first === undefined ? undefined : ruleKmh(first);
  const unclear = first !== undefined && !isDriven(named) ? { unclear: first } : {};
  const ruled = isDriven(named) ? named : kind === undefined ? undefined : ruleKmh(kind);
  if (isDriven(ruled)) return { kmh: ruled, from: 'rule', ...unclear };
  return { kmh: usualKmh[roadClass], from: 'class', ...unclear };
}

function isDriven(kmh: number | undefined): kmh is number {
  return kmh !== undefined && kmh >= LEAST_KMH && kmh <= MOST_KMH;
}
