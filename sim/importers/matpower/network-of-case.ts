/** A checked case in per unit: which bus holds what is decided as MATPOWER's bustypes and makeSbus decide it. */
import { PI } from '../../kernel';
import { BUS_OUT, BUS_PQ, BUS_PV, BUS_SLACK, createPowerNetwork, type PowerNetwork } from '../../networks/power';
import { BRANCH, BUS, GEN, type MatpowerCase } from './case';

const RAD = PI / 180;

export function networkOfCase({ baseMva, bus, gen, branch }: MatpowerCase): PowerNetwork {
  const network = createPowerNetwork(bus.length, branch.length, gen.length);
  const rowOf = new Map(bus.map((row, i) => [row[BUS.id], i]));
  const running = new Set(gen.filter((row) => row[GEN.status] > 0).map((row) => row[GEN.bus]));
  const kinds = [0, BUS_PQ, BUS_PV, BUS_SLACK, BUS_OUT];
  bus.forEach((row, i) => {
    const kind = kinds[row[BUS.type]];
    // Nothing holds a voltage where nothing runs.
    network.kind[i] = (kind === BUS_PV || kind === BUS_SLACK) && !running.has(row[BUS.id]) ? BUS_PQ : kind;
    network.loadP[i] = row[BUS.pd] / baseMva;
    network.loadQ[i] = row[BUS.qd] / baseMva;
    network.shuntG[i] = row[BUS.gs] / baseMva;
    network.shuntB[i] = row[BUS.bs] / baseMva;
    network.setVm[i] = row[BUS.vm];
    network.startVm[i] = row[BUS.vm];
    network.setVaRad[i] = row[BUS.va] * RAD;
    network.startVaRad[i] = row[BUS.va] * RAD;
  });
  if (!network.kind.includes(BUS_SLACK)) network.kind[network.kind.indexOf(BUS_PV)] = BUS_SLACK;
  branch.forEach((row, k) => {
    network.from[k] = rowOf.get(row[BRANCH.from])!;
    network.to[k] = rowOf.get(row[BRANCH.to])!;
    network.resistance[k] = row[BRANCH.r];
    network.reactance[k] = row[BRANCH.x];
    network.charging[k] = row[BRANCH.b];
    network.rating[k] = row[BRANCH.rateA] / baseMva;
    network.ratio[k] = row[BRANCH.ratio] === 0 ? 1 : row[BRANCH.ratio];
    network.shiftRad[k] = row[BRANCH.shift] * RAD;
    network.closed[k] = row[BRANCH.status] > 0 ? 1 : 0;
  });
  gen.forEach((row, k) => {
    const i = rowOf.get(row[GEN.bus])!;
    network.generatorBus[k] = i;
    network.generatorP[k] = row[GEN.pg] / baseMva;
    network.generatorQ[k] = row[GEN.qg] / baseMva;
    network.generatorQMin[k] = row[GEN.qMin] / baseMva;
    network.generatorQMax[k] = row[GEN.qMax] / baseMva;
    network.generatorOn[k] = row[GEN.status] > 0 ? 1 : 0;
    // The last one at a bus says what it is held at.
    if (network.generatorOn[k] && network.kind[i] !== BUS_PQ) network.setVm[i] = row[GEN.vg];
  });
  return network;
}
