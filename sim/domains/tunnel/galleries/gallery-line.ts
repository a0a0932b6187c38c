/** Where a place along a gallery lies: its point, the ground above it, its floor. */
import type { CompiledTerrain } from '../../../scene/compiled';
import type { GalleriesFile } from '../../../scene/schema/galleries';

export interface GalleryLine {
  readonly lengthM: number;
  groundAt(atM: number): number;
  floorAt(atM: number): number;
}

export function galleryLine(
  { path, floorDepthM }: GalleriesFile['galleries'][number],
  terrain: CompiledTerrain,
): GalleryLine {
  const atM = [0];
  for (let i = 1; i < path.length; i++) {
    const dx = path[i][0] - path[i - 1][0];
    const dy = path[i][1] - path[i - 1][1];
    atM.push(atM[i - 1] + Math.sqrt(dx * dx + dy * dy));
  }
  const lengthM = atM[atM.length - 1];
  /** The leg that a place is on, and how far along it, 0 to 1. */
  const legAt = (metres: number): [number, number] => {
    let i = 1;
    while (i < atM.length - 1 && atM[i] < metres) i++;
    const spanM = atM[i] - atM[i - 1];
    const share = spanM > 0 ? Math.min(Math.max((metres - atM[i - 1]) / spanM, 0), 1) : 0;
    return [i, share];
  };
  const between = (a: number, b: number, share: number) => a + share * (b - a);
  const groundAt = (metres: number) => {
    const [i, share] = legAt(metres);
    return terrain.heightAt(between(path[i - 1][0], path[i][0], share), between(path[i - 1][1], path[i][1], share));
  };
  return {
    lengthM,
    groundAt,
    floorAt(metres) {
      const [i, share] = legAt(metres);
      return groundAt(metres) - between(floorDepthM[i - 1], floorDepthM[i], share);
    },
  };
}
