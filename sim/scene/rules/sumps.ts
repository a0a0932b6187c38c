import type { Path, ProblemList } from '../problem-list';
import type { GalleriesFile } from '../schema/galleries';
import { SHUT_OFF_SHARE, sumpLiftM } from '../sump-lift';
import { present, type SoundScene } from './sound-entries';

type Gallery = GalleriesFile['galleries'][number];
type Compartment = Gallery['compartments'][number];
type Section = Compartment['sections'][number];
type Pump = Compartment['equipment'][number];

/** A sump lies below its outfall and has a pump that reaches it: what runs in comes out again. */
export function checkSumps(scene: SoundScene, list: ProblemList): void {
  for (const [gallery, i] of present(scene.galleries?.galleries)) {
    if (gallery.floorDepthM.length !== gallery.path.length) continue; // said elsewhere
    for (let k = 0; k < gallery.compartments.length; k++) {
      checkCompartment(gallery, gallery.compartments[k], ['galleries.json', 'galleries', i, 'compartments', k], list);
    }
  }
}

function checkCompartment(gallery: Gallery, { sections, equipment }: Compartment, path: Path, list: ProblemList): void {
  const pumps = equipment.flatMap((pump, e) =>
    pump.kind === 'sump-pump' ? [{ pump, at: [...path, 'equipment', e] }] : [],
  );
  sections.forEach((section, n) => {
    const own = pumps.filter(({ pump: { atM } }) => atM >= section.fromM && atM <= section.toM);
    for (const each of own) checkPump(section, depthAt(gallery, each.pump.atM), each, [...path, 'sections', n], list);
    if (section.sumpM3 === undefined || own.length > 0) return;
    const message = 'expected a sump pump in the section, found none: the sump lies below its outfall';
    list.error('scene.sump-below-outfall', [...path, 'sections', n, 'sumpM3'], message);
  });
}

function checkPump(
  section: Section,
  floorDepthM: number,
  { pump, at }: { readonly pump: Pump; readonly at: Path },
  path: Path,
  list: ProblemList,
): void {
  const liftM = sumpLiftM(section, floorDepthM);
  if (liftM <= 0) {
    const message = `expected an outfall above the sump’s bottom, found one ${(-liftM).toFixed(1)} m below it`;
    list.error('scene.outfall-below-sump', [...path, 'outfallDepthM'], message);
  }
  if (pump.flowM3PerH === undefined) {
    list.error('scene.no-rating', [...at, 'flowM3PerH'], 'expected the flow of the sump pump, found none');
  }
  if (pump.headM === undefined || SHUT_OFF_SHARE * pump.headM > liftM) return;
  const holdsM = (SHUT_OFF_SHARE * pump.headM).toFixed(1);
  const message = `expected a pump that lifts ${liftM.toFixed(1)} m from the sump to its outfall, found one that holds ${holdsM} m at most`;
  list.error('scene.sump-below-outfall', [...at, 'headM'], message);
}

/** Of the floor below the ground, somewhere along a gallery. */
function depthAt({ path, floorDepthM }: Gallery, atM: number): number {
  let leftM = atM;
  for (let i = 1; i < path.length; i++) {
    const dx = path[i][0] - path[i - 1][0];
    const dy = path[i][1] - path[i - 1][1];
    const lengthM = Math.sqrt(dx * dx + dy * dy);
    if (leftM <= lengthM && lengthM > 0) {
      return floorDepthM[i - 1] + (leftM / lengthM) * (floorDepthM[i] - floorDepthM[i - 1]);
    }
    leftM -= lengthM;
  }
  return floorDepthM[floorDepthM.length - 1];
}
