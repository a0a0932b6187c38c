/** A network to solve, what its rows are called, and what is per unit of it. */
import { resolve } from 'node:path';
import { BUS, networkOfCase, readCase } from '../../../importers/matpower';
import { problem } from '../../../kernel';
import { findFaults, type NetworkFault, type PowerNetwork } from '../../../networks/power';
import { readScene } from '../../../scene';
import type { Context } from '../context';
import { findScene, readSceneFiles } from '../find-scene';
import { kindOfPath, readText } from '../read-file';
import { type FiledProblem, inFile, Refusal, refuse } from '../refusal';
import { networkOfScene } from './network-of-scene';

export interface NamedNetwork {
  readonly network: PowerNetwork;
  readonly baseMva: number;
  readonly busIds: readonly string[];
  /** Undefined where branches go by their ends. */
  readonly branchIds?: readonly string[];
  readonly generatorIds?: readonly string[];
}

export interface OpenedNetwork extends NamedNetwork {
  readonly name: string;
  readonly warnings: readonly FiledProblem[];
}

/** A case file, .m or .json, or a scene by its id or folder. */
export async function openNetwork(name: string, context: Context): Promise<OpenedNetwork> {
  const path = resolve(context.cwd, name);
  const kind = await kindOfPath(path);
  if (kind.ok && kind.value === 'file') return openCase(path);
  // What is called like a file is meant as one.
  if (!kind.ok && /\.(m|json)$/i.test(name)) throw new Refusal(inFile(kind.problems, path));
  const folder = await findScene(name, context);
  const scene = readScene(await readSceneFiles(folder));
  if (!scene.ok) {
    throw new Refusal(
      scene.problems.map((each) => {
        const file = each.path[0];
        return inFile([each], typeof file === 'string' ? resolve(folder, file) : folder)[0];
      }),
    );
  }
  const { electricity, manifest } = scene.value;
  if (electricity === undefined || electricity.buses.length === 0) {
    throw refuse('powerflow.no-network', 'the scene has no electrical network', folder);
  }
  const named = networkOfScene(electricity);
  const file = resolve(folder, 'electricity.json');
  refuseFaults(named, file);
  const warnings = named.network.loadP.some((load) => load !== 0)
    ? []
    : inFile(
        [
          {
            severity: 'warning' as const,
            code: 'powerflow.no-loads',
            path: ['electricity.json', 'buses'],
            message: 'no bus has a fixed load; what buildings draw is not counted here',
          },
        ],
        file,
      );
  return { ...named, name: manifest.id, warnings };
}

async function openCase(path: string): Promise<OpenedNetwork> {
  const text = await readText(path);
  const read = text.ok ? readCase(text.value) : text;
  if (!read.ok) throw new Refusal(inFile(read.problems, path));
  const named = {
    network: networkOfCase(read.value),
    baseMva: read.value.baseMva,
    busIds: read.value.bus.map((row) => String(row[BUS.id])),
  };
  refuseFaults(named, path);
  return { ...named, name: read.value.name, warnings: inFile(read.warnings, path) };
}

const meanings: Readonly<Record<NetworkFault['code'], string>> = {
  'not-finite': 'has a figure that is no number',
  'zero-impedance': 'has no impedance',
  ratio: 'has a turns ratio that is not above 0',
  'no-such-bus': 'leads to a bus that is not there',
  'joins-itself': 'joins a bus with itself',
  voltage: 'has a voltage that is not above 0',
  'no-slack': 'no bus is a supply: nothing holds the voltage',
};

/** Of branches that are open too, but for having no impedance: such a one is only never closed. */
function refuseFaults(named: NamedNetwork, file: string): void {
  const { network, busIds, branchIds, generatorIds } = named;
  const faults = findFaults(network).filter((fault) => fault.code !== 'zero-impedance' || network.closed[fault.row]);
  if (faults.length === 0) return;
  const nameOf = ({ of, row }: NetworkFault) => {
    if (row < 0) return 'network';
    if (of === 'bus') return busIds[row];
    if (of === 'generator') return generatorIds?.[row] ?? `row ${row + 1}`;
    return branchIds?.[row] ?? `${busIds[network.from[row]]}-${busIds[network.to[row]]}`;
  };
  throw new Refusal(
    inFile(
      faults.map((fault) => problem(`powerflow.${fault.code}`, [fault.of, nameOf(fault)], meanings[fault.code])),
      file,
    ),
  );
}
