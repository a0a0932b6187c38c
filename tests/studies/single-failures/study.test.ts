import { beforeAll, describe, expect, test } from 'vitest';
import { type FailureRow, GRACE_S } from '../../../sim/studies';
import { changedPorts } from '../../../sim/studies/single-failures/changed-ports';
import { Forks } from '../../../sim/studies/single-failures/forks';
import { listFailures } from '../../../sim/studies/single-failures/list-failures';
import { lostServices } from '../../../sim/studies/single-failures/services';
import { FROM_S, networks, oneSource, optionsOf, rowsOf, twoSources } from './small-city';

let two: readonly FailureRow[];
let one: readonly FailureRow[];
const classOf = (rows: readonly FailureRow[], element: string) => rows.find((row) => row.element === element)?.class;

beforeAll(async () => {
  two = await rowsOf(twoSources, 'cut-cable', 3);
  one = await rowsOf(oneSource, 'cut-cable', 1);
}, 60_000);

describe('single failures of a small city', () => {
  test('the city with a second way absorbs what goes through every network of the one without', () => {
    expect(classOf(two, 'coupler')).toBe('absorbed');
    expect(classOf(one, 'coupler')).toBe('cascades');
    expect(one.find(({ element }) => element === 'coupler')?.failedIn).toContain('water');
  });

  test('whoever loses no more than his own supply is felt in no other network', () => {
    expect(classOf(two, 'a4:b4')).toBe('felt');
    expect(two.find(({ element }) => element === 'a4:b4')?.lost.map(({ kpi }) => kpi)).toContain(
      'energy.unserved-electricity',
    );
  });

  test('absorbed is where nobody goes without, nothing has failed elsewhere and no limit is passed', () => {
    for (const { class: found, lost, failedIn, tripped, passedLimits, margin, element } of [...two, ...one]) {
      if (found === 'absorbed') expect([element, lost, failedIn, passedLimits]).toEqual([element, [], [], []]);
      if (found === 'cascades') expect(failedIn.length > 0 || tripped >= 2, element).toBe(true);
      expect(margin !== null && Number.isFinite(margin.left), element).toBe(true);
    }
  });

  test('its chain begins at the failure and names for each link the one before', () => {
    const { chain } = one.find(({ element }) => element === 'coupler') as FailureRow;
    expect(chain[0]).toMatchObject({ code: 'energy.breaker-tripped', because: 'intervention.started' });
    const codes = new Set(['intervention.started', ...chain.map(({ code }) => code)]);
    for (const { because, seconds } of chain) {
      expect(codes).toContain(because);
      expect(seconds).toBeGreaterThanOrEqual(0);
    }
    expect([...codes]).toContain('water.pump-dead');
  });
});

describe('how a failure is lived', () => {
  const { failures } = listFailures(
    oneSource,
    networks.map(({ name }) => name),
    FROM_S,
    ['cut-cable', 'cut-gas-main'],
  );
  const forks = new Forks(optionsOf(oneSource));
  const all = networks.map(({ name }) => name);
  const liveAlone = (element: string) => {
    const failure = failures.find((each) => each.element === element);
    return forks.live(failure?.intervention ?? null, ['energy'], GRACE_S);
  };
  const usual = forks.live(null, ['energy'], GRACE_S);

  test('what no switch can part comes to the same when each is lived by itself', () => {
    const a = liveAlone('a1:a2');
    const b = liveAlone('a2:a3');
    expect(lostServices(b, usual)).toEqual(lostServices(a, usual));
    expect(changedPorts(b, usual, oneSource)).toEqual(changedPorts(a, usual, oneSource));
    const told = (lived: typeof a) => lived.heard.map(({ code, element, tick }) => [code, element, tick]);
    expect(told(b)).toEqual(told(a));
  });

  test('beside neighbours that stand still a network goes without what it goes without beside living ones', () => {
    const failure = failures.find(({ element }) => element === 'branch');
    const alone = lostServices(liveAlone('branch'), usual);
    const together = forks.live(failure?.intervention ?? null, all, GRACE_S);
    const lost = lostServices(together, forks.live(null, all, GRACE_S));
    expect(lost.map(({ kpi, isOver }) => [kpi, isOver])).toEqual(alone.map(({ kpi, isOver }) => [kpi, isOver]));
    expect(lost[0].missing / alone[0].missing).toBeCloseTo(1, 2);
  });

  test('every failure sets out from the same moment: one lived before another leaves nothing behind', () => {
    const first = lostServices(liveAlone('coupler'), usual);
    liveAlone('main');
    expect(lostServices(liveAlone('coupler'), usual)).toEqual(first);
  });
});
