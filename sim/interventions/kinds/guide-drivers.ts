import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

/** A share of the drivers is told, as they drive, where it is quicker now, as far as telecom reaches them. */
export const guideDrivers = defineKind({
  kind: 'guide-drivers',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    sharePercent: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 60 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const value = settings.sharePercent / 100;
    return [{ knob: 'city.route-guidance', slot: 0, value, fromSeconds, untilSeconds }];
  },
  check(_, scene) {
    const { demand } = scene.scene;
    if (demand !== undefined && (demand.people !== undefined || demand.gates.length > 0)) return [];
    const problems: Problem[] = [];
    const message = `expected a city whose drivers choose their ways, of people or gates, found neither in '${scene.id}'`;
    problems.push(problem('intervention.nobody-to-guide', ['kind'], message));
    return problems;
  },
});
