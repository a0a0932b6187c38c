import { describe, expect, it } from 'vitest';
import { cityDiseases, kpis } from '../../sim/ports';
import { reportDiseases } from '../../sim/studies';

describe('the four city diseases', () => {
  it('are all reported, no change and not measured included', () => {
    const signs: Readonly<Record<string, number>> = {
      'traffic.delay': 1,
      'traffic.bus-delay': 0,
      'traffic.nox': 1,
      'traffic.co2': -1,
      'energy.unserved-heat': 0,
    };
    expect(reportDiseases((name) => signs[name])).toEqual([
      { disease: 'shortage', verdict: 'same', headline: 'energy.unserved-heat', differ: [] },
      { disease: 'pollution', verdict: 'mixed', headline: 'traffic.nox', differ: ['traffic.nox', 'traffic.co2'] },
      { disease: 'congestion', verdict: 'worse', headline: 'traffic.delay', differ: ['traffic.delay'] },
      { disease: 'hazards', verdict: 'unmeasured', headline: undefined, differ: [] },
    ]);
    expect(reportDiseases(() => -1).map(({ verdict }) => verdict)).toEqual(['better', 'better', 'better', 'better']);
  });

  it('look at no figure twice, and at none of which more might be better', () => {
    const all = Object.values(cityDiseases).flat();
    expect(new Set(all).size).toBe(all.length);
    for (const name of all) expect(kpis[name].better, name).toBe('less');
  });
});
