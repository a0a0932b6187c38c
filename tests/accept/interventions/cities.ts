/** The places in which rows are lived: the flagship, and small ones that have what a row is about and nothing else. */
import { type CompiledScene, compileScene, type Scene } from '../../../sim/scene';
import { heatedFeeder } from '../../domains/energy/heated-feeder';
import { sceneOf } from '../../domains/energy/scenes';
import { smallStation } from '../../domains/energy/small-station';
import { suburb } from '../../domains/energy/suburb';
import { smallTown } from '../../domains/traffic/demand/small-town';
import { townWithSpaces } from '../../domains/traffic/parking/town-with-spaces';
import { guidedGrid } from '../../domains/traffic/routing/guided-grid';
import { dugCity } from '../../domains/works/dug-city';
import { withFlows } from '../../interventions/listed-traffic';
import {
  along,
  ambulance,
  avenue,
  bus,
  outOfStep,
  quarter,
  quarterFlows,
  sides,
  twoWays,
  withPlannedBridge,
} from '../../interventions/sign-cases';

/** Listed traffic goes on for longer than any case is watched. */
const ALL_DAY_S = 3 * 3_600;

const makers = {
  'the flagship': () => sceneOf('eco-park'),
  'two ways': twoWays,
  'an avenue near saturation': () => withFlows(avenue(), [...along(1_200), ...sides, bus], ALL_DAY_S),
  'an avenue with room': () => withFlows(avenue(), [...along(150), ...sides, bus], ALL_DAY_S),
  'an avenue out of step': () => withFlows(outOfStep(), [...along(600), ...sides], ALL_DAY_S),
  'an avenue with ambulances': () =>
    withFlows(avenue(), [...along(700), ...sides, { ...ambulance, perHour: 6 }], ALL_DAY_S),
  'a quarter': () => withFlows(quarter(), quarterFlows, ALL_DAY_S),
  'a town': () => smallTown({ residents: 1_200, westJobs: 400, eastJobs: 400 }),
  'a town with few bays': () => townWithSpaces(2),
  'a town with few bays by radio': () => byRadio(townWithSpaces(2)),
  'a town with many bays': () => townWithSpaces(300),
  'a planned bridge': withPlannedBridge,
  "Braess's network without its bridge": () =>
    sceneOf('tiny/braess', ({ 'roads.json': roads }) => {
      for (const edge of roads.edges) if (edge.id === 'bridge:north:south') edge.planned = true;
    }),
  'a grid with an avenue': () => guidedGrid(20_000),
  'two ways by radio': () => byRadio(twoWays(), ['main:a:b']),
  'one feeder': () => sceneOf('tiny/one-feeder'),
  'one feeder without a tie': () =>
    sceneOf('tiny/one-feeder', ({ 'electricity.json': grid }) => {
      grid.switches = grid.switches.filter((each: { kind: string }) => each.kind !== 'tie');
    }),
  'one feeder without capacitance': () =>
    sceneOf('tiny/one-feeder', ({ 'electricity.json': grid }) => {
      for (const each of grid.branches) each.capacitanceNf = 0;
    }),
  'a suburb': () => suburb(),
  'a suburb on thin cables': () => suburb(20),
  'a suburb whose cables are too small': () => suburb(1, 0.105),
  'a suburb whose cables just do': () => suburb(1, 0.12),
  'offices at noon': () =>
    sceneOf('tiny/one-feeder', ({ 'buildings.json': { buildings } }) => {
      for (const each of buildings) {
        Object.assign(each, { use: 'office', jobs: 900, residents: each.id === 'A1' ? 2_000 : 0 });
      }
    }),
  'halls on thin cables': () => sceneOf('tiny/one-feeder', lowHalls),
  'one station': () => smallStation(),
  'a heated feeder': () => heatedFeeder(),
  'a heated feeder without boilers': () => heatedFeeder({ boilers: 0 }),
  'galleries with one main': () => sceneOf('tiny/crossing'),
  'galleries with two mains': () => sceneOf('tiny/two-sources'),
  'galleries under full cables': () => sceneOf('tiny/two-sources', (files) => timesLarger(files, 4)),
  'galleries with wide water mains': () =>
    sceneOf('tiny/crossing', ({ 'water.json': water }) => {
      for (const pump of water.pumps) pump.flowM3PerH = 900;
      for (const pipe of water.pipes) if (pipe.compartment !== undefined) pipe.diameterM = 0.6;
    }),
  'two ways with buried lines': () => dugCity(),
} as const satisfies Readonly<Record<string, () => CompiledScene>>;

export type CityName = keyof typeof makers;

const known = new Map<CityName, CompiledScene>();

export function cityOf(name: CityName): CompiledScene {
  const scene = known.get(name) ?? makers[name]();
  known.set(name, scene);
  return scene;
}

/** With an exchange whose radio reaches everywhere, and loops in these roads. */
function byRadio({ scene }: CompiledScene, loops: readonly string[] = []): CompiledScene {
  const telecom = { nodes: [{ id: 'exchange', at: [0, 0], kind: 'exchange' }], fibres: [] };
  const sensors = loops.map((element) => ({
    id: `loop:${element}`,
    kind: 'loop',
    at: [0, 0],
    element,
    intervalSeconds: 20,
    telecom: 'exchange',
  }));
  return compileScene({ ...scene, telecom, sensors: { sensors } } as unknown as Scene);
}

/** Under large roofs, at the end of long thin cables. */
function lowHalls(files: Record<string, ReturnType<typeof JSON.parse>>): void {
  for (const each of files['buildings.json'].buildings) {
    const [[x, y]] = each.outline;
    const far = Math.sign(y) * 60;
    each.outline = [
      [x, y + Math.min(0, far)],
      [x + 60, y + Math.min(0, far)],
      [x + 60, y + Math.max(0, far)],
      [x, y + Math.max(0, far)],
    ];
    const hall = { use: 'logistics', form: 'hall', heightM: 12, floors: 1, floorAreaM2: 3_600, roofForSun: 0.8 };
    Object.assign(each, hall);
    each.residents = undefined;
  }
  for (const each of files['electricity.json'].branches) if (each.feeder !== undefined) each.resistanceOhm *= 20;
}

/** Houses that draw so many times as much, and transformers to match: the cables are as they were. */
function timesLarger(files: Record<string, ReturnType<typeof JSON.parse>>, times: number): void {
  for (const each of files['buildings.json'].buildings) {
    for (const size of ['floorAreaM2', 'residents', 'jobs']) if (each[size] !== undefined) each[size] *= times;
  }
  for (const each of files['electricity.json'].transformers) {
    for (const size of ['ratingKva', 'copperLossKw', 'ironLossKw']) each[size] *= times;
  }
}
