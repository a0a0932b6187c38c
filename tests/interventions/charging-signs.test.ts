/** Rows E2, E3 and E12 of the interventions, where nobody drives in the run: cars come by published habits. */
import { describe, expect, it } from 'vitest';
import { energyDomain } from '../../sim/domains/energy';
import { checkInterventions, type Intervention } from '../../sim/interventions';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { sceneOf } from '../domains/energy/scenes';
import { type EnergyRun, figures } from '../domains/energy/simulate';
import { suburb } from '../domains/energy/suburb';
import { type EnergyCase, pairOf, signs } from './energy-pairs';
import { change } from './paired';

const HOUR_S = 3_600;
const homes = suburb();
const offices = sceneOf('tiny/one-feeder', (files) => {
  for (const each of files['buildings.json'].buildings) {
    Object.assign(each, { use: 'office', jobs: 900, residents: each.id === 'A1' ? 2_000 : 0 });
  }
});
/** Early May, when rooms are neither heated nor cooled; whole days from noon on. */
const spring = { domains: ['energy'], startDay: 126, startSeconds: 12 * HOUR_S, stepS: 900 };
const aDay = { warmHours: 0, lastsHours: 24, watchedHours: 24 };
const uncontrolled = change('electric-cars', [], { share: 60 });

const cases: readonly EnergyCase[] = [
  {
    name: 'E2 among homes: a higher peak in the evening, fuller feeders, less voltage, more power and so more carbon of the grid',
    scene: suburb(20),
    settings: spring,
    ...aDay,
    change: uncontrolled,
    expected: {
      'energy.electric-peak': 1,
      'energy.worst-loading': 1,
      'energy.lowest-voltage': -1,
      'energy.imported-electricity': 1,
    },
  },
  {
    name: 'E2 from nine in the evening on, where the peak is at noon, in offices: more power, and the same peak',
    scene: offices,
    settings: spring,
    ...aDay,
    change: change('electric-cars', [], { share: 60, fromHour: 21 }),
    expected: { 'energy.imported-electricity': 1 },
  },
  {
    name: 'E3 against E2 among homes: the peak and the loading fall, the energy stays',
    scene: homes,
    settings: spring,
    under: [uncontrolled],
    ...aDay,
    change: change('managed-charging', [], { share: 100 }),
    expected: { 'energy.electric-peak': -1, 'energy.worst-loading': -1, 'energy.cars-gave-back': 0 },
  },
  {
    name: 'E3 that gives back: a lower peak still, and more energy by what is lost on the way',
    scene: homes,
    settings: spring,
    under: [uncontrolled],
    ...aDay,
    change: change('managed-charging', [], { share: 100, givesBack: true }),
    expected: {
      'energy.electric-peak': -1,
      'energy.worst-loading': -1,
      'energy.cars-gave-back': 1,
      'energy.cars-charged': 1,
      'energy.imported-electricity': 1,
    },
  },
  {
    name: 'E12 among homes: what can wait leaves the evening, the sum stays',
    scene: homes,
    settings: spring,
    ...aDay,
    change: change('time-of-use', [], { followers: 0 }),
    expected: { 'energy.electric-peak': -1, 'energy.imported-electricity': 0 },
  },
  {
    name: 'E12 with many cars that wait for the valley: a new peak forms at its beginning',
    scene: homes,
    settings: spring,
    under: [change('electric-cars', [], { share: 100, kilowatts: 22 })],
    ...aDay,
    change: change('time-of-use', [], { followers: 100 }),
    expected: { 'energy.electric-peak': 1 },
  },
];

describe('over ten paired seeds', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { found } = signs(each);
    expect(found).toEqual(each.expected);
  });
});

describe('a change of charging and prices, besides its sign', () => {
  const caseOf = (begins: string) => cases.find(({ name }) => name.startsWith(begins)) as EnergyCase;
  const charged = (of: EnergyRun) => figures(of)['energy.cars-charged'];

  it('E2: where it does not coincide with the peak, that is the same within a hundredth', () => {
    const { plain, changed } = pairOf(caseOf('E2 from nine'), 1);
    const peak = (of: EnergyRun) => figures(of)['energy.electric-peak'];
    expect(Math.abs(peak(changed) / peak(plain) - 1)).toBeLessThan(0.01);
  });

  it('E3: the energy is the same, and 98 of 100 are ready when they leave', () => {
    const { plain, changed } = pairOf({ ...caseOf('E3 against'), lastsHours: 120, watchedHours: 120 }, 1);
    expect(Math.abs(charged(changed) / charged(plain) - 1)).toBeLessThan(0.03);
    expect(figures(changed)['energy.cars-ready']).toBeGreaterThanOrEqual(98);
  });

  it('E12: a new peak is said, with what it would have been, and names the tariff as its cause', () => {
    const { changed } = pairOf({ ...caseOf('E12 with many'), lastsHours: 48, watchedHours: 48 }, 1);
    const said = changed.heard.filter(({ code }) => code === 'energy.new-peak');
    expect(said.length).toBeGreaterThan(0);
    for (const { causes } of said) expect(causes).toEqual([7]);
    const { changed: calm } = pairOf({ ...caseOf('E12 among'), lastsHours: 48, watchedHours: 48 }, 1);
    expect(calm.heard.map(({ code }) => code)).not.toContain('energy.new-peak');
  });
});

describe('more electric cars', () => {
  const one = [change('electric-cars', [], { share: 80 }) as Intervention];

  it('are a change of traffic, and of energy where that is alone; where neither takes part it is refused', () => {
    const codes = (domains: readonly string[]) => checkInterventions(one, homes, { domains }).map(({ code }) => code);
    expect(codes(['traffic'])).toEqual([]);
    expect(codes(['energy'])).toEqual([]);
    expect(codes(['energy', 'traffic'])).toEqual([]);
    expect(codes(['water'])).toEqual(['intervention.domain-not-running']);
  });

  it('reach energy in a run of its own', () => {
    const chargedBy = (interventions: readonly Intervention[]) => {
      const scenario = {
        ...defaultScenario(homes.id),
        domains: ['energy'],
        stepSeconds: { energy: 900 },
        interventions,
      };
      const desk = { post: () => {}, answer: () => null } as never;
      const engine = createEngine({ scene: homes, scenario, domains: [energyDomain], desk });
      engine.runTo(24 * HOUR_S);
      return engine.measure()['energy.cars-charged'] as number;
    };
    expect(chargedBy(one)).toBeGreaterThan(5 * chargedBy([]));
  });
});
