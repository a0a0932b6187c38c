/** A scene's gas network as the tables of the pipes' solver, and who hangs where on it. */
import { createPipeNetwork, LinkKind, type PipeNetwork } from '../../../networks/pipes';
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import type { GasFile } from '../../../scene/schema/pipes';
import { type Burner, burnerNeeds, cityGas, GAS_K, HOUSE_NEEDS_PA, HOUSE_NEEDS_SHARE, kgPerKwh } from './city-gas';
import { wideOpenLoss } from './openings';

const PA_PER_KPA = 1_000;
const M_PER_MM = 1e-3;
/** Between a main and the burners of a station: wide enough not to be felt. */
const STATION_PIPE_M = 0.3;

export interface BurnerGroup {
  /** By index into the hub's list of stations. */
  readonly station: number;
  readonly burner: Burner;
  /** A node of its own behind the station's, since each kind of machine has a need of its own. */
  readonly node: number;
}

export interface GasPlan {
  readonly file: GasFile;
  readonly network: PipeNetwork;
  /** Nodes by slot first, then those of burner groups; links are pipes by slot, regulators by name, valves of groups. */
  readonly nodeCount: number;
  readonly pipeCount: number;
  readonly regulatorCount: number;
  readonly groups: readonly BurnerGroup[];
  /** Node of each building, −1 none. */
  readonly buildingNode: Int32Array;
  /** Of the level to which a node belongs: the most that anything holds there. */
  readonly nominalPa: Float64Array;
  readonly isLow: Uint8Array;
  /** A regulator behind which there is nothing but those who burn: it is drawn as the opening that it is when wide open. */
  readonly isLeaf: Uint8Array;
  readonly regulatorPa: Float64Array;
  /** Pressure that a node is held at by a supply when its gate is as built; NaN where none is. */
  readonly suppliedPa: Float64Array;
  /** 1 where the scene has an open valve on a pipe, 2 where it is moved from afar. */
  readonly valve: Uint8Array;
  readonly builtOpen: Uint8Array;
  readonly kgPerKwh: number;
}

