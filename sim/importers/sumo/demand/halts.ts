/** Stops of vehicles: at a bus stop, a parking area, or simply along a lane. */
import type { VehicleHalt } from '../../../scene';
import { laneLengthM } from '../net/draft';
import { readBoolean, readNumber, readSeconds } from '../read-values';
import type { DemandDraft, HaltPlace } from './draft';

type Attributes = ReadonlyMap<string, string>;

/** The shortest place that one can stand at: SUMO's two position epsilons. */
const LEAST_PLACE_M = 0.2;

export function haltOf(path: readonly string[], attributes: Attributes, draft: DemandDraft): VehicleHalt | undefined {
  const place = placeOf(attributes, draft);
  if (typeof place === 'string') {
    draft.note('broken', path, `${place}; the halt is left out`);
    return undefined;
  }
  const seconds = readSeconds(attributes.get('duration'));
  const untilSeconds = readSeconds(attributes.get('until'));
  if (seconds === undefined && untilSeconds === undefined) {
    const triggered = attributes.get('triggered') !== undefined;
    draft.note(
      triggered ? 'not-carried' : 'broken',
      path,
      `${triggered ? 'waits for a person or container' : 'expected a duration or until'}; the halt is left out`,
    );
    return undefined;
  }
  const halt: VehicleHalt = { ...place };
  if (seconds !== undefined && seconds >= 0) halt.seconds = seconds;
  if (untilSeconds !== undefined) halt.untilSeconds = untilSeconds;
  if (place.parking !== undefined || readBoolean(attributes.get('parking'))) halt.offRoad = true;
  return halt.seconds === undefined && halt.untilSeconds === undefined ? undefined : halt;
}

function placeOf(attributes: Attributes, draft: DemandDraft): HaltPlace | string {
  for (const kind of ['busStop', 'trainStop', 'parkingArea', 'chargingStation', 'containerStop']) {
    const name = attributes.get(kind);
    if (name === undefined) continue;
    return (
      draft.places.get(`${kind === 'trainStop' ? 'busStop' : kind} ${name}`) ??
      `expected a known ${kind}, found "${name}"`
    );
  }
  const lane = attributes.get('lane') ?? `${attributes.get('edge')}_0`;
  return alongLane(lane, attributes, draft);
}

/** From startPos to endPos of a lane, counted from its end where they are below zero. */
export function alongLane(name: string, attributes: Attributes, draft: DemandDraft): HaltPlace | string {
  const placed = draft.net.lanes.get(name);
  if (placed === undefined) return `expected a known lane, found "${name}"`;
  const lengthM = laneLengthM(placed.lane);
  const position = (key: string, otherwise: number) => {
    const text = attributes.get(key);
    const value = text === undefined ? otherwise : readNumber(text);
    if (value === undefined) return undefined;
    return value < 0 ? value + lengthM : value;
  };
  const toM = position('endPos', lengthM);
  const fromM = position('startPos', Math.max(0, (toM ?? 0) - LEAST_PLACE_M));
  const friendly = readBoolean(attributes.get('friendlyPos')) === true;
  const fits = fromM !== undefined && toM !== undefined && fromM >= 0 && toM <= lengthM + LEAST_PLACE_M && fromM <= toM;
  if (!fits && !friendly)
    return `expected 0 ≤ startPos ≤ endPos ≤ ${lengthM}, found ${attributes.get('startPos')} to ${attributes.get('endPos')}`;
  const end = Math.min(Math.max(toM ?? lengthM, 0), lengthM);
  return { lane: placed.lane.id, fromM: Math.min(Math.max(fromM ?? end, 0), end), toM: end };
}
