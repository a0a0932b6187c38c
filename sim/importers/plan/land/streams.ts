import type { LandFile } from '../../../scene/schema/land';
import { curveThrough } from '../../geometry/curve';
import { distanceToLine, lengthOf, pointAt, roundToCentimetres, simplify } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { halfWidthM } from '../class-defaults';
import type { StreetGraph } from '../plan-graph';
import type { ZonesPlan } from './zones-plan';

type Stream = LandFile['streams'][number];

const STEP_M = 6;
const SHORTEST_REACH_M = 18;

/** Streams as seen from above: where a street passes over, the water runs in a culvert and the line is broken. */
export function openStreams(planned: ZonesPlan['streams'], graph: StreetGraph): Stream[] {
  return planned.flatMap((stream) => {
    const line = smooth(stream.path);
    const reaches: Point[][] = [];
    let reach: Point[] = [];
    const close = () => {
      if (reach.length > 1 && lengthOf(reach) >= SHORTEST_REACH_M) reaches.push(reach);
      reach = [];
    };
    for (const at of line) {
      if (underStreet(at, graph)) close();
      else reach.push(at);
    }
    close();
    return reaches.map(
      (path, k): Stream => ({
        id: k === 0 ? stream.id : `${stream.id}.${k + 1}`,
        name: stream.name,
        path: roundToCentimetres(simplify(path, 0.25)),
        widthM: stream.widthM,
      }),
    );
  });
}

export function smooth(path: readonly Point[]): Point[] {
  const runs = curveThrough(path, false, STEP_M);
  const line = runs.flatMap((run, k) => (k === 0 ? run : run.slice(1)));
  const length = lengthOf(line);
  const count = Math.max(1, Math.round(length / STEP_M));
  return Array.from({ length: count + 1 }, (_, k) => pointAt(line, (k * length) / count));
}

function underStreet(at: Point, graph: StreetGraph): boolean {
  return graph.links.some((link) => {
    const reachM = halfWidthM(link.section) + link.section.sidewalkM + 1;
    const [a, b] = [link.centre[0], link.centre[link.centre.length - 1]];
    const far = Math.abs(at[0] - a[0]) + Math.abs(at[1] - a[1]) > link.lengthM * 1.5 + 60;
    if (far && Math.abs(at[0] - b[0]) + Math.abs(at[1] - b[1]) > link.lengthM * 1.5 + 60) return false;
    return distanceToLine(at, link.centre) < reachM;
  });
}
