import type { Building } from '../../../scene/schema/buildings';
import { distance, distanceToSegment, type Point } from '../../geometry/vector';
import type { PlanLink, StreetGraph } from '../street-graph';
import { type Demand, sumOf } from './demand';
import { type Address, carriesUtilities } from './utility-graph';

/** A consumer that is no building: a pump, a gallery's switch room, a row of chargers. */
export interface OtherLoad {
  readonly name: string;
  readonly at: Point;
  readonly electricityKw: number;
  /** The building whose own it is, by id: the load hangs where that does. */
  readonly house?: string;
}

/** Where the networks of a street meet the houses of a parcel: one address for all of them. */
export interface ServicePoint extends Address {
  readonly buildings: readonly Building[];
  readonly loads: readonly OtherLoad[];
  readonly demand: Demand;
}

/** Neighbours on one street share a point while together they ask for no more than a small transformer gives. */
const SHARE_UP_TO_KW = 70;
const SHARE_WITHIN_M = 60;
/** Nothing branches off inside a junction. */
const CLEAR_OF_JUNCTION_M = 18;

interface Draft {
  readonly link: PlanLink;
  alongM: number;
  buildings: Building[];
  loads: OtherLoad[];
  kw: number;
}

/** One point a parcel, on the street nearest to where its floor space lies; named by street, counted along it. */
export function servicePointsOf(
  streets: StreetGraph,
  buildings: readonly Building[],
  others: readonly OtherLoad[],
  demandOf: (building: Building) => Demand,
): ServicePoint[] {
  const links = streets.links.filter(carriesUtilities);
  const parcels = new Map<string, Building[]>();
  for (const building of buildings) {
    const key = building.parcel ?? building.id;
    const list = parcels.get(key);
    if (list) list.push(building);
    else parcels.set(key, [building]);
  }
  const drafts: Draft[] = [];
  for (const group of parcels.values()) {
    const place = nearestPlace(links, middleOf(group));
    const loads = others.filter(({ house }) => house !== undefined && group.some(({ id }) => id === house));
    const kw = withLoads(sumOf(group.map(demandOf)), loads).electricityKw;
    drafts.push({ ...place, buildings: group, loads, kw });
  }
  for (const load of others) {
    if (load.house !== undefined) continue;
    drafts.push({ ...nearestPlace(links, load.at), buildings: [], loads: [load], kw: load.electricityKw });
  }
  const byStreet = new Map<string, { link: PlanLink; rank: number; drafts: Draft[] }[]>();
  links.forEach((link, rank) => {
    const here = drafts.filter((draft) => draft.link === link);
    if (here.length === 0) return;
    const list = byStreet.get(link.street.id) ?? [];
    byStreet.set(link.street.id, list);
    list.push({ link, rank, drafts: merged(here) });
  });
  const points: ServicePoint[] = [];
  for (const [street, stretches] of byStreet) {
    let number = 0;
    for (const { link, drafts: here } of stretches.sort((a, b) => a.rank - b.rank)) {
      for (const draft of here) {
        number++;
        points.push({
          name: `${street}/${number}`,
          link,
          alongM: draft.alongM,
          buildings: draft.buildings,
          loads: draft.loads,
          demand: withLoads(sumOf(draft.buildings.map(demandOf)), draft.loads),
        });
      }
    }
  }
  return points;
}

function withLoads(demand: Demand, loads: readonly OtherLoad[]): Demand {
  const kw = loads.reduce((sum, load) => sum + load.electricityKw, 0);
  return { ...demand, electricityKw: demand.electricityKw + kw };
}

/** Along one stretch: small neighbours fall together, and no two points on the same metre. */
function merged(here: readonly Draft[]): Draft[] {
  const inOrder = [...here].sort((a, b) => a.alongM - b.alongM || b.kw - a.kw);
  const kept: Draft[] = [];
  for (const draft of inOrder) {
    const last = kept[kept.length - 1];
    const near = last && draft.alongM - last.alongM <= SHARE_WITHIN_M;
    if (near && (draft.kw + last.kw <= SHARE_UP_TO_KW || Math.min(draft.kw, last.kw) < 5)) {
      last.buildings = [...last.buildings, ...draft.buildings];
      last.loads = [...last.loads, ...draft.loads];
      last.kw += draft.kw;
    } else kept.push({ ...draft });
  }
  for (let i = 1; i < kept.length; i++) kept[i].alongM = Math.max(kept[i].alongM, kept[i - 1].alongM + 2);
  const overM = kept.length > 0 ? kept[kept.length - 1].alongM - (kept[0].link.lengthM - 2) : 0;
  if (overM > 0)
    kept.forEach((draft, i) => {
      draft.alongM = (kept[0].link.lengthM * (i + 1)) / (kept.length + 1);
    });
  return kept;
}

function middleOf(group: readonly Building[]): Point {
  let [x, y, sum] = [0, 0, 0];
  for (const { outline, floorAreaM2 } of group) {
    const middle = outline.reduce<Point>(
      (m, at) => [m[0] + at[0] / outline.length, m[1] + at[1] / outline.length],
      [0, 0],
    );
    x += middle[0] * floorAreaM2;
    y += middle[1] * floorAreaM2;
    sum += floorAreaM2;
  }
  return [x / sum, y / sum];
}

/** The nearest place of any street, a little away from its ends. */
export function nearestPlace(links: readonly PlanLink[], at: Point): { link: PlanLink; alongM: number } {
  let best = links[0];
  let alongM = 0;
  let bestM = Number.POSITIVE_INFINITY;
  for (const link of links) {
    let passedM = 0;
    for (let i = 1; i < link.centre.length; i++) {
      const [a, b] = [link.centre[i - 1], link.centre[i]];
      const offM = distanceToSegment(at, a, b);
      const stepM = distance(a, b);
      if (offM < bestM - 1e-9) {
        bestM = offM;
        best = link;
        const share = ((at[0] - a[0]) * (b[0] - a[0]) + (at[1] - a[1]) * (b[1] - a[1])) / (stepM * stepM);
        alongM = passedM + stepM * Math.min(1, Math.max(0, share));
      }
      passedM += stepM;
    }
  }
  const clearM = Math.min(CLEAR_OF_JUNCTION_M, 0.3 * best.lengthM);
  const kept = Math.min(best.lengthM - clearM, Math.max(clearM, alongM));
  return { link: best, alongM: Math.round(10 * kept) / 10 };
}
