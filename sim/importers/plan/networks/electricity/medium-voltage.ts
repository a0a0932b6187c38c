import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import { pairNames, rounded, twoDigits } from '../network-names';
import { runsOf, turned } from '../runs';
import type { ServicePoint } from '../service-points';
import { segmentsToSources, shortestWays, type Ways } from '../shortest-ways';
import { type Cable, cableFor, currentOf, largestCable } from './cables';
import { partitionFeeders } from './partition-feeders';
import { closeRings, switchUnits } from './ring-mains';
import { type FeederTree, mainLines, pickTies, type Tie } from './ties';
import { sharedOver } from './transformers';

type Branch = ElectricityFile['branches'][number];

export interface SubstationSeat {
  readonly id: string;
  readonly short: { readonly zh: string; readonly en: string };
  readonly node: number;
  /** 10 kV sections, by the names of their buses. */
  readonly sections: readonly string[];
}

export interface MediumVoltage {
  readonly buses: ElectricityFile['buses'];
  readonly branches: Branch[];
  readonly switches: ElectricityFile['switches'];
  readonly feeders: ElectricityFile['feeders'];
  readonly feederOf: (point: ServicePoint) => string;
}

const YARD_M = 30;

/** Load feeders: trees of cable along the streets from two substations, tied to each other by switches that are open. */
export function growMediumVoltage(ground: CityGround, substations: readonly SubstationSeat[]): MediumVoltage {
  const { plan, graph, lanes, pointAt, galleries } = ground;
  const { powerFactor, feederShare, security } = plan.electricity;
  const kvaOf = (node: number) => (pointAt.get(node)?.demand.electricityKw ?? 0) / powerFactor;
  const listed = (node: number) => (pointAt.has(node) ? Math.max(kvaOf(node), 0.1) : 0);
  const ways = shortestWays(
    graph,
    substations.map((seat) => seat.node),
    (segment) => galleries.metresOf(segment, 'power'),
  );
  const mostKva = feederShare * largestCable().ratingA * 10 * Math.sqrt(3);
  const areas = partitionFeeders(ways, listed, mostKva);

  const buses: ElectricityFile['buses'] = [];
  const branches: Branch[] = [];
  const switches: ElectricityFile['switches'] = [];
  const feeders: ElectricityFile['feeders'] = [];
  const feederOfNode = new Map<number, string>();
  const trees: FeederTree[] = [];
  substations.forEach((seat, s) => {
    const own = areas.filter((area) => area.source === s);
    const sections = sharedOver(own, seat.sections.length, (area) => area.kva);
    own
      .sort((a, b) => Math.min(...a.members) - Math.min(...b.members))
      .forEach((area, k) => {
        const id = `${seat.id}-f${twoDigits(k + 1)}`;
        const section = sections.findIndex((group) => group.includes(area));
        feeders.push({
          id,
          name: { zh: `${seat.short.zh}${twoDigits(k + 1)}线`, en: `${seat.short.en} feeder ${twoDigits(k + 1)}` },
          bus: seat.sections[section],
        });
        for (const node of area.members) feederOfNode.set(node, id);
        const members = new Set(area.members);
        const used = segmentsToSources(ways, area.members);
        const runs = runsOf(
          graph,
          used,
          (node) => members.has(node) || node === seat.node,
          (segment) => galleries.compartmentOf(segment, 'power'),
        );
        trees.push({
          id,
          root: seat.node,
          members,
          runs,
          kva: area.kva,
          substation: seat.id,
          section: seat.sections[section],
        });
      });
  });

  const busOf = (tree: FeederTree, node: number): string => {
    if (node === tree.root && !tree.members.has(node)) return tree.section;
    return tree.members.has(node) ? graph.nodes[node].name : `${tree.id}@${graph.nodes[node].name}`;
  };
  const ties = pickTies(graph, trees);
  const main = mainLines(trees, ties, ways);
  const nameOf = pairNames();
  for (const tree of trees) {
    const through = throughOf(tree, ways, kvaOf);
    const seen = new Set<number>([tree.root]);
    // The station's own address hangs on its busbar by a cable across the yard.
    const hasYard = tree.members.has(tree.root);
    if (hasYard) {
      const { name, at } = { name: graph.nodes[tree.root].name, at: lanes.at(graph.nodes[tree.root], 'power') };
      const yard = branchOf(nameOf, tree.section, name, YARD_M, largestCable(), tree.id);
      buses.push({ id: name, at, kilovolts: 10 });
      branches.push(yard);
      switches.push(breakerOn(yard.id));
    }
    for (const run of tree.runs) {
      const outwards = ways.costM[run.from] < ways.costM[run.to] ? run : turned(run);
      for (const node of [outwards.from, outwards.to]) {
        if (seen.has(node)) continue;
        seen.add(node);
        buses.push({ id: busOf(tree, node), at: lanes.at(graph.nodes[node], 'power'), kilovolts: 10 });
      }
      const isMain = main.get(tree.id)!.has(outwards.to);
      const currentA = currentOf(through[outwards.to]);
      const cable = isMain ? largestCable() : cableFor(currentA, feederShare);
      const leaves = outwards.from === tree.root && !hasYard;
      const from = leaves ? tree.section : busOf(tree, outwards.from);
      const path = lanes.path(outwards, 'power');
      const compartment = galleries.compartmentOf(outwards.steps[0].segment, 'power');
      const branch = {
        ...branchOf(nameOf, from, busOf(tree, outwards.to), outwards.lengthM, cable, tree.id),
        ...(path.length > 1 ? { path } : {}),
        ...(compartment ? { compartment } : {}),
      };
      branches.push(branch);
      if (leaves) switches.push(breakerOn(branch.id));
    }
    if (security === undefined) sectionalise(tree, branches, switches);
  }
  const rings = security === undefined ? [] : closeRings(graph, trees, ties, ways);
  for (const tie of [...ties, ...rings]) {
    const { carries, b } = tie;
    const behindKva = carries === undefined ? 0 : throughOf(trees[b], ways, kvaOf)[carries];
    const cable = carries === undefined ? largestCable() : cableFor(currentOf(behindKva), feederShare);
    const branch = addTie(ground, trees, tie, busOf, nameOf, cable);
    branches.push(branch);
    if (security === undefined) switches.push(tieOn(branch.id, trees[tie.a].substation !== trees[tie.b].substation));
  }
  if (security !== undefined) {
    const addresses = new Set(trees.flatMap((tree) => [...tree.members].map((node) => graph.nodes[node].name)));
    switchUnits(branches, (bus) => addresses.has(bus), security.remote, switches);
  }
  return {
    buses,
    branches,
    switches,
    feeders,
    feederOf: (point) => feederOfNode.get(ground.nodeOf.get(point)!)!,
  };
}

