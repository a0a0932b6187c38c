import type { ProblemList } from '../problem-list';
import type { GasFile } from '../schema/pipes';
import type { StationsFile } from '../schema/stations';
import { present, type SoundScene } from './sound-entries';

type Unit = StationsFile['stations'][number]['units'][number];
type Level = GasFile['nodes'][number]['pressureLevel'];
type Path = readonly (string | number)[];

const RANK: Readonly<Record<Level, number>> = { low: 0, medium: 1, high: 2 };
const BURNS_GAS: readonly Unit['kind'][] = ['chp-engine', 'gas-boiler'];

/** Gas falls from level to level through regulators, from supplies to everybody who burns it. */
export function checkGas(scene: SoundScene, list: ProblemList): void {
  const gas = wholeGas(scene);
  if (gas === null) return;
  checkLevels(gas, list);
  checkHeldOnce(gas, list);
  checkRegulatorLoops(gas, list);
  checkFed(scene, gas, list);
}

interface Gas extends GasFile {
  readonly levelOf: ReadonlyMap<string, Level>;
}

/** Only where every entry is well formed and names what there is: of a torn net nothing can be said. */
function wholeGas({ gas }: SoundScene): Gas | null {
  if (gas === undefined) return null;
  const lists = [gas.nodes, gas.pipes, gas.regulators, gas.valves, gas.supplies];
  if (lists.some((each) => each === undefined || each.includes(undefined as never))) return null;
  const whole = gas as unknown as GasFile;
  const levelOf = new Map(whole.nodes.map(({ id, pressureLevel }) => [id, pressureLevel]));
  const pipes = new Set(whole.pipes.map(({ id }) => id));
  const isKnown =
    [...whole.pipes, ...whole.regulators].every(({ from, to }) => levelOf.has(from) && levelOf.has(to)) &&
    whole.supplies.every(({ node }) => levelOf.has(node)) &&
    whole.valves.every(({ pipe }) => pipes.has(pipe));
  return isKnown ? { ...whole, levelOf } : null;
}

function checkLevels({ pipes, regulators, supplies, levelOf }: Gas, list: ProblemList): void {
  const rank = (node: string) => RANK[levelOf.get(node)!];
  pipes.forEach(({ from, to }, i) => {
    if (rank(from) === rank(to)) return;
    const message = `expected a node of the level ${levelOf.get(from)}, found one of ${levelOf.get(to)}: only a regulator leads there`;
    list.error('scene.pressure-levels', ['gas.json', 'pipes', i, 'to'], message);
  });
  const heldKpa = new Map(supplies.map(({ node, pressureKpa }) => [node, pressureKpa]));
  regulators.forEach(({ from, to, outletKpa }, i) => {
    const path = ['gas.json', 'regulators', i];
    if (rank(to) > rank(from)) {
      const message = `expected a node of the level ${levelOf.get(from)} or below, found one of ${levelOf.get(to)}`;
      list.error('scene.regulator-raises', [...path, 'to'], message);
    }
    const before = heldKpa.get(from);
    if (before !== undefined && before <= outletKpa) {
      const message = `expected less than the ${before} kPa that are held before it, found ${outletKpa}`;
      list.error('scene.regulator-raises', [...path, 'outletKpa'], message);
    }
  });
}

function checkHeldOnce({ regulators, supplies }: Gas, list: ProblemList): void {
  const held = new Set<string>();
  supplies.forEach(({ node }, i) => {
    if (held.has(node)) {
      list.error(
        'scene.held-twice',
        ['gas.json', 'supplies', i, 'node'],
        `another supply holds the pressure of "${node}"`,
      );
    }
    held.add(node);
  });
  regulators.forEach(({ to }, i) => {
    if (!held.has(to)) return;
    list.error('scene.held-twice', ['gas.json', 'regulators', i, 'to'], `a supply holds the pressure of "${to}"`);
  });
}

/** Regulators that feed one another in a ring hold nothing: no pressure follows from that. */
function checkRegulatorLoops({ pipes, regulators, nodes }: Gas, list: ProblemList): void {
  const zone = zonesOf(nodes, pipes);
  const after = new Map<string, string[]>();
  for (const { from, to } of regulators) {
    const [a, b] = [zone(from), zone(to)];
    if (a !== b) after.set(a, [...(after.get(a) ?? []), b]);
  }
  regulators.forEach(({ from, to }, i) => {
    const goal = zone(from);
    if (goal === zone(to)) return; // by-passed by an open way, which has an answer
    const reached = new Set([zone(to)]);
    for (const at of reached) for (const next of after.get(at) ?? []) reached.add(next);
    if (!reached.has(goal)) return;
    list.error(
      'scene.regulator-loop',
      ['gas.json', 'regulators', i],
      'expected no way back to what feeds it, found one',
    );
  });
}

/** What pipes join, by any one of its nodes. */
function zonesOf(nodes: GasFile['nodes'], pipes: GasFile['pipes']): (node: string) => string {
  const parent = new Map(nodes.map(({ id }) => [id, id]));
  const root = (node: string): string => {
    let at = node;
    while (parent.get(at) !== at) at = parent.get(at)!;
    for (let from = node; from !== at; ) {
      const next = parent.get(from)!;
      parent.set(from, at);
      from = next;
    }
    return at;
  };
  for (const { from, to } of pipes) parent.set(root(from), root(to));
  return root;
}

/** Whoever burns gas hangs on a supply, and machines not on a level that is too low for them. */
function checkFed(scene: SoundScene, { pipes, regulators, valves, supplies, levelOf }: Gas, list: ProblemList): void {
  const shut = new Set(valves.filter(({ open }) => !open).map(({ pipe }) => pipe));
  const ways = new Map<string, string[]>();
  const lead = (from: string, to: string) => ways.set(from, [...(ways.get(from) ?? []), to]);
  for (const { id, from, to } of pipes) {
    if (shut.has(id)) continue;
    lead(from, to);
    lead(to, from);
  }
  for (const { from, to } of regulators) lead(from, to);
  const fed = new Set(supplies.map(({ node }) => node));
  for (const at of fed) for (const next of ways.get(at) ?? []) fed.add(next);
  const expectFed = (node: string | undefined, path: Path) => {
    if (node === undefined || !levelOf.has(node) || fed.has(node)) return;
    list.error('scene.no-gas-supply', path, `expected a way from a supply to "${node}", found none`);
  };
  for (const [{ serves }, i] of present(scene.buildings?.buildings)) {
    expectFed(serves?.gas, ['buildings.json', 'buildings', i, 'serves', 'gas']);
  }
  for (const [{ gas, units }, i] of present(scene.stations?.stations)) {
    if (gas === undefined || !units.some(({ kind }) => BURNS_GAS.includes(kind))) continue;
    const path = ['stations.json', 'stations', i, 'gas'];
    expectFed(gas, path);
    if (levelOf.get(gas) !== 'low') continue;
    list.error(
      'scene.gas-pressure',
      path,
      'expected a node above the low level, whose pressure no engine or boiler starts at',
    );
  }
}
