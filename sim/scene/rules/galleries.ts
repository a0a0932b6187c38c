import type { Path, ProblemList } from '../problem-list';
import type { GalleriesFile } from '../schema/galleries';
import { present, type SoundScene } from './sound-entries';

/** GB 50838-2015, 7.1.6: fire doors or walls at most 200 m apart. */
const LONGEST_SECTION_M = 200;
const ROUNDING_M = 0.5;

type Gallery = GalleriesFile['galleries'][number];
type Compartment = Gallery['compartments'][number];

/**
 * What divides and guards a gallery lies within its length and in one of its sections, fire sections follow one another,
 * and air has a way out of each.
 */
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
  checkContents(scene, list);
}

function checkCompartment(compartment: Compartment, lengthM: number, path: Path, list: ProblemList): void {
  let reachedM = 0;
  let isSound = true;
  const inOrder = compartment.sections.map((section, i) => ({ section, i }));
  inOrder.sort((a, b) => a.section.fromM - b.section.fromM);
  for (const { section, i } of inOrder) {
    const at = [...path, 'sections', i];
    const errorsBefore = list.errorCount;
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
    if (reachedM > 0 && section.fromM > reachedM + ROUNDING_M) {
      list.error('scene.section-gap', at, `expected to start at ${reachedM} m, found ${section.fromM} m`);
    }
    reachedM = Math.max(reachedM, section.toM);
    if (list.errorCount > errorsBefore) isSound = false;
  }
  for (const key of ['shafts', 'equipment'] as const) {
    for (let i = 0; i < compartment[key].length; i++) {
      const { atM } = compartment[key][i];
      if (atM > lengthM + ROUNDING_M) complainOfEnd([...path, key, i, 'atM'], atM, lengthM, list);
      else if (isSound && !isInSection(compartment, atM)) {
        const message = `expected a place in one of the compartment's sections, found ${atM} m`;
        list.error('scene.off-section', [...path, key, i, 'atM'], message);
      }
    }
  }
  if (isSound) checkOpenings(compartment, path, list);
}

function isInSection({ sections }: Compartment, atM: number): boolean {
  return sections.some(({ fromM, toM }) => atM >= fromM - ROUNDING_M && atM <= toM + ROUNDING_M);
}

/** Doors shut a section off from its neighbours: it breathes through openings of its own, and fans blow through those. */
function checkOpenings({ sections, shafts, equipment }: Compartment, path: Path, list: ProblemList): void {
  const holds = ({ fromM, toM }: Compartment['sections'][number], kinds: readonly string[]) =>
    shafts.some(({ kind, atM }) => kinds.includes(kind) && atM >= fromM - ROUNDING_M && atM <= toM + ROUNDING_M);
  for (let i = 0; i < sections.length; i++) {
    if (holds(sections[i], ['exhaust', 'escape'])) continue;
    const message = 'expected an exhaust or an escape in the section, found no way out';
    list.error('scene.no-outlet', [...path, 'sections', i], message);
  }
  for (let i = 0; i < equipment.length; i++) {
    const { kind, atM } = equipment[i];
    if (kind !== 'fan' && kind !== 'damper' && kind !== 'door') continue;
    const around = sections.filter(({ fromM, toM }) => atM >= fromM - ROUNDING_M && atM <= toM + ROUNDING_M);
    if (kind === 'door') {
      if (around.some(({ fromM, toM }) => Math.min(Math.abs(atM - fromM), Math.abs(atM - toM)) <= ROUNDING_M)) continue;
      const message = `expected a section's end, found ${atM} m: the door divides nothing`;
      list.error('scene.door-between', [...path, 'equipment', i, 'atM'], message);
    } else if (around.length > 0 && !around.some((section) => holds(section, ['inlet', 'exhaust']))) {
      const message = `expected an inlet or an exhaust in its section for the ${kind}, found none`;
      list.error('scene.no-opening', [...path, 'equipment', i], message);
    }
  }
}

/** What may not lie together (GB 50838-2015, 4.3.4 and 4.3.6): gas with anything else, heat with power cables. */
function checkContents(scene: SoundScene, list: ProblemList): void {
  const kinds = new Map<string, Compartment['kind']>();
  for (const [gallery] of present(scene.galleries?.galleries)) {
    for (const { id, kind } of gallery.compartments) kinds.set(id, kind);
  }
  const check = (named: string | undefined, path: Path, isAllowed: (kind: Compartment['kind']) => boolean) => {
    const kind = named === undefined ? undefined : kinds.get(named);
    if (kind === undefined || isAllowed(kind)) return;
    list.error(
      'scene.compartment-mix',
      [...path, 'compartment'],
      `expected another compartment, found one for ${kind}`,
    );
  };
  const isNoGas = (kind: Compartment['kind']) => kind !== 'gas';
  for (const [pipe, i] of present(scene.gas?.pipes)) {
    check(pipe.compartment, ['gas.json', 'pipes', i], (kind) => kind === 'gas');
  }
  for (const [branch, i] of present(scene.electricity?.branches)) {
    check(branch.compartment, ['electricity.json', 'branches', i], isNoGas);
  }
  for (const [pipe, i] of present(scene.water?.pipes)) check(pipe.compartment, ['water.json', 'pipes', i], isNoGas);
  for (const [drain, i] of present(scene.drainage?.drains)) {
    check(drain.compartment, ['drainage.json', 'drains', i], isNoGas);
  }
  for (const [fibre, i] of present(scene.telecom?.fibres)) {
    check(fibre.compartment, ['telecom.json', 'fibres', i], isNoGas);
  }
  for (const [loop, i] of present(scene.heat?.loops)) {
    for (let k = 0; k < loop.pipes.length; k++) {
      const isAllowed = (kind: Compartment['kind']) => kind !== 'gas' && kind !== 'power';
      check(loop.pipes[k].compartment, ['heat.json', 'loops', i, 'pipes', k], isAllowed);
    }
  }
  for (const [loop, i] of present(scene.cooling?.loops)) {
    for (let k = 0; k < loop.pipes.length; k++) {
      check(loop.pipes[k].compartment, ['cooling.json', 'loops', i, 'pipes', k], isNoGas);
    }
  }
}

function complainOfEnd(path: Path, foundM: number, lengthM: number, list: ProblemList): void {
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
