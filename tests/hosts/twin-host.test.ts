import { describe, expect, it, onTestFinished } from 'vitest';
import { activeDomains } from '../../sim/hosts/active-domains';
import type { OpenInput } from '../../sim/hosts/protocol';
import type { Intervention } from '../../sim/interventions';
import { asElementId } from '../../sim/kernel';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { compileScene, readScene } from '../../sim/scene';
import { desk } from '../runtime/desk';
import { asText, goodScene } from '../scene/good-scene';
import { crossroads, mustSucceed, openHost } from './worker-ends';

const works: Intervention = {
  id: 'works',
  kind: 'close-road',
  targets: [asElementId('n-in')],
  settings: { lanes: 'all', bothDirections: false },
  fromSeconds: 0,
  untilSeconds: null,
};

const fair: Intervention = {
  ...works,
  id: 'fair',
  kind: 'event-demand',
  targets: [asElementId('gate-s')],
  settings: { factor: 10 },
};

const scenario = { ...defaultScenario('test-crossroads'), seed: 7, durationSeconds: 600 };
const input = (more: Partial<OpenInput> = {}): OpenInput => ({ scene: crossroads, scenario, role: 'main', ...more });

async function opened(more: Partial<OpenInput> = {}, now?: () => number) {
  const host = openHost(now);
  onTestFinished(() => host.dispose());
  const run = await mustSucceed(host.call('open', input(more)));
  return { host, run };
}

/** The run made directly, without host, wire or twin. */
function plainHash(seconds: number): string {
  const scene = readScene(asText(goodScene()));
  if (!scene.ok) throw new Error('the scene is sound');
  const engine = createEngine({ scene: compileScene(scene.value), scenario, domains: activeDomains(scenario), desk });
  engine.runTo(seconds);
  return engine.finalHash();
}

