import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from './scenes';

const STATION_AT = [-450, 100];

export interface HeatedFeeder {
  readonly boilers?: number;
  readonly boilerKw?: number;
  readonly engineKw?: number;
  readonly pumpKw?: number;
}

/** The smallest grid with a station on it: an engine, boilers and a heat pump that feed one loop round all its houses. */
export function heatedFeeder({
  boilers = 3,
  boilerKw = 2_500,
  engineKw = 900,
  pumpKw = 1_500,
}: HeatedFeeder = {}): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    const { buildings } = files['buildings.json'];
    const nodes = buildings.map(({ id, outline }: { id: string; outline: number[][] }) => ({
      id: `h-${id}`,
      at: outline[0],
    }));
    const ids = ['h-station', ...nodes.map(({ id }: { id: string }) => id)];
    for (const each of buildings) each.serves.heat = `h-${each.id}`;
    // Both halves of the busbar are one, so that what an engine gives to the one is not sold while the other buys.
    for (const list of [files['electricity.json'].branches, files['electricity.json'].switches]) {
      for (const each of list) if (each.id === 'coupler') each.closed = true;
    }
    files['scene.json'].files.push('gas.json', 'heat.json', 'stations.json');
    files['gas.json'] = {
      nodes: [{ id: 'g-station', at: STATION_AT, pressureLevel: 'medium' }],
      pipes: [],
      regulators: [],
      valves: [],
      supplies: [{ id: 'main', name: { zh: '门站', en: 'Gate' }, node: 'g-station', pressureKpa: 400 }],
      calorificMjPerM3: 34.9,
    };
    files['heat.json'] = {
      loops: [
        {
          id: 'loop',
          name: { zh: '环', en: 'Loop' },
          supplyC: 45,
          returnC: 35,
          nodes: [{ id: 'h-station', at: STATION_AT }, ...nodes],
          pipes: ids.slice(1).map((to, i) => ({
            id: `${ids[i]}:${to}`,
            from: ids[i],
            to,
            lengthM: 150,
            diameterM: 0.35,
            roughnessMm: 0.1,
            lossWPerMK: 0.35,
          })),
          pumps: [{ id: 'pump', node: 'h-station', headM: 40, ratedKw: 90, electricity: 'bar-10-1' }],
          valves: [],
          sources: [{ station: 'plant', node: 'h-station' }],
        },
      ],
    };
    files['stations.json'] = {
      stations: [
        {
          id: 'plant',
          name: { zh: '能源站', en: 'Plant' },
          at: STATION_AT,
          electricity: 'bar-10-1',
          gas: 'g-station',
          units: [
            { id: 'engine', kind: 'chp-engine', count: 1, electricKw: engineKw },
            ...(boilers > 0 ? [{ id: 'boiler', kind: 'gas-boiler', count: boilers, heatKw: boilerKw }] : []),
            { id: 'heat-pump', kind: 'ground-source-heat-pump', count: 1, heatKw: pumpKw },
          ],
        },
      ],
    };
  });
}
