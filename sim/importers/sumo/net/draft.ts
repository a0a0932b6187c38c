/** What the parts of a network's import share: the scene's elements by SUMO's names, and who is told what was changed. */
import type { Junction, Point, RoadEdge, RoadLane, Signal } from '../../../scene';
import { Names } from '../names';
import { readShape } from '../read-values';
import type { ImportNotes } from '../report';
import { lengthOf, rounded } from './geometry';

export interface PlacedLane {
  readonly edge: RoadEdge;
  readonly lane: RoadLane;
}

/** A lane inside a junction; connections chain them into one curve. */
export interface InternalLane {
  readonly shape: readonly Point[];
  readonly lengthM: number;
  readonly speedMps: number;
}

export class NetDraft {
  readonly file: string;
  readonly notes: ImportNotes;
  readonly edgeNames: Names;
  readonly laneNames: Names;
  readonly nodeNames: Names;
  readonly turnNames: Names;
  readonly nodes = new Map<string, { id: string; at: Point }>();
  readonly edges = new Map<string, RoadEdge>();
  /** SUMO's names: the junction that an edge leads to. */
  readonly junctionOf = new Map<string, string>();
  /** By SUMO's name of the lane. */
  readonly lanes = new Map<string, PlacedLane>();
  readonly internalLanes = new Map<string, InternalLane>();
  /** Edges that the file has and the scene has not, so that what hangs on them need not be complained of again. */
  readonly leftOut = new Set<string>();
  readonly junctions: Junction[] = [];
  readonly signals: Signal[] = [];

  /** From SUMO's metres to the scene's: nothing, unless the network lies farther out than a scene may. */
  readonly shift: Point;

  constructor(file: string, notes: ImportNotes, shift: Point) {
    this.file = file;
    this.notes = notes;
    this.shift = shift;
    this.edgeNames = new Names('edge', notes);
    this.laneNames = new Names('lane', notes);
    this.nodeNames = new Names('node', notes);
    this.turnNames = new Names('turn', notes);
  }

  /** A shape's points in the scene's metres; undefined where they are none, or lie too far out. */
  shapeOf(text: string | undefined): Point[] | undefined {
    const points = readShape(text)?.map(([x, y]): Point => this.pointAt(x, y));
    return points?.every(isWithinScene) ? points : undefined;
  }

  pointAt(x: number, y: number): Point {
    const [dx, dy] = this.shift;
    return dx === 0 && dy === 0 ? [x, y] : rounded([x + dx, y + dy]);
  }

  note(code: string, path: readonly (string | number)[], message: string): void {
    this.notes.add(`sumo.${code}`, [this.file, ...path], message);
  }
}

const FARTHEST_M = 200_000;

export function isWithinScene([x, y]: Point): boolean {
  return Math.abs(x) <= FARTHEST_M && Math.abs(y) <= FARTHEST_M;
}

export function laneLengthM(lane: RoadLane): number {
  return lane.lengthM ?? lengthOf(lane.shape);
}
