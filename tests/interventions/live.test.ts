import { describe, expect, it } from 'vitest';
import { domains } from '../../sim/domains/registry';
import { checkInterventions, type Intervention } from '../../sim/interventions';
import type { Happening } from '../../sim/ports';
import { createEngine, resumeEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { smallCity } from '../domains/traffic/small-city';
import { change } from './paired';

const city = smallCity('street', {
  nodes: {
    w: [-400, 0],
    k1: [0, 0],
    k2: [350, 0],
    e: [750, 0],
    n1: [0, 300],
    s1: [0, -300],
    n2: [350, 300],
    s2: [350, -300],
  },
  streets: {
    avenue: { path: ['w', 'k1', 'k2', 'e'], class: 'arterial', lanes: 2 },
    one: { path: ['n1', 'k1', 's1'], lanes: 1 },
    two: { path: ['n2', 'k2', 's2'], lanes: 1 },
    north: { path: ['n1', 'n2'], lanes: 1 },
  },
  signals: ['k1', 'k2'],
  gates: { w: 18_000, e: 18_000, s1: 3_000, s2: 3_000 },
});

const at = (id: string, made: object, fromSeconds: number, untilSeconds: number | null): Intervention =>
  ({ ...made, id, fromSeconds, untilSeconds }) as Intervention;

const signals = ['signal:k1', 'signal:k2'];
/** One of every kind that this city has a place for, some at once and some in turn. */
const list: readonly Intervention[] = [
  at('works', change('close-road', ['two:k2:s2']), 20, 90),
  at('crash', change('crash', ['avenue:k1:k2'], { lanes: 'all', clearanceMinutes: 5 }), 30, 150),
  at('slow', change('limit-speed', ['one:n1:k1'], { limitKmh: 20 }), 10, null),
  at('one-way', change('one-way', ['north:n1:n2']), 40, 200),
  at('bus-lane', change('reserve-lane', ['avenue:w:k1', 'avenue:k2:e']), 15, 220),
  at('filter', change('filter-traffic', ['one:k1:s1']), 25, 180),
  at('charge', change('charge-driving', ['two:n2:k2']), 0, 160),
  at('wave', change('green-wave', signals), 35, 100),
  at('pressure', change('control-signals', signals), 100, 170),
  at('counts', change('control-signals', signals, { by: 'counts', everyMinutes: 5 }), 170, null),
  at('priority', change('favour-vehicles', signals), 50, 240),
  at('growth', change('grow-city', [], { factor: 1.5 }), 60, 200),
];

function engineOf(interventions: readonly Intervention[], happened: (happening: Happening) => void = () => {}) {
  const scenario = { ...defaultScenario(city.id, { seed: 5, interventions }), durationSeconds: 600 };
  return createEngine({ scene: city, scenario, domains, listener: { happened, measured() {} } });
}

describe('changes of every kind, live in one run', () => {
  it('fit the city and one another', () => {
    expect(checkInterventions(list, city)).toEqual([]);
  });

  it('contradict one another where they want different times of one signal', () => {
    const both = list.map((each) => (each.id === 'pressure' ? { ...each, fromSeconds: 90 } : each));
    expect(checkInterventions(both, city).map(({ code }) => code)).toContain('intervention.conflict');
  });

  it('go on from a saved run bit for bit, whenever it is saved', () => {
    const straight = engineOf(list);
    const resumed = [25, 75, 125, 185].map((seconds) => {
      straight.runTo(seconds);
      const scenario = { ...defaultScenario(city.id, { seed: 5, interventions: list }), durationSeconds: 600 };
      const made = resumeEngine({ scene: city, scenario, domains }, straight.save());
      if (!made.ok) throw new Error(made.problems[0].message);
      return made.value;
    });
    straight.runTo(260);
    for (const engine of resumed) {
      engine.runTo(260);
      expect(engine.finalHash()).toBe(straight.finalHash());
    }
  });

  it('say what happened because of them, from the first cause on', () => {
    const heard: Happening[] = [];
    engineOf(list, (happening) => heard.push(happening)).runTo(300);
    const started = (id: string) =>
      heard.find(({ code, element }) => code === 'intervention.started' && element === id)!;
    const crash = heard.find(({ code }) => code === 'traffic.crash')!;
    expect(crash.causes).toEqual([started('crash').id]);
    const crashes = heard.filter(({ code }) => code === 'traffic.crash').map(({ id }) => id);
    for (const { causes } of heard.filter(({ code }) => code === 'traffic.crash-cleared')) {
      expect(crashes).toContain(causes[0]);
    }
    const shut = heard.filter(({ code }) => code === 'traffic.road-closed');
    expect(new Set(shut.flatMap(({ causes }) => causes))).toEqual(
      new Set([started('works').id, started('one-way').id]),
    );
  });
});
