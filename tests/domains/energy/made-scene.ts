/** Small scenes that hold what demand and weather read, put together without files. */
import { type Building, type CompiledScene, compileScene, type Scene, type WeatherFile } from '../../../sim/scene';
import { manifest } from '../traffic/small-city';

export interface Made {
  readonly months?: WeatherFile['months'];
  readonly days?: WeatherFile['days'];
  readonly buildings?: readonly (Partial<Building> & Pick<Building, 'id' | 'use'>)[];
  readonly latitudeDeg?: number;
  readonly networks?: Partial<Pick<Scene, 'heat' | 'cooling' | 'gas' | 'electricity' | 'roads'>>;
}

export function madeScene({ months, days = [], buildings = [], latitudeDeg = 36, networks = {} }: Made): CompiledScene {
  const plain = manifest('made');
  return compileScene({
    manifest: { ...plain, origin: { ...plain.origin, latitudeDeg } },
    ...(months ? { weather: { source: 'none', months, days } } : {}),
    buildings: { buildings: buildings.map(wholeBuilding) },
    ...networks,
  } as Scene);
}

/** Twenty metres by twelve, three floors, unless said otherwise. */
function wholeBuilding(part: Partial<Building> & Pick<Building, 'id' | 'use'>): Building {
  return {
    form: 'slab',
    outline: [
      [0, 0],
      [20, 0],
      [20, 12],
      [0, 12],
    ],
    heightM: 9,
    floors: 3,
    floorAreaM2: 720,
    ...part,
  };
}
