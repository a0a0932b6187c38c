/** Small networks made by SUMO's own converter from nodes, edges and connections. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../run-sumo';

export interface NetPlan {
  readonly nodes: readonly { id: string; x: number; y: number; type?: 'priority' | 'traffic_light' }[];
  readonly edges: readonly {
    id: string;
    from: string;
    to: string;
    lanes?: number;
    priority?: number;
    speedMps?: number;
  }[];
  readonly connections: readonly { from: string; to: string; fromLane?: number; toLane?: number }[];
  /** For the one signal, phase by phase: seconds, and a letter for each connection in their order. */
  readonly phases?: readonly (readonly [seconds: number, letters: string])[];
}

const DEFAULT_SPEED_MPS = 13.89;

export function makeNet({ nodes, edges, connections, phases }: NetPlan): string {
  const folder = mkdtempSync(join(tmpdir(), 'cityloom-net-'));
  try {
    const write = (name: string, root: string, rows: readonly string[]) =>
      writeFileSync(join(folder, name), `<${root}>\n${rows.join('\n')}\n</${root}>\n`);
    write(
      'net.nod.xml',
      'nodes',
      nodes.map(({ id, x, y, type }) => `<node id="${id}" x="${x}" y="${y}"${type ? ` type="${type}"` : ''}/>`),
    );
    write(
      'net.edg.xml',
      'edges',
      edges.map(
        ({ id, from, to, lanes = 1, priority = 1, speedMps = DEFAULT_SPEED_MPS }) =>
          `<edge id="${id}" from="${from}" to="${to}" numLanes="${lanes}" priority="${priority}" speed="${speedMps}"/>`,
      ),
    );
    write(
      'net.con.xml',
      'connections',
      connections.map(
        ({ from, to, fromLane = 0, toLane = 0 }) =>
          `<connection from="${from}" to="${to}" fromLane="${fromLane}" toLane="${toLane}"/>`,
      ),
    );
    const words = ['-n', 'net.nod.xml', '-e', 'net.edg.xml', '-x', 'net.con.xml', '-o', 'net.net.xml'];
    runTool('netconvert', [...words, '--no-turnarounds', 'true', '--xml-validation', 'never'], folder);
    const net = readFileSync(join(folder, 'net.net.xml'), 'utf8');
    return phases === undefined ? net : withPhases(net, connections, phases);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The converter numbers the signal's links in its own order: the letters are put where their connection stands. */
function withPhases(
  net: string,
  connections: NetPlan['connections'],
  phases: readonly (readonly [seconds: number, letters: string])[],
): string {
  const places = connections.map(({ from, to, fromLane = 0, toLane = 0 }) => {
    const pattern = `<connection from="${from}" to="${to}" fromLane="${fromLane}" toLane="${toLane}"[^>]*linkIndex="(\\d+)"`;
    const found = new RegExp(pattern).exec(net);
    if (found === null) throw new Error(`no signal at the connection from ${from} to ${to}`);
    return Number(found[1]);
  });
  const rows = phases.map(([seconds, letters]) => {
    const state = [...letters].map((_, place) => letters[places.indexOf(place)]).join('');
    return `<phase duration="${seconds}" state="${state}"/>`;
  });
  return net.replace(/(<tlLogic [^>]*>)[\s\S]*?(<\/tlLogic>)/, `$1${rows.join('')}$2`);
}
