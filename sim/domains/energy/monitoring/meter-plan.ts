/** Which meters a scene has, what each of them watches, and by which way it is heard. */
import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene, ElementKind } from '../../../scene/compiled';

/** What a meter can watch: all that one of these takes. A name that several of them have is the first one's. */
export const watchedKinds = ['building', 'charging-site', 'bus', 'heat-node', 'cooling-node', 'gas-node'] as const;
export type WatchedKind = (typeof watchedKinds)[number] & ElementKind;

export interface MeterPlan {
  /** By meter: place in `watchedKinds`, slot among that kind, and the telecom node that it speaks through. */
  readonly kind: Uint8Array;
  readonly slot: Int32Array;
  readonly telecom: Int32Array;
  readonly network: TelecomNetwork;
}

/** Nodes by slot; the fibres of node i are neighbour[start[i]] to neighbour[start[i + 1] − 1]. */
export interface TelecomNetwork {
  readonly count: number;
  /** The bus of the electrical grid that feeds each node; −1 where the scene names none. */
  readonly bus: Int32Array;
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly exchanges: Uint32Array;
}

/** Meters without a way to be heard, and such as watch nothing that energy is handed over at, are left out. */
export function planMeters(scene: CompiledScene): MeterPlan {
  const { elements } = scene;
  const meters = (scene.scene.sensors?.sensors ?? []).flatMap(({ kind, element, telecom }) => {
    if (kind !== 'smart-meter' || element === undefined || telecom === undefined) return [];
    const of = watchedKinds.findIndex((each) => elements[each].slotOf(element) !== undefined);
    if (of < 0) return [];
    const slot = slotIn(elements[watchedKinds[of]], element);
    return [{ of, slot, telecom: slotIn(elements['telecom-node'], telecom) }];
  });
  return {
    kind: Uint8Array.from(meters, ({ of }) => of),
    slot: Int32Array.from(meters, ({ slot }) => slot),
    telecom: Int32Array.from(meters, ({ telecom }) => telecom),
    network: telecomOf(scene),
  };
}

function telecomOf({ scene, elements }: CompiledScene): TelecomNetwork {
  const table = elements['telecom-node'];
  const { nodes = [], fibres = [] } = scene.telecom ?? {};
  const at = (id: string) => slotIn(table, id);
  const bus = new Int32Array(table.count).fill(-1);
  for (const { id, electricity } of nodes) {
    if (electricity !== undefined) bus[at(id)] = slotIn(elements.bus, electricity);
  }
  const start = new Uint32Array(table.count + 1);
  const ends = fibres.flatMap(({ from, to }) => [
    [at(from), at(to)],
    [at(to), at(from)],
  ]);
  for (const [from] of ends) start[from + 1]++;
  for (let i = 0; i < table.count; i++) start[i + 1] += start[i];
  const next = start.slice();
  const neighbour = new Uint32Array(ends.length);
  for (const [from, to] of ends) neighbour[next[from]++] = to;
  const exchanges = Uint32Array.from(nodes.filter(({ kind }) => kind === 'exchange').map(({ id }) => at(id)));
  return { count: table.count, bus, start, neighbour, exchanges };
}
