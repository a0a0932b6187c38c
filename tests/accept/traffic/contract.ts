/** What `run --json` tells of an imported scene, and what bad input meets. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallNet } from '../../importers/sumo/small-net';
import type { AcceptLine, AcceptTools } from '../line';
import { answer, cityloom } from './cityloom';

const PERFORMANCE = [
  'vehicleUpdates',
  'cpuSeconds',
  'wallSeconds',
  'updatesPerCpuSecond',
  'realTimeFactor',
  'peakRssMb',
];
const TOTALS = [
  'traffic.trips-inserted',
  'traffic.trips-arrived',
  'traffic.trips-stuck',
  'traffic.mean-duration',
  'traffic.mean-waiting',
  'traffic.mean-time-loss',
  'traffic.mean-speed',
];

function write(tools: AcceptTools, name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(tools.scratch, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

const routes = (rows: string) => `<routes>\n${rows}\n</routes>`;
const GOOD = '<route id="good" edges="W E"/><vehicle id="fine" route="good" depart="0" departLane="1"/>';

export const figures: AcceptLine = {
  name: 'run --json of an imported scene',
  goal: `performance (${PERFORMANCE.join(', ')}) and totals by name with unit (${TOTALS.join(', ')})`,
  async measure(tools) {
    const folder = write(tools, 'figures', { 'a.net.xml': smallNet(), 'a.rou.xml': routes(GOOD) });
    const scene = join(folder, 'scene');
    answer(tools, 'import', 'sumo', join(folder, 'a.net.xml'), join(folder, 'a.rou.xml'), '--out', scene);
    const { document } = answer(tools, 'run', scene, '--until', '120');
    const missing = [
      ...PERFORMANCE.filter((name) => typeof document.performance[name] !== 'number'),
      ...TOTALS.filter((name) => typeof document.totals[name]?.value !== 'number' || !document.totals[name].unit),
    ];
    const arrived = document.totals['traffic.trips-arrived']?.value;
    return {
      held: missing.length === 0 && arrived === 1,
      reached: missing.length === 0 ? `all there; ${arrived} of 1 arrived` : `missing: ${missing.join(', ')}`,
      how: 'import sumo of a small crossing with one vehicle, run for two minutes',
    };
  },
};

interface Bad {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** What a problem or an entry of the report must name. */
  readonly named: string;
  /** Vehicles of the rest that must still arrive; undefined where the whole is refused. */
  readonly arrive?: number;
}

const net = smallNet();
const signalled = (state: string) =>
  smallNet({
    junctionType: 'traffic_light',
    connections: `<connection from="W" to="E" fromLane="0" toLane="0" via=":J_0_0" tl="J" linkIndex="0" dir="s" state="O"/>
  <connection from="W" to="E" fromLane="1" toLane="1" via=":J_0_1" tl="J" linkIndex="1" dir="s" state="O"/>
  <connection from="S" to="N" fromLane="0" toLane="0" via=":J_2_0" tl="J" linkIndex="2" dir="s" state="o"/>
  <tlLogic id="J" type="static" programID="0" offset="0"><phase duration="30" state="${state}"/></tlLogic>`,
  });

const bads: readonly Bad[] = [
  {
    what: 'a route over a missing edge',
    files: {
      'a.net.xml': net,
      'a.rou.xml': routes(`${GOOD}<route id="lost" edges="W X E"/><vehicle id="astray" route="lost" depart="1"/>`),
    },
    named: 'lost',
    arrive: 1,
  },
  {
    what: 'a route over an edge that is closed to it',
    files: {
      'a.net.xml': smallNet({
        westLanes:
          '<lane id="W_0" index="0" speed="13.89" length="192.80" shape="0.00,195.20 192.80,195.20" allow="bus"/><lane id="W_1" index="1" speed="13.89" length="192.80" shape="0.00,198.40 192.80,198.40" allow="bus"/>',
      }),
      'a.rou.xml': routes(
        '<route id="good" edges="S N"/><vehicle id="fine" route="good" depart="0"/><route id="shut" edges="W E"/><vehicle id="barred" route="shut" depart="1"/>',
      ),
    },
    named: 'barred',
    arrive: 1,
  },
  {
    what: 'an unreachable destination',
    files: { 'a.net.xml': net, 'a.rou.xml': routes(`${GOOD}<trip id="nowhere" from="E" to="S" depart="1"/>`) },
    named: 'nowhere',
    arrive: 1,
  },
  {
    what: 'a lane of zero length',
    files: {
      'a.net.xml': net.replace(
        'id="N_0" index="0" speed="8.33" length="192.80"',
        'id="N_0" index="0" speed="8.33" length="0"',
      ),
      'a.rou.xml': routes(GOOD),
    },
    named: 'N_0',
    arrive: 1,
  },
  {
    what: 'a signal program shorter than its links',
    files: { 'a.net.xml': signalled('GG'), 'a.rou.xml': routes(GOOD) },
    named: 'J',
    arrive: 1,
  },
  {
    what: 'a million vehicles on one edge',
    files: {
      'a.net.xml': net,
      'a.rou.xml': routes(`${GOOD}<flow id="flood" route="good" begin="0" end="10" number="1000000"/>`),
    },
    named: 'flood',
    arrive: 1,
  },
  {
    what: 'times that run backwards',
    files: {
      'a.net.xml': net,
      'a.rou.xml': routes(`${GOOD}<flow id="backward" route="good" begin="100" end="50" number="5"/>`),
    },
    named: 'backward',
    arrive: 1,
  },
];

export const badInput: AcceptLine = {
  name: 'bad input',
  goal: 'a route over a closed or missing edge, an unreachable destination, a lane of zero length, a program shorter than its links, 10⁶ vehicles on one edge, times that run backwards: refused or reported by name, and the rest runs',
  async measure(tools) {
    const short: string[] = [];
    for (const [index, { what, files, named, arrive }] of bads.entries()) {
      const folder = write(tools, `bad-${index}`, files);
      const scene = join(folder, 'scene');
      const words = Object.keys(files).map((name) => join(folder, name));
      const imported = cityloom(tools, 'import', 'sumo', ...words, '--out', scene);
      if (!JSON.stringify(imported.document ?? '').includes(named)) short.push(`${what}: ${named} is not named`);
      if (arrive === undefined) continue;
      if (imported.status !== 0) {
        short.push(`${what}: refused as a whole`);
        continue;
      }
      const ran = cityloom(tools, 'run', scene, '--until', '300');
      const arrived = ran.document?.totals?.['traffic.trips-arrived']?.value;
      const named2 = JSON.stringify(ran.document?.happenings ?? '').includes(named);
      if (!(arrived >= arrive))
        short.push(`${what}: ${arrived ?? 'nobody'} of the rest arrived${named2 ? ', named' : ''}`);
    }
    return {
      held: short.length === 0,
      reached: `${bads.length - new Set(short.map((text) => text.split(':')[0])).size} of ${bads.length}${short.length > 0 ? `; short: ${short.join('; ')}` : ''}`,
      how: 'each as files of SUMO’s: import, look for the name in what it says, run what is left',
    };
  },
};
