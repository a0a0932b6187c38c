import { fail, type Problem, parseJson, problem, type Result, succeed } from '../../kernel';
import type { TerrainFile } from '../../scene/schema/terrain';
import { sceneText } from '../scene-text';
import { growScene } from './grow-scene';
import { growKerbside, parseTransitPlan } from './kerbside';
import { parseServicesPlan, placeServices } from './land/services';
import { parseZonesPlan, type ZonesPlan } from './land/zones-plan';
import { growNetworks, parseNetworksPlan } from './networks';
import { parseStreetPlan, type StreetPlan } from './plan';
import { streetGraphOf } from './plan-graph';
import { streetsToRoads } from './streets';
import { parseGroundPlan } from './terrain/ground-plan';
import { terrainOf } from './terrain/terrain-grid';

type Files = ReadonlyMap<string, string>;

/** Files of a plan that become files of a scene; every other file of the folder goes into the scene as it is. */
const PLAN_FILES = ['streets.json', 'zones.json', 'ground.json', 'houses.json', 'transit.json', 'networks.json'];

/**
 * A plan's folder as a scene's: streets.json becomes roads.json; with zones.json blocks are grown into land and
 * buildings, with ground.json streets are laid into the terrain, with houses.json help starts from its buildings; with
 * networks.json, which needs both, energy, water and messages reach them under the streets. scene.json needs no list of
 * files: it is written here.
 */
export function importPlan(files: Files): Result<Files> {
  const problems: Problem[] = [];
  const read = <T>(name: string, parse: (value: unknown) => Result<T>): T | undefined => {
    const text = files.get(name);
    if (text === undefined) return undefined;
    const json = parseJson(text);
    const parsed = json.ok ? parse(json.value) : json;
    if (parsed.ok) return parsed.value;
    problems.push(...parsed.problems.map((one) => underFile(one, name)));
    return undefined;
  };
  const streets = read('streets.json', parseStreetPlan);
  const zones = read('zones.json', parseZonesPlan);
  const ground = read('ground.json', parseGroundPlan);
  const houses = read('houses.json', parseServicesPlan);
  const transit = read('transit.json', parseTransitPlan);
  const networks = read('networks.json', parseNetworksPlan);
  const others = [...files.keys()].filter((name) => !PLAN_FILES.includes(name)).sort();
  const plain = new Map(others.map((name) => [name, read(name, (value) => succeed(value))]));
  if (!files.has('streets.json')) problems.push(problem('plan.missing', ['streets.json'], 'a plan is its streets'));
  if (!files.has('scene.json')) problems.push(problem('plan.missing', ['scene.json'], 'a plan names its place'));
  for (const name of files.has('networks.json') ? ['zones.json', 'ground.json'] : []) {
    if (!files.has(name))
      problems.push(problem('plan.missing', [name], 'networks lie under the streets of a built-up place'));
  }
  if (files.has('transit.json') && !files.has('zones.json'))
    problems.push(problem('plan.missing', ['zones.json'], 'cars park where something is built'));
  if (problems.length > 0) return fail(problems);

  const drawn = streetsToRoads(streets as StreetPlan);
  if (!drawn.ok) return fail(drawn.problems.map((one) => underFile(one, 'streets.json')));
  let roads = drawn.value;
  const made = new Map<string, unknown>([['roads.json', roads]]);
  if (ground) made.set('terrain.json', terrainOf(ground, streetGraphOf(streets as StreetPlan)));
  if (zones) {
    const grown = growScene(streets as StreetPlan, zones);
    if (!grown.ok) return fail(grown.problems);
    made.set('land.json', grown.value.land);
    made.set('buildings.json', grown.value.buildings);
    if (houses) {
      const services = placeServices(houses, grown.value.buildings, roads);
      if (!services.ok) return fail(services.problems.map((one) => underFile(one, 'houses.json')));
      made.set('services.json', services.value);
    }
    if (transit) {
      const { land, buildings } = grown.value;
      const kerbside = growKerbside(transit, { land, buildings: buildings.buildings }, roads);
      if (!kerbside.ok) return fail(kerbside.problems.map((one) => underFile(one, 'transit.json')));
      roads = kerbside.value;
      made.set('roads.json', roads);
    }
    if (networks) {
      const grownNetworks = growNetworks({
        plan: networks,
        zones: zones as ZonesPlan,
        streets: streetGraphOf(streets as StreetPlan),
        terrain: made.get('terrain.json') as TerrainFile,
        roads,
        buildings: grown.value.buildings.buildings,
      });
      if (!grownNetworks.ok) return fail(grownNetworks.problems.map((one) => underFile(one, 'networks.json')));
      for (const [name, value] of Object.entries(grownNetworks.value)) made.set(name, value);
    }
  }
  for (const [name, value] of plain) if (name !== 'scene.json') made.set(name, value);
  const manifest = { ...(plain.get('scene.json') as Record<string, unknown>), files: [...made.keys()].sort() };
  const scene = new Map([['scene.json', sceneText(manifest)]]);
  for (const name of manifest.files) scene.set(name, sceneText(made.get(name)));
  return succeed(scene, drawn.warnings);
}

function underFile(one: Problem, name: string): Problem {
  return one.path[0] === name ? one : { ...one, path: [name, ...one.path] };
}
