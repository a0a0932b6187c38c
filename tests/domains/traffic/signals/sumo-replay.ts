/**
 * Lets SUMO drive and our signals decide: its vehicles are put where it says they were, second by second, and our phases
 * are compared with its own. Needs SUMO on this machine; without it the tests that use this are skipped.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkOf } from '../../../../sim/domains/traffic/network';
import { createSignals, type Seen, type Signals, stepSignals } from '../../../../sim/domains/traffic/signals';
import { insertByPosition } from '../../../../sim/domains/traffic/tracks';
import type { CompiledScene } from '../../../../sim/scene';
import { compiled } from '../../../importers/sumo/sumo-files';

export const hasSumo = ['sumo', 'netgenerate', 'netconvert'].every((name) => existsSync(`/usr/bin/${name}`));

const RUN_STARTS_AT_S = 25_200;

export interface Case {
  readonly stepSeconds: number;
  readonly endSeconds: number;
  readonly ballistic?: boolean;
}

/** Switches of one signal: when, and to which phase of its program. */
export interface Switches {
  readonly signal: string;
  readonly theirs: readonly (readonly [number, number])[];
  readonly ours: readonly (readonly [number, number])[];
}

export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a network with SUMO's own tools and reads it. */
export function madeBy(tool: 'netgenerate' | 'netconvert', ...options: string[]): string {
  return inFolder((folder) => {
    const out = join(folder, 'out.net.xml');
    execFileSync(`/usr/bin/${tool}`, [...options, '-o', out], { cwd: folder, stdio: 'pipe' });
    return readFileSync(out, 'utf8');
  });
}

export function netFrom(files: Readonly<Record<string, string>>, ...options: string[]): string {
  return inFolder((folder) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const out = join(folder, 'out.net.xml');
    const parts = Object.keys(files).flatMap((name) => [name.includes('.nod.') ? '-n' : '-e', name]);
    execFileSync('/usr/bin/netconvert', [...parts, ...options, '-o', out], { cwd: folder, stdio: 'pipe' });
    return readFileSync(out, 'utf8');
  });
}

/** Runs SUMO on the files and our signals on what it drove. */
export function replay(files: ReadonlyMap<string, string>, of: Case): Switches[] {
  const { fcd, states } = inFolder((folder) => runSumo(files, of, folder));
  const scene = compiled(files);
  return compare(scene, files, of, fcd, states);
}

