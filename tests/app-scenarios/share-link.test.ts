import { describe, expect, it } from 'vitest';
import { asElementId, defaultScenario, readScenario } from '../../sim';
import { fileName, fileOf } from '../../src/scenarios/file-of';
import { linkTo, scenarioInFragment } from '../../src/scenarios/share-link';

const scenario = defaultScenario('crossroads', {
  name: '试一试',
  seed: 7,
  interventions: [
    {
      id: 'close-road-1',
      kind: 'close-road',
      targets: [asElementId('north-in')],
      settings: { lanes: 'all', laneCount: 1, bothDirections: true },
      fromSeconds: 60,
      untilSeconds: null,
    },
  ],
});

describe('a link that carries a scenario', () => {
  it('brings it whole, in any alphabet, and names the city', async () => {
    const link = new URL(
      await linkTo(scenario, 'tiny/crossroads', new URL('http://localhost/plan?scene=tiny/ring&seed=3')),
    );
    expect(new URLSearchParams(link.search).get('scene')).toBe('tiny/crossroads');
    expect(await scenarioInFragment(link.hash)).toMatchObject({ ok: true, value: scenario });
  });

  it('says so where it was cut on its way', async () => {
    const { hash } = new URL(await linkTo(scenario, 'tiny/crossroads', new URL('http://localhost/plan')));
    for (const cut of [hash.slice(0, -9), `${hash.slice(0, 30)}%${hash.slice(31)}`, '#scenario=']) {
      expect(await scenarioInFragment(cut)).toMatchObject({ ok: false, problems: [{ code: 'link.damaged' }] });
    }
  });

  it('is judged as a file is', async () => {
    const { hash } = new URL(
      await linkTo({ ...scenario, seed: -1 }, 'tiny/crossroads', new URL('http://localhost/plan')),
    );
    expect(await scenarioInFragment(hash)).toMatchObject({ ok: false, problems: [{ path: ['seed'] }] });
  });

  it('is none where the fragment is another', async () => {
    expect(await scenarioInFragment('#top')).toBeUndefined();
    expect(await scenarioInFragment('')).toBeUndefined();
  });
});

describe('a scenario kept as a file', () => {
  it('is one that the command line reads', () => {
    expect(readScenario(fileOf(scenario, 'A').text)).toMatchObject({ ok: true, value: { ...scenario, name: 'A' } });
  });

  it('has a name that every system takes', () => {
    expect(fileName('关闭 长江路: A/B?')).toBe('关闭-长江路-A-B');
    expect(fileName('..')).toBe('scenario');
  });
});
