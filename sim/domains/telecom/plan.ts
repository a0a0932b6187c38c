/** Who speaks through which node, worked out once from the scene: sensors, galleries' sections, roads, switchgear. */

import { slotIn } from '../../scene/compile/element-tables';
import { gallerySectionPlaces } from '../../scene/compile/gallery-places';
import { fibreSections, type TelecomGraph, telecomGraph } from '../../scene/compile/telecom-graph';
import type { CompiledScene } from '../../scene/compiled';

/** Classes of devices that a network covers by shares; what belongs to none is covered wherever it stands. */
export const coverageClasses = ['parking', 'meter', 'gallery', 'road'] as const;
export type CoverageClass = (typeof coverageClasses)[number];
export const NO_CLASS = 255;

export interface TelecomPlan {
  readonly graph: TelecomGraph;
  readonly fibreSections: readonly Uint32Array[];
  /** By sensor: its node (−1: it speaks to nobody), the time from one report to the next, its class. */
  readonly sensorNode: Int32Array;
  readonly intervalS: Float64Array;
  readonly sensorClass: Uint8Array;
  /** Sensors that have a node. */
  readonly speaking: Uint32Array;
  readonly sectionNode: Int32Array;
  /** By road: the cell nearest to its middle, and the sensors that count on it: roadSensor[k], k from roadStart. */
  readonly edgeNode: Int32Array;
  readonly roadStart: Uint32Array;
  readonly roadSensor: Uint32Array;
  readonly busNode: Int32Array;
}

const CLASS_OF: Readonly<Record<string, CoverageClass>> = {
  'parking-bay': 'parking',
  'smart-meter': 'meter',
  loop: 'road',
  'camera-count': 'road',
};
type Point = readonly [number, number];

export function planTelecom(compiled: CompiledScene): TelecomPlan | null {
  const { scene, elements } = compiled;
  const { telecom } = scene;
  if (telecom === undefined || telecom.nodes.length === 0) return null;
  const slots = telecom.nodes.map(({ id, at, kind }) => ({ slot: slotIn(elements['telecom-node'], id), at, kind }));
  const wired = slots.filter(({ kind }) => kind !== 'cell');
  const cells = slots.filter(({ kind }) => kind === 'cell');
  const byWire = (at: Point) => nearest(wired.length > 0 ? wired : slots, at);
  const byRadio = (at: Point) => nearest(cells.length > 0 ? cells : slots, at);
  const count = elements.sensor.count;
  const sensorNode = new Int32Array(count).fill(-1);
  const intervalS = new Float64Array(count).fill(1);
  const sensorClass = new Uint8Array(count).fill(NO_CLASS);
  const onRoad: number[][] = Array.from({ length: elements.edge.count }, () => []);
  for (const { id, kind, element, intervalSeconds, telecom: node } of scene.sensors?.sensors ?? []) {
    const sensor = slotIn(elements.sensor, id);
    intervalS[sensor] = intervalSeconds;
    const of = CLASS_OF[kind];
    if (of !== undefined) sensorClass[sensor] = coverageClasses.indexOf(of);
    if (node === undefined) continue;
    sensorNode[sensor] = slotIn(elements['telecom-node'], node);
    const edge = of === 'road' && element !== undefined ? elements.edge.slotOf(element) : undefined;
    if (edge !== undefined) onRoad[edge].push(sensor);
  }
  const roadStart = new Uint32Array(onRoad.length + 1);
  onRoad.forEach((list, edge) => {
    roadStart[edge + 1] = roadStart[edge] + list.length;
  });
  const busNode = new Int32Array(elements.bus.count).fill(-1);
  for (const { id, at } of scene.electricity?.buses ?? []) busNode[slotIn(elements.bus, id)] = byWire(at);
  return {
    graph: telecomGraph(compiled),
    fibreSections: fibreSections(compiled),
    sensorNode,
    intervalS,
    sensorClass,
    speaking: Uint32Array.from(sensorNode.keys()).filter((sensor) => sensorNode[sensor] >= 0),
    sectionNode: Int32Array.from(gallerySectionPlaces(compiled), byWire),
    edgeNode: Int32Array.from({ length: elements.edge.count }, (_, edge) => byRadio(middleOf(compiled, edge))),
    roadStart,
    roadSensor: Uint32Array.from(onRoad.flat()),
    busNode,
  };
}

/** Of equally near ones the first by slot. */
function nearest(nodes: readonly { readonly slot: number; readonly at: Point }[], [x, y]: Point): number {
  let best = -1;
  let bestM2 = Number.POSITIVE_INFINITY;
  for (const { slot, at } of nodes) {
    const m2 = (at[0] - x) * (at[0] - x) + (at[1] - y) * (at[1] - y);
    if (m2 > bestM2 || (m2 === bestM2 && slot > best)) continue;
    bestM2 = m2;
    best = slot;
  }
  return best;
}

function middleOf({ roads }: CompiledScene, edge: number): Point {
  const lane = roads.edgeFirstLane[edge];
  const point = (roads.trackPointStart[lane] + roads.trackPointStart[lane + 1]) >> 1;
  return [roads.trackPoints[2 * point], roads.trackPoints[2 * point + 1]];
}
