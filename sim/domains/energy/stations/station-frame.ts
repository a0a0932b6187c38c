/**
 * What a view is told of stations. First a row for every unit, stations by name and their units in the scene's order:
 * machines that run, machines in order, what they give (kW; into a store, negative out of it), gas, electricity and heat
 * that they take, heat that engines give along with it (kW; of a store what it holds when full, kWh), what a store holds
 * (kWh), output and machines of the plan for now, what all of them can give at most (kW), and 1 where they bind what the
 * plan lacks. Then a row for every station by name: 0 dark, 1 with supply, 2 holding an island with its own batteries, 3
 * on an island of another's; electricity drawn and given, gas, heat and cold given to its loops, heat that nobody took
 * (kW), heat and cold owed (kWh), what the plan lacks (kWh), the carbon dioxide of its gas and of the power that it draws
 * less what it gives (kg/h), which limits bind what it lacks (bits of PLAN_LIMIT), and of one that holds an island how
 * many seconds its batteries last at what they give now, 0 while they gain. Then one row of the plan: its status (0 none
 * yet, 1 made, 2 no answer), its beginning in seconds of the run, its aim (0 cost, 1 carbon, 2 primary energy), shortages,
 * what they lack (kWh), from when on (seconds of the run), and in the place of a station's limits which bind anywhere.
 * Then, three a station, rows as of units for what changes have added: a battery, engines,
 * ground-source heat pumps.
 */
import type { FrameSection, SectionSpec } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { type Aim, GAS_KG_PER_KWH, type Hub, SHANDONG_KG_PER_KWH } from '../dispatch';
import { ADDED } from '../plants';
import { limitsOf } from './plan-limits';
import type { StationsRun } from './stations-run';
import { planAt, stationKw } from './step-stations';

export const STATION_STRIDE = 13;
/** Of a station, in an island. */
const HOLDS = 2;
const HELD = 3;
const LIMITS = 11;
const LASTS = 12;
const MADE = 1;
const NO_ANSWER = 2;
const added: readonly string[] = [ADDED.battery, ADDED.engine, ADDED.ground];
const aims: readonly Aim[] = ['cost', 'carbon', 'primary-energy'];

export function stationSection({ scene, elements }: CompiledScene): SectionSpec {
  const units = (scene.stations?.stations ?? []).reduce((sum, station) => sum + station.units.length, 0);
  const rows = units === 0 ? 0 : units + elements.station.count + 1 + added.length * elements.station.count;
  return { name: 'energy.stations', type: 'f32', stride: STATION_STRIDE, capacity: rows };
}

export interface StationFrameView {
  readonly run: StationsRun;
  readonly scene: CompiledScene;
  readonly seconds: number;
  readonly aim: Aim;
  readonly isLive: (node: number) => boolean;
  /** By node, 1 + the station whose batteries hold it; 0 none. */
  readonly islandAt: (node: number) => number;
  readonly gasFor: (station: number, kind: string) => number;
}

