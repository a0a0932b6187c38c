/**
 * Cases without luck, whose drivers neither dawdle nor differ: whatever one does otherwise than SUMO's names a rule that
 * is not SUMO's.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run-sumo';

const CONFIG = `<configuration>
<input><net-file value="net.net.xml"/><route-files value="cars.rou.xml"/></input>
<time><begin value="0"/><end value="END"/><step-length value="0.5"/></time>
<processing><step-method.ballistic value="true"/><time-to-teleport value="TELEPORTS"/></processing>
</configuration>`;
const TYPES = `<vType id="car" vClass="passenger" carFollowModel="IDM" tau="1.2" speedDev="0"/>
<vType id="truck" vClass="truck" carFollowModel="IDM" tau="1.7" speedDev="0"/>`;

function filesOf(
  net: string,
  vehicles: readonly string[],
  endSeconds: number,
  teleportsAfter = 300,
): ReadonlyMap<string, string> {
  return new Map([
    ['config.sumocfg', CONFIG.replace('END', String(endSeconds)).replace('TELEPORTS', String(teleportsAfter))],
    ['net.net.xml', net],
    ['cars.rou.xml', `<routes>${TYPES}${vehicles.join('\n')}</routes>`],
  ]);
}

export interface Departing {
  readonly id: string;
  readonly type?: string;
  readonly at: number;
  readonly lane: number;
  readonly from: number;
  readonly mps: number | 'max';
  readonly route: string;
}

function vehicle({ id, type = 'car', at, lane, from, mps, route }: Departing): string {
  const departs = `depart="${at}" departLane="${lane}" departPos="${from}" departSpeed="${mps}"`;
  return `<vehicle id="${id}" type="${type}" ${departs}><route edges="${route}"/></vehicle>`;
}

/** Two lanes in each of four arms, and a signal. */
export function atCross(departing: readonly Departing[], endSeconds: number, teleportsAfter?: number) {
  const net = readFileSync(join(import.meta.dirname, 'two-lane-cross.net.xml'), 'utf8');
  return filesOf(net, departing.map(vehicle), endSeconds, teleportsAfter);
}

/**
 * One who turns left waits within the junction for a stream of pairs, one behind him wants straight on, and the lane
 * beside is full.
 */
export function leftAcrossStream(endSeconds: number): ReadonlyMap<string, string> {
  const ahead = 'left0A0 A0right0';
  const queue = Array.from({ length: 12 }, (_, k) =>
    vehicle({ id: `beside${k}`, at: 11 + k / 2, lane: 0, from: 170 - 8 * k, mps: 0, route: ahead }),
  );
  const stream = Array.from({ length: 16 }, (_, k) => [
    vehicle({ id: `first${k}`, at: 12 + 2.5 * k, lane: 0, from: 20, mps: 10, route: 'right0A0 A0left0' }),
    vehicle({ id: `second${k}`, at: 12.5 + 2.5 * k, lane: 1, from: 20, mps: 10, route: 'right0A0 A0left0' }),
  ]).flat();
  const two = [
    vehicle({ id: 'left', at: 10, lane: 1, from: 150, mps: 0, route: 'left0A0 A0top0' }),
    vehicle({ id: 'behind', at: 10.5, lane: 1, from: 140, mps: 0, route: ahead }),
  ];
  const at = (row: string) => Number(/depart="([\d.]+)"/.exec(row)![1]);
  const rows = [...two, ...queue, ...stream].sort((a, b) => at(a) - at(b));
  const net = readFileSync(join(import.meta.dirname, 'two-lane-cross.net.xml'), 'utf8');
  return filesOf(net, rows, endSeconds);
}

/** Streets of two lanes between four junctions by four with signals, and one vehicle in five a truck. The network is made by SUMO. */
export function smallGrid(vehicles: number, endSeconds: number): ReadonlyMap<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-grid-'));
  try {
    const words =
      '--grid --grid.number 4 --grid.length 200 --grid.attach-length 200 -L 2 -S 13.89 --no-turnarounds --default-junction-type traffic_light --tls.default-type static -o net.net.xml';
    runTool('netgenerate', words.split(' '), folder);
    const net = readFileSync(join(folder, 'net.net.xml'), 'utf8');
    return filesOf(net, wanderers(net, vehicles), endSeconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ways of eight edges, at every junction by lot. */
function wanderers(net: string, count: number): string[] {
  const after = new Map<string, Set<string>>();
  for (const [, from, to] of net.matchAll(/<connection from="([^:"]+)" to="([^:"]+)"/g)) {
    if (!after.has(from)) after.set(from, new Set());
    after.get(from)!.add(to);
  }
  const edges = [...after.keys()].sort();
  let seed = 12_345;
  const lot = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 4_294_967_296) * below);
  };
  return Array.from({ length: count }, (_, k) => {
    const way = [edges[lot(edges.length)]];
    while (way.length < 8 && after.has(way[way.length - 1])) {
      const next = [...after.get(way[way.length - 1])!].sort();
      way.push(next[lot(next.length)]);
    }
    return vehicle({
      id: `v${k}`,
      type: lot(5) === 0 ? 'truck' : 'car',
      at: Math.floor((k * 60) / count) / 2,
      lane: lot(2),
      from: 12 + lot(130),
      mps: 'max',
      route: way.join(' '),
    });
  });
}
