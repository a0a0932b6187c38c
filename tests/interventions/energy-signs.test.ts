/**
 * Rows E1, E4 and E8 to E11 of the interventions, and the retrofit that E14 needs, on the smallest grid: ten pairs of
 * runs that share everything but the change.
 */
import { describe, expect, it } from 'vitest';
import { sceneOf } from '../domains/energy/scenes';
import { type EnergyRun, figures } from '../domains/energy/simulate';
import { type EnergyCase, pairOf, signs } from './energy-pairs';
import { change } from './paired';

const HOUR_S = 3_600;

const city = sceneOf('tiny/one-feeder');
const noSpare = sceneOf('tiny/one-feeder', (files) => {
  const { switches } = files['electricity.json'];
  for (const each of switches) if (each.kind === 'tie') switches.splice(switches.indexOf(each), 1);
  files['electricity.json'].switches = switches.filter((each: { kind: string }) => each.kind !== 'tie');
});
/** Low halls under large roofs, at the end of long thin cables. */
const halls = sceneOf('tiny/one-feeder', (files) => {
  for (const each of files['buildings.json'].buildings) {
    const [[x, y]] = each.outline;
    const far = Math.sign(y) * 60;
    each.outline = [
      [x, y + (far < 0 ? far : 0)],
      [x + 60, y + (far < 0 ? far : 0)],
      [x + 60, y + (far < 0 ? 0 : far)],
      [x, y + (far < 0 ? 0 : far)],
    ];
    Object.assign(each, {
      use: 'logistics',
      form: 'hall',
      heightM: 12,
      floors: 1,
      floorAreaM2: 3_600,
      roofForSun: 0.8,
    });
    each.residents = undefined;
  }
  for (const each of files['electricity.json'].branches) if (each.feeder !== undefined) each.resistanceOhm *= 20;
});
const summer = { startDay: 205, startSeconds: 13 * HOUR_S };
const winter = { startDay: 20, startSeconds: 0 };

const cases: readonly EnergyCase[] = [
  {
    name: 'E1, a transformer out with automatic transfer and spare: nobody notices but the lines',
    scene: city,
    settings: summer,
    warmHours: 1,
    change: change('substation-outage', ['t1']),
    lastsHours: 2,
    watchedHours: 2,
    expected: { 'energy.worst-loading': 1, 'energy.buildings-dark': 0, 'energy.electric-demand': 0 },
  },
  {
    name: 'E1 with transfer by hand: dark until the crew has switched, then more than before',
    scene: city,
    settings: summer,
    warmHours: 1,
    change: change('substation-outage', ['t1'], { transfer: 'manual' }),
    lastsHours: 3,
    watchedHours: 3,
    expected: { 'energy.unserved-electricity': 1, 'energy.buildings-dark': 0, 'energy.imported-electricity': -1 },
  },
  {
    name: 'E1 without spare: dark to its end, then all as before',
    scene: noSpare,
    settings: summer,
    warmHours: 1,
    change: change('substation-outage', ['t1']),
    lastsHours: 2,
    watchedHours: 6,
    expected: { 'energy.unserved-electricity': 1, 'energy.buildings-dark': 0, 'energy.breaker-trips': 1 },
  },
  {
    name: 'a busbar fault: its feeder is dark until the crew has closed the tie, then as before',
    scene: city,
    settings: summer,
    warmHours: 1,
    change: change('busbar-fault', ['bar-10-1']),
    lastsHours: 4,
    watchedHours: 5,
    expected: { 'energy.unserved-electricity': 1, 'energy.buildings-dark': 0, 'energy.breaker-trips': 1 },
  },
  {
    name: 'E4, photovoltaics on every roof: less from the grid, more voltage at noon',
    scene: halls,
    settings: { startDay: 120, startSeconds: 8 * HOUR_S },
    warmHours: 0,
    change: change('rooftop-solar', [], { share: 100 }),
    lastsHours: 8,
    watchedHours: 8,
    expected: {
      'energy.solar-electricity': 1,
      'energy.imported-electricity': -1,
      'energy.highest-voltage': 1,
      'energy.electric-peak': 0,
    },
  },
  {
    name: 'E8, a heat wave: more peak, more loading, more lost',
    scene: city,
    settings: { startDay: 205, startSeconds: 0 },
    warmHours: 1,
    change: change('heat-wave', [], { degrees: 6 }),
    lastsHours: 30,
    watchedHours: 30,
    expected: { 'energy.electric-peak': 1, 'energy.worst-loading': 1, 'energy.network-losses': 1 },
  },
  {
    name: 'E10, demand response in the afternoon: a lower draw then, and some of it comes back',
    scene: city,
    settings: { startDay: 205, startSeconds: 15 * HOUR_S },
    warmHours: 1,
    change: change('demand-response', [], { share: 30, degrees: 2 }),
    lastsHours: 2,
    watchedHours: 2,
    expected: { 'energy.electric-demand': -1, 'energy.imported-electricity': -1 },
  },
  {
    name: 'E11, the voltage doubled: lines lose less',
    scene: city,
    settings: winter,
    warmHours: 1,
    change: change('raise-voltage', [], { kilovolts: 20 }),
    lastsHours: 8,
    watchedHours: 8,
    expected: { 'energy.network-losses': -1, 'energy.imported-electricity': 0 },
  },
];

