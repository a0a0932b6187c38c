import { signedArea } from '../../geometry/polygon';
import type { Point } from '../../geometry/vector';
import { boundsOf, type Frame, outlineToLocal, toWorld } from './local-frame';
import { splitOutline } from './split-outline';
import type { PlannedSite } from './zones-plan';

/** A place cut out of a block for one house, and the land that remains. */
export interface SiteCut {
  readonly site: PlannedSite;
  readonly outline: readonly Point[];
}

/** Cuts sites out of a block's corners one after another; a site without a corner takes all that is left. */
export function cutSites(
  block: readonly Point[],
  frame: Frame,
  sites: readonly PlannedSite[],
): { cuts: SiteCut[]; rest: Point[][] } {
  let rest: Point[][] = [[...block]];
  const cuts: SiteCut[] = [];
  for (const site of sites) {
    if (site.corner === undefined) {
      const [largest, ...others] = [...rest].sort((a, b) => signedArea(b) - signedArea(a));
      cuts.push({ site, outline: largest });
      rest = others;
      continue;
    }
    // A slanting corner gives less than was asked: go deeper until the house has most of its ground.
    const wantedM2 = 0.85 * (site.widthM ?? USUAL_WIDTH_M) * (site.depthM ?? USUAL_DEPTH_M);
    let best = cutCorner(rest, block, frame, site, 0);
    for (let deeperM = 6; deeperM <= 60 && areaOf(best.corner) < wantedM2; deeperM += 6) {
      best = cutCorner(rest, block, frame, site, deeperM);
    }
    if (best.corner) cuts.push({ site, outline: best.corner });
    rest = best.left;
  }
  return { cuts, rest };
}

const USUAL_WIDTH_M = 60;
const USUAL_DEPTH_M = 50;
const areaOf = (outline: readonly Point[] | undefined): number => (outline ? signedArea(outline) : 0);

function cutCorner(
  pieces: readonly Point[][],
  block: readonly Point[],
  frame: Frame,
  site: PlannedSite,
  deeperM: number,
): { corner: Point[] | undefined; left: Point[][] } {
  const bounds = boundsOf(outlineToLocal(frame, block));
  const widthM = site.widthM ?? USUAL_WIDTH_M;
  const depthM = (site.depthM ?? USUAL_DEPTH_M) + deeperM;
  const south = site.corner === 'SW' || site.corner === 'SE';
  const west = site.corner === 'SW' || site.corner === 'NW';
  const y = south ? bounds.minY + depthM : bounds.maxY - depthM;
  const level = toWorld(frame, [bounds.minX, y]);
  const east = frame.east;
  const north: Point = [-east[1], east[0]];
  let corner: Point[] | undefined;
  const left: Point[][] = [];
  for (const piece of pieces) {
    const rows = splitOutline(piece, level, east);
    left.push(...(south ? rows.left : rows.right));
    for (const strip of south ? rows.right : rows.left) {
      const own = boundsOf(outlineToLocal(frame, strip));
      const x = west ? own.minX + widthM : own.maxX - widthM;
      const halves = splitOutline(strip, toWorld(frame, [x, y]), north);
      for (const part of west ? halves.left : halves.right) {
        if (!corner || signedArea(part) > signedArea(corner)) {
          if (corner) left.push(corner);
          corner = part;
        } else left.push(part);
      }
      left.push(...(west ? halves.right : halves.left));
    }
  }
  return { corner, left };
}