/** Null where there is nothing to be fed from. */
export function planGas(scene: CompiledScene, buildingNode: Int32Array, stationIds: readonly string[]): GasPlan | null {
  const file = scene.scene.gas;
  if (file === undefined || file.supplies.length === 0) return null;
  const { 'gas-node': nodes, 'gas-main': mains } = scene.elements;
  const at = (id: string) => slotIn(nodes, id);
  const regulators = [...file.regulators].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = groupsOf(scene, stationIds, nodes.count);
  const network = createPipeNetwork({
    nodeCount: nodes.count + groups.length,
    linkCount: mains.count + regulators.length + groups.length,
    fluid: cityGas,
    friction: 'colebrook',
  });
  const { nodes: table, links } = network;
  links.temperatureK.fill(GAS_K);
  const level = new Array<string>(table.count);
  for (const node of file.nodes) {
    const n = at(node.id);
    table.heightM[n] = node.heightM ?? scene.terrain.heightAt(node.at[0], node.at[1]);
    level[n] = node.pressureLevel;
  }
  const suppliedPa = new Float64Array(table.count).fill(Number.NaN);
  for (const { node, pressureKpa } of file.supplies) {
    const n = at(node);
    const before = suppliedPa[n];
    suppliedPa[n] = Number.isNaN(before) ? pressureKpa * PA_PER_KPA : Math.max(before, pressureKpa * PA_PER_KPA);
    table.isHeld[n] = 1;
    table.heldPressurePa[n] = suppliedPa[n];
  }
  for (const pipe of file.pipes) {
    const i = slotIn(mains, pipe.id);
    links.from[i] = at(pipe.from);
    links.to[i] = at(pipe.to);
    links.lengthM[i] = pipe.lengthM;
    links.diameterM[i] = pipe.diameterM;
    links.roughnessM[i] = pipe.roughnessMm * M_PER_MM;
  }
  const valve = new Uint8Array(mains.count);
  const builtOpen = new Uint8Array(mains.count).fill(1);
  for (const { pipe, open, remote } of file.valves) {
    const i = slotIn(mains, pipe);
    if (!open) builtOpen[i] = 0;
    valve[i] = Math.max(valve[i], remote ? 2 : 1);
  }
  links.isOpen.set(builtOpen);

  const nominalOf = nominalLevels(file, level, suppliedPa, at);
  const nominalPa = Float64Array.from(table.heightM, (_, n) => nominalOf.get(level[n]) ?? 0);
  const plantNodes = new Set(groups.map(({ at: node }) => node));
  const isLeaf = new Uint8Array(regulators.length);
  const regulatorPa = Float64Array.from(regulators, ({ outletKpa }) => outletKpa * PA_PER_KPA);
  const ends = new Int32Array(table.count);
  for (const { from, to } of [...file.pipes, ...regulators]) {
    ends[at(from)]++;
    ends[at(to)]++;
  }
  regulators.forEach(({ from, to, maxKgPerS }, k) => {
    const i = mains.count + k;
    const [a, b] = [at(from), at(to)];
    links.from[i] = a;
    links.to[i] = b;
    isLeaf[k] = ends[b] === 1 && !plantNodes.has(b) ? 1 : 0;
    links.kind[i] = isLeaf[k] === 1 ? LinkKind.valve : LinkKind.regulator;
    links.setting[i] = regulatorPa[k];
    const { diameterM, loss } = wideOpenLoss(nominalPa[a], regulatorPa[k], maxKgPerS);
    links.diameterM[i] = diameterM;
    links.lossCoefficient[i] = loss;
  });
  groups.forEach((group, k) => {
    const i = mains.count + regulators.length + k;
    links.kind[i] = LinkKind.valve;
    links.from[i] = group.at;
    links.to[i] = group.node;
    links.diameterM[i] = STATION_PIPE_M;
    table.heightM[group.node] = table.heightM[group.at];
    nominalPa[group.node] = nominalPa[group.at];
    table.minimumPressurePa[group.node] = burnerNeeds[group.burner].needsPa;
  });
  const heldBefore = new Map(regulators.map(({ to }, k) => [at(to), regulatorPa[k]]));
  for (const n of buildingNode) {
    if (n < 0) continue;
    const held = heldBefore.get(n) ?? Number.POSITIVE_INFINITY;
    table.minimumPressurePa[n] = Math.min(HOUSE_NEEDS_PA, HOUSE_NEEDS_SHARE * held);
  }
  return {
    file,
    network,
    nodeCount: nodes.count,
    pipeCount: mains.count,
    regulatorCount: regulators.length,
    groups,
    buildingNode,
    nominalPa,
    isLow: Uint8Array.from(level, (each) => (each === 'low' ? 1 : 0)),
    isLeaf,
    regulatorPa,
    suppliedPa,
    valve,
    builtOpen,
    kgPerKwh: kgPerKwh(file.calorificMjPerM3),
  };
}

interface PlacedGroup extends BurnerGroup {
  readonly at: number;
}

function groupsOf({ scene, elements }: CompiledScene, stationIds: readonly string[], firstNode: number): PlacedGroup[] {
  const groups: PlacedGroup[] = [];
  const stations = new Map((scene.stations?.stations ?? []).map((each) => [each.id, each]));
  stationIds.forEach((id, station) => {
    const { gas, units = [] } = stations.get(id) ?? {};
    if (gas === undefined) return;
    for (const [kind, burner] of [
      ['chp-engine', 'engine'],
      ['gas-boiler', 'boiler'],
    ] as const) {
      // Engines may be given to any station that has gas.
      if (burner === 'boiler' && !units.some((unit) => unit.kind === kind)) continue;
      groups.push({ station, burner, node: firstNode + groups.length, at: slotIn(elements['gas-node'], gas) });
    }
  });
  return groups;
}

function nominalLevels(
  { regulators }: GasFile,
  level: readonly string[],
  suppliedPa: Float64Array,
  at: (id: string) => number,
): Map<string, number> {
  const nominal = new Map<string, number>();
  const offer = (n: number, pa: number) => nominal.set(level[n], Math.max(nominal.get(level[n]) ?? 0, pa));
  for (let n = 0; n < suppliedPa.length; n++) if (!Number.isNaN(suppliedPa[n])) offer(n, suppliedPa[n]);
  for (const { to, outletKpa } of regulators) offer(at(to), outletKpa * PA_PER_KPA);
  return nominal;
}
