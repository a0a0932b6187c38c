import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

/** T7: free spaces are told to drivers who search, for a share of the streets, as far as these are heard (S1). */
export const guideParking = defineKind({
  kind: 'guide-parking',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    sharePercent: { type: 'number', unit: '%', min: 0, max: 100, step: 5, default: 80 },
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    const value = settings.sharePercent / 100;
    return [{ knob: 'city.parking-guidance', slot: 0, value, fromSeconds, untilSeconds }];
  },
  check(_, { id, scene }) {
    const problems: Problem[] = [];
    if (scene.demand?.people === undefined || (scene.roads?.parking.length ?? 0) === 0) {
      const message = `expected a city with people and parking, found not both in '${id}'`;
      problems.push(problem('intervention.no-parking', ['kind'], message));
    }
    return problems;
  },
});
