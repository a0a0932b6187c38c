/** Two ways from west to east, a signal, a hospital on the street from the south and a fire station in the west. */
import { type CompiledScene, compileScene } from '../../../../sim/scene';
import { type SmallPlan, smallCity } from '../small-city';

const plan: SmallPlan = {
  nodes: { w: [-300, 0], a: [0, 0], b: [500, 0], o: [800, 0], u: [200, 260], s: [0, -400] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'local', lanes: 1 },
    south: { path: ['a', 's'], class: 'collector', lanes: 1 },
  },
  signals: ['a'],
};

export interface Services {
  readonly ambulances?: number;
  readonly engines?: number;
  readonly gates?: Readonly<Record<string, number>>;
}

export function servedCity({
  ambulances = 2,
  engines = 1,
  gates = { w: 4_000, o: 4_000 },
}: Services = {}): CompiledScene {
  const { scene } = smallCity('served', { ...plan, gates });
  const hospital = {
    id: 'h',
    name: { zh: '医院', en: 'Hospital' },
    at: [0, -200] as [number, number],
    edge: 'south:s:a',
    beds: 10,
    ambulances,
  };
  const station = {
    id: 'f',
    name: { zh: '消防站', en: 'Fire station' },
    at: [-200, 0] as [number, number],
    edge: 'main:w:a',
    engines,
  };
  const services = {
    hospitals: ambulances > 0 ? [hospital] : [],
    fireStations: engines > 0 ? [station] : [],
    depots: [],
  };
  return compileScene({ ...scene, services } as typeof scene);
}
