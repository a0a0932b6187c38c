/** A scene's galleries as typed arrays; everything that steps works on these. */
import type { CompiledScene } from '../../../scene/compiled';
import { type Contents, compileContents } from './contents';
import { compileEquipment, type Equipment } from './equipment';
import { compileOpenings, type Doors, type Fans, type Shafts } from './openings';
import { type Compartments, compileSections, type Sections } from './sections';

export interface Galleries {
  readonly sections: Sections;
  readonly compartments: Compartments;
  readonly doors: Doors;
  readonly shafts: Shafts;
  readonly fans: Fans;
  readonly equipment: Equipment;
  readonly contents: Contents;
}

export const CELL_M = 1;

/** Null where a scene has no gallery. */
export function compileGalleries(scene: CompiledScene, cellM = CELL_M): Galleries | null {
  if (scene.elements['gallery-section'].count === 0) return null;
  const { sections, compartments } = compileSections(scene, cellM);
  return {
    sections,
    compartments,
    ...compileOpenings(scene, sections, compartments),
    equipment: compileEquipment(scene, sections, compartments),
    contents: compileContents(scene, sections),
  };
}
