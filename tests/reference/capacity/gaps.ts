/**
 * How many get through a stream that has the right of way: permissive left turns against oncoming traffic, at a signal
 * and without one, and right turns out of a minor road. Both sides drive the same vehicles; whoever waits is always there.
 */
import { compiled } from '../../importers/sumo/sumo-files';
import { type DriveFigures, mean } from '../drive-figures';
import { driveOurs } from '../drive-ours';
import { driveSumo } from '../drive-sumo';
import { byChance, everySeconds, routesOf } from './departures';
import { makeNet, type NetPlan } from './make-net';

export interface GapCase {
  readonly name: string;
  readonly net: NetPlan;
  readonly waiting: string;
  readonly passing: string;
}

const SETTLING_S = 600;
const COUNTED_S = 3_600;
const WAITING_EVERY_S = 2;

const arms: NetPlan['nodes'] = [
  { id: 'w', x: -500, y: 0 },
  { id: 'e', x: 500, y: 0 },
  { id: 's', x: 0, y: -300 },
  { id: 'n', x: 0, y: 300 },
];

/** One left-turn lane, one lane of oncoming traffic; two thirds of a cycle of 90 s are green for both. */
export const leftAtSignal: GapCase = {
  name: 'permissive left at a signal',
  waiting: 'wc cn',
  passing: 'ec cw',
  net: {
    nodes: [...arms, { id: 'c', x: 0, y: 0, type: 'traffic_light' }],
    edges: [
      { id: 'wc', from: 'w', to: 'c' },
      { id: 'ec', from: 'e', to: 'c' },
      { id: 'cw', from: 'c', to: 'w' },
      { id: 'cn', from: 'c', to: 'n' },
    ],
    connections: [
      { from: 'wc', to: 'cn' },
      { from: 'ec', to: 'cw' },
    ],
    phases: [
      [60, 'gG'],
      [3, 'yy'],
      [27, 'rr'],
    ],
  },
};

export const leftWithoutSignal: GapCase = {
  name: 'left turn from a major road',
  waiting: 'wc cn',
  passing: 'ec cw',
  net: {
    nodes: [...arms, { id: 'c', x: 0, y: 0, type: 'priority' }],
    edges: [
      { id: 'wc', from: 'w', to: 'c', priority: 3 },
      { id: 'ec', from: 'e', to: 'c', priority: 3 },
      { id: 'cw', from: 'c', to: 'w', priority: 3 },
      { id: 'ce', from: 'c', to: 'e', priority: 3 },
      { id: 'cn', from: 'c', to: 'n' },
      { id: 'nc', from: 'n', to: 'c' },
    ],
    connections: [
      { from: 'wc', to: 'cn' },
      { from: 'ec', to: 'cw' },
      { from: 'nc', to: 'cw' },
    ],
  },
};

export const minorRight: GapCase = {
  name: 'right turn from a minor road',
  waiting: 'sc ce',
  passing: 'wc ce',
  net: {
    nodes: [...arms, { id: 'c', x: 0, y: 0, type: 'priority' }],
    edges: [
      { id: 'wc', from: 'w', to: 'c', priority: 3 },
      { id: 'ce', from: 'c', to: 'e', priority: 3 },
      { id: 'sc', from: 's', to: 'c' },
    ],
    connections: [
      { from: 'wc', to: 'ce' },
      { from: 'sc', to: 'ce' },
    ],
  },
};

export const gapCases: Readonly<Record<string, GapCase>> = {
  'left-signal': leftAtSignal,
  left: leftWithoutSignal,
  'minor-right': minorRight,
};

export function gapFiles(of: GapCase, passingPerHour: number, seed: number, type = '', net = makeNet(of.net)) {
  const untilSeconds = SETTLING_S + COUNTED_S;
  const routes = routesOf(
    { waiting: of.waiting, passing: of.passing },
    [
      { name: 'waiting', route: 'waiting', times: everySeconds(WAITING_EVERY_S, untilSeconds) },
      { name: 'passing', route: 'passing', times: byChance(passingPerHour, untilSeconds, 1_000 + seed) },
    ],
    type,
  );
  return new Map([
    ['net.net.xml', net],
    ['cars.rou.xml', routes],
  ]);
}

export interface GapCapacity {
  readonly name: string;
  readonly passingPerHour: number;
  /** Those who waited and got through, an hour. */
  readonly ours: number;
  /** NaN where SUMO is not installed. */
  readonly sumo: number;
  /** Of the others, who should not have been held up. */
  readonly oursPassing: number;
  readonly sumoPassing: number;
}

/** Needs SUMO's programs, which make the network. */
export function gapCapacity(of: GapCase, passingPerHour: number, seeds: number, type = ''): GapCapacity {
  const untilSeconds = SETTLING_S + COUNTED_S;
  const net = makeNet(of.net);
  const sides: { readonly ours: DriveFigures[]; readonly sumo: DriveFigures[] } = { ours: [], sumo: [] };
  for (let seed = 1; seed <= seeds; seed++) {
    const files = gapFiles(of, passingPerHour, seed, type, net);
    sides.ours.push(driveOurs(compiled(files), { seed, mostSeconds: untilSeconds }));
    const drive = { seed, net: 'net.net.xml', additional: [], routes: ['cars.rou.xml'] };
    const his = driveSumo(files, { ...drive, words: ['-e', String(untilSeconds), '--time-to-teleport', '-1'] });
    if (his !== undefined) sides.sumo.push(his);
  }
  const through = (side: readonly DriveFigures[], name: string) =>
    (3_600 / COUNTED_S) *
    mean(side.map(({ arrivals }) => [...arrivals].filter(([id, at]) => id.startsWith(name) && at > SETTLING_S).length));
  return {
    name: of.name,
    passingPerHour,
    ours: through(sides.ours, 'waiting'),
    sumo: through(sides.sumo, 'waiting'),
    oursPassing: through(sides.ours, 'passing'),
    sumoPassing: through(sides.sumo, 'passing'),
  };
}

/** Harders' formula with the Highway Capacity Manual's critical and follow-up gaps. */
export function capacityByFormula(perHour: number, criticalSeconds: number, followUpSeconds: number): number {
  const perSecond = perHour / 3_600;
  return (perHour * Math.exp(-perSecond * criticalSeconds)) / (1 - Math.exp(-perSecond * followUpSeconds));
}
