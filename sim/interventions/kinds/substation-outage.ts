import { secondsFromMinutes } from '../../kernel';
import type { CompiledScene } from '../../scene/compiled';
import { choice } from '../field';
import { defineKind } from '../kind';

/** Transformers out of service: one of a substation, or all of them, which is the substation. */
export const substationOutage = defineKind({
  kind: 'substation-outage',
  targets: { kind: 'transformer', least: 1, most: 50 },
  settings: {
    transfer: choice(['automatic', 'manual'], 'automatic'),
    batteryMinutes: { type: 'number', unit: 'min', min: 0, max: 240, step: 5, default: 30 },
  },
  fails: { level: 'part', settings: (_, scene) => ({ batteryMinutes: leastBatteryMinutes(scene) }) },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const { transformer, signal } = scene.elements;
    const during = { fromSeconds, untilSeconds };
    const claims = targets.map((id) => ({
      knob: 'transformer.out',
      slot: transformer.slotOf(id) as number,
      value: 1,
      ...during,
    }));
    const batteryS = secondsFromMinutes(settings.batteryMinutes);
    for (let slot = 0; slot < signal.count; slot++) {
      claims.push({ knob: 'signal.battery', slot, value: batteryS, ...during });
    }
    if (settings.transfer === 'manual') {
      claims.push({ knob: 'city.automatic-switching', slot: 0, value: 0, ...during });
    }
    return claims;
  },
});

/** As signals are built; where they differ, as the weakest. */
function leastBatteryMinutes({ scene }: CompiledScene): number {
  const built = (scene.roads?.signals ?? []).map(({ batteryMinutes }) => batteryMinutes ?? 0);
  return built.length === 0 ? 0 : Math.min(...built);
}
