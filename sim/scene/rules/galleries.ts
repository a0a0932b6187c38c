import type { ProblemList } from '../problem-list';
import type { GalleriesFile } from '../schema/galleries';
import { present, type SoundScene } from './sound-entries';

/** GB 50838-2015, 7.1.6: fire doors or walls at most 200 m apart. */
const LONGEST_SECTION_M = 200;
const ROUNDING_M = 0.5;

type Gallery = GalleriesFile['galleries'][number];
type Compartment = Gallery['compartments'][number];

/** What divides and guards a gallery lies within its length, and fire sections follow one another. */
export function checkGalleries(scene: SoundScene, list: ProblemList): void {
  for (const [gallery, i] of present(scene.galleries?.galleries)) {
    const path = ['galleries.json', 'galleries', i];
    if (gallery.floorDepthM.length !== gallery.path.length) {
      const message = `expected a depth for each of the ${gallery.path.length} points, found ${gallery.floorDepthM.length}`;
      list.error('scene.count', [...path, 'floorDepthM'], message);
    }
    const lengthM = lengthOf(gallery);
    for (let k = 0; k < gallery.compartments.length; k++) {
      checkCompartment(gallery.compartments[k], lengthM, [...path, 'compartments', k], list);
    }
  }
}

function checkCompartment(
  compartment: Compartment,
  lengthM: number,
  path: readonly (string | number)[],
  list: ProblemList,
): void {
  let reachedM = 0;
  const inOrder = compartment.sections.map((section, i) => ({ section, i }));
  inOrder.sort((a, b) => a.section.fromM - b.section.fromM);
  for (const { section, i } of inOrder) {
    const at = [...path, 'sections', i];
    const spanM = section.toM - section.fromM;
    if (spanM <= 0) list.error('scene.section-length', at, `expected toM beyond fromM, found ${spanM} m`);
    else if (spanM > LONGEST_SECTION_M) {
      list.error(
        'scene.section-length',
        at,
        `expected at most ${LONGEST_SECTION_M} m between fire doors, found ${spanM} m`,
      );
    }
    if (section.toM > lengthM + ROUNDING_M) complainOfEnd([...at, 'toM'], section.toM, lengthM, list);
    if (section.fromM < reachedM - ROUNDING_M) {
      list.error('scene.section-overlap', at, `expected to start at ${reachedM} m or later, found ${section.fromM} m`);
    }
    reachedM = Math.max(reachedM, section.toM);
  }
  for (const key of ['shafts', 'equipment'] as const) {
    for (let i = 0; i < compartment[key].length; i++) {
      const { atM } = compartment[key][i];
      if (atM > lengthM + ROUNDING_M) complainOfEnd([...path, key, i, 'atM'], atM, lengthM, list);
    }
  }
}

function complainOfEnd(path: readonly (string | number)[], foundM: number, lengthM: number, list: ProblemList): void {
  list.error('scene.off-gallery', path, `expected at most the gallery's ${lengthM.toFixed(1)} m, found ${foundM}`);
}

function lengthOf(gallery: Gallery): number {
  let length = 0;
  for (let i = 1; i < gallery.path.length; i++) {
    const dx = gallery.path[i][0] - gallery.path[i - 1][0];
    const dy = gallery.path[i][1] - gallery.path[i - 1][1];
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return length;
}