export function writeStations(view: StationFrameView, section: FrameSection): void {
  const { run, scene, seconds, aim, isLive, islandAt } = view;
  const { hub, node, standing } = run;
  const out = section.f32;
  const rowOf = rowsOf(hub, scene);
  const firstStation = section.spec.capacity - (1 + added.length) * hub.stations.length - 1;
  out.fill(0, 0, section.spec.capacity * STATION_STRIDE);
  const planned = planAt(run, seconds);
  for (let b = 0; b < hub.banks.length; b++) {
    const at = rowOf[b] * STATION_STRIDE;
    const { store, count, sizeKw } = hub.banks[b];
    out[at] = standing.running[b];
    out[at + 1] = run.inOrder[b];
    out[at + 2] = standing.outputKw[b];
    out[at + 3] = standing.gasKw[b];
    out[at + 4] = store ? 0 : standing.electricKw[b];
    out[at + 5] = standing.heatInKw[b];
    out[at + 6] = store ? store.capacityKwh : standing.heatKw[b];
    out[at + 7] = store ? standing.heldKwh[b] : 0;
    out[at + 10] = count * sizeKw;
    if (planned === null) continue;
    out[at + 8] = store ? planned.chargeKw[b] : planned.outputKw[b];
    out[at + 9] = planned.running[b];
  }
  for (let station = 0; station < hub.stations.length; station++) {
    const at = (firstStation + station) * STATION_STRIDE;
    const { drawnKw, givenKw } = stationKw(run, station);
    const island = node[station] < 0 ? 0 : islandAt(node[station]);
    out[at] = island > 0 ? (island === station + 1 ? HOLDS : HELD) : node[station] < 0 || isLive(node[station]) ? 1 : 0;
    if (island === station + 1) out[at + LASTS] = lastsS(run, station);
    // Batteries that fill count as negative giving.
    out[at + 1] = drawnKw + Math.max(0, -givenKw);
    out[at + 2] = Math.max(0, givenKw);
    out[at + 6] = standing.dumpedKw[station];
    out[at + 7] = standing.owedHeatKwh[station];
    out[at + 8] = standing.owedColdKwh[station];
    out[at + 10] = (drawnKw - givenKw) * SHANDONG_KG_PER_KWH;
  }
  hub.banks.forEach(({ station }, b) => {
    const at = (firstStation + station) * STATION_STRIDE;
    out[at + 3] += standing.gasKw[b];
    out[at + 10] += standing.gasKw[b] * GAS_KG_PER_KWH;
  });
  for (const { carrier, stationOf, net } of run.loops) {
    for (let source = 0; source < stationOf.length; source++) {
      const at = (firstStation + stationOf[source]) * STATION_STRIDE;
      out[at + (carrier === 'heat' ? 4 : 5)] += net.outputs.sourceW[source] / 1_000;
    }
  }
  writePlan(run, aim, firstStation, out);
  if (run.plan !== null && run.plan.shortages.length > 0) {
    const { ofBank, ofStation, city } = limitsOf(view);
    for (let b = 0; b < ofBank.length; b++) out[rowOf[b] * STATION_STRIDE + LIMITS] = ofBank[b];
    for (let s = 0; s <= ofStation.length; s++) {
      out[(firstStation + s) * STATION_STRIDE + LIMITS] = s < ofStation.length ? ofStation[s] : city;
    }
  }
  section.count = section.spec.capacity;
}

/** How long its batteries can go on with what they give now. */
function lastsS({ hub, roles, standing, inOrder }: StationsRun, station: number): number {
  let storedKwh = 0;
  let givenKw = 0;
  for (const b of roles[station].batteries) {
    const { store, count } = hub.banks[b];
    if (!store) continue;
    const overKwh = Math.max(0, standing.heldKwh[b] - store.leastFill * store.capacityKwh);
    storedKwh += (inOrder[b] / count) * overKwh * store.efficiency;
    givenKw -= standing.electricKw[b];
  }
  return givenKw > 0 ? (storedKwh / givenKw) * 3_600 : 0;
}

function writePlan(run: StationsRun, aim: Aim, firstStation: number, out: Float32Array): void {
  const { hub, plan, inputs } = run;
  const at = (firstStation + hub.stations.length) * STATION_STRIDE;
  out[at + 2] = aims.indexOf(aim);
  if (plan === null) return;
  out[at] = plan.status === 'optimal' ? MADE : NO_ANSWER;
  out[at + 1] = plan.fromS;
  let first = Number.POSITIVE_INFINITY;
  for (const { demand, fromStep, missedKwh } of plan.shortages) {
    const of = hub.demands.findIndex(({ id }) => id === demand);
    const station = of < 0 ? -1 : hub.nodes[hub.demands[of].node].station;
    if (station >= 0) out[(firstStation + station) * STATION_STRIDE + 9] += missedKwh;
    out[at + 3]++;
    out[at + 4] += missedKwh;
    first = Math.min(first, plan.fromS + fromStep * inputs.stepHours * 3_600);
  }
  if (plan.shortages.length > 0) out[at + 5] = first;
}

const known = new WeakMap<Hub, Int32Array>();

/** The row of each bank. */
function rowsOf(hub: Hub, { scene }: CompiledScene): Int32Array {
  const found = known.get(hub);
  if (found !== undefined) return found;
  const stations = [...(scene.stations?.stations ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  const units = stations.flatMap(({ id, units: own }) => own.map((unit) => `${id} ${unit.id}`));
  const rows = new Map(units.map((key, i) => [key, i]));
  stations.forEach(({ id }, i) => {
    const first = units.length + stations.length + 1 + added.length * i;
    for (const [k, name] of added.entries()) rows.set(`${id} ${id}.${name}`, first + k);
  });
  const made = Int32Array.from(hub.banks, ({ station, id }) => {
    const row = rows.get(`${hub.stations[station].id} ${id}`);
    if (row === undefined) throw new Error(`met the machines ${id}, which no row of a frame is kept for`);
    return row;
  });
  known.set(hub, made);
  return made;
}
