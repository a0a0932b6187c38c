/** Telecom's part of the picture; the rows' meaning is the contract between this file and the view. */
import type { FrameSection, SectionSpec } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { ageS } from './ages';
import type { TelecomState } from './state';

const NODE_STRIDE = 2;
const SENSOR_STRIDE = 2;
const UP = 1;
const REACHED = 2;

/**
 * Nodes by slot: 1 up + 2 reached by an exchange, what the battery has left (of 1). Sensors by slot: seconds since the last
 * report (−1: it speaks to nobody), 1 where that is stale. Fibres in the order of the scene: 1 where one has burnt.
 */
export function telecomSections({ elements, scene }: CompiledScene): readonly SectionSpec[] {
  const { nodes = [], fibres = [] } = scene.telecom ?? {};
  const sensors = nodes.length > 0 ? elements.sensor.count : 0;
  return [
    { name: 'telecom.nodes', type: 'f32', stride: NODE_STRIDE, capacity: nodes.length },
    { name: 'telecom.sensors', type: 'f32', stride: SENSOR_STRIDE, capacity: sensors },
    { name: 'telecom.fibres', type: 'u8', stride: 1, capacity: fibres.length },
  ];
}

export function writeTelecomFrame({ run, totals }: TelecomState, sections: readonly FrameSection[]): void {
  if (run === null) return;
  const { plan, isUp, reached, leftS, isHeard, resumesS, derived } = run;
  for (const section of sections) {
    const { f32, u8 } = section;
    if (section.spec.name === 'telecom.nodes') {
      for (let node = 0; node < isUp.length; node++) {
        f32[NODE_STRIDE * node] = isUp[node] * UP + reached[node] * REACHED;
        f32[NODE_STRIDE * node + 1] = leftS[node] / derived.fullS[node];
      }
      section.count = isUp.length;
    } else if (section.spec.name === 'telecom.sensors') {
      for (let sensor = 0; sensor < isHeard.length; sensor++) {
        const speaks = plan.sensorNode[sensor] >= 0;
        const isFresh = isHeard[sensor] === 1 && totals.elapsedS >= resumesS[sensor];
        f32[SENSOR_STRIDE * sensor] = speaks ? ageS(run, sensor, totals.elapsedS) : -1;
        f32[SENSOR_STRIDE * sensor + 1] = speaks && !isFresh ? 1 : 0;
      }
      section.count = isHeard.length;
    } else if (section.spec.name === 'telecom.fibres') {
      u8.set(derived.fibreBroken);
      section.count = derived.fibreBroken.length;
    }
  }
}
