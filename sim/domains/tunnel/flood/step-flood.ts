/**
 * Flood water of one second: what comes in, what pumps lift out, what runs under the fire doors to the neighbours, and
 * what a full section throws up its shafts onto the road. Doors are not watertight: a gap under each lets through what
 * an orifice of its size does, by the difference of level on its two sides.
 */
import type { Basin } from './pool';
import { capacityM3, levelM } from './pool';
import { pumpsWanted } from './pumps';
import { liftedM3PerS, type SumpPumps } from './sump-pumps';

/** Under a fire door stands a gap of 10 mm at most (GB 12955: 9 mm against the floor). */
export const DOOR_GAP_M = 0.009;
export const DOOR_WIDTH_M = 0.9;
const DOOR_CD = 0.62;
const G = 9.80665;

export interface FloodPlan extends SumpPumps {
  readonly count: number;
  readonly basins: readonly Basin[];
  /** Heights of the floor at the low end, and at the end towards smaller and larger metres. */
  readonly lowZM: Float64Array;
  readonly fromZM: Float64Array;
  readonly toZM: Float64Array;
  /** The next section beyond the door at its larger metre; −1 where there is none. */
  readonly next: Int32Array;
}

export interface FloodState {
  readonly waterM3: Float64Array;
  readonly levelM: Float64Array;
  readonly running: Uint8Array;
  readonly inM3: Float64Array;
  readonly pumpedM3: Float64Array;
  /** Thrown up shafts. */
  readonly overM3: Float64Array;
}

export const savedFlood = ['waterM3', 'levelM', 'running', 'inM3', 'pumpedM3', 'overM3'] as const;

export function createFlood(count: number): FloodState {
  const some = () => new Float64Array(count);
  return {
    waterM3: some(),
    levelM: some(),
    running: new Uint8Array(count),
    inM3: some(),
    pumpedM3: some(),
    overM3: some(),
  };
}

/** m³/s towards the next section. */
function underDoor(plan: FloodPlan, state: FloodState, section: number, next: number): number {
  const sillM = Math.max(plan.toZM[section], plan.fromZM[next]);
  const hereM = plan.lowZM[section] + state.levelM[section] - sillM;
  const thereM = plan.lowZM[next] + state.levelM[next] - sillM;
  const highM = Math.max(hereM, thereM);
  if (highM <= 0) return 0;
  const headM = Math.max(0, hereM) - Math.max(0, thereM);
  const openM = Math.min(DOOR_GAP_M, highM);
  const flow = DOOR_CD * openM * DOOR_WIDTH_M * Math.sqrt(2 * G * Math.abs(headM));
  return headM < 0 ? -flow : flow;
}

/**
 * Steps the sections of a list, neighbours of wet ones among them. `inflow` in m³/s by section; `powered` says how much of
 * a section's own pumps works and has supply; a crew brings a pump of its own. `carried` is scratch by section.
 */
export function stepFlood(
  plan: FloodPlan,
  state: FloodState,
  sections: Int32Array,
  count: number,
  inflow: Float64Array,
  powered: (section: number) => number,
  mobileM3PerS: Float64Array,
  stepS: number,
  carried: Float64Array,
): void {
  const { waterM3, running } = state;
  for (let k = 0; k < count; k++) carried[sections[k]] = 0;
  for (let k = 0; k < count; k++) {
    const section = sections[k];
    const next = plan.next[section];
    if (next < 0 || (waterM3[section] <= 0 && waterM3[next] <= 0)) continue;
    const flow = underDoor(plan, state, section, next) * stepS;
    const from = flow >= 0 ? section : next;
    // Not more than lies on the floor, halved since another door may draw on it too.
    const most = 0.5 * Math.max(0, waterM3[from] - plan.basins[from].sumpM3);
    const moved = flow >= 0 ? Math.min(flow, most) : -Math.min(-flow, most);
    carried[section] -= moved;
    carried[next] += moved;
  }
  for (let k = 0; k < count; k++) {
    const section = sections[k];
    const basin = plan.basins[section];
    const came = Math.max(0, inflow[section]) * stepS;
    state.inM3[section] += came;
    let water = waterM3[section] + came + carried[section];
    const works = Math.floor(plan.pumps[section] * powered(section) + 1e-9);
    running[section] = works > 0 ? pumpsWanted(water, basin.sumpM3, works, Math.min(works, running[section])) : 0;
    const onePump = running[section] > 0 ? liftedM3PerS(plan, section, basin.sumpM3, water, state.levelM[section]) : 0;
    const m3PerS = running[section] * onePump + mobileM3PerS[section];
    const pumped = Math.min(water, m3PerS * stepS);
    state.pumpedM3[section] += pumped;
    water -= pumped;
    const over = Math.max(0, water - capacityM3(basin));
    state.overM3[section] += over;
    waterM3[section] = water - over;
    state.levelM[section] = levelM(basin, waterM3[section]);
  }
}
