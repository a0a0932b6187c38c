import { describe, expect, it } from 'vitest';
import { goldens, hasData } from '../../../importers/sumo/sumo-files';
import { everyGreenAfterEvery, flowsThrough, flowsWithin } from './sumo-demand';
import { type Case, hasSumo, madeBy, netFrom, replay, worstSeconds } from './sumo-replay';

const signalled = ['--default-junction-type', 'traffic_light', '--seed', '42'];
const grid = ['--grid', '--grid.number', '2', '--grid.length', '150', '--grid.attach-length', '200', '-S', '13.89'];
const scattered = ['--rand', '--rand.iterations', '12', '--rand.min-distance', '50', '--rand.max-distance', '100'];

const ends = [
  ['w', 0, 0],
  ['e', 400, 0],
  ['n', 190, 200],
  ['s', 220, -200],
] as const;
const sides = [
  ['w', 'a'],
  ['a', 'b'],
  ['b', 'e'],
  ['n', 'a'],
  ['s', 'b'],
];
const edge = (from: string, to: string) =>
  `<edge id="${from}${to}" from="${from}" to="${to}" numLanes="1" speed="13.89"/>`;
/** Two side roads that meet a main road 30 m apart, under one signal. */
const staggered = {
  'a.nod.xml': `<nodes><node id="a" x="190" y="0" type="traffic_light" tl="T"/><node id="b" x="220" y="0" type="traffic_light" tl="T"/>${ends
    .map(([id, x, y]) => `<node id="${id}" x="${x}" y="${y}"/>`)
    .join('')}</nodes>`,
  'a.edg.xml': `<edges>${sides.flatMap(([one, other]) => [edge(one, other), edge(other, one)]).join('')}</edges>`,
};

/** The worst difference of any switch of any signal, in seconds. */
function worstOf(net: string, routes: string, of: Case): number {
  const files = new Map([
    ['a.net.xml', net],
    ['a.rou.xml', routes],
  ]);
  const found = replay(files, { ballistic: of.stepSeconds < 1, ...of });
  expect(found.some(({ theirs }) => theirs.length > 5)).toBe(true);
  return Math.max(...found.map(worstSeconds));
}

describe.skipIf(!hasSumo)(
  'where SUMO drives, our actuated signals switch when its own do (skipped without SUMO)',
  () => {
    it.each([
      [1, 40, 1],
      [2, 80, 0.5],
      [3, 60, 1],
    ])(
      'by gaps, with %i lanes and %i vehicles an hour a pair of ends, in steps of %f s',
      (lanes, perHour, stepSeconds) => {
        const net = madeBy('netgenerate', ...grid, ...signalled, '-L', `${lanes}`, '--tls.default-type', 'actuated');
        expect(worstOf(net, flowsThrough(net, perHour), { stepSeconds, endSeconds: 500 })).toBe(0);
      },
    );

    it('by gaps, where each green may be followed by every other', () => {
      const net = madeBy(
        'netgenerate',
        ...grid,
        ...signalled,
        '-L',
        '2',
        '--tls.default-type',
        'actuated',
        '--tls.layout',
        'incoming',
      );
      const parameters = { 'max-gap': 2, 'detector-gap': 3.5, 'passing-time': 2.5, 'inactive-threshold': 40 };
      const chosen = everyGreenAfterEvery(net, parameters);
      expect(worstOf(chosen, flowsThrough(chosen, 40), { stepSeconds: 1, endSeconds: 600 })).toBe(0);
    });

    it('by gaps, on blocks so short that loops lie before the junction upstream and ways end before the line', () => {
      const net = madeBy('netgenerate', ...scattered, ...signalled, '-L', '2', '--tls.default-type', 'actuated');
      expect(worstOf(net, flowsWithin(net), { stepSeconds: 1, endSeconds: 400 })).toBeLessThanOrEqual(1);
    });

    it('by gaps, where one program governs two junctions', () => {
      const net = netFrom(staggered, '--tls.default-type', 'actuated');
      expect([...net.matchAll(/<tlLogic /g)]).toHaveLength(1);
      expect(worstOf(net, flowsWithin(net), { stepSeconds: 1, endSeconds: 400 })).toBe(0);
    });

    it.each([
      [1, 60, 0.5],
      [2, 40, 1],
    ])(
      'by delay, with %i lanes and %i vehicles an hour a pair of ends, in steps of %f s',
      (lanes, perHour, stepSeconds) => {
        const net = madeBy('netgenerate', ...grid, ...signalled, '-L', `${lanes}`, '--tls.default-type', 'delay_based');
        expect(worstOf(net, flowsThrough(net, perHour), { stepSeconds, endSeconds: 500 })).toBeLessThanOrEqual(
          stepSeconds,
        );
      },
    );

    it.skipIf(!hasData)('in the golden scenario of an actuated signal', () => {
      const files = [...goldens().get('35-actuated-tls')!].filter(([name]) => /net|rou/.test(name));
      const [found] = replay(new Map(files), { stepSeconds: 1, endSeconds: 40 });
      expect(found.ours).toEqual(found.theirs);
      expect(found.ours.slice(0, 3)).toEqual([
        [0, 0],
        [13, 1],
        [16, 2],
      ]);
    });
  },
);
