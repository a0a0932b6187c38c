import { degToRad } from '../../../kernel';
import {
  BUS_SLACK,
  type Conduction,
  createPowerNetwork,
  type PowerNetwork,
  writeLine,
  writeTransformer,
} from '../../../networks/power';
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import { BOTH_ENDS } from './gear';
import { GRID_KILOVOLTS, type Grid, isParted } from './grid';
import { hungBranches } from './overhead';

/** Reactance over resistance of the grid above, as IEC 60909 takes it where nobody knows: R = 0.1 X. */
const GRID_R_OVER_X = 0.1;
/** What the grid above holds at its connections, of nominal, where a scene says nothing. */
const SUPPLY_VM = 1;

/** The grid as the power flow wants it: per unit, a bus and an impedance behind each supply for the grid above. */
export interface Circuit {
  readonly network: PowerNetwork;
  readonly baseMva: number;
  /** Row of the branch behind supply i: linkCount + i. */
  readonly firstSupplyRow: number;
  /** By transformer: change of its ratio by one tap; and where its tap stands in the file. */
  readonly tapStep: Float64Array;
  readonly tapOfFile: Int32Array;
  /** Turns beside the nominal ones, with the tap in the middle. */
  readonly ratioOfFile: Float64Array;
  /** By bus: what shunts draw at nominal voltage, p.u. */
  readonly shuntOfFile: Float64Array;
  /** Lost in iron while a transformer has voltage, kW. */
  readonly ironKw: Float64Array;
  /** What cables are at the voltage that they were built for, and what lines in their place would be if they hung. */
  readonly asBuilt: Conduction;
  readonly hung: Conduction;
}

export function compileCircuit(grid: Grid, scene: CompiledScene): Circuit {
  const { file, nodeCount, branchCount, linkCount, supplyNode, nodeKilovolts } = grid;
  const { branch, transformer } = scene.elements;
  const { baseMva } = file;
  const network = createPowerNetwork(nodeCount + supplyNode.length, linkCount + supplyNode.length);
  for (let link = 0; link < linkCount; link++) {
    network.from[link] = grid.linkFrom[link];
    network.to[link] = grid.linkTo[link];
  }
  for (const each of file.branches) {
    const link = slotIn(branch, each.id);
    writeLine(network, link, each, nodeKilovolts[grid.linkFrom[link]], baseMva);
  }
  const tapStep = new Float64Array(transformer.count);
  const tapOfFile = new Int32Array(transformer.count);
  const ratioOfFile = new Float64Array(transformer.count).fill(1);
  const ironKw = new Float64Array(transformer.count);
  for (const each of file.transformers) {
    const slot = slotIn(transformer, each.id);
    const row = branchCount + slot;
    writeTransformer(network, row, each, baseMva);
    ironKw[slot] = each.ironLossKw;
    tapStep[slot] = (each.tapStepPercent ?? 0) / 100;
    tapOfFile[slot] = each.tap ?? 0;
    ratioOfFile[slot] = each.ratio ?? 1;
    network.shiftRad[row] = degToRad(each.shiftDeg ?? 0);
  }
  const shuntOfFile = new Float64Array(network.busCount);
  for (const { id, shuntKw, shuntKvar } of file.buses) {
    const node = slotIn(scene.elements.bus, id);
    shuntOfFile[node] = (shuntKw ?? 0) / 1_000 / baseMva;
    network.shuntB[node] = (shuntKvar ?? 0) / 1_000 / baseMva;
  }
  file.supplies.forEach(({ bus, shortCircuitMva, voltagePu, angleDeg }, i) => {
    const row = linkCount + i;
    const impedance = baseMva / shortCircuitMva;
    network.from[row] = nodeCount + i;
    network.to[row] = slotIn(scene.elements.bus, bus);
    network.reactance[row] = impedance / Math.sqrt(1 + GRID_R_OVER_X * GRID_R_OVER_X);
    network.resistance[row] = GRID_R_OVER_X * network.reactance[row];
    network.kind[nodeCount + i] = BUS_SLACK;
    network.setVm[nodeCount + i] = voltagePu ?? SUPPLY_VM;
    network.startVm[nodeCount + i] = voltagePu ?? SUPPLY_VM;
    network.setVaRad[nodeCount + i] = degToRad(angleDeg ?? 0);
    network.startVaRad[nodeCount + i] = network.setVaRad[nodeCount + i];
  });
  const { resistance, reactance, charging, rating } = network;
  const copy = (): Conduction => ({
    resistance: resistance.slice(),
    reactance: reactance.slice(),
    charging: charging.slice(),
    rating: rating.slice(),
  });
  const asBuilt = copy();
  const hung = copy();
  for (const line of hungBranches(scene, (link) => nodeKilovolts[grid.linkFrom[link]])) {
    writeLine(hung, line.link, line, nodeKilovolts[grid.linkFrom[line.link]], baseMva);
  }
  const { linkCount: firstSupplyRow } = grid;
  return { network, baseMva, firstSupplyRow, tapStep, tapOfFile, ratioOfFile, shuntOfFile, ironKw, asBuilt, hung };
}

/**
 * The same lines at another voltage, or at their own: ohms weigh less against its square, charging more, and amperes carry
 * more. Where they hang, `ofRating` is what the air leaves of what they may carry.
 */
export function runAtVoltage(
  { network, asBuilt, hung }: Circuit,
  grid: Grid,
  kilovolts: number | null,
  hangs: (link: number) => boolean = () => false,
  ofRating = 1,
): void {
  for (let link = 0; link < grid.branchCount; link++) {
    const line = hangs(link) ? hung : asBuilt;
    const built = grid.nodeKilovolts[grid.linkFrom[link]];
    const isMedium = built >= 1 && built < GRID_KILOVOLTS;
    const factor = isMedium && kilovolts !== null ? kilovolts / built : 1;
    network.resistance[link] = line.resistance[link] / (factor * factor);
    network.reactance[link] = line.reactance[link] / (factor * factor);
    network.charging[link] = line.charging[link] * factor * factor;
    network.rating[link] = line.rating[link] * factor * (hangs(link) ? ofRating : 1);
  }
}

/** Positions, faults and taps to what the power flow sees. */
export function applyPositions(
  circuit: Circuit,
  grid: Grid,
  open: Uint8Array,
  out: { readonly linkOut: Uint8Array; readonly supplyOff: Uint8Array; readonly nodeOut: Uint8Array },
  taps: Int32Array,
): void {
  const { network, firstSupplyRow, tapStep, ratioOfFile, ironKw, baseMva, shuntOfFile } = circuit;
  for (let link = 0; link < grid.linkCount; link++) {
    const isOut = out.linkOut[link] === 1 && grid.linkGear[link] === BOTH_ENDS;
    network.closed[link] = isOut || isParted(grid, open, link) ? 0 : 1;
  }
  for (let i = 0; i < grid.supplyNode.length; i++) {
    network.closed[firstSupplyRow + i] = out.supplyOff[i] === 1 || out.nodeOut[grid.supplyNode[i]] === 1 ? 0 : 1;
  }
  network.shuntG.set(shuntOfFile);
  for (let slot = 0; slot < tapStep.length; slot++) {
    const row = grid.branchCount + slot;
    network.ratio[row] = ratioOfFile[slot] * (1 + taps[slot] * tapStep[slot]);
    // Iron is magnetised from the side of the higher voltage, whatever flows.
    if (network.closed[row] === 1) network.shuntG[network.from[row]] += ironKw[slot] / 1_000 / baseMva;
  }
}
