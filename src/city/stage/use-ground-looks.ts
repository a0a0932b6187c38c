import { useEffect } from 'react';
import type { Material } from 'three';

/** Tells the stage which materials are the ground, so that they are blended where galleries are opened. */
export function useGroundLooks(all: Set<Material>, own: readonly Material[]): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew each time, what it holds is not
  useEffect(() => {
    for (const look of own) all.add(look);
    return () => {
      for (const look of own) all.delete(look);
    };
  }, [all, ...own]);
}

/** Opens the ground or closes it: only while it is open does it cost blending. */
export function blendGround(all: ReadonlySet<Material>, isOpen: boolean): void {
  for (const look of all) {
    if (look.transparent === isOpen) continue;
    look.transparent = isOpen;
    look.needsUpdate = true;
  }
}
