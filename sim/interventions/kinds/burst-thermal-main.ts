import type { CompiledScene } from '../../scene/compiled';
import { defineKind } from '../kind';
import { holesThatFit } from './hole-in-main';

const MM_PER_M = 1_000;
const USUAL_HOLE_MM = 50;
const LEAST_HOLE_MM = 5;

/** The supply pipe of a pair bursts: a hole of this width until the change ends, which is when it is mended. */
const burst = <Kind extends 'burst-heat-main' | 'burst-cooling-main'>(
  kind: Kind,
  element: 'heat-pipe' | 'cooling-pipe',
) =>
  defineKind({
    kind,
    targets: { kind: element, least: 1, most: 20 },
    settings: {
      hole: { type: 'number', unit: 'mm', min: LEAST_HOLE_MM, max: 600, step: 5, default: USUAL_HOLE_MM },
    },
    fails: {
      level: 'part',
      settings: (id, scene) => ({
        hole: Math.max(LEAST_HOLE_MM, Math.min(USUAL_HOLE_MM, 5 * Math.floor(diameterMmOf(id, scene) / 5))),
      }),
    },
    claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
      return targets.map((id) => ({
        knob: `${element}.burst` as const,
        slot: scene.elements[element].slotOf(id) as number,
        value: settings.hole,
        fromSeconds,
        untilSeconds,
      }));
    },
    check: ({ targets, settings }, scene) => holesThatFit(targets, settings.hole, (id) => diameterMmOf(id, scene)),
  });

const diametersMm = new WeakMap<CompiledScene, ReadonlyMap<string, number>>();

/** Names of pipes of heat and of cold are apart in every scene that was grown; where they are not, the smaller counts. */
function diameterMmOf(id: string, compiled: CompiledScene): number {
  let found = diametersMm.get(compiled);
  if (found === undefined) {
    const { heat, cooling } = compiled.scene;
    const pipes = [...(heat?.loops ?? []), ...(cooling?.loops ?? [])].flatMap((loop) => loop.pipes);
    found = new Map(
      pipes.sort((a, b) => b.diameterM - a.diameterM).map((pipe) => [pipe.id, MM_PER_M * pipe.diameterM]),
    );
    diametersMm.set(compiled, found);
  }
  return found.get(id) ?? 0;
}

export const burstHeatMain = burst('burst-heat-main', 'heat-pipe');
export const burstCoolingMain = burst('burst-cooling-main', 'cooling-pipe');
