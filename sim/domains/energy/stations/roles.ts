import type { Hub } from '../dispatch';

/** The banks of one station by what they are for, and its levels of heat. */
export interface Roles {
  readonly engines: readonly number[];
  readonly boilers: readonly number[];
  readonly heatPumps: readonly number[];
  /** Those of them that also cool. */
  readonly bothWays: readonly number[];
  readonly heatStores: readonly number[];
  readonly absorption: readonly number[];
  readonly chillers: readonly number[];
  readonly coldStores: readonly number[];
  readonly batteries: readonly number[];
  /** Nodes of the hub: the hottest level, and the coolest where that is another; −1 where there is none. */
  readonly hotNode: number;
  readonly warmNode: number;
}

export function rolesOf(hub: Hub): Roles[] {
  return hub.stations.map((_, station) => {
    const of = (...kinds: string[]) =>
      hub.banks.flatMap((bank, b) => (bank.station === station && kinds.includes(bank.kind) ? [b] : []));
    const levels = hub.nodes.flatMap((node, n) => (node.station === station && node.carrier === 'heat' ? [n] : []));
    return {
      engines: of('chp-engine'),
      boilers: of('gas-boiler'),
      heatPumps: of('ground-source-heat-pump', 'water-source-heat-pump', 'air-source-heat-pump'),
      bothWays: hub.banks.flatMap((bank, b) =>
        bank.station === station && bank.coolingKw > 0 && bank.cooling >= 0 ? [b] : [],
      ),
      heatStores: of('heat-store'),
      absorption: of('absorption-chiller'),
      chillers: of('electric-chiller'),
      coldStores: of('cold-store'),
      batteries: of('battery'),
      // Not by the order of nodes: hot water that no loop asks for has its node after the loops'.
      hotNode: levels.find((node) => !hub.mixes.some(({ to }) => to === node)) ?? -1,
      warmNode: levels.length > 1 ? (levels.find((node) => !hub.mixes.some(({ from }) => from === node)) ?? -1) : -1,
    };
  });
}