describe('over ten paired seeds', () => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
    const { found } = signs(each);
    expect(found).toEqual(each.expected);
  });
});

describe('an energy change, besides its sign', () => {
  const caseOf = (begins: string) => cases.find(({ name }) => name.startsWith(begins)) as EnergyCase;

  it('E1 with transfer by hand: comes back with a pickup above what the others would draw', () => {
    const { plain, changed } = pairOf({ ...caseOf('E1 with transfer'), lastsHours: 1.25, watchedHours: 1.25 }, 1);
    expect(figures(plain)['energy.unserved-electricity']).toBe(0);
    expect(figures(changed)['energy.electric-demand']).toBeGreaterThan(figures(plain)['energy.electric-demand'] * 1.01);
  });

  it('E1 without spare: every switch is back where it stood', () => {
    const { changed } = pairOf(caseOf('E1 without'), 1);
    const { positions, grid } = changed.state.power!;
    expect([...positions.open]).toEqual([...grid.normallyOpen]);
  });

  it('E1: what trips names the change as its cause, and what is switched names what tripped', () => {
    const { changed } = pairOf(caseOf('E1, '), 1);
    const codes = changed.heard.map(({ code, element, causes }) => [code, element, causes.length > 0]);
    expect(codes).toEqual([
      ['energy.breaker-tripped', 't1', true],
      ['energy.switch-closed', 'coupler', true],
    ]);
    expect(changed.heard[1].causes).toEqual([changed.heard[0].id]);
  });

  it('E10: what was put off is drawn afterwards', () => {
    const { plain, changed } = pairOf({ ...caseOf('E10'), watchedHours: 5 }, 1);
    const drawn = (of: EnergyRun) => figures(of)['energy.electric-demand'];
    expect(drawn(changed)).toBeGreaterThan(drawn(plain));
  });

  it('E11: a cable at twice the voltage loses a quarter at the same received power, when the received voltage is held', () => {
    const { plain, changed } = pairOf(caseOf('E11'), 1);
    const lost = ({ state }: EnergyRun) => {
      const { grid, flow } = state.power!;
      const { pFrom, pTo } = flow.now.results;
      let sum = 0;
      for (let link = 0; link < grid.branchCount; link++) {
        if (grid.nodeKilovolts[grid.linkFrom[link]] === 10) sum += pFrom[link] + pTo[link];
      }
      return sum;
    };
    expect(lost(changed) / lost(plain)).toBeLessThan(0.26);
    expect(lost(changed) / lost(plain)).toBeGreaterThan(0.23);
  });
});
