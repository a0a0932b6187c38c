import type { RoadClass } from '../../../scene/schema/roads';
import { pointAt } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { StreetGraph } from '../plan-graph';
import type { PlanLink } from '../plan-links';
import type { HeightAt } from './ground-shape';

/** A street's centre line with its height at regular stations. */
export interface Profile {
  readonly link: PlanLink;
  readonly stations: readonly Point[];
  readonly stepM: number;
  readonly heightsM: Float64Array;
}

/** Steepest gradient designed for; CJJ 193 allows 5–8 % by class, and terrain is drawn a little rougher than design. */
const steepest: Readonly<Record<RoadClass, number>> = {
  expressway: 0.03,
  arterial: 0.036,
  collector: 0.045,
  local: 0.048,
  ramp: 0.045,
  service: 0.062,
};

/** Lesser streets level out before they meet another, over about three car lengths. */
const FLAT_APPROACH = 0.025;
const APPROACH_M = 42;
const isLesser = ({ street }: PlanLink): boolean => street.class === 'local' || street.class === 'service';

const STATION_M = 14;
const SMOOTHING_ROUNDS = 40;
const GRADING_ROUNDS = 400;

/** Streets follow the ground, then are eased until no stretch is steeper than its class allows: cut above, fill below. */
export function gradeStreets(graph: StreetGraph, groundAt: HeightAt): Profile[] {
  const profiles = graph.links.map((link): Profile => {
    const count = Math.max(2, Math.round(link.lengthM / STATION_M) + 1);
    const stepM = link.lengthM / (count - 1);
    const stations = Array.from({ length: count }, (_, k) => pointAt(link.centre, k * stepM));
    return { link, stations, stepM, heightsM: Float64Array.from(stations, groundAt) };
  });
  const ends = endsByNode(profiles);
  for (let round = 0; round < SMOOTHING_ROUNDS; round++) {
    for (const { heightsM } of profiles) {
      for (let k = 1; k + 1 < heightsM.length; k++) {
        heightsM[k] += 0.5 * (0.5 * (heightsM[k - 1] + heightsM[k + 1]) - heightsM[k]);
      }
    }
    for (const meeting of ends) levelJunction(meeting);
  }
  for (let round = 0; round < GRADING_ROUNDS; round++) {
    let eased = false;
    for (const { link, heightsM, stepM } of profiles) {
      const usual = steepest[link.street.class] * stepM;
      const flat = Math.min(usual, FLAT_APPROACH * stepM);
      const flatStations = isLesser(link) ? Math.round(APPROACH_M / stepM) : 0;
      for (let k = 1; k < heightsM.length; k++) {
        const most = Math.min(k, heightsM.length - k) <= flatStations ? flat : usual;
        const rise = heightsM[k] - heightsM[k - 1];
        const excess = Math.abs(rise) - most;
        if (excess <= 1e-4) continue;
        const shift = 0.5 * excess * Math.sign(rise);
        heightsM[k] -= shift;
        heightsM[k - 1] += shift;
        eased = true;
      }
    }
    for (const meeting of ends) levelJunction(meeting);
    if (!eased) break;
  }
  return profiles;
}

interface End {
  readonly profile: Profile;
  readonly last: boolean;
}

function endsByNode(profiles: readonly Profile[]): End[][] {
  const byNode = new Map<string, End[]>();
  for (const profile of profiles) {
    for (const last of [false, true]) {
      const node = last ? profile.link.to : profile.link.from;
      const list = byNode.get(node);
      if (list) list.push({ profile, last });
      else byNode.set(node, [{ profile, last }]);
    }
  }
  return [...byNode.values()];
}

/** A junction has one height: the mean of what its arms bring and of their next stations, so that it lies flat. */
function levelJunction(meeting: readonly End[]): void {
  let sum = 0;
  for (const { profile, last } of meeting) {
    const { heightsM } = profile;
    const end = last ? heightsM.length - 1 : 0;
    const next = last ? end - 1 : 1;
    sum += 0.5 * (heightsM[end] + heightsM[next]);
  }
  const height = sum / meeting.length;
  for (const { profile, last } of meeting) profile.heightsM[last ? profile.heightsM.length - 1 : 0] = height;
}
