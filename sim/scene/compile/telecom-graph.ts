/** The fibre network of a scene as plain arrays: nodes by slot, fibres in the order of the file, and where they lie. */
import type { CompiledScene } from '../compiled';
import { slotIn } from './element-tables';
import { galleryRuns } from './gallery-runs';

/** The fibres of node i are link[k] and lead to neighbour[k], k from start[i] to start[i + 1] − 1. */
export interface TelecomGraph {
  readonly count: number;
  /** The bus of the electrical grid that feeds each node; −1 where the scene names none. */
  readonly bus: Int32Array;
  readonly isExchange: Uint8Array;
  readonly exchanges: Uint32Array;
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly link: Uint32Array;
  readonly fibreCount: number;
}

export function telecomGraph({ scene, elements }: CompiledScene): TelecomGraph {
  const table = elements['telecom-node'];
  const { nodes = [], fibres = [] } = scene.telecom ?? {};
  const at = (id: string) => slotIn(table, id);
  const bus = new Int32Array(table.count).fill(-1);
  const isExchange = new Uint8Array(table.count);
  for (const { id, electricity, kind } of nodes) {
    if (electricity !== undefined) bus[at(id)] = slotIn(elements.bus, electricity);
    if (kind === 'exchange') isExchange[at(id)] = 1;
  }
  const start = new Uint32Array(table.count + 1);
  const ends = fibres.flatMap(({ from, to }, fibre) => [
    [at(from), at(to), fibre],
    [at(to), at(from), fibre],
  ]);
  for (const [from] of ends) start[from + 1]++;
  for (let i = 0; i < table.count; i++) start[i + 1] += start[i];
  const next = start.slice();
  const neighbour = new Uint32Array(ends.length);
  const link = new Uint32Array(ends.length);
  for (const [from, to, fibre] of ends) {
    link[next[from]] = fibre;
    neighbour[next[from]++] = to;
  }
  const exchanges = Uint32Array.from(nodes.filter(({ kind }) => kind === 'exchange').map(({ id }) => at(id)));
  return { count: table.count, bus, isExchange, exchanges, start, neighbour, link, fibreCount: fibres.length };
}

/** By fibre: the sections of galleries that it runs through. */
export function fibreSections(compiled: CompiledScene): readonly Uint32Array[] {
  const runsOf = galleryRuns(compiled);
  const { nodes = [], fibres = [] } = compiled.scene.telecom ?? {};
  const places = new Map(nodes.map(({ id, at }) => [id, at]));
  return fibres.map((fibre) => {
    const runs = runsOf(fibre, (node) => places.get(node) ?? [0, 0]);
    return Uint32Array.from(new Set(runs.map(({ section }) => section)));
  });
}
