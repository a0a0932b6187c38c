import { type Problem, problem } from '../../kernel';
import { toggle } from '../field';
import { defineKind } from '../kind';

/** Whoever takes part leaves it to the network when his car charges, ready by the time he leaves. */
export const managedCharging = defineKind({
  kind: 'managed-charging',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    share: { type: 'number', unit: '%', min: 5, max: 100, step: 5, default: 80 },
    fromHour: { type: 'number', unit: 'h', min: 0, max: 23, step: 1, default: 20 },
    untilHour: { type: 'number', unit: 'h', min: 0, max: 23, step: 1, default: 7 },
    givesBack: toggle(false),
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const during = { slot: 0, fromSeconds, untilSeconds };
    return [
      { knob: 'city.managed-cars', value: settings.share / 100, ...during },
      { knob: 'city.managed-from', value: settings.fromHour, ...during },
      { knob: 'city.managed-until', value: settings.untilHour, ...during },
      { knob: 'city.vehicle-to-grid', value: settings.givesBack ? 1 : 0, ...during },
    ];
  },
  check({ settings }) {
    const problems: Problem[] = [];
    if (settings.fromHour === settings.untilHour) {
      const message = 'expected a window that ends at another hour than it begins';
      problems.push(problem('intervention.no-window', ['settings', 'untilHour'], message));
    }
    return problems;
  },
});
