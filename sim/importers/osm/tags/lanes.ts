import type { RoadClass, TurnDirection } from '../../../scene/schema/roads';
import type { Tags } from '../read/osm-data';
import type { Flow } from './one-way';
import { countOf, metresOf } from './quantity';

/** One direction's lanes, from the kerb to the middle. */
export interface DirectionLanes {
  readonly count: number;
  readonly busKerb: number;
  readonly busMiddle: number;
  /** What is painted on each; an empty set where nothing is. */
  readonly arrows?: readonly ReadonlySet<TurnDirection>[];
}

export interface RoadLanes {
  readonly along?: DirectionLanes;
  readonly back?: DirectionLanes;
  readonly laneWidthM: number;
  readonly from: 'tags' | 'width' | 'class';
  readonly problems: readonly string[];
}

/** Lanes in each direction where nothing says how many. */
const usualLanes: Readonly<Record<RoadClass, { oneWay: number; eachWay: number }>> = {
  expressway: { oneWay: 2, eachWay: 2 },
  arterial: { oneWay: 2, eachWay: 1 },
  collector: { oneWay: 1, eachWay: 1 },
  local: { oneWay: 1, eachWay: 1 },
  service: { oneWay: 1, eachWay: 1 },
  ramp: { oneWay: 1, eachWay: 1 },
};

const USUAL_WIDTH_M = 3.25;
const SERVICE_WIDTH_M = 2.75;
const LEAST_WIDTH_M = 2.5;
const MOST_WIDTH_M = 4.5;
const MOST_LANES = 8;

export function lanesOf(tags: Tags, roadClass: RoadClass, flow: Flow, driveOn: 'left' | 'right'): RoadLanes {
  const problems: string[] = [];
  const counted = countLanes(tags, roadClass, flow, problems);
  const width = laneWidth(tags, roadClass, counted.along + counted.back);
  const make = (count: number, direction: 'forward' | 'backward'): DirectionLanes | undefined =>
    count === 0 ? undefined : directionOf(tags, count, direction, flow, driveOn, problems);
  return {
    along: make(counted.along, 'forward'),
    back: make(counted.back, 'backward'),
    laneWidthM: width,
    from: counted.from,
    problems,
  };
}

function countLanes(tags: Tags, roadClass: RoadClass, flow: Flow, problems: string[]) {
  const whole = (key: string): number | undefined => {
    const value = tags.get(key);
    if (value === undefined) return undefined;
    const count = countOf(value);
    if (count !== undefined && count >= 1 && count <= 2 * MOST_LANES) return Math.round(count);
    problems.push(`${key}=${value.slice(0, 40)} is no number of lanes`);
    return undefined;
  };
  const total = whole('lanes');
  const usual = usualLanes[roadClass];
  if (flow !== 'both') {
    const said =
      total ?? whole(flow === 'along' ? 'lanes:forward' : 'lanes:backward') ?? arrowCount(tags, 'turn:lanes');
    const isRing = tags.get('junction') === 'roundabout' || tags.get('junction') === 'circular';
    const count = capped(said ?? (isRing ? 1 : usual.oneWay), problems);
    const from = said === undefined ? 'class' : 'tags';
    return { along: flow === 'along' ? count : 0, back: flow === 'against' ? count : 0, from } as const;
  }
  let along = whole('lanes:forward') ?? arrowCount(tags, 'turn:lanes:forward');
  let back = whole('lanes:backward') ?? arrowCount(tags, 'turn:lanes:backward');
  const middle = whole('lanes:both_ways') ?? 0;
  if (total !== undefined) {
    if (along === undefined && back === undefined) {
      const each = Math.floor((total - middle) / 2);
      along = Math.max(1, (total - middle) % 2 === 1 && total > 1 ? each + 1 : each);
      back = Math.max(1, each);
      if ((total - middle) % 2 === 1 && total > 1) problems.push(`lanes=${total} does not say how many go which way`);
    } else if (along === undefined) along = Math.max(1, total - middle - back!);
    else if (back === undefined) back = Math.max(1, total - middle - along);
    if (along + back! + middle !== total && total > 1) problems.push(`lanes=${total} is not the sum of its directions`);
  }
  if (middle > 0) problems.push('lanes:both_ways is not carried: nobody drives on it');
  const from = along === undefined && back === undefined ? 'class' : 'tags';
  return {
    along: capped(along ?? usual.eachWay, problems),
    back: capped(back ?? usual.eachWay, problems),
    from,
  } as const;
}

