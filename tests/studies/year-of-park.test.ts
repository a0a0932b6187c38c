import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../sim';
import { defaultScenario } from '../../sim/scenarios';
import { yearOfPark, yearScenario } from '../../sim/studies';
import { sceneOf } from '../domains/energy/scenes';

const scene = sceneOf('tiny/one-feeder');
const change = (kind: string, settings: Intervention['settings'], untilSeconds: number | null): Intervention => ({
  id: kind,
  kind,
  targets: [],
  settings,
  fromSeconds: 600,
  untilSeconds,
});

describe('the year that published figures are of', () => {
  it('is the one of the scenario file, whatever day somebody looks at', () => {
    const file = JSON.parse(
      readFileSync(new URL('../../scenes/eco-park/scenarios/year.json', import.meta.url), 'utf8'),
    );
    const now = defaultScenario('eco-park', {
      seed: file.seed,
      startDay: 200,
      startSeconds: 30_000,
      weatherDay: 'july-rain',
    });
    const { name, ...asked } = file;
    expect(name).toBe('year');
    expect(yearScenario(now, scene)).toMatchObject(asked);
    expect(yearScenario(now, scene).weatherDay).toBe(defaultScenario('eco-park').weatherDay);
  });

  it('has changes of energy that last, from its first day on; none of other networks, and none that end', () => {
    const kept = change('demand-response', { share: 60, degrees: 0 }, null);
    const ended = { ...kept, id: 'ended', untilSeconds: 7_200 };
    const ofTraffic = change('guide-drivers', { sharePercent: 60 }, null);
    const { interventions } = yearScenario(
      defaultScenario('one-feeder', { interventions: [kept, ended, ofTraffic] }),
      scene,
    );
    expect(interventions).toEqual([{ ...kept, fromSeconds: 0 }]);
  });

  it('is not lived for a city that has published nothing', async () => {
    const year = await yearOfPark({ scene, scenario: defaultScenario('one-feeder'), deskOf: () => undefined });
    expect(year).toMatchObject({ ok: false, problems: [{ code: 'year.nothing-published' }] });
  });
});
