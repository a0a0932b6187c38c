import { describe, expect, it } from 'vitest';
import { figures } from '../domains/traffic/simulate';
import { differenceOf, type Pair, pairs, signOf } from './paired';
import { bridge, type SignCase, signCases } from './sign-cases';

/** What every change must leave true: nobody is lost, nobody appears. */
function expectConserved(list: readonly Pair[]): void {
  for (const { plain, changed } of list) {
    for (const of of [plain, changed]) {
      const at = figures(of);
      expect(at['traffic.trips-inserted']).toBe(at['traffic.trips-arrived'] + at['traffic.trips-running']);
    }
  }
}

/** So many trips fell due with the change as without. */
function expectSameDemand(list: readonly Pair[]): void {
  const due = (of: Pair['plain']) => figures(of)['traffic.trips-inserted'] + figures(of)['traffic.trips-waiting'];
  for (const { plain, changed } of list) expect(due(changed)).toBe(due(plain));
}

describe('over paired seeds, beyond the noise of the mean', () => {
  it.each(signCases.map((each) => [each.name, each] as const))('%s', (_, { plan, seeds, expected }) => {
    const list = pairs({ ...plan(), seeds });
    expectConserved(list);
    for (const { what, figure, sign, deadband } of expected) {
      const found = signOf(differenceOf(list, figure), deadband);
      if (sign === 'not-less') expect([what, found]).not.toEqual([what, -1]);
      else expect([what, found]).toEqual([what, sign]);
    }
  });
});

const casePairs = (begins: string, seeds = 1): Pair[] => {
  const { plan } = signCases.find(({ name }) => name.startsWith(begins)) as SignCase;
  return pairs({ ...plan(), seeds });
};

describe('a change, besides its sign', () => {
  it('T1: a road that is shut is empty once those on it have driven on, and nobody stays at home for it', () => {
    const list = casePairs('T1,');
    expectSameDemand(list);
    const { state, scene } = list[0].changed;
    for (const id of ['main:a:b', 'main:b:a']) {
      const first = scene.roads.edgeFirstLane[scene.elements.edge.slotOf(id)!];
      expect([state.tracks.first[first], state.tracks.first[first + 1]]).toEqual([-1, -1]);
    }
  });

  it('T2: nobody but buses drives along a bus lane; who turns off at its end may', () => {
    const [{ changed }] = casePairs('T2, a bus lane with room');
    const { vehicles } = changed.state;
    const { roads, elements } = changed.scene;
    const kerb = roads.edgeFirstLane[elements.edge.slotOf('avenue:k2:k3')!];
    for (let row = 0; row < vehicles.rowEnd; row++) {
      if (vehicles.track[row] === kerb && vehicles.positionM[row] > 100) expect(vehicles.kind[row]).toBe(2);
    }
  });

  it('T8: a planned road carries nobody and is no news until it is opened', () => {
    const [pair] = casePairs('T8,');
    expectSameDemand([pair]);
    expect(pair.without.kmOn(bridge)).toBe(0);
    expect(pair.with.kmOn(bridge)).toBeGreaterThan(10);
    const news = (of: Pair['plain']) => of.heard.filter(({ code }) => code.startsWith('traffic.road-'));
    expect(news(pair.plain)).toEqual([]);
    expect(news(pair.changed).map(({ code, causes }) => [code, causes])).toEqual([
      ['traffic.road-opened', [7]],
      ['traffic.road-opened', [7]],
    ]);
  });
});
