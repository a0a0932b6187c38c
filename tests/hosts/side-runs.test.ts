import { describe, expect, it, onTestFinished } from 'vitest';
import type { Intervention } from '../../sim/interventions';
import { asElementId } from '../../sim/kernel';
import { defaultScenario } from '../../sim/scenarios';
import { crossroads, mustSucceed, openHost } from './worker-ends';

const crowd: Intervention = {
  id: 'crowd',
  kind: 'event-demand',
  targets: [asElementId('gate-s')],
  settings: { factor: 10 },
  fromSeconds: 150,
  untilSeconds: null,
};
const works: Intervention = {
  ...crowd,
  id: 'works',
  kind: 'close-road',
  targets: [asElementId('n-in')],
  settings: { lanes: 'all', bothDirections: false },
};
const scenario = defaultScenario('test-crossroads', { seed: 7, domains: ['traffic'], interventions: [crowd] });

function host() {
  const opened = openHost();
  onTestFinished(() => opened.dispose());
  return opened;
}

async function mainAt(seconds: number) {
  const main = host();
  await mustSucceed(main.call('open', { scene: crossroads, scenario, role: 'main' }));
  await mustSucceed(main.call('runTo', { seconds }));
  return main;
}

describe('a look ahead', () => {
  const figures = ['traffic.trips-inserted', 'traffic.mean-speed'] as const;
  const plan = { scene: crossroads, scenario, forSeconds: 300, figures };

  it('tells what may then happen, and leaves the run as it was', async () => {
    const main = await mainAt(100);
    const from = await mustSucceed(main.call('save', undefined));
    const copy = host();
    const seen = await mustSucceed(copy.call('ahead', { ...plan, from, luckSeed: 1 }));
    expect(seen).toMatchObject({ fromSeconds: 100, toSeconds: 400 });
    const shares = (copy.heard.lived ?? []).map(({ share }) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));

    const after = await mustSucceed(main.call('save', undefined));
    expect(after.state).toEqual(from.state);
    expect(seen.happenings.map(({ code }) => code)).toContain('intervention.started');
    expect(seen.after['traffic.trips-inserted']).toBeGreaterThan(seen.before['traffic.trips-inserted']!);
    expect(seen.course.length).toBeGreaterThan(3);
    expect(seen.course.every(({ values }) => Object.keys(values).join() === figures.join())).toBe(true);
    expect(seen.course.at(-1)!.seconds).toBeLessThanOrEqual(400);
  });

  it('has the luck of the run in its past alone: copies of one moment part, and one of the run’s own luck is the run', async () => {
    const main = await mainAt(100);
    const from = await mustSucceed(main.call('save', undefined));
    const copy = host();
    const ahead = (luckSeed: number) => mustSucceed(copy.call('ahead', { ...plan, from, luckSeed }));
    const [one, other, oneAgain, own] = [await ahead(1), await ahead(2), await ahead(1), await ahead(7)];
    expect(oneAgain).toEqual(one);
    expect(one.before).toEqual(other.before);
    expect(one.after).not.toEqual(other.after);
    const told = main.heard.happening?.length ?? 0;
    await mustSucceed(main.call('runTo', { seconds: 400 }));
    expect(main.heard.happening!.slice(told)).toEqual(own.happenings);
    await main.until(() => main.heard.kpi?.at(-1)?.seconds === 360);
    const then = main.heard.kpi!.at(-1)!.values;
    const there = own.course.find(({ seconds }) => seconds === 360)!.values;
    for (const name of figures) expect(there[name]).toBe(then[name]);
  });
});

describe('a follower', () => {
  it('is another scenario from where the main run was bare, and draws only while somebody looks', async () => {
    const main = await mainAt(300);
    const { acknowledged } = await mustSucceed(
      main.call('send', { command: { kind: 'fork', without: 'all', notAfterSeconds: 200 } }),
    );
    expect(acknowledged.tick / 2, 'before the crowd that it is to be without').toBeLessThanOrEqual(150);
    const from = { tick: acknowledged.tick, seconds: acknowledged.tick / 2, state: acknowledged.fork! };
    const other = host();
    const bare = { ...scenario, interventions: [] };
    const resume = { from, toSeconds: from.seconds };
    await mustSucceed(
      other.call('open', { scene: crossroads, scenario: bare, role: 'follower', resume, list: [works] }),
    );
    other.notify({ kind: 'notice', name: 'follow', value: { seconds: 300 } });
    await other.until(() => other.heard.kpi?.at(-1)?.seconds === 300);
    expect(other.heard.frame).toBeUndefined();
    other.notify({ kind: 'notice', name: 'show', value: { on: true } });
    await other.until(() => other.heard.frame?.at(-1)?.seconds === 300);

    const plain = host();
    await mustSucceed(
      plain.call('open', { scene: crossroads, scenario: { ...scenario, interventions: [works] }, role: 'main' }),
    );
    await mustSucceed(plain.call('runTo', { seconds: 300 }));
    await plain.until(() => plain.heard.kpi?.at(-1)?.seconds === 300);
    expect(other.heard.kpi!.at(-1)!.values).toEqual(plain.heard.kpi!.at(-1)!.values);

    other.notify({ kind: 'notice', name: 'show', value: { on: false } });
    const frames = other.heard.frame!.length;
    other.notify({ kind: 'notice', name: 'follow', value: { seconds: 400 } });
    await other.until(() => other.heard.kpi?.at(-1)?.seconds === 360);
    expect(other.heard.frame).toHaveLength(frames);
  });
});

describe('a change at a time that has passed', () => {
  it('is lived from its start, and comes to the end of a run that had it from the start', async () => {
    const main = await mainAt(300);
    const before = main.heard.clock!.at(-1)!;
    await mustSucceed(main.call('send', { command: { kind: 'intervene', intervention: works, lived: true } }));
    await main.until(
      () => main.heard.clock!.at(-1)!.towards === null && main.heard.clock!.at(-1)!.tick === before.tick,
    );
    expect(main.heard.clock!.at(-1)!.generation).toBeGreaterThan(before.generation);
    const reached = await mustSucceed(main.call('runTo', { seconds: 600 }));

    const plain = host();
    await mustSucceed(
      plain.call('open', { scene: crossroads, scenario: { ...scenario, interventions: [crowd, works] }, role: 'main' }),
    );
    expect(reached).toEqual(await mustSucceed(plain.call('runTo', { seconds: 600 })));
  });
});
