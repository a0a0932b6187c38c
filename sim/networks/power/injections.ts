/** What is fed in and held at each bus, and whether all of it is a number. */
import type { Island } from './islands';
import { BUS_PQ, BUS_PV, BUS_SLACK, type PowerNetwork } from './network';
import type { Voltages } from './voltages';

export function gatherInjections(network: PowerNetwork, { injectedP, injectedQ, heldAs }: Voltages): void {
  const { busCount, generatorCount, kind, loadP, loadQ, generatorBus, generatorP, generatorQ, generatorOn } = network;
  for (let i = 0; i < busCount; i++) {
    injectedP[i] = -loadP[i];
    injectedQ[i] = -loadQ[i];
    heldAs[i] = kind[i] === BUS_PV ? BUS_PQ : kind[i];
  }
  for (let k = 0; k < generatorCount; k++) {
    if (!generatorOn[k]) continue;
    const bus = generatorBus[k];
    injectedP[bus] += generatorP[k];
    injectedQ[bus] += generatorQ[k];
    if (kind[bus] === BUS_PV) heldAs[bus] = BUS_PV;
  }
}

/** What holds a voltage has equations that are not solved: what is no number there, or between two slacks, would not show. */
export function unsoundSource(network: PowerNetwork, voltages: Voltages, island: Island): number {
  const { real, imaginary, injectedP, injectedQ, heldAs } = voltages;
  const { kind, shuntG, shuntB, from, to, resistance, reactance, charging, ratio, shiftRad } = network;
  for (const bus of island.buses) {
    if (heldAs[bus] === BUS_PQ) continue;
    const sum = real[bus] + imaginary[bus] + injectedP[bus] + injectedQ[bus] + shuntG[bus] + shuntB[bus];
    if (!Number.isFinite(sum)) return bus;
  }
  if (island.slackCount < 2) return -1;
  for (const k of island.branches) {
    if (kind[from[k]] !== BUS_SLACK || kind[to[k]] !== BUS_SLACK) continue;
    const sum = resistance[k] + reactance[k] + charging[k] + ratio[k] + shiftRad[k];
    if (!Number.isFinite(sum) || (resistance[k] === 0 && reactance[k] === 0) || ratio[k] === 0) return from[k];
  }
  return -1;
}
