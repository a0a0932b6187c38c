import { createPowerNetwork, type PowerNetwork } from '../../../sim/networks/power';

export { draws, meshedNetwork, radialNetwork } from '../../../sim/hosts/cli/power/made-networks';

/** The same network with its buses and branches in another order: bus i of the old is bus `busTo[i]` of the new. */
export function permuted(network: PowerNetwork, busTo: readonly number[], branchTo: readonly number[]): PowerNetwork {
  const other = createPowerNetwork(network.busCount, network.branchCount, network.generatorCount);
  const perBus = ['kind', 'loadP', 'loadQ', 'shuntG', 'shuntB', 'setVm', 'setVaRad', 'startVm', 'startVaRad'] as const;
  for (const name of perBus) for (let i = 0; i < network.busCount; i++) other[name][busTo[i]] = network[name][i];
  const perBranch = ['resistance', 'reactance', 'charging', 'ratio', 'shiftRad', 'rating', 'closed'] as const;
  for (let k = 0; k < network.branchCount; k++) {
    for (const name of perBranch) other[name][branchTo[k]] = network[name][k];
    other.from[branchTo[k]] = busTo[network.from[k]];
    other.to[branchTo[k]] = busTo[network.to[k]];
  }
  const perGenerator = ['generatorP', 'generatorQ', 'generatorQMin', 'generatorQMax', 'generatorOn'] as const;
  for (let k = 0; k < network.generatorCount; k++) {
    for (const name of perGenerator) other[name][k] = network[name][k];
    other.generatorBus[k] = busTo[network.generatorBus[k]];
  }
  return other;
}

/** 0 to count − 1 in an order drawn. */
export function shuffled(count: number, draw: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const k = Math.floor(draw() * (i + 1));
    [order[i], order[k]] = [order[k], order[i]];
  }
  return order;
}
