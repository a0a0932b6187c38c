import { type Problem, problem } from '../../kernel';
import { defineKind } from '../kind';

/** Ground-source heat pumps at each chosen station: heat by electricity, where gas made it before, and cold where it cools. */
export const stationHeatPumps = defineKind({
  kind: 'station-heat-pumps',
  targets: { kind: 'station', least: 1, most: 20 },
  settings: {
    heat: { type: 'number', unit: 'kW', min: 500, max: 40_000, step: 500, default: 6_000 },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return targets.map((id) => ({
      knob: 'station.ground-heat',
      slot: scene.elements.station.slotOf(id) as number,
      value: settings.heat,
      fromSeconds,
      untilSeconds,
    }));
  },
  check({ targets }, { scene }) {
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      if (scene.heat?.loops.some(({ sources }) => sources.some(({ station }) => station === id))) return;
      problems.push(
        problem('intervention.no-heat-loop', ['targets', i], `expected a heating loop of ${id}, found none`),
      );
    });
    return problems;
  },
});
