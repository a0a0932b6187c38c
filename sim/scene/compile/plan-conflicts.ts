/**
 * Where other plans want something else of a parcel than the land plan does: each area of a plan says what it allows, and
 * a parcel of another use that lies in it, in part or wholly, is in conflict with it there. An area that does not say
 * judges nobody.
 */
import type { CompiledScene } from '../compiled';
import type { OverlaysFile } from '../schema/city';
import type { LandFile } from '../schema/land';
import { overlapM2 } from './polygon-overlap';

export interface PlanConflict {
  readonly parcelId: string;
  /** The other plan, and its area that the parcel lies in. */
  readonly overlay: string;
  readonly area: string;
  readonly areaM2: number;
}

/** Less than this is how outlines were drawn. */
const LEAST_M2 = 1;
const known = new WeakMap<CompiledScene, readonly PlanConflict[]>();

export function planConflicts(scene: CompiledScene): readonly PlanConflict[] {
  let conflicts = known.get(scene);
  if (conflicts === undefined) {
    const { land, overlays } = scene.scene;
    conflicts = conflictsBetween(land?.parcels ?? [], overlays?.overlays ?? []);
    known.set(scene, conflicts);
  }
  return conflicts;
}

/** The largest first. */
export function conflictsBetween(
  parcels: LandFile['parcels'],
  overlays: OverlaysFile['overlays'],
): readonly PlanConflict[] {
  const conflicts: PlanConflict[] = [];
  for (const overlay of overlays) {
    for (const { id: area, allows, outline } of overlay.areas) {
      if (allows === undefined) continue;
      for (const parcel of parcels) {
        if (allows.includes(parcel.use)) continue;
        const areaM2 = overlapM2(parcel.outline, outline);
        if (areaM2 >= LEAST_M2) conflicts.push({ parcelId: parcel.id, overlay: overlay.id, area, areaM2 });
      }
    }
  }
  return conflicts.sort((a, b) => b.areaM2 - a.areaM2 || (a.parcelId < b.parcelId ? -1 : 1));
}
