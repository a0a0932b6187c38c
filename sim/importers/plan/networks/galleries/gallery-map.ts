import { lengthOf, offsetRight, pointAt } from '../../../geometry/polyline';
import type { Point } from '../../../geometry/vector';
import type { PlanLink, StreetGraph } from '../../street-graph';
import type { Carried, NetworksPlan, PlannedGallery } from '../networks-plan';
import { toDecimetre } from '../street-lanes';
import type { Segment } from '../utility-graph';

/** A gallery under its street, from end to end. */
export interface GalleryRoute {
  readonly plan: PlannedGallery;
  readonly links: readonly PlanLink[];
  /** At regular stations. */
  readonly path: readonly Point[];
  readonly lengthM: number;
}

export interface GalleryMap {
  readonly routes: readonly GalleryRoute[];
  /** Name of the compartment under a stretch of street in which such lines run, if there is one. */
  compartmentUnder(link: PlanLink, carried: Carried): string | undefined;
  /** The same by a segment of the utility graph. */
  compartmentOf(segment: number, carried: Carried): string | undefined;
  /** A metre in a gallery counts for less than one that has to be dug: networks go there when it is no great way round. */
  metresOf(segment: Segment, carried: Carried): number;
}

/** What a compartment carries where its plan does not say: heat never with power (GB 50838 4.3.6), gas alone (4.3.4). */
const carriedBy: Readonly<Record<PlannedGallery['compartments'][number]['kind'], readonly Carried[]>> = {
  gas: ['gas'],
  power: ['power'],
  integrated: ['telecom', 'water', 'heat', 'cooling'],
};

const GALLERY_METRE = 0.6;

const STATION_M = 40;

export function galleryRoutes(plan: NetworksPlan, streets: StreetGraph): GalleryRoute[] {
  return plan.galleries.map((gallery) => {
    const links = linksBetween(gallery, streets);
    const line: Point[] = [];
    for (const { link, reversed } of links) {
      const offset = offsetRight(link.centre, gallery.offsetM);
      for (const at of reversed ? offset.reverse() : offset) {
        const last = line[line.length - 1];
        if (!last || Math.abs(last[0] - at[0]) + Math.abs(last[1] - at[1]) > 2) line.push(at);
      }
    }
    const rawM = lengthOf(line);
    const count = Math.max(2, Math.round(rawM / STATION_M) + 1);
    const path = Array.from({ length: count }, (_, k) => toDecimetre(pointAt(line, (rawM * k) / (count - 1))));
    return { plan: gallery, links: links.map(({ link }) => link), path, lengthM: lengthOf(path) };
  });
}

export function galleryMap(routes: readonly GalleryRoute[], linkOfSegment: (segment: number) => PlanLink): GalleryMap {
  // Decks of one tunnel are galleries of their own, one above the other.
  const under = new Map<string, GalleryRoute[]>();
  for (const route of routes) {
    for (const link of route.links) under.set(link.id, [...(under.get(link.id) ?? []), route]);
  }
  const compartmentUnder = (link: PlanLink, carried: Carried) => {
    for (const { plan } of under.get(link.id) ?? []) {
      const found = plan.compartments.find((one) => (one.carries ?? carriedBy[one.kind]).includes(carried));
      if (found) return compartmentName(plan.id, found.kind);
    }
    return undefined;
  };
  return {
    routes,
    compartmentUnder,
    compartmentOf: (segment, carried) => compartmentUnder(linkOfSegment(segment), carried),
    metresOf: ({ link, lengthM }, carried) => lengthM * (compartmentUnder(link, carried) ? GALLERY_METRE : 1),
  };
}

export const compartmentName = (gallery: string, kind: string): string => `${gallery}.${kind}`;

/** The stretches of one street between two of its nodes, in order. */
function linksBetween({ street, from, to }: PlannedGallery, streets: StreetGraph) {
  const own = streets.links.filter((link) => link.street.id === street);
  const found: { link: PlanLink; reversed: boolean }[] = [];
  const nodes = [own[0].from, ...own.map((link) => link.to)];
  const [a, b] = [nodes.indexOf(from), nodes.indexOf(to)];
  for (let k = Math.min(a, b); k < Math.max(a, b); k++) found.push({ link: own[k], reversed: a > b });
  return a > b ? found.reverse() : found;
}
