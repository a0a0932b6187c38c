/**
 * Delay, v/c and level of service of every approach (an edge that leads to a junction) and every junction, from the
 * counts of the last window.
 *
 * Delay is measured. v/c compares who came with who could have passed: at a signal the saturation flow of each lane
 * times the green it really had; elsewhere it is not told (0). Means are weighted by vehicles. A junction where only
 * some give way is as good as its worst approach, for the manual gives it no level as a whole (HCM 2000, ch. 17).
 */
import { laneSaturationVehPerH } from './lane-capacity';
import { serviceLevelIndex } from './service-level';
import type { TurnCounts } from './turn-counts';

/** What is needed of the compiled roads. */
export interface JunctionRoads {
  readonly edgeCount: number;
  readonly laneCount: number;
  readonly laneEdge: Uint32Array;
  readonly laneTurnStart: Uint32Array;
  readonly laneTurns: Uint32Array;
  readonly turnJunction: Uint32Array;
  readonly turnDirection: Uint8Array;
  readonly turnSignalIndex: Int32Array;
  readonly junctionControl: Uint8Array;
}

export const NO_LEVEL = 255;
const SIGNAL = 0;
const PRIORITY = 1;
const RIGHT_BEFORE_LEFT = 2;
const LEFT = 0;
const RIGHT = 2;
const U_TURN = 3;

export interface LevelTable {
  readonly vehicles: Float64Array;
  readonly delaySeconds: Float64Array;
  readonly stopsPerVehicle: Float64Array;
  /** The worst lane's v/c. */
  readonly saturation: Float64Array;
  /** Position in serviceLevels; NO_LEVEL where nobody came. */
  readonly level: Uint8Array;
}

export interface JunctionLevels {
  readonly approaches: LevelTable;
  readonly junctions: LevelTable;
}

export function createJunctionLevels(roads: JunctionRoads): JunctionLevels {
  return { approaches: createTable(roads.edgeCount), junctions: createTable(roads.junctionControl.length) };
}

function createTable(count: number): LevelTable {
  return {
    vehicles: new Float64Array(count),
    delaySeconds: new Float64Array(count),
    stopsPerVehicle: new Float64Array(count),
    saturation: new Float64Array(count),
    level: new Uint8Array(count).fill(NO_LEVEL),
  };
}

/** Reads the window closed last and writes every row anew. */
export function judgeJunctions(roads: JunctionRoads, counts: TurnCounts, levels: JunctionLevels): void {
  const { approaches, junctions } = levels;
  clear(approaches);
  clear(junctions);
  for (let lane = 0; lane < roads.laneCount; lane++) addLane(roads, counts, lane, levels);
  for (const table of [approaches, junctions]) {
    for (let row = 0; row < table.vehicles.length; row++) {
      if (table.vehicles[row] === 0) continue;
      table.delaySeconds[row] /= table.vehicles[row];
      table.stopsPerVehicle[row] /= table.vehicles[row];
    }
  }
  for (let lane = 0; lane < roads.laneCount; lane++) {
    const first = roads.laneTurnStart[lane];
    const edge = roads.laneEdge[lane];
    if (
      first === roads.laneTurnStart[lane + 1] ||
      approaches.level[edge] !== NO_LEVEL ||
      approaches.vehicles[edge] === 0
    )
      continue;
    const junction = roads.turnJunction[roads.laneTurns[first]];
    approaches.level[edge] = levelOf(roads, junction, approaches, edge);
    const control = roads.junctionControl[junction];
    if (control !== PRIORITY && control !== RIGHT_BEFORE_LEFT) continue;
    const before = junctions.level[junction];
    if (before === NO_LEVEL || approaches.level[edge] > before) junctions.level[junction] = approaches.level[edge];
  }
  for (let junction = 0; junction < roads.junctionControl.length; junction++) {
    if (junctions.vehicles[junction] === 0 || junctions.level[junction] !== NO_LEVEL) continue;
    junctions.level[junction] = levelOf(roads, junction, junctions, junction);
  }
}

function levelOf(roads: JunctionRoads, junction: number, table: LevelTable, row: number): number {
  // A signal that showed no green in the window was dark: drivers stopped in turn, and bear that wait less patiently.
  const signalised = roads.junctionControl[junction] === SIGNAL && table.saturation[row] > 0;
  return serviceLevelIndex(table.delaySeconds[row], signalised, table.saturation[row]);
}

function addLane(roads: JunctionRoads, counts: TurnCounts, lane: number, { approaches, junctions }: JunctionLevels) {
  const { last, lastSeconds } = counts;
  const edge = roads.laneEdge[lane];
  const end = roads.laneTurnStart[lane + 1];
  let came = 0;
  let lefts = 0;
  let rights = 0;
  let greenWeighted = 0;
  let junction = -1;
  for (let k = roads.laneTurnStart[lane]; k < end; k++) {
    const turn = roads.laneTurns[k];
    junction = roads.turnJunction[turn];
    const vehicles = last.passed[turn] + last.standing[turn];
    if (vehicles === 0) continue;
    came += vehicles;
    const direction = roads.turnDirection[turn];
    if (direction === LEFT || direction === U_TURN) lefts += vehicles;
    else if (direction === RIGHT) rights += vehicles;
    if (roads.turnSignalIndex[turn] >= 0) greenWeighted += vehicles * last.greenSeconds[turn];
    for (const [table, row] of [
      [approaches, edge],
      [junctions, junction],
    ] as const) {
      table.vehicles[row] += vehicles;
      table.delaySeconds[row] += last.delaySeconds[turn];
      table.stopsPerVehicle[row] += last.stops[turn];
    }
  }
  if (came === 0 || greenWeighted === 0 || lastSeconds === 0) return;
  // A lane whose turns have different greens is served as its vehicles were, on average.
  const greenShare = greenWeighted / came / lastSeconds;
  const capacityVeh = (laneSaturationVehPerH(lefts / came, rights / came) * greenShare * lastSeconds) / 3600;
  const saturation = came / capacityVeh;
  if (saturation > approaches.saturation[edge]) approaches.saturation[edge] = saturation;
  if (saturation > junctions.saturation[junction]) junctions.saturation[junction] = saturation;
}

function clear(table: LevelTable): void {
  table.vehicles.fill(0);
  table.delaySeconds.fill(0);
  table.stopsPerVehicle.fill(0);
  table.saturation.fill(0);
  table.level.fill(NO_LEVEL);
}
