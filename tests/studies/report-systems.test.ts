import { describe, expect, it } from 'vitest';
import { coreSystemNames, coreSystems, kpis } from '../../sim/ports';
import { reportSystems } from '../../sim/studies';

describe('the six core systems', () => {
  it('are all reported, no change and not measured included; where more is better, more is', () => {
    const signs: Readonly<Record<string, number>> = {
      'traffic.mean-speed': 1,
      'traffic.delay': 0,
      'energy.co2': 1,
      'water.unserved': 0,
      'traffic.crash-severity': -1,
      'traffic.walker-delay': 1,
    };
    expect(
      reportSystems((name) => signs[name]).map(({ system, verdict, headline }) => [system, verdict, headline]),
    ).toEqual([
      ['people', 'mixed', 'traffic.walker-delay'],
      ['government', 'unmeasured', undefined],
      ['transport', 'better', 'traffic.mean-speed'],
      ['communication', 'unmeasured', undefined],
      ['water', 'same', 'water.unserved'],
      ['energy', 'worse', 'energy.co2'],
    ]);
  });

  it('look at no figure twice, and at none that is neither better nor worse', () => {
    const all = coreSystemNames.flatMap((system) => [...coreSystems[system]]);
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(kpis[name].better, name).not.toBe('none');
  });
});
