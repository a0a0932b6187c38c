/** Which meters a scene has, what each of them watches, and by which way it is heard. */
import { slotIn } from '../../../scene/compile/element-tables';
import { type TelecomGraph, telecomGraph } from '../../../scene/compile/telecom-graph';
import type { CompiledScene, ElementKind } from '../../../scene/compiled';

/** What a meter can watch: all that one of these takes. A name that several of them have is the first one's. */
export const watchedKinds = ['building', 'charging-site', 'bus', 'heat-node', 'cooling-node', 'gas-node'] as const;
export type WatchedKind = (typeof watchedKinds)[number] & ElementKind;

export interface MeterPlan {
  /** By meter: place in `watchedKinds`, slot among that kind, and the telecom node that it speaks through. */
  readonly kind: Uint8Array;
  readonly slot: Int32Array;
  readonly telecom: Int32Array;
  readonly network: TelecomGraph;
  /** Its own slot among sensors. */
  readonly sensor: Int32Array;
}

/** Meters without a way to be heard, and such as watch nothing that energy is handed over at, are left out. */
export function planMeters(scene: CompiledScene): MeterPlan {
  const { elements } = scene;
  const meters = (scene.scene.sensors?.sensors ?? []).flatMap(({ id, kind, element, telecom }) => {
    if (kind !== 'smart-meter' || element === undefined || telecom === undefined) return [];
    const of = watchedKinds.findIndex((each) => elements[each].slotOf(element) !== undefined);
    if (of < 0) return [];
    const slot = slotIn(elements[watchedKinds[of]], element);
    const sensor = slotIn(elements.sensor, id);
    return [{ of, slot, sensor, telecom: slotIn(elements['telecom-node'], telecom) }];
  });
  return {
    kind: Uint8Array.from(meters, ({ of }) => of),
    slot: Int32Array.from(meters, ({ slot }) => slot),
    telecom: Int32Array.from(meters, ({ telecom }) => telecom),
    network: telecomGraph(scene),
    sensor: Int32Array.from(meters, ({ sensor }) => sensor),
  };
}