export const breakerOn = (branch: string) =>
  ({ id: branch, branch, kind: 'breaker', closed: true, automatic: true }) as const;

const tieOn = (branch: string, automatic: boolean) =>
  ({ id: branch, branch, kind: 'tie', closed: false, automatic }) as const;

export function branchOf(
  nameOf: (from: string, to: string) => string,
  from: string,
  to: string,
  lengthM: number,
  cable: Cable,
  feeder?: string,
): Branch {
  const km = lengthM / 1000;
  return {
    id: nameOf(from, to),
    from,
    to,
    kind: 'cable',
    lengthM: rounded(Math.max(lengthM, 1), 1),
    resistanceOhm: rounded(Math.max(cable.ohmPerKm * km, 1e-5), 5),
    reactanceOhm: rounded(Math.max(cable.reactanceOhmPerKm * km, 1e-5), 5),
    capacitanceNf: rounded(cable.nanofaradPerKm * km, 1),
    ratingA: cable.ratingA,
    ...(feeder ? { feeder } : {}),
  };
}

/** Apparent power through each node of a feeder's tree towards the substation. */
function throughOf(tree: FeederTree, ways: Ways, kvaOf: (node: number) => number): Float64Array {
  const through = new Float64Array(ways.via.length);
  for (const member of tree.members) {
    for (let node = member; node >= 0; node = ways.towards[node]) through[node] += kvaOf(member);
  }
  return through;
}

/** One switch where about half the feeder's houses lie behind, so that half comes back after a fault beyond. */
function sectionalise(tree: FeederTree, branches: readonly Branch[], switches: ElectricityFile['switches']): void {
  const own = branches.filter((branch) => branch.feeder === tree.id);
  const behind = new Map<string, number>();
  const after = new Map<string, Branch[]>();
  for (const branch of own) {
    const list = after.get(branch.from);
    if (list) list.push(branch);
    else after.set(branch.from, [branch]);
  }
  const count = (branch: Branch): number => {
    const sum = (after.get(branch.to) ?? []).reduce((total, next) => total + count(next), 1);
    behind.set(branch.id, sum);
    return sum;
  };
  for (const branch of own) if (!behind.has(branch.id)) count(branch);
  const heads = new Set(switches.map((one) => one.branch));
  let best: Branch | undefined;
  for (const branch of own) {
    if (heads.has(branch.id)) continue;
    const off = Math.abs(behind.get(branch.id)! - own.length / 2);
    if (!best || off < Math.abs(behind.get(best.id)! - own.length / 2)) best = branch;
  }
  if (best) switches.push({ id: best.id, branch: best.id, kind: 'switch', closed: true, automatic: false });
}

function addTie(
  { lanes, galleries }: CityGround,
  trees: readonly FeederTree[],
  tie: Tie,
  busOf: (tree: FeederTree, node: number) => string,
  nameOf: (from: string, to: string) => string,
  cable: Cable,
): Branch {
  const [a, b] = [trees[tie.a], trees[tie.b]];
  const path = tie.run.steps.length > 0 ? lanes.path(tie.run, 'power') : [];
  const compartments = new Set(tie.run.steps.map(({ segment }) => galleries.compartmentOf(segment, 'power')));
  const [compartment] = [...compartments];
  return {
    ...branchOf(nameOf, busOf(a, tie.run.from), busOf(b, tie.run.to), tie.run.lengthM, cable),
    ...(path.length > 1 ? { path } : {}),
    ...(compartments.size === 1 && compartment ? { compartment } : {}),
    closed: false,
  };
}
