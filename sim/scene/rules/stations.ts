import type { ProblemList } from '../problem-list';
import type { StationsFile } from '../schema/stations';
import { present, type SoundScene } from './sound-entries';

type Unit = StationsFile['stations'][number]['units'][number];
type Rating = 'electricKw' | 'heatKw' | 'coolingKw' | 'storageKwh';

/** What a machine of each kind cannot be without: the side that is its size, and what a store holds. */
const NEEDS: Readonly<Record<Unit['kind'], readonly Rating[]>> = {
  'chp-engine': ['electricKw'],
  'gas-boiler': ['heatKw'],
  'ground-source-heat-pump': ['heatKw'],
  'water-source-heat-pump': ['heatKw'],
  'air-source-heat-pump': ['heatKw'],
  'absorption-chiller': ['coolingKw'],
  'electric-chiller': ['coolingKw'],
  photovoltaic: ['electricKw'],
  'wind-turbine': ['electricKw'],
  battery: ['electricKw', 'storageKwh'],
  'heat-store': ['heatKw', 'storageKwh'],
  'cold-store': ['coolingKw', 'storageKwh'],
};
const BURNS_GAS: readonly Unit['kind'][] = ['chp-engine', 'gas-boiler'];
const STORES: readonly Unit['kind'][] = ['battery', 'heat-store', 'cold-store'];
/** An engine loses three points at half load and cannot lose more than it has; none is better than six tenths. */
const ENGINE_EFFICIENCY = { least: 0.1, most: 0.6, usual: 0.4, usualHeat: 0.43 };
/** By the lower heating value a boiler that condenses gives up to a ninth more than it burns. */
const MOST_BOILER_EFFICIENCY = 1.11;

/** Every machine has its size and its fuel, and none gives more than it takes. */
export function checkStations(scene: SoundScene, list: ProblemList): void {
  for (const [station, i] of present(scene.stations?.stations)) {
    for (let k = 0; k < station.units.length; k++) {
      const unit = station.units[k];
      const path = ['stations.json', 'stations', i, 'units', k];
      for (const rating of NEEDS[unit.kind]) {
        if (unit[rating] === undefined) {
          list.error('scene.no-rating', [...path, rating], `expected the ${rating} of a ${unit.kind}, found none`);
        }
      }
      if (BURNS_GAS.includes(unit.kind) && station.gas === undefined) {
        const message = `expected a gas node at "${station.id}", where "${unit.id}" burns gas; found none`;
        list.error('scene.no-fuel', path, message);
      }
      checkEfficiency(unit, path, list);
    }
  }
}

function checkEfficiency(unit: Unit, path: readonly (string | number)[], list: ProblemList): void {
  const complain = (field: string, expected: string, found: number) =>
    list.error('scene.efficiency', [...path, field], `expected ${expected}, found ${found}`);
  const { kind, efficiency, electricEfficiency: electric, thermalEfficiency: thermal } = unit;
  if (kind === 'chp-engine') {
    const { least, most } = ENGINE_EFFICIENCY;
    if (electric !== undefined && (electric < least || electric > most)) {
      complain('electricEfficiency', `${least} to ${most} of the fuel as power`, electric);
    }
    const sum = (electric ?? ENGINE_EFFICIENCY.usual) + (thermal ?? ENGINE_EFFICIENCY.usualHeat);
    if (sum > 1) complain('thermalEfficiency', 'no more than the fuel as power and heat together', sum);
  }
  if (STORES.includes(kind) && efficiency !== undefined && efficiency > 1) {
    complain('efficiency', 'a store to give back no more than it took', efficiency);
  }
  if (kind === 'gas-boiler' && efficiency !== undefined && efficiency > MOST_BOILER_EFFICIENCY) {
    complain('efficiency', `at most ${MOST_BOILER_EFFICIENCY} by the lower heating value`, efficiency);
  }
}
