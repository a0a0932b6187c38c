/**
 * A scene's electrical network in per unit, as it stands in the file: fixed loads and outputs, switches as they are set.
 * What a city's buildings draw is the energy domain's and not in here.
 */
import { PI } from '../../../kernel';
import { BUS_PV, BUS_SLACK, createPowerNetwork, writeLine, writeTransformer } from '../../../networks/power';
import type { ElectricityFile } from '../../../scene';
import type { NamedNetwork } from './named-network';

const RAD = PI / 180;

export function networkOfScene(file: ElectricityFile): NamedNetwork {
  const { baseMva, buses, branches, transformers, supplies, switches, generators } = file;
  const rowOf = new Map(buses.map((bus, i) => [bus.id, i]));
  const network = createPowerNetwork(buses.length, branches.length + transformers.length, generators.length);
  const baseKw = 1000 * baseMva;
  buses.forEach((bus, i) => {
    network.loadP[i] = (bus.loadKw ?? 0) / baseKw;
    network.loadQ[i] = (bus.loadKvar ?? 0) / baseKw;
    network.shuntG[i] = (bus.shuntKw ?? 0) / baseKw;
    network.shuntB[i] = (bus.shuntKvar ?? 0) / baseKw;
  });
  const open = new Set(switches.filter((each) => !each.closed).map((each) => each.branch));
  branches.forEach((branch, k) => {
    network.from[k] = rowOf.get(branch.from)!;
    network.to[k] = rowOf.get(branch.to)!;
    writeLine(network, k, branch, buses[network.from[k]].kilovolts, baseMva);
    network.closed[k] = branch.closed === false || open.has(branch.id) ? 0 : 1;
  });
  transformers.forEach((transformer, i) => {
    const k = branches.length + i;
    network.from[k] = rowOf.get(transformer.from)!;
    network.to[k] = rowOf.get(transformer.to)!;
    writeTransformer(network, k, transformer, baseMva);
    const tap = 1 + ((transformer.tap ?? 0) * (transformer.tapStepPercent ?? 0)) / 100;
    network.ratio[k] = (transformer.ratio ?? 1) * tap;
    network.shiftRad[k] = (transformer.shiftDeg ?? 0) * RAD;
    network.shuntG[network.from[k]] += transformer.ironLossKw / baseKw;
  });
  generators.forEach((generator, k) => {
    const bus = rowOf.get(generator.bus)!;
    network.generatorBus[k] = bus;
    network.generatorP[k] = (generator.outputKw ?? 0) / baseKw;
    network.generatorQ[k] = (generator.outputKvar ?? 0) / baseKw;
    if (generator.voltagePu === undefined) return;
    network.kind[bus] = BUS_PV;
    network.setVm[bus] = generator.voltagePu;
    network.startVm[bus] = generator.voltagePu;
  });
  for (const supply of supplies) {
    const bus = rowOf.get(supply.bus)!;
    network.kind[bus] = BUS_SLACK;
    network.setVm[bus] = supply.voltagePu ?? 1;
    network.startVm[bus] = supply.voltagePu ?? 1;
    network.setVaRad[bus] = (supply.angleDeg ?? 0) * RAD;
  }
  return {
    network,
    baseMva,
    busIds: buses.map((bus) => bus.id),
    branchIds: [...branches, ...transformers].map((branch) => branch.id),
    generatorIds: generators.map((generator) => generator.id),
  };
}
