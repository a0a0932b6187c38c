import Flatbush from 'flatbush';
import type { LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import { Growing } from '../growing';
import { type Line, sideAt } from '../polyline';
import { type EnergyLines, LineKind } from './built-energy';
import { drape } from './drape';
import { lanesInTrench, type Run } from './lanes-in-trench';

/** From here up a line belongs to the grid between substations, not to a feeder. */
export const GRID_KILOVOLTS = 35;
/** Above the ground, so that no kerb cuts through. */
const LIFT_M = 1.2;
/** Nearer to its bus than this a path counts as ending there. */
const KERB_M = 3;

interface Laid {
  readonly run: string;
  readonly path: Line;
  readonly row: number;
  readonly kind: number;
}

/** Every line and pipe as straight pieces that follow the ground, beside one another where they share a street. */
export function energyLines(compiled: LaidScene, ground: Ground): EnergyLines {
  const grid = gridLines(compiled);
  const all = [...grid, ...pipeLines(compiled)];
  const lanes = lanesInTrench(runsOf(all));
  const places = new Growing(Float32Array);
  const sides = new Growing(Float32Array);
  const signs = new Growing(Float32Array);
  let gridCount = 0;
  all.forEach(({ run, path, row, kind }, i) => {
    const line = drape(path, ground.heightAt);
    const lane = (lanes.get(run) ?? 0) * (pointsWest(path) ? -1 : 1);
    let along = 0;
    for (let p = 1; p < line.length; p++) {
      const [ax, ay] = line[p - 1];
      const [bx, by] = line[p];
      const lengthM = Math.hypot(bx - ax, by - ay);
      places.push4(ax, ground.heightAt(ax, ay) + LIFT_M, -ay, along);
      along += lengthM;
      places.push4(bx, ground.heightAt(bx, by) + LIFT_M, -by, along);
      const [anx, any, aStretch] = sideAt(line, p - 1);
      const [bnx, bny, bStretch] = sideAt(line, p);
      sides.push4(anx * aStretch * lane, -any * aStretch * lane, bnx * bStretch * lane, -bny * bStretch * lane);
      signs.push(row);
      signs.push(kind);
    }
    if (i < grid.length) gridCount = signs.length / 2;
  });
  const count = signs.length / 2;
  const placed = places.done();
  return {
    places: placed,
    sides: sides.done(),
    signs: signs.done(),
    gridCount,
    count,
    boxes: boxesAround(placed, gridCount),
  };
}

function gridLines({ scene, elements }: LaidScene): Laid[] {
  const { buses = [], branches = [] } = scene.electricity ?? {};
  const busById = new Map(buses.map((bus) => [bus.id, bus]));
  const laid = branches.map((branch): Laid => {
    const from = busById.get(branch.from)!;
    const to = busById.get(branch.to)!;
    const kind = from.kilovolts >= GRID_KILOVOLTS ? LineKind.grid : LineKind.feeder;
    const path = reaching(fromEnd(branch.path ?? [from.at, to.at], from.at), from.at, to.at);
    return { run: branch.feeder ?? branch.id, path, row: elements.branch.slotOf(branch.id) as number, kind };
  });
  // What is drawn later lies on top: the lines between substations.
  return laid.sort((a, b) => b.kind - a.kind);
}

/** Rows of pipes come after those of the grid: heat and cold as their loops list them, then gas by slot. */
function pipeLines({ scene, elements }: LaidScene): Laid[] {
  const laid: Laid[] = [];
  let row = elements.branch.count + elements.transformer.count + elements.bus.count;
  const add = (
    run: string,
    kind: number,
    pipes: readonly Pipe[],
    nodes: readonly Node[],
    rowOf: (i: number) => number,
  ) => {
    const at = new Map(nodes.map((node) => [node.id, node.at]));
    pipes.forEach(({ from, to, path }, i) => {
      const ends = [at.get(from)!, at.get(to)!] as const;
      laid.push({ run, kind, row: rowOf(i), path: fromEnd(path ?? ends, ends[0]) });
    });
  };
  const addLoops = (carrier: 'heat' | 'cooling') => {
    for (const { id, pipes, nodes } of scene[carrier]?.loops ?? []) {
      const first = row;
      add(`${carrier} ${id}`, LineKind[carrier], pipes, nodes, (i) => first + i);
      row += pipes.length;
    }
  };
  addLoops('heat');
  addLoops('cooling');
  const { gas } = scene;
  const mains = elements['gas-main'];
  if (gas) add('gas', LineKind.gas, gas.pipes, gas.nodes, (i) => row + (mains.slotOf(gas.pipes[i].id) as number));
  return laid;
}

type Pipe = { readonly from: string; readonly to: string; readonly path?: Line | undefined };
type Node = { readonly id: string; readonly at: readonly [number, number] };

/** The path as it leads away from the end that a line is named from, whichever way it was drawn. */
function fromEnd(path: Line, [x, y]: readonly [number, number]): Line {
  const first = path[0];
  const last = path[path.length - 1];
  const isTurned = Math.hypot(last[0] - x, last[1] - y) < Math.hypot(first[0] - x, first[1] - y);
  return isTurned ? [...path].reverse() : path;
}

/** A path that ends at the kerb goes on to what it feeds. */
function reaching(path: Line, from: readonly [number, number], to: readonly [number, number]): Line {
  const away = (a: readonly [number, number], b: readonly [number, number]) => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const whole = [...path];
  if (away(path[0], from) > KERB_M) whole.unshift(from);
  if (away(path[path.length - 1], to) > KERB_M) whole.push(to);
  return whole;
}

/** Lanes are counted to one side of the street, whichever way a line runs along it. */
function pointsWest(path: Line): boolean {
  const [ax, ay] = path[0];
  const [bx, by] = path[path.length - 1];
  return bx - ax + 0.37 * (by - ay) < 0;
}

function runsOf(all: readonly Laid[]): Run[] {
  const runs = new Map<string, Line[]>();
  for (const { run, path } of all) {
    const paths = runs.get(run);
    if (paths) paths.push(path);
    else runs.set(run, [path]);
  }
  return [...runs].map(([key, paths]) => ({ key, paths }));
}

function boxesAround(places: Float32Array, count: number): ArrayBuffer | null {
  if (count === 0) return null;
  const index = new Flatbush(count, 16, Float32Array);
  for (let i = 0; i < count; i++) {
    const [ax, ay, bx, by] = [places[8 * i], -places[8 * i + 2], places[8 * i + 4], -places[8 * i + 6]];
    index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
  index.finish();
  return index.data as ArrayBuffer;
}
