import type { LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import type { MeshData } from '../mesh-data';
import { signedArea, triangulate } from '../polygon';
import { densify, lengthOf, sideAt, withoutRepeats } from '../polyline';
import { laneMarks } from './lane-marks';
import type { RoadPlan } from './road-plan';
import { SurfaceKind, SurfaceWriter } from './surface-writer';

const LONGEST_PIECE_M = 13;
export const ROAD_LIFT_M = 0.04;
export const NO_ROW = 65_535;

/** All that wheels may run on, as one mesh: a ribbon a lane, the strip between directions, a polygon a junction. */
export function roadSurface(compiled: LaidScene, plan: RoadPlan, ground: Ground): MeshData {
  const writer = new SurfaceWriter(ground);
  const { roads } = compiled;
  for (const edge of plan.edges) {
    edge.lanes.forEach((lane, i) => {
      const slot = roads.edgeFirstLane[edge.slot] + i;
      const marks = laneMarks(roads, slot, edge.around, lane.busOnly);
      ribbon(writer, lane.shape, lane.widthM, edge.slot, slot, marks);
    });
    if (edge.gap && !edge.gap.raised) strip(writer, edge.gap.left, edge.gap.right, edge.slot);
  }
  for (const junction of plan.junctions) {
    const outline = withoutRepeats(junction.outline);
    if (outline.length < 3) continue;
    const row = roads.edgeCount + junction.slot;
    const ccw = signedArea(outline) > 0 ? outline : outline.reverse();
    const numbers = ccw.map(([x, y]) =>
      writer.vertex(
        { x, y, liftM: ROAD_LIFT_M, along: x, across: y, lengthM: 0, widthM: 0 },
        row,
        NO_ROW,
        0,
        SurfaceKind.junction,
      ),
    );
    const triangles = triangulate(ccw);
    for (let i = 0; i < triangles.length; i += 3) {
      writer.triangle(numbers[triangles[i]], numbers[triangles[i + 1]], numbers[triangles[i + 2]]);
    }
  }
  return writer.done();
}

/** Zebra crossings lie on top of the surface, in a mesh of their own, so that they never fight with it for depth. */
export function crossingPaint(plan: RoadPlan, ground: Ground): MeshData {
  const writer = new SurfaceWriter(ground);
  for (const crossing of plan.crossings) {
    ribbon(
      writer,
      crossing.path,
      crossing.widthM,
      crossing.edgeSlot,
      NO_ROW,
      0,
      SurfaceKind.crossing,
      ROAD_LIFT_M + 0.02,
    );
  }
  return writer.done();
}

function ribbon(
  writer: SurfaceWriter,
  shape: readonly (readonly [number, number])[],
  widthM: number,
  stateRow: number,
  laneRow: number,
  marks: number,
  kind: number = SurfaceKind.lane,
  liftM = ROAD_LIFT_M,
): void {
  const line = densify(shape, LONGEST_PIECE_M);
  if (line.length < 2) return;
  const lengthM = lengthOf(line);
  let along = 0;
  let before = -1;
  for (let i = 0; i < line.length; i++) {
    if (i > 0) along += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
    const [nx, ny, stretch] = sideAt(line, i);
    const reach = (widthM / 2) * stretch;
    const right = writer.vertex(
      { x: line[i][0] - nx * reach, y: line[i][1] - ny * reach, liftM, along, across: -widthM / 2, lengthM, widthM },
      stateRow,
      laneRow,
      marks,
      kind,
    );
    const left = writer.vertex(
      { x: line[i][0] + nx * reach, y: line[i][1] + ny * reach, liftM, along, across: widthM / 2, lengthM, widthM },
      stateRow,
      laneRow,
      marks,
      kind,
    );
    if (before >= 0) {
      writer.triangle(before, right, left);
      writer.triangle(before, left, before + 1);
    }
    before = right;
  }
}

/** The strip between two borders that run the same way, with as many points on each. */
function strip(
  writer: SurfaceWriter,
  left: readonly (readonly [number, number])[],
  right: readonly (readonly [number, number])[],
  stateRow: number,
): void {
  const lengthM = lengthOf(right);
  let before = -1;
  for (let i = 0; i < left.length; i++) {
    const along = (lengthM * i) / (left.length - 1);
    const widthM = Math.hypot(left[i][0] - right[i][0], left[i][1] - right[i][1]);
    const place = { liftM: ROAD_LIFT_M, along, lengthM, widthM };
    const r = writer.vertex(
      { ...place, x: right[i][0], y: right[i][1], across: -widthM / 2 },
      stateRow,
      NO_ROW,
      0,
      SurfaceKind.gap,
    );
    const l = writer.vertex(
      { ...place, x: left[i][0], y: left[i][1], across: widthM / 2 },
      stateRow,
      NO_ROW,
      0,
      SurfaceKind.gap,
    );
    if (before >= 0) {
      writer.triangle(before, r, l);
      writer.triangle(before, l, before + 1);
    }
    before = r;
  }
}