function runSumo(files: ReadonlyMap<string, string>, of: Case, folder: string) {
  const pick = (pattern: RegExp) => [...files.keys()].filter((name) => pattern.test(name));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const ids = [
    ...new Set([...[...files.values()].join('').matchAll(/<tlLogic id="([^"]+)"/g)].map((found) => found[1])),
  ];
  const saved = ids.map((id) => `<timedEvent type="SaveTLSStates" source="${id}" dest="tls.xml"/>`).join('');
  writeFileSync(join(folder, 'save.add.xml'), `<additional>${saved}</additional>`);
  const options = ['-n', pick(/net\.xml$/)[0], '-r', pick(/rou\.xml$/).join(',')];
  options.push('-a', [...pick(/add\.xml$/), 'save.add.xml'].join(','));
  options.push('--fcd-output', 'fcd.xml', '--precision', '8', '--no-step-log', 'true', '--no-warnings', 'true');
  options.push(
    '--time-to-teleport',
    '-1',
    '--seed',
    '7',
    '--collision.action',
    'none',
    '--xml-validation',
    'never',
    '--ignore-route-errors',
    'true',
  );
  options.push('--step-length', `${of.stepSeconds}`, '--end', `${of.endSeconds}`);
  if (of.ballistic) options.push('--step-method.ballistic', 'true');
  execFileSync('/usr/bin/sumo', options, { cwd: folder, stdio: 'pipe' });
  return { fcd: readFileSync(join(folder, 'fcd.xml'), 'utf8'), states: readFileSync(join(folder, 'tls.xml'), 'utf8') };
}

interface Place {
  readonly track: number;
  readonly addM: number;
}

function compare(scene: CompiledScene, files: ReadonlyMap<string, string>, of: Case, fcd: string, states: string) {
  const network = networkOf(scene);
  const signals = createSignals(network);
  const places = placesOf(scene, files);
  const seen = new Replayed(scene, lengthsOf(files));
  const wanted = new Map<string, [number, number][]>();
  for (const [, time, id, phase] of states.matchAll(/<tlsState time="([^"]+)" id="([^"]+)"[^>]* phase="(\d+)"/g)) {
    const list = wanted.get(id) ?? [];
    if (list.length === 0 || list[list.length - 1][1] !== Number(phase)) list.push([Number(time), Number(phase)]);
    wanted.set(id, list);
  }
  const ours = scene.elements.signal.ids.map((): [number, number][] => []);
  const note = (time: number) => {
    for (let s = 0; s < ours.length; s++) {
      const phase = signals.phase[s] - scene.roads.signalPhaseStart[s];
      const list = ours[s];
      if (list.length === 0 || list[list.length - 1][1] !== phase) list.push([time, phase]);
    }
  };
  // What SUMO writes for a second are places after its moves: its signals see them in the next one.
  step(signals, network, seen, 0, of.stepSeconds);
  note(0);
  for (const block of fcd.split('<timestep time="').slice(1)) {
    const time = Number.parseFloat(block);
    seen.place(block, places, network, of);
    const next = Math.round((time + of.stepSeconds) * 1_000) / 1_000;
    if (next >= of.endSeconds) break;
    step(signals, network, seen, next, of.stepSeconds);
    note(next);
  }
  return scene.elements.signal.ids.map((id, s): Switches => {
    const tls = tlsOf(scene, s, files) ?? id;
    return { signal: tls, theirs: wanted.get(tls) ?? [], ours: ours[s] };
  });
}

function step(signals: Signals, network: ReturnType<typeof networkOf>, seen: Seen, time: number, stepSeconds: number) {
  stepSignals(signals, network, seen, RUN_STARTS_AT_S + time, stepSeconds, null);
}

/** The program that the first way of a signal obeys in SUMO's file. */
function tlsOf(scene: CompiledScene, s: number, files: ReadonlyMap<string, string>): string | undefined {
  const net = [...files].find(([name]) => name.endsWith('net.xml'))![1];
  const node = scene.elements.junction.ids[scene.roads.signalJunction[s]];
  for (const found of net.matchAll(/<connection from="([^":][^"]*)"[^>]* tl="([^"]+)"/g)) {
    const to = new RegExp(`<edge id="${escaped(found[1])}" from="[^"]*" to="([^"]*)"`).exec(net)?.[1];
    if (to === node) return found[2];
  }
  return undefined;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** SUMO's lanes as our tracks; a second internal lane goes on where the first ends. */
function placesOf(scene: CompiledScene, files: ReadonlyMap<string, string>): Map<string, Place> {
  const net = [...files].find(([name]) => name.endsWith('net.xml'))![1];
  const places = new Map<string, Place>();
  scene.elements.lane.ids.forEach((id, lane) => {
    places.set(id, { track: lane, addM: 0 });
  });
  const lengthOf = new Map(
    [...net.matchAll(/<lane id="([^"]+)"[^>]* length="([^"]+)"/g)].map((one) => [one[1], Number(one[2])]),
  );
  const onward = new Map<string, string>();
  for (const one of net.matchAll(/<connection from="(:[^"]+)" to="[^"]+" fromLane="(\d+)"[^>]* via="([^"]+)"/g)) {
    onward.set(`${one[1]}_${one[2]}`, one[3]);
  }
  for (const one of net.matchAll(/<connection from="[^":][^"]*"[^>]* via="([^"]+)"/g)) {
    const turn = scene.elements.turn.slotOf(one[1].slice(1));
    if (turn === undefined) continue;
    let addM = 0;
    for (let via: string | undefined = one[1]; via !== undefined; via = onward.get(via)) {
      places.set(via, { track: scene.roads.laneCount + turn, addM });
      addM += lengthOf.get(via) ?? 0;
    }
  }
  return places;
}

/** Lengths by type as SUMO has them by class. */
function lengthsOf(files: ReadonlyMap<string, string>): Map<string, number> {
  const lengths = new Map<string, number>();
  const byClass: Record<string, number> = { truck: 7.1, bus: 12, bicycle: 1.6, emergency: 6.5 };
  for (const text of files.values()) {
    for (const [whole, id] of text.matchAll(/<vType id="([^"]+)"[^>]*>/g)) {
      const said = / length="([^"]+)"/.exec(whole)?.[1];
      lengths.set(id, said === undefined ? (byClass[/vClass="([^"]+)"/.exec(whole)?.[1] ?? ''] ?? 5) : Number(said));
    }
  }
  return lengths;
}

const CAPACITY = 4_000;

class Replayed implements Seen {
  readonly #rows = new Map<string, number>();
  readonly #free: number[] = [];
  #trips = 1;
  readonly #lengths: ReadonlyMap<string, number>;
  readonly first: Int32Array;
  readonly last: Int32Array;
  rowEnd = 0;
  readonly track = new Int32Array(CAPACITY).fill(-1);
  readonly ahead = new Int32Array(CAPACITY).fill(-1);
  readonly behind = new Int32Array(CAPACITY).fill(-1);
  readonly trackBefore = new Int32Array(CAPACITY).fill(-1);
  readonly nextTurn = new Int32Array(CAPACITY).fill(-1);
  readonly tripKey = new Uint32Array(CAPACITY);
  readonly positionM = new Float64Array(CAPACITY);
  readonly speedMps = new Float64Array(CAPACITY);
  readonly speedFactor = new Float64Array(CAPACITY).fill(1);
  readonly movedM = new Float64Array(CAPACITY);
  readonly destinationM = new Float64Array(CAPACITY).fill(Number.POSITIVE_INFINITY);
  readonly kind = new Uint8Array(CAPACITY);
  readonly flags = new Uint8Array(CAPACITY);
  readonly sort = Int32Array.from({ length: CAPACITY }, (_, row) => row);
  readonly sortLengthM = new Float64Array(CAPACITY).fill(5);
  readonly sortTopMps = new Float64Array(CAPACITY).fill(55.55);
  readonly trackLimitMps: Float64Array;

