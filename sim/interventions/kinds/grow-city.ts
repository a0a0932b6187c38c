import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

/** Growth of the whole city: persons are added or put off by household, and everybody else does what he would have done. */
export const growCity = defineKind({
  kind: 'grow-city',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    factor: { type: 'number', unit: '1', min: 0, max: 3, step: 0.05, default: 1.2 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.growth', slot: 0, value: settings.factor, fromSeconds, untilSeconds }];
  },
  check(_, scene) {
    const { demand } = scene.scene;
    if (demand !== undefined && (demand.people !== undefined || demand.gates.length > 0)) return [];
    const problems: Problem[] = [];
    const message = `expected a city with people or gates, found neither in '${scene.id}'`;
    problems.push(problem('intervention.nobody-to-grow', ['kind'], message));
    return problems;
  },
});
