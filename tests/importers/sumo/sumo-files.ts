/** SUMO's own files for these tests, from the reference data beside the checkout; absent on other machines. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { importSumo, type SumoImport } from '../../../sim/importers/sumo';
import { type CompiledScene, compileScene, readScene } from '../../../sim/scene';

const folder = join(besideCheckout(import.meta.dirname), 'shared/data/traffic');
export const hasData = existsSync(join(folder, 'sumo-goldens.tar.gz'));

/** The folder that the checkout lies in, from wherever this code has been bundled to. */
function besideCheckout(from: string): string {
  let at = from;
  while (!existsSync(join(at, 'shared/data/traffic')) && dirname(at) !== at) at = dirname(at);
  return at;
}

/** Files in the order that SUMO loads them: the configuration names additional files before routes. */
export function bolognaFiles(): Map<string, string> {
  const names = readdirSync(join(folder, 'bologna-pasubio'));
  const order = [/sumocfg/, /\.net\./, /vtypes/, /bus_stops/, /busses/, /detectors/, /tls/, /pasubio\.rou/];
  const sorted = order.map((pattern) => names.find((name) => pattern.test(name))!);
  return new Map(
    sorted.map((name) => {
      const bytes = readFileSync(join(folder, 'bologna-pasubio', name));
      return [name.replace(/\.gz$/, ''), (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')];
    }),
  );
}

/** The XML files of each golden scenario, by its name. */
export function goldens(): Map<string, Map<string, string>> {
  return goldenFiles(/^(net\.net|rou\.rou|extra\.add|add\.add)\.xml$|sumocfg$/);
}

/** SUMO's trajectories of each golden scenario that has some. */
export function goldenTrajectories(): Map<string, string> {
  return new Map([...goldenFiles(/^golden\.fcd\.xml$/)].map(([name, files]) => [name, files.get('golden.fcd.xml')!]));
}

function goldenFiles(wanted: RegExp): Map<string, Map<string, string>> {
  const tar = gunzipSync(readFileSync(join(folder, 'sumo-goldens.tar.gz')));
  const cases = new Map<string, Map<string, string>>();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const text = (from: number, length: number) =>
      tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const [name, size, type] = [text(0, 100), Number.parseInt(text(124, 12), 8), text(156, 1)];
    const [, scenario, file] = name.split('/');
    if ((type === '0' || type === '') && wanted.test(file)) {
      if (!cases.has(scenario)) cases.set(scenario, new Map());
      cases.get(scenario)!.set(file, tar.toString('utf8', at + 512, at + 512 + size));
    }
    at += 512 + 512 * Math.ceil(size / 512);
  }
  return cases;
}

export function imported(files: ReadonlyMap<string, string>, id = 'imported'): SumoImport {
  const result = importSumo(files, id);
  if (!result.ok) throw new Error(result.problems.map((each) => `${each.path.join(' ')}: ${each.message}`).join('\n'));
  return result.value;
}

export function compiled(files: ReadonlyMap<string, string>): CompiledScene {
  const scene = readScene(imported(files).scene);
  if (!scene.ok) {
    const found = scene.problems.slice(0, 20).map((each) => `${each.path.join(' ')}: ${each.message} [${each.code}]`);
    throw new Error(found.join('\n'));
  }
  return compileScene(scene.value);
}
