import { barsOf, endOf } from '../compile/switch-ends';
import type { ProblemList } from '../problem-list';
import type { ThermalFile } from '../schema/pipes';
import { present, type SoundScene } from './sound-entries';

interface Link {
  readonly from: string;
  readonly to: string;
}
type Links = readonly (Link | undefined)[] | undefined;

/** What leads from one node to another leads to another; what belongs to a loop stays in it. */
export function checkNetworks(scene: SoundScene, list: ProblemList): void {
  checkLinks(scene.electricity?.branches, ['electricity.json', 'branches'], list);
  checkLinks(scene.electricity?.transformers, ['electricity.json', 'transformers'], list);
  checkSwitches(scene.electricity, list);
  checkLinks(scene.gas?.pipes, ['gas.json', 'pipes'], list);
  checkLinks(scene.gas?.regulators, ['gas.json', 'regulators'], list);
  checkLinks(scene.water?.pipes, ['water.json', 'pipes'], list);
  checkLinks(scene.water?.pumps, ['water.json', 'pumps'], list);
  checkLinks(scene.drainage?.drains, ['drainage.json', 'drains'], list);
  checkLinks(scene.drainage?.pumps, ['drainage.json', 'pumps'], list);
  checkLinks(scene.telecom?.fibres, ['telecom.json', 'fibres'], list);
  for (const file of ['heat', 'cooling'] as const) {
    for (const [loop, i] of present(scene[file]?.loops)) checkLoop(loop, [`${file}.json`, 'loops', i], list);
  }
}

function checkLinks(links: Links, path: readonly (string | number)[], list: ProblemList): void {
  for (const [link, i] of present(links)) {
    if (link.from === link.to) {
      list.error('scene.leads-nowhere', [...path, i, 'to'], 'expected another node than the one it comes from');
    }
  }
}

/** A switch stands at an end of its branch, and no two at the same. */
function checkSwitches(electricity: SoundScene['electricity'], list: ProblemList): void {
  const branches = new Map(Array.from(present(electricity?.branches), ([branch]) => [branch.id, branch]));
  const bars = barsOf(Array.from(present(electricity?.feeders), ([feeder]) => feeder));
  const taken = new Set<string>();
  for (const [each, i] of present(electricity?.switches)) {
    const branch = branches.get(each.branch);
    if (branch === undefined) continue;
    const path = ['electricity.json', 'switches', i, 'at'];
    if (each.at !== undefined && each.at !== branch.from && each.at !== branch.to) {
      list.error('scene.not-at-end', path, `expected an end of "${branch.id}": "${branch.from}" or "${branch.to}"`);
      continue;
    }
    const end = `${each.branch} ${endOf(each, branch, bars)}`;
    if (taken.has(end))
      list.error('scene.same-end', path, `expected another end of "${branch.id}" than another switch`);
    taken.add(end);
  }
}

function checkLoop(loop: ThermalFile['loops'][number], path: readonly (string | number)[], list: ProblemList): void {
  const nodes = new Set(loop.nodes.map((node) => node.id));
  const pipes = new Set(loop.pipes.map((pipe) => pipe.id));
  const expectHere = (own: ReadonlySet<string>, name: string, at: readonly (string | number)[]) => {
    if (!own.has(name)) list.error('scene.other-loop', [...path, ...at], `expected a part of the loop "${loop.id}"`);
  };
  checkLinks(loop.pipes, [...path, 'pipes'], list);
  for (let i = 0; i < loop.pipes.length; i++) {
    expectHere(nodes, loop.pipes[i].from, ['pipes', i, 'from']);
    expectHere(nodes, loop.pipes[i].to, ['pipes', i, 'to']);
  }
  for (let i = 0; i < loop.pumps.length; i++) expectHere(nodes, loop.pumps[i].node, ['pumps', i, 'node']);
  for (let i = 0; i < loop.sources.length; i++) expectHere(nodes, loop.sources[i].node, ['sources', i, 'node']);
  for (let i = 0; i < loop.valves.length; i++) expectHere(pipes, loop.valves[i].pipe, ['valves', i, 'pipe']);
}
