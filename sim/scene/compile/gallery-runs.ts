/**
 * Where pipes and cables lie in galleries: from which metre to which metre of which sections. A line of a network names
 * its compartment; where along it lies follows from where its points come nearest to the gallery's path.
 */
import type { ElementTable } from '../compiled';
import type { GalleriesFile } from '../schema/galleries';
import { slotIn } from './element-tables';
import { nearestOnLine } from './near-line';

type Gallery = GalleriesFile['galleries'][number];
type Compartment = Gallery['compartments'][number];
type Point = readonly [number, number];

/** A stretch of a line within one section, in metres along the compartment. */
export interface GalleryRun {
  readonly section: number;
  readonly fromM: number;
  readonly toM: number;
}

interface Laid {
  readonly from: string;
  readonly to: string;
  readonly path?: readonly Point[] | undefined;
  readonly compartment?: string | undefined;
}

/** Answers for lines of networks where they lie; nothing for those that lie elsewhere. */
export type FindRuns = (line: Laid, at: (node: string) => Point) => readonly GalleryRun[];

/** Shorter stretches are corners that two sections share. */
const LEAST_M = 0.5;
const NOWHERE: readonly GalleryRun[] = [];

/** What of a scene says where its galleries lie. */
export interface WithGalleries {
  readonly scene: { readonly galleries?: Pick<GalleriesFile, 'galleries'> | undefined };
  readonly elements: { readonly 'gallery-section': ElementTable };
}

export function galleryRuns({ scene, elements }: WithGalleries): FindRuns {
  const homes = new Map<string, { gallery: Gallery; compartment: Compartment }>();
  for (const gallery of scene.galleries?.galleries ?? []) {
    for (const compartment of gallery.compartments) homes.set(compartment.id, { gallery, compartment });
  }
  return (line, at) => {
    const home = line.compartment === undefined ? undefined : homes.get(line.compartment);
    if (home === undefined) return NOWHERE;
    const points = line.path ?? [at(line.from), at(line.to)];
    let fromM = Number.POSITIVE_INFINITY;
    let toM = Number.NEGATIVE_INFINITY;
    for (const point of points) {
      const alongM = nearestAlongM(home.gallery.path, point);
      fromM = Math.min(fromM, alongM);
      toM = Math.max(toM, alongM);
    }
    return home.compartment.sections.flatMap((section) => {
      const run = { fromM: Math.max(fromM, section.fromM), toM: Math.min(toM, section.toM) };
      if (run.toM - run.fromM < LEAST_M) return [];
      return [{ section: slotIn(elements['gallery-section'], section.id), ...run }];
    });
  };
}

/** How far along a line the point of it lies that is nearest to a place. */
export function nearestAlongM(path: readonly Point[], point: Point): number {
  return nearestOnLine(path, point).alongM;
}
