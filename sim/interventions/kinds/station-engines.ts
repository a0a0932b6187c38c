import { type Problem, problem } from '../../kernel';
import { choice } from '../field';
import { defineKind } from '../kind';

const MODES = ['plan', 'heat', 'power'] as const;

/** More gas engines at each chosen station, and what leads all of its engines: the plan, the heat or the power asked for. */
export const stationEngines = defineKind({
  kind: 'station-engines',
  targets: { kind: 'station', least: 1, most: 20 },
  settings: {
    power: { type: 'number', unit: 'kW', min: 0, max: 30_000, step: 500, default: 3_000 },
    mode: choice(MODES, 'plan'),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const during = { fromSeconds, untilSeconds };
    return targets.flatMap((id) => {
      const slot = scene.elements.station.slotOf(id) as number;
      const mode = { knob: 'station.engine-mode', slot, value: MODES.indexOf(settings.mode), ...during };
      if (settings.power === 0) return [mode];
      return [{ knob: 'station.engine-power', slot, value: settings.power, ...during }, mode];
    });
  },
  check({ targets }, { scene }) {
    const problems: Problem[] = [];
    targets.forEach((id, i) => {
      if (scene.stations?.stations.find((each) => each.id === id)?.gas !== undefined) return;
      problems.push(problem('intervention.no-gas', ['targets', i], `expected gas at ${id}, found none`));
    });
    return problems;
  },
});