function capped(count: number, problems: string[]): number {
  if (count <= MOST_LANES) return count;
  problems.push(`${count} lanes in one direction, expected at most ${MOST_LANES}`);
  return MOST_LANES;
}

function arrowCount(tags: Tags, key: string): number | undefined {
  return tags.get(key)?.split('|').length;
}

function laneWidth(tags: Tags, roadClass: RoadClass, lanes: number): number {
  const named = tags
    .get('width:lanes')
    ?.split('|')
    .map((one) => metresOf(one));
  const known = named?.filter((one): one is number => one !== undefined);
  const least = (widthM: number) => Math.round(Math.min(MOST_WIDTH_M, Math.max(LEAST_WIDTH_M, widthM)) * 100) / 100;
  if (known && known.length > 0) return least(known.reduce((sum, one) => sum + one, 0) / known.length);
  const widthM = metresOf(tags.get('width:carriageway') ?? tags.get('width'));
  const usualM = roadClass === 'service' ? SERVICE_WIDTH_M : USUAL_WIDTH_M;
  return widthM === undefined ? usualM : least(Math.min(widthM / lanes, usualM + 0.5));
}

function directionOf(
  tags: Tags,
  count: number,
  direction: 'forward' | 'backward',
  flow: Flow,
  driveOn: 'left' | 'right',
  problems: string[],
): DirectionLanes {
  // Lists run from left to right as one drives; where one drives on the right, the kerb is at their end.
  const listed = (key: string): string[] | undefined => {
    const value = tags.get(`${key}:${direction}`) ?? (flow === 'both' ? undefined : tags.get(key));
    if (value === undefined) return undefined;
    const parts = value.split('|').map((part) => part.trim());
    if (parts.length !== count) {
      problems.push(`${key} lists ${parts.length} lanes, the direction has ${count}`);
      return undefined;
    }
    return driveOn === 'right' ? parts.reverse() : parts;
  };
  const turn = listed('turn:lanes');
  const arrows = turn?.some((part) => part !== '' && part !== 'none')
    ? turn.map((part) => arrowsOf(part, problems))
    : undefined;
  const buses = busLanes(tags, listed, count, direction);
  return { count, busKerb: buses.kerb, busMiddle: buses.middle, ...(arrows ? { arrows } : {}) };
}

const arrowWords: Readonly<Record<string, TurnDirection>> = {
  left: 'left',
  slight_left: 'left',
  sharp_left: 'left',
  merge_to_left: 'straight',
  through: 'straight',
  right: 'right',
  slight_right: 'right',
  sharp_right: 'right',
  merge_to_right: 'straight',
  reverse: 'u-turn',
};

function arrowsOf(part: string, problems: string[]): ReadonlySet<TurnDirection> {
  const found = new Set<TurnDirection>();
  for (const word of part.split(';')) {
    const name = word.trim();
    if (name === '' || name === 'none') found.add('straight');
    else if (Object.hasOwn(arrowWords, name)) found.add(arrowWords[name]);
    else problems.push(`turn:lanes says ${JSON.stringify(name.slice(0, 40))}`);
  }
  return found;
}

type Listed = (key: string) => string[] | undefined;

function busLanes(tags: Tags, listed: Listed, count: number, direction: string): { kerb: number; middle: number } {
  const none = { kerb: 0, middle: 0 };
  const bus = listed('bus:lanes') ?? listed('psv:lanes');
  const closed = listed('access:lanes') ?? listed('vehicle:lanes') ?? listed('motor_vehicle:lanes');
  if (bus) {
    const only = bus.map(
      (word, k) => word === 'designated' && (closed === undefined || closed[k] === 'no' || closed[k] === 'designated'),
    );
    let kerb = 0;
    while (kerb < count && only[kerb]) kerb++;
    if (kerb === count) return none;
    let middle = 0;
    while (only[count - 1 - middle]) middle++;
    return { kerb, middle };
  }
  const lane = tags.get(direction === 'forward' ? 'busway:right' : 'busway:left') ?? tags.get('busway');
  const number = countOf(tags.get(`lanes:bus:${direction}`) ?? tags.get(`lanes:psv:${direction}`));
  if ((lane === 'lane' || (number ?? 0) >= 1) && count > 1)
    return { kerb: Math.min(number ?? 1, count - 1), middle: 0 };
  return none;
}
