import type { Happening } from '../../sim';
import { type CauseIndex, reachable } from './cause-graph';

type Point = readonly [number, number];

/** The part of the city that a happening is about, as signs and colours tell it. */
export const families = ['intervention', 'energy', 'traffic', 'tunnel', 'water', 'telecom'] as const;
export type Family = (typeof families)[number];

/** Told apart by everybody (Okabe and Ito 2008); red is for alarms. */
export const familyColours: Readonly<Record<Family, string>> = {
  intervention: '#ffffff',
  energy: '#f0e442',
  traffic: '#e69f00',
  tunnel: '#cc79a7',
  water: '#56b4e9',
  telecom: '#009e73',
};

/** Where something of a chain took place; of several at one place the first. */
export interface ChainPlace {
  readonly at: Point;
  readonly tick: number;
  readonly family: Family;
  readonly isFocus: boolean;
}

/** From where something took place to where something took place because of it. */
export interface ChainWay {
  readonly from: Point;
  readonly to: Point;
  /** When it was felt at its end. */
  readonly tick: number;
  readonly family: Family;
}

export interface CauseMap {
  readonly places: readonly ChainPlace[];
  readonly ways: readonly ChainWay[];
}

export const emptyMap: CauseMap = { places: [], ways: [] };

/** Nearer than this is the same place. */
const SAME_M = 8;
/** More are a carpet and no picture; the list has them all. */
export const MOST_WAYS = 600;
export const MOST_PLACES = 1_000;

/**
 * A chain of causes as places and ways between them. What has no place (the city as a whole, a change without a target)
 * is passed through: its effects hang on the nearest of its causes that has one.
 */
export function causeMap(
  index: CauseIndex,
  focus: number,
  placeOf: (happening: Happening) => Point | undefined,
): CauseMap {
  const asked = index.of(focus);
  if (asked === undefined) return emptyMap;
  const causes = reachable(focus, (id) => index.causesOf(index.of(id) as Happening));
  const effects = reachable(focus, (id) => index.effectsOf(id));
  const ids = [...causes, focus, ...effects].sort((a, b) => a - b);
  const known = new Set(ids);
  /** By happening: where its own effects set out from. */
  const origins = new Map<number, readonly Point[]>();
  const places = new Map<string, ChainPlace>();
  const ways = new Map<string, ChainWay>();
  for (const id of ids) {
    const happening = index.of(id) as Happening;
    const from = index
      .causesOf(happening)
      .filter((cause) => known.has(cause))
      .flatMap((cause) => origins.get(cause) ?? []);
    const at = placeOf(happening);
    if (at === undefined) {
      origins.set(id, distinct(from));
      continue;
    }
    origins.set(id, [at]);
    const family = familyOf(happening.code);
    const key = keyOf(at);
    const before = places.get(key);
    if ((before === undefined && places.size < MOST_PLACES) || id === focus) {
      places.set(key, { at, tick: before?.tick ?? happening.tick, family, isFocus: id === focus });
    }
    for (const origin of distinct(from)) {
      const way = `${keyOf(origin)}>${key}`;
      if (keyOf(origin) === key || ways.has(way) || ways.size >= MOST_WAYS) continue;
      ways.set(way, { from: origin, to: at, tick: happening.tick, family });
    }
  }
  return { places: [...places.values()], ways: [...ways.values()] };
}

const keyOf = ([x, y]: Point): string => `${Math.round(x / SAME_M)},${Math.round(y / SAME_M)}`;

function distinct(points: readonly Point[]): readonly Point[] {
  const seen = new Set<string>();
  return points.filter((point) => {
    const key = keyOf(point);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export function familyOf(code: string): Family {
  const name = code.slice(0, code.indexOf('.'));
  if (name === 'drainage') return 'water';
  if (name === 'works') return 'traffic';
  return (families as readonly string[]).includes(name) ? (name as Family) : 'energy';
}
