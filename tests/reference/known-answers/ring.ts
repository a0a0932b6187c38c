/** Sugiyama's ring: 22 cars on 230 m. Stop-and-go appears by itself with some drivers, and dies out with others. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TrafficState } from '../../../sim/domains/traffic';
import { readScene, type Scene, type VehicleType } from '../../../sim/scene';
import { cityCar, drive, listedVehicles, withVehicles } from './city-scenes';

const CARS = 22;
const ROUNDS = 80;
const SETTLED_S = 2_700;
const MEASURED_S = 600;
const SAMPLE_S = 1;

/** Half a second is as good as half a second more to react: waves that should die out grow. */
const RING_STEP_SECONDS = 0.25;

/** s0 2 m, b 1.5 m/s²; a wish of 50 km/h, where the ring's limit is 30. */
export const RING_CAR: VehicleType = {
  ...cityCar,
  lengthM: 4.5,
  decelerationMps2: 1.5,
  speedFactor: { mean: 1.667, deviation: 0, min: 0.5, max: 2 },
};

export interface RingFigures {
  readonly cars: number;
  readonly minKmh: number;
  readonly maxKmh: number;
  readonly meanKmh: number;
  /** Speed of the place where cars are slowest, backwards counted positive; NaN where none stands out. */
  readonly waveBackKmh: number;
}

export function ringScene(root: string): Scene {
  const folder = join(root, 'scenes/tiny/ring');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const scene = readScene(new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')])));
  if (!scene.ok) throw new Error(scene.problems[0].message);
  return scene.value;
}

/** By their acceleration and headway; what else the drivers are like is named above. */
export function driveRing(scene: Scene, accelerationMps2: number, headwaySeconds: number): RingFigures {
  const ring = ['ring:p00:p08', 'ring:p08:p16', 'ring:p16:p00'];
  const lengths = ring.map((id) => lengthOf(scene, id));
  const aroundM = lengths.reduce((sum, lengthM) => sum + lengthM, 0);
  const type = { ...RING_CAR, accelerationMps2, headwaySeconds };
  // Evenly round, but for one who stands a little nearer to the one ahead: the seed of the wave.
  const streams = ring.map((_, first) => {
    const startM = lengths.slice(0, first).reduce((sum, lengthM) => sum + lengthM, 0);
    const positions = Array.from({ length: CARS }, (_each, i) => (i * aroundM) / CARS + (i === 3 ? 1 : 0) + 0.2)
      .filter((atM) => atM >= startM + 0.1 && atM < startM + lengths[first])
      .map((atM) => atM - startM)
      .reverse();
    const edges = Array.from({ length: ROUNDS * ring.length }, (_each, i) => ring[(first + i) % ring.length]);
    return { name: `from${first}`, edges, times: positions.map(() => 0), positions, speed: 0, lane: 0 };
  });
  const rows: { readonly seconds: number; readonly atM: Float64Array; readonly mps: Float64Array }[] = [];
  let nextSeconds = SETTLED_S;
  const look = {
    start() {},
    stepped({ vehicles, network, scene: compiled }: TrafficState, seconds: number) {
      if (seconds < nextSeconds) return;
      nextSeconds += SAMPLE_S;
      const starts: number[] = ring.map((id) => compiled.elements.edge.slotOf(id)!);
      const atM = new Float64Array(vehicles.count);
      const mps = new Float64Array(vehicles.count);
      let k = 0;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (vehicles.track[row] < 0) continue;
        const edge = network.trackEdge[vehicles.track[row]];
        const index = starts.indexOf(edge);
        const before = lengths.slice(0, index).reduce((sum, lengthM) => sum + lengthM, 0);
        const inTurn = vehicles.track[row] >= network.roads.laneCount ? lengths[index] : 0;
        atM[k] = before + inTurn + vehicles.positionM[row];
        mps[k++] = vehicles.speedMps[row];
      }
      rows.push({ seconds, atM, mps });
    },
    end() {},
  };
  drive(
    withVehicles(
      scene,
      listedVehicles(streams, [type], { stepSeconds: RING_STEP_SECONDS, update: 'ballistic', keepsRight: false }),
    ),
    SETTLED_S + MEASURED_S,
    [look],
  );
  const all = rows.flatMap(({ mps }) => [...mps]);
  return {
    cars: Math.max(...rows.map(({ mps }) => mps.length)),
    minKmh: 3.6 * Math.min(...all),
    maxKmh: 3.6 * Math.max(...all),
    meanKmh: (3.6 * all.reduce((sum, mps) => sum + mps, 0)) / all.length,
    waveBackKmh: waveBackKmh(rows, aroundM),
  };
}

function lengthOf(scene: Scene, id: string): number {
  const { lanes } = scene.roads!.edges.find((edge) => edge.id === id)!;
  if (lanes[0].lengthM !== undefined) return lanes[0].lengthM;
  const { shape } = lanes[0];
  return shape.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - shape[i][0], y - shape[i][1]), 0);
}

/** The slowest place as the centre of all cars weighted by how slow they are, on a circle; its way over time. */
function waveBackKmh(
  rows: readonly { readonly seconds: number; readonly atM: Float64Array; readonly mps: Float64Array }[],
  aroundM: number,
): number {
  let wavedM = 0;
  let last: number | undefined;
  let first = Number.NaN;
  let end = Number.NaN;
  for (const { seconds, atM, mps } of rows) {
    const most = Math.max(...mps);
    const spread = most - Math.min(...mps);
    if (spread < 1) return Number.NaN;
    let [x, y] = [0, 0];
    for (let i = 0; i < atM.length; i++) {
      const slow = ((most - mps[i]) / spread) ** 3;
      x += slow * Math.cos((2 * Math.PI * atM[i]) / aroundM);
      y += slow * Math.sin((2 * Math.PI * atM[i]) / aroundM);
    }
    const place = (Math.atan2(y, x) / (2 * Math.PI)) * aroundM;
    if (last !== undefined) {
      let moved = place - last;
      if (moved > aroundM / 2) moved -= aroundM;
      if (moved < -aroundM / 2) moved += aroundM;
      wavedM += moved;
      end = seconds;
    } else first = seconds;
    last = place;
  }
  return (-3.6 * wavedM) / (end - first);
}
