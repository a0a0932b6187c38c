/** Additional things along the road: where vehicles halt, park and charge, and the loops that count them. */
import type { Point } from '../../../scene';
import { Names } from '../names';
import { laneLengthM, type PlacedLane } from '../net/draft';
import { pointAlong } from '../net/geometry';
import { readNumber, readSeconds, readWhole } from '../read-values';
import type { DemandDraft, HaltPlace } from './draft';
import { alongLane } from './halts';

type Attributes = ReadonlyMap<string, string>;

const KINDS = new Set([
  'busStop',
  'trainStop',
  'containerStop',
  'parkingArea',
  'chargingStation',
  'e1Detector',
  'inductionLoop',
]);
const DEFAULT_POWER_W = 22_000; // SUMO's, of a charging station that names none
const DEFAULT_INTERVAL_S = 900;

export function isPlace(element: string): boolean {
  return KINDS.has(element);
}

export function takePlace(
  file: string,
  element: string,
  attributes: Attributes,
  spaces: number,
  draft: DemandDraft,
): void {
  const id = attributes.get('id') ?? '';
  const path = [file, element, id];
  if (element === 'e1Detector' || element === 'inductionLoop') {
    takeLoop(path, id, attributes, draft);
    return;
  }
  const kind = element === 'trainStop' ? 'busStop' : element;
  const place = alongLane(attributes.get('lane') ?? '', attributes, draft);
  const key = `${kind} ${id}`;
  if (id === '' || draft.places.has(key) || typeof place === 'string') {
    draft.note('broken', path, `${typeof place === 'string' ? place : 'expected a new id'}; the place is left out`);
    return;
  }
  const name = namesOf(draft, kind).of(id);
  const placed = draft.net.lanes.get(attributes.get('lane')!)!;
  if (kind === 'busStop') {
    draft.places.set(key, { ...place, stop: name });
    const title = (attributes.get('name') ?? id).replace(/\p{Cc}/gu, ' ').slice(0, 400);
    const lengthM = Math.max(place.toM - place.fromM, 1);
    draft.roads.stops.push({ id: name, name: { zh: title, en: title }, lane: place.lane, atM: place.toM, lengthM });
  } else if (kind === 'parkingArea') takeParking(path, name, key, place, attributes, spaces, placed, draft);
  else if (kind === 'chargingStation') {
    draft.places.set(key, place);
    const powerKw = (readNumber(attributes.get('power')) ?? DEFAULT_POWER_W) / 1_000;
    const at = pointOf(placed, place.toM);
    if (powerKw > 0)
      draft.roads.chargingSites.push({ id: name, edge: placed.edge.id, at, chargers: [{ count: 1, powerKw }] });
  } else draft.places.set(key, place);
}

function takeParking(
  path: readonly string[],
  id: string,
  key: string,
  place: HaltPlace,
  attributes: Attributes,
  spacesInside: number,
  { edge }: PlacedLane,
  draft: DemandDraft,
): void {
  const spaces = (readWhole(attributes.get('roadsideCapacity')) ?? 0) + spacesInside;
  if (spaces === 0) {
    draft.places.set(key, place);
    draft.note('broken', path, 'expected one space or more; vehicles halt there, but it is no car park');
    return;
  }
  draft.places.set(key, { ...place, parking: id });
  draft.roads.parking.push({ id, edge: edge.id, lane: place.lane, fromM: place.fromM, toM: place.toM, spaces });
}

function takeLoop(path: readonly string[], id: string, attributes: Attributes, draft: DemandDraft): void {
  const placed = draft.net.lanes.get(attributes.get('lane') ?? '');
  const pos = readNumber(attributes.get('pos'));
  const names = namesOf(draft, 'sensor');
  if (id === '' || names.has(id) || placed === undefined || pos === undefined) {
    draft.note('broken', path, 'expected a new id, a known lane and pos; the loop is left out');
    return;
  }
  const lengthM = laneLengthM(placed.lane);
  const interval = readSeconds(attributes.get('period') ?? attributes.get('freq'));
  if (interval === undefined || interval <= 0)
    draft.note('guessed', path, `counts every ${DEFAULT_INTERVAL_S} s: no period is given`);
  draft.sensors.push({
    id: names.of(id),
    kind: 'loop',
    at: pointOf(placed, pos < 0 ? pos + lengthM : pos),
    element: placed.lane.id,
    intervalSeconds: interval !== undefined && interval > 0 ? interval : DEFAULT_INTERVAL_S,
  });
}

function pointOf({ lane }: PlacedLane, atM: number): Point {
  return pointAlong(lane.shape, atM / laneLengthM(lane));
}

function namesOf(draft: DemandDraft, kind: string): Names {
  const known = draft.placeNames.get(kind) ?? new Names(kind, draft.notes);
  draft.placeNames.set(kind, known);
  return known;
}
