import { secondsFromHours } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import { defineKind } from '../kind';

/** A fault on a busbar: everything that hangs on it loses it until it is mended. */
export const busbarFault = defineKind({
  kind: 'busbar-fault',
  targets: { kind: 'bus', least: 1, most: 8 },
  settings: {
    hours: { type: 'number', unit: 'h', min: 0.5, max: 72, step: 0.5, default: 4 },
  },
  fails: { level: 'event', at: joinsSeveral },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const mendedS = fromSeconds + secondsFromHours(settings.hours);
    const until = untilSeconds === null ? mendedS : Math.min(mendedS, untilSeconds);
    return targets.map((id) => ({
      knob: 'bus.out',
      slot: scene.elements.bus.slotOf(id) as number,
      value: 1,
      fromSeconds,
      untilSeconds: until,
    }));
  },
});

const LEAST_JOINED = 3;

/** Where two cables meet is a joint of theirs, and an end belongs to what ends there: a busbar joins more. */
function joinsSeveral(bus: string, { scene }: CompiledScene): boolean {
  const { branches = [], transformers = [] } = scene.electricity ?? {};
  const joined = [...branches, ...transformers].filter(({ from, to }) => from === bus || to === bus);
  return joined.length >= LEAST_JOINED;
}