describe('the worker’s side of the wire', () => {
  it('opens a city step by step and says what it opened', async () => {
    let nowMs = 0;
    const { host, run } = await opened({}, () => (nowMs += 500));
    expect(run).toMatchObject({ scenario: { seed: 7 }, tick: 0, seconds: 0, engineVersion: expect.any(String) });
    const told = host.heard.opening!;
    expect([...new Set(told.map(({ step }) => step))]).toEqual(['fetching', 'reading', 'compiling', 'starting']);
    for (const step of ['reading', 'starting'] as const) {
      const shares = told.filter((each) => each.step === step).map(({ share }) => share);
      expect(new Set(shares).size, `${step} moves while it lasts`).toBeGreaterThan(5);
      expect(shares, `${step} never goes back`).toEqual(shares.toSorted((a, b) => a - b));
      expect(shares[0]).toBe(0);
      expect(shares[shares.length - 1]).toBeLessThanOrEqual(1);
    }
    expect(host.heard.saved, 'what a restart needs is there from the start').toHaveLength(1);
  });

  it('answers a city or a scenario that is broken with its problems', async () => {
    const host = openHost();
    const noScene = await host.call('open', input({ scene: { kind: 'texts', files: [['scene.json', '{']] } }));
    expect(noScene).toMatchObject({ ok: false, problems: [{ path: ['scene.json'] }] });
    const noScenario = await host.call('open', input({ scenario: '{"format":"cityloom-scenario","version":1}' }));
    expect(noScenario).toMatchObject({ ok: false, problems: [{ path: ['scene'] }] });
    expect(await host.call('runTo', { seconds: 1 })).toMatchObject({
      ok: false,
      problems: [{ code: 'engine.not-open' }],
    });
  });

  it('reaches exactly the hash of the plain run, however it was played before', async () => {
    const { host } = await opened({ pace: 'flat-out', running: true });
    await host.until(() => (host.heard.clock?.at(-1)?.seconds ?? 0) > 100);
    const reached = await mustSucceed(host.call('runTo', { seconds: 600 }));
    expect(reached).toEqual({ tick: 1_200, seconds: 600, finalHash: plainHash(600) });
    expect(host.heard.clock?.at(-1)).toMatchObject({ running: false, tick: 1_200 });
  });

  it('relays frames by transfer, and goes on when their buffers come back', async () => {
    const { host } = await opened({ pace: 'flat-out', running: true });
    await host.until(() => (host.heard.frame?.length ?? 0) >= 4);
    await host.until(() => (host.heard.clock?.at(-1)?.seconds ?? 0) > 60);
    expect(host.heard.frame, 'four buffers are away').toHaveLength(4);
    for (const { buffer } of host.heard.frame!.slice(0, 2))
      host.notify({ kind: 'notice', name: 'giveBack', value: buffer });
    await host.until(() => host.heard.frame!.length >= 6);
    await host.call('send', { command: { kind: 'pause' } });
    const ticks = host.heard.frame!.map((frame) => frame.tick);
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
  });

  it('tells of a corridor while it is watched, tells it again after a jump back, and the run is the same', async () => {
    const { host } = await opened();
    expect(await host.call('corridor', { edge: 'nowhere' })).toMatchObject({ ok: false });
    const plan = await mustSucceed(host.call('corridor', { edge: 'n-in' }));
    expect(plan?.stretches.map(({ edge }) => edge)).toEqual(['n-in', 's-out']);
    expect(plan?.lines).toHaveLength(1);
    await mustSucceed(host.call('runTo', { seconds: 300 }));
    const told = host.heard.corridor!;
    const points = told.flatMap(({ points: rows }) => [...rows]);
    const seconds = points.filter((_, i) => i % 4 === 0);
    expect(seconds.length).toBeGreaterThan(20);
    expect(Math.max(...points.filter((_, i) => i % 4 === 1))).toBeLessThanOrEqual(plan!.lengthM);
    expect(new Set(told.flatMap(({ lights }) => [...lights].filter((_, i) => i % 3 === 2)))).toContain(1);
    expect(told[0].anewFromSeconds).toBe(0);
    expect(told.slice(1).every(({ anewFromSeconds }) => anewFromSeconds === null)).toBe(true);
    const count = told.length;
    await mustSucceed(host.call('send', { command: { kind: 'seek', seconds: 200 } }));
    await mustSucceed(host.call('runTo', { seconds: 600 }));
    expect(told[count].anewFromSeconds).toBeLessThanOrEqual(200);
    const again = told.slice(count).flatMap(({ points: rows }) => [...rows]);
    const within = (rows: readonly number[]) =>
      rows.filter((_, i) => rows[i - (i % 4)] > 210 && rows[i - (i % 4)] < 290);
    expect(within(again)).toEqual(within(points));
    await mustSucceed(host.call('corridor', { edge: null }));
    const ended = told.length;
    expect(await mustSucceed(host.call('runTo', { seconds: 600 }))).toMatchObject({ finalHash: plainHash(600) });
    expect(told).toHaveLength(ended);
  });

  it('has sent the page what it needs to go on before it acknowledges a change', async () => {
    const { host } = await opened();
    const saves = host.heard.saved!.length;
    await mustSucceed(host.call('send', { command: { kind: 'intervene', intervention: works } }));
    expect(host.heard.saved!.length).toBe(saves + 1);
    expect(host.order.lastIndexOf('saved')).toBeLessThan(host.order.lastIndexOf('answer'));
  });

  it('lost at any time, goes on in another worker to the same end', async () => {
    const first = await opened({ pace: 400, running: true });
    await first.host.until(() => (first.host.heard.clock?.at(-1)?.seconds ?? 0) > 120);
    const { acknowledged } = await mustSucceed(
      first.host.call('send', { command: { kind: 'intervene', intervention: works } }),
    );
    await first.host.until(() => first.host.heard.clock!.at(-1)!.tick > acknowledged.tick + 100);
    const from = first.host.heard.saved!.at(-1)!;
    const reachedSeconds = first.host.heard.clock!.at(-1)!.seconds;
    const undisturbed = await mustSucceed(first.host.call('runTo', { seconds: 900 }));

    const second = await opened({ resume: { from, toSeconds: reachedSeconds } });
    expect(second.run.seconds).toBe(reachedSeconds);
    expect(second.host.heard.happening ?? [], 'the replay is not told again').toEqual([]);
    expect(await mustSucceed(second.host.call('runTo', { seconds: 900 }))).toEqual(undisturbed);
    expect(undisturbed.finalHash, 'and the road was really closed').not.toBe(plainHash(900));
  });

  it('tells a share no oftener than it can be drawn, and each step at once', async () => {
    const { host } = await opened({}, () => 0);
    expect(host.heard.opening!.map(({ step }) => step)).toEqual(['fetching', 'reading', 'compiling', 'starting']);
  });

  it('opens what it has begun to read before it knew of the run, reading nothing again', async () => {
    const host = openHost();
    onTestFinished(() => host.dispose());
    const reading = host.call('read', crossroads);
    const opening = host.call('open', input());
    await mustSucceed(reading);
    expect(await mustSucceed(opening)).toMatchObject({ scenario: { seed: 7 } });
    expect(host.heard.opening!.filter(({ step }) => step === 'compiling')).toHaveLength(1);
    expect(await mustSucceed(host.call('runTo', { seconds: 600 }))).toMatchObject({ finalHash: plainHash(600) });
  });

  it('reads anew what it has begun to read of another city', async () => {
    const files = [...asText(goodScene())].map(
      ([name, text]) => [name, text.replace(/"speedLimitMps":\s*[\d.]+/g, '"speedLimitMps":9')] as const,
    );
    const host = openHost();
    onTestFinished(() => host.dispose());
    await mustSucceed(host.call('read', { kind: 'texts', files }));
    await mustSucceed(host.call('open', input()));
    expect(await mustSucceed(host.call('runTo', { seconds: 600 }))).toMatchObject({ finalHash: plainHash(600) });
  });

  it('refuses a bad city that it has read before, with what is wrong with it', async () => {
    const files = [...asText(goodScene())].filter(([name]) => name !== 'roads.json');
    const host = openHost();
    onTestFinished(() => host.dispose());
    const read = await host.call('read', { kind: 'texts', files });
    const open = await host.call('open', input({ scene: { kind: 'texts', files } }));
    expect(read.ok).toBe(false);
    expect(open).toEqual(read);
  });

  it('goes on at once from what was prepared, to the same end', async () => {
    const first = await opened();
    await first.host.call('runTo', { seconds: 120 });
    const from = first.host.heard.saved!.at(-1)!;
    const host = openHost();
    onTestFinished(() => host.dispose());
    await mustSucceed(host.call('prepare', { scene: crossroads, scenario }));
    const steps = host.heard.opening!.length;
    await mustSucceed(host.call('open', input({ resume: { from, toSeconds: 150 } })));
    expect(host.heard.opening, 'nothing was read a second time').toHaveLength(steps);
    expect(await mustSucceed(host.call('runTo', { seconds: 600 }))).toMatchObject({ finalHash: plainHash(600) });
  });

  it('goes on at once from what was prepared in the middle of the run, and begins from it too, reading nothing again', async () => {
    const first = await opened();
    await first.host.call('runTo', { seconds: 120 });
    const from = first.host.heard.saved!.at(-1)!;
    for (const resume of [{ from, toSeconds: 150 }, undefined]) {
      const host = openHost();
      onTestFinished(() => host.dispose());
      await mustSucceed(host.call('prepare', { scene: crossroads, scenario, from }));
      const readings = () => host.heard.opening!.filter(({ step }) => step !== 'starting').length;
      const before = readings();
      const run = await mustSucceed(host.call('open', input({ resume })));
      expect(run.seconds).toBe(resume?.toSeconds ?? 0);
      expect(readings(), 'nothing was read a second time').toBe(before);
      expect(await mustSucceed(host.call('runTo', { seconds: 600 }))).toMatchObject({ finalHash: plainHash(600) });
    }
  });

  it('makes anew what was prepared for another run', async () => {
    const host = openHost();
    onTestFinished(() => host.dispose());
    await mustSucceed(host.call('prepare', { scene: crossroads, scenario, seed: 99 }));
    const steps = host.heard.opening!.length;
    expect(await mustSucceed(host.call('open', input()))).toMatchObject({ scenario: { seed: 7 } });
    expect(host.heard.opening!.length).toBeGreaterThan(steps);
  });

  it('makes anew what was prepared for a city of the same name with other roads', async () => {
    const scene = goodScene();
    const host = openHost();
    onTestFinished(() => host.dispose());
    await mustSucceed(host.call('prepare', { scene: crossroads, scenario }));
    const files = [...asText(scene)].map(
      ([name, text]) => [name, text.replace(/"speedLimitMps":\s*[\d.]+/g, '"speedLimitMps":9')] as const,
    );
    const there = await mustSucceed(host.call('open', input({ scene: { kind: 'texts', files } })));
    expect(there.sceneHash).not.toBe((await opened()).run.sceneHash);
  });

  it('opens one run, however often and soon it is asked to, and the next one when that one is refused', async () => {
    const host = openHost();
    onTestFinished(() => host.dispose());
    const broken = host.call('open', input({ scenario: '{' }));
    expect(await broken).toMatchObject({ ok: false });
    const asks = [host.call('open', input()), host.call('open', input()), host.call('open', input())];
    const answers = await Promise.all(asks);
    expect(answers.map((each) => each.ok || each.problems[0].code)).toEqual([
      true,
      'engine.open-twice',
      'engine.open-twice',
    ]);
    expect(await host.call('open', input())).toMatchObject({ ok: false, problems: [{ code: 'engine.open-twice' }] });
  });

  it('answers what is no call, no command and no time with a problem', async () => {
    const { host } = await opened();
    for (const name of ['toString', 'nonsense', '']) {
      expect(await host.call(name as 'save', undefined)).toMatchObject({ problems: [{ code: 'engine.unknown-call' }] });
    }
    for (const command of [undefined, null, 7, {}, { kind: 'toString' }, { kind: 'seek' }, { kind: 'intervene' }]) {
      expect(await host.call('send', { command: command as never }), JSON.stringify(command)).toMatchObject({
        ok: false,
      });
    }
    expect(await host.call('runTo', { seconds: Number.NaN })).toMatchObject({ ok: false });
    expect(host.deaths).toEqual([]);
    const { state, tick, seconds } = await mustSucceed(host.call('save', undefined));
    const other = openHost();
    onTestFinished(() => other.dispose());
    const resume = { from: { state, tick, seconds }, toSeconds: Number.NaN };
    expect(await other.call('open', input({ resume }))).toMatchObject({ problems: [{ code: 'seek.out-of-range' }] });
  });

  it('keeps the page supplied with what a restart needs, every two seconds while it plays', async () => {
    const { host } = await opened({ pace: 60, running: true });
    await host.until(() => (host.heard.saved?.length ?? 0) >= 2);
    expect(host.heard.saved!.at(-1)!.tick).toBeGreaterThan(0);
  });

  it('forks the run before the first change, for a follower that lives on without it', async () => {
    const { host } = await opened({ pace: 400, running: true });
    await host.until(() => (host.heard.clock?.at(-1)?.seconds ?? 0) > 60);
    const { before } = await mustSucceed(
      host.call('send', { command: { kind: 'intervene', intervention: fair }, saveBefore: true }),
    );
    await host.call('runTo', { seconds: 1_800 });

    const resume = { from: before!, toSeconds: before!.seconds };
    const follower = await opened({ role: 'follower', resume });
    follower.host.notify({ kind: 'notice', name: 'follow', value: { seconds: 1_800 } });
    await follower.host.until(() => follower.host.heard.kpi?.at(-1)?.seconds === 1_800);
    const plain = await opened({ role: 'follower' });
    plain.host.notify({ kind: 'notice', name: 'follow', value: { seconds: 1_800 } });
    await plain.host.until(() => plain.host.heard.kpi?.at(-1)?.seconds === 1_800);
    expect(follower.host.heard.kpi!.at(-1)).toEqual(plain.host.heard.kpi!.at(-1));
    expect(host.heard.kpi!.at(-1)!.values).not.toEqual(plain.host.heard.kpi!.at(-1)!.values);
  });

  it('provokes faults only where a test asked for them', async () => {
    const { host } = await opened();
    expect(await host.call('provoke', 'hang')).toMatchObject({
      ok: false,
      problems: [{ code: 'engine.no-test-hooks' }],
    });
  });
});
