/** The power flow of an island by itself, put together anew from the scene's file, with the slack at its battery. */
import type { EnergyState } from '../../../sim/domains/energy';
import { isParted } from '../../../sim/domains/energy/grid/grid';
import { BUS_SLACK, createPowerFlow, createPowerNetwork } from '../../../sim/networks/power';

const MVA = 1;

export interface AloneFlow {
  readonly batteryKw: number;
  readonly batteryKvar: number;
  readonly lossKw: number;
  /** Largest difference of a voltage from what the city's own flow says, p.u. */
  readonly offVm: number;
  readonly buses: number;
}

export function flowAlone({ scene, power }: EnergyState, former = 0): AloneFlow {
  const { grid, positions, islands, wantedKw, wantedKvar, givenKw, taps, flow } = power!;
  const file = scene.scene.electricity!;
  const { bus, branch, transformer } = scene.elements;
  const isIn = (id: string) => positions.island[grid.sections.ofNode[bus.slotOf(id)!]] === former + 1;
  const inside = file.buses.filter(({ id }) => isIn(id));
  const rowOf = new Map(inside.map(({ id }, row) => [id, row]));
  const lines = file.branches.filter(
    ({ id, from }) => rowOf.has(from) && !isParted(grid, positions.open, branch.slotOf(id)!),
  );
  const turns = file.transformers.filter(
    ({ id, from }) => rowOf.has(from) && positions.open[grid.branchCount + transformer.slotOf(id)!] === 0,
  );
  const net = createPowerNetwork(inside.length, lines.length + turns.length);
  const kv = new Map(file.buses.map(({ id, kilovolts }) => [id, kilovolts]));
  lines.forEach((each, row) => {
    const ohms = kv.get(each.from)! ** 2 / MVA;
    net.from[row] = rowOf.get(each.from)!;
    net.to[row] = rowOf.get(each.to)!;
    net.resistance[row] = each.resistanceOhm / ohms;
    net.reactance[row] = each.reactanceOhm / ohms;
    net.charging[row] = 2 * Math.PI * 50 * (each.capacitanceNf ?? 0) * 1e-9 * ohms;
  });
  turns.forEach((each, i) => {
    const row = lines.length + i;
    const mva = each.ratingKva / 1_000;
    const z = (each.shortCircuitPercent / 100) * (MVA / mva);
    const r = (each.copperLossKw / each.ratingKva) * (MVA / mva);
    net.from[row] = rowOf.get(each.from)!;
    net.to[row] = rowOf.get(each.to)!;
    net.resistance[row] = r;
    net.reactance[row] = Math.sqrt(z * z - r * r);
    net.ratio[row] = 1 + (taps[transformer.slotOf(each.id)!] * (each.tapStepPercent ?? 0)) / 100;
    net.shuntG[net.from[row]] += each.ironLossKw / 1_000 / MVA;
  });
  inside.forEach(({ id }, row) => {
    const node = bus.slotOf(id)!;
    const battery = node === islands.node[former] ? islands.gaveKw[former] : 0;
    net.loadP[row] = (wantedKw[node] - givenKw[node] + battery) / 1_000 / MVA;
    net.loadQ[row] = wantedKvar[node] / 1_000 / MVA;
    if (node === islands.node[former]) net.kind[row] = BUS_SLACK;
  });
  const alone = createPowerFlow(net);
  alone.solve({ method: 'newton', tolerance: 1e-12 });
  const slack = net.kind.indexOf(BUS_SLACK);
  const { vm, balanceP, balanceQ, pFrom, pTo } = alone.results;
  let loss = alone.losses().shuntP;
  for (let row = 0; row < net.branchCount; row++) loss += pFrom[row] + pTo[row];
  return {
    batteryKw: (balanceP[slack] + net.loadP[slack]) * 1_000 * MVA,
    batteryKvar: (balanceQ[slack] + net.loadQ[slack]) * 1_000 * MVA,
    lossKw: loss * 1_000 * MVA,
    offVm: inside.reduce(
      (worst, { id }, row) => Math.max(worst, Math.abs(vm[row] - flow.now.results.vm[bus.slotOf(id)!])),
      0,
    ),
    buses: inside.length,
  };
}
