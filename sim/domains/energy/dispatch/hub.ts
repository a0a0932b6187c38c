import type { PlantBank, PlantNetwork, Station } from '../plants/stations';

export type Carrier = 'electricity' | 'heat' | 'cooling';

/** Where what is made and what is used of one carrier meet. Node 0 is the city's own electricity. */
export interface HubNode {
  readonly id: string;
  readonly carrier: Carrier;
  /** Place in the list of stations; −1 is the city. */
  readonly station: number;
}

/** Something that asks for energy at a node. The lowest priority goes without first. */
export interface HubDemand {
  readonly id: string;
  readonly node: number;
  readonly priority: 0 | 1 | 2;
}

export interface HubBank extends PlantBank {
  readonly station: number;
  /** Nodes that it gives to and takes from; −1 where it has none. */
  readonly electricity: number;
  readonly heat: number;
  readonly cooling: number;
}

/** Heat that a hotter level gives to a cooler one through an exchanger; never the other way. */
export interface HubMix {
  readonly from: number;
  readonly to: number;
}

/** All stations and the city as nodes and machines, in a fixed order that every array of dispatch follows. */
export interface Hub {
  readonly stations: readonly Station[];
  readonly nodes: readonly HubNode[];
  readonly demands: readonly HubDemand[];
  readonly banks: readonly HubBank[];
  readonly mixes: readonly HubMix[];
  readonly importKw: number;
}

/** Engines give their heat at 90 °C: hotter loops, as of steam, are for boilers. */
const HOTTEST_ENGINE_HEAT_C = 95;
const VITAL = 2;
const ORDINARY = 1;
const INTERRUPTIBLE = 0;

/**
 * A station has one node for electricity, one for each temperature of heat (and a hot one of its own where a machine
 * needs it and no loop does), and one for cold. Engines, absorption machines and heat stores work at the hottest level
 * that engines reach, boilers at the hottest of all, heat pumps at the coolest.
 */
export function hubOf({ stations, importKw }: Pick<PlantNetwork, 'stations' | 'importKw'>): Hub {
  const nodes: HubNode[] = [{ id: 'city', carrier: 'electricity', station: -1 }];
  const demands: HubDemand[] = [
    { id: 'city.interruptible', node: 0, priority: INTERRUPTIBLE },
    { id: 'city.ordinary', node: 0, priority: ORDINARY },
    { id: 'city.vital', node: 0, priority: VITAL },
  ];
  const banks: HubBank[] = [];
  const mixes: HubMix[] = [];
  const addNode = (id: string, carrier: Carrier, station: number) => nodes.push({ id, carrier, station }) - 1;

  stations.forEach(({ id, heat, cooling, banks: own }, station) => {
    const electricity = addNode(id, 'electricity', station);
    // Pumps and lights of the station itself: without them nothing else runs.
    demands.push({ id, node: electricity, priority: VITAL });

    const levels: { readonly supplyC: number; readonly node: number }[] = [];
    for (const loop of heat) {
      const known = levels.find(({ supplyC }) => supplyC === loop.supplyC);
      const node = known?.node ?? addNode(`${id}.${loop.supplyC}`, 'heat', station);
      if (!known) levels.push({ supplyC: loop.supplyC, node });
      demands.push({ id: loop.id, node, priority: ORDINARY });
    }
    const isHot = (bank: PlantBank) =>
      ['chp-engine', 'absorption-chiller', 'heat-store', 'gas-boiler'].includes(bank.kind);
    const isWarm = (bank: PlantBank) => bank.kind.endsWith('heat-pump');
    if (own.some(isHot) && !levels.some(({ supplyC }) => supplyC >= 75 && supplyC <= HOTTEST_ENGINE_HEAT_C)) {
      // Where no loop asks for it, hot water is still what engines give and absorption machines take.
      levels.push({ supplyC: 90, node: addNode(`${id}.hot`, 'heat', station) });
      levels.sort((a, b) => b.supplyC - a.supplyC);
    }
    if (levels.length === 0 && own.some(isWarm))
      levels.push({ supplyC: 45, node: addNode(`${id}.warm`, 'heat', station) });
    for (let at = 1; at < levels.length; at++) mixes.push({ from: levels[at - 1].node, to: levels[at].node });
    const hottest = levels[0]?.node ?? -1;
    const hot = levels.find(({ supplyC }) => supplyC <= HOTTEST_ENGINE_HEAT_C)?.node ?? -1;
    const coolest = levels[levels.length - 1]?.node ?? -1;

    const givesCold = (bank: PlantBank) =>
      bank.kind.endsWith('chiller') || bank.kind === 'cold-store' || bank.coolingKw > 0;
    const hasCold = cooling.length > 0 || own.some(givesCold);
    const cold = hasCold ? addNode(`${id}.cold`, 'cooling', station) : -1;
    for (const loop of cooling) demands.push({ id: loop.id, node: cold, priority: ORDINARY });

    for (const bank of own) {
      const level = bank.kind === 'gas-boiler' ? hottest : isHot(bank) ? hot : isWarm(bank) ? coolest : -1;
      banks.push({ ...bank, station, electricity, heat: level, cooling: givesCold(bank) ? cold : -1 });
    }
  });
  return { stations, nodes, demands, banks, mixes, importKw };
}

/** What a heat pump has to reach: the loop it feeds. */
export function supplyCOf(hub: Hub, bank: HubBank): number {
  const loops = hub.stations[bank.station].heat;
  return loops.length > 0 ? loops[loops.length - 1].supplyC : 45;
}
