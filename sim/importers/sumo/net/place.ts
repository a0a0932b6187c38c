/** Where the network lies: the geographic place of its point (0, 0), from the projection that made it. */
import type { Point } from '../../../scene';
import { type GeographicPlace, placeOfUtm } from '../../geometry/utm';
import { readNumber } from '../read-values';
import type { NetDraft } from './draft';

const FAR_OUT_M = 150_000;

/** Networks that keep the metres of their projection lie thousands of kilometres out: those are moved to their own corner. */
export function shiftOf(location: ReadonlyMap<string, string> | undefined): Point {
  const [west, south, east, north] = (location?.get('convBoundary') ?? '').split(',').map(readNumber);
  if (west === undefined || south === undefined || east === undefined || north === undefined) return [0, 0];
  const isFar = [west, south, east, north].some((each) => Math.abs(each) > FAR_OUT_M);
  return isFar ? [-Math.floor(west), -Math.floor(south)] : [0, 0];
}

/** Undefined where the network does not say, or in a projection that is not read. */
export function placeOf(
  location: ReadonlyMap<string, string> | undefined,
  draft: NetDraft,
): GeographicPlace | undefined {
  const projection = location?.get('projParameter') ?? '!';
  const offset = (location?.get('netOffset') ?? '').split(',').map(readNumber);
  const zone = readNumber(/\+zone=(\d{1,2})\b/.exec(projection)?.[1]);
  const [x, y] = offset;
  if (
    !/\+proj=utm\b/.test(projection) ||
    zone === undefined ||
    zone < 1 ||
    zone > 60 ||
    x === undefined ||
    y === undefined
  ) {
    const found = projection === '!' ? 'none' : `"${projection.slice(0, 80)}"`;
    const message = `expected a UTM projection, found ${found}; the scene is laid at 0° north, 0° east`;
    draft.note('no-place', ['location'], message);
    return undefined;
  }
  const [dx, dy] = draft.shift;
  const place = placeOfUtm(zone, /\+south\b/.test(projection), -x - dx, -y - dy);
  if (!(Math.abs(place.latitudeDeg) < 85 && Math.abs(place.longitudeDeg) <= 180)) {
    draft.note('no-place', ['location'], 'expected an offset within its zone; the scene is laid at 0° north, 0° east');
    return undefined;
  }
  const turned = `the network's north lies ${place.convergenceDeg.toFixed(2)}° east of true north and its metres are kept`;
  draft.note('place', ['location'], `from UTM zone ${zone}: ${turned}`);
  return place;
}
