import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from './scenes';

type Unit = Readonly<Record<string, string | number>>;

/**
 * The smallest grid with a station: an engine and boilers on gas, homes on a loop of 45 °C, the rest on one of 90 °C and
 * one of cold water.
 */
export function smallStation(
  more: readonly Unit[] = [],
  root?: string,
  also: Parameters<typeof sceneOf>[1] = () => {},
): CompiledScene {
  return sceneOf(
    'tiny/one-feeder',
    (files) => {
      const { buildings } = files['buildings.json'];
      const loop = (prefix: string, supplyC: number, returnC: number, isHome: boolean) => {
        const served = buildings.filter(({ use }: { use: string }) => (use === 'housing') === isHome);
        for (const each of served) each.serves[supplyC < returnC ? 'cooling' : 'heat'] = `${prefix}/${each.id}`;
        return {
          id: `s.${prefix}`,
          name: { zh: prefix, en: prefix },
          supplyC,
          returnC,
          nodes: [
            { id: `${prefix}/s`, at: [0, 0] },
            ...served.map(({ id, outline }: { id: string; outline: number[][] }) => ({
              id: `${prefix}/${id}`,
              at: outline[0],
            })),
          ],
          pipes: served.map(({ id }: { id: string }) => ({
            id: `${prefix}/${id}`,
            from: `${prefix}/s`,
            to: `${prefix}/${id}`,
            lengthM: 300,
            diameterM: supplyC < returnC ? 0.35 : 0.25,
            roughnessMm: 0.1,
            lossWPerMK: 0.3,
          })),
          pumps: [1, 2, 3].map((k) => ({ id: `s.${prefix}-${k}`, node: `${prefix}/s`, headM: 30, ratedKw: 60 })),
          valves: [],
          sources: [{ station: 's', node: `${prefix}/s` }],
        };
      };
      files['heat.json'] = { loops: [loop('45', 45, 35, true), loop('90', 90, 60, false)] };
      files['cooling.json'] = { loops: [loop('c', 6, 13, false)] };
      files['gas.json'] = {
        nodes: [
          { id: 'gate', at: [-100, 0], pressureLevel: 'medium' },
          { id: 'g', at: [0, 0], pressureLevel: 'medium' },
        ],
        pipes: [{ id: 'gate:g', from: 'gate', to: 'g', lengthM: 100, diameterM: 0.3, roughnessMm: 0.1 }],
        regulators: [],
        valves: [],
        supplies: [{ id: 'gate', node: 'gate', pressureKpa: 400 }],
        calorificMjPerM3: 34.9,
      };
      files['stations.json'] = {
        stations: [
          {
            id: 's',
            name: { zh: '站', en: 'Station' },
            at: [0, 0],
            electricity: 'bar-10-1',
            gas: 'g',
            units: [
              { id: 's.chp', kind: 'chp-engine', count: 1, electricKw: 300 },
              { id: 's.boiler', kind: 'gas-boiler', count: 4, heatKw: 2_500 },
              { id: 's.store', kind: 'heat-store', heatKw: 1_000, storageKwh: 4_000 },
              { id: 's.chiller', kind: 'electric-chiller', count: 4, coolingKw: 1_500 },
              ...more,
            ],
          },
        ],
      };
      also(files);
      files['scene.json'].files = Object.keys(files)
        .filter((name) => name !== 'scene.json')
        .sort();
    },
    root,
  );
}