  constructor(scene: CompiledScene, lengths: ReadonlyMap<string, number>) {
    this.#lengths = lengths;
    this.first = new Int32Array(scene.roads.trackCount).fill(-1);
    this.last = new Int32Array(scene.roads.trackCount).fill(-1);
    this.trackLimitMps = scene.roads.trackSpeedMps;
  }

  place(block: string, places: ReadonlyMap<string, Place>, network: ReturnType<typeof networkOf>, of: Case): void {
    const before = this.track.slice();
    const present = new Set<string>();
    this.first.fill(-1);
    this.last.fill(-1);
    this.track.fill(-1);
    const tracks = { first: this.first, last: this.last, lastLeft: new Int32Array(0) };
    for (const [tag, id] of block.matchAll(/<vehicle id="([^"]+)"[^>]*>/g)) {
      const read = (key: string) => new RegExp(` ${key}="([^"]*)"`).exec(tag)![1];
      const place = places.get(read('lane'));
      if (place === undefined) continue;
      const known = this.#rows.get(id);
      const row = known ?? this.#free.pop() ?? this.#rows.size;
      present.add(id);
      if (known === undefined) {
        this.#rows.set(id, row);
        this.tripKey[row] = this.#trips++;
        this.sortLengthM[row] = this.#lengths.get(read('type')) ?? 5;
      }
      this.rowEnd = Math.max(this.rowEnd, row + 1);
      const speed = Number(read('speed'));
      const fresh = known === undefined || before[row] < 0;
      this.movedM[row] = fresh ? 0 : (of.ballistic ? 0.5 * (this.speedMps[row] + speed) : speed) * of.stepSeconds;
      this.speedMps[row] = speed;
      this.positionM[row] = Number(read('pos')) + place.addM;
      if (fresh) this.trackBefore[row] = -1;
      else if (before[row] !== place.track) {
        const from = cameFrom(network, place.track, before[row]);
        if (from >= 0) this.trackBefore[row] = from;
      }
      // biome-ignore lint/suspicious/noExplicitAny: the rows have what chains need.
      insertByPosition(tracks as any, this as any, place.track, row);
    }
    for (const [id, row] of this.#rows) {
      if (present.has(id)) continue;
      this.#rows.delete(id);
      this.#free.push(row);
    }
  }
}

/** The track right before, on the way from where a vehicle was a step ago; −1 where it has only changed lanes. */
function cameFrom(network: ReturnType<typeof networkOf>, track: number, before: number): number {
  const { roads } = network;
  const edgeOf = (lane: number) => (lane < roads.laneCount ? roads.laneEdge[lane] : -1);
  if (track < roads.laneCount && edgeOf(track) === edgeOf(before)) return -1;
  const beside = (at: number) => at === before || (edgeOf(at) >= 0 && edgeOf(at) === edgeOf(before));
  for (const exact of [true, false]) {
    for (const previous of tracksBefore(network, track)) {
      let tips = [previous];
      for (let further = 0; further < MOST_TRACKS_A_STEP; further++) {
        if (tips.some((at) => (exact ? at === before : beside(at)))) return previous;
        tips = tips.flatMap((at) => tracksBefore(network, at));
      }
    }
  }
  return -1;
}

const MOST_TRACKS_A_STEP = 6;

function tracksBefore({ roads, feedStart, feedTurns }: ReturnType<typeof networkOf>, track: number): number[] {
  if (track >= roads.laneCount) return [roads.turnFromLane[track - roads.laneCount]];
  return [...feedTurns.subarray(feedStart[track], feedStart[track + 1])].map((turn) => roads.laneCount + turn);
}

/** Switches that differ, and by how much time; a phase that only one has counts as never. */
export function worstSeconds({ theirs, ours }: Switches): number {
  if (theirs.length === 0) return Number.POSITIVE_INFINITY;
  let worst = 0;
  const count = Math.max(theirs.length, ours.length);
  for (let i = 0; i < count; i++) {
    // The last switch may lie just beyond the end for one of the two.
    if (i === count - 1 && Math.abs(theirs.length - ours.length) === 1) break;
    if (theirs[i] === undefined || ours[i] === undefined || theirs[i][1] !== ours[i][1])
      return Number.POSITIVE_INFINITY;
    worst = Math.max(worst, Math.abs(theirs[i][0] - ours[i][0]));
  }
  return worst;
}
