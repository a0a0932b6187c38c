import { slotIn } from '../../../scene/compile/element-tables';
import { barsOf, endOf } from '../../../scene/compile/switch-ends';
import type { CompiledScene } from '../../../scene/compiled';
import type { ElectricityFile } from '../../../scene/schema/electricity';
import { BOTH_ENDS, BREAKER, SWITCH } from './gear';
import { findSections, type Sections } from './sections';

/** From here up a line has a breaker at each end, and a fault on it takes nothing else out. */
export const GRID_KILOVOLTS = 35;

/**
 * The electrical network as the engine wants it. Nodes are the scene's buses by slot; links are its branches by slot,
 * then its transformers.
 *
 * What is switched is gear. A link's own has the link's number, and what stands at the other end of one with a switch at
 * each has a number beyond all links. A link with gear at one end only has it at `gearAtTo ? to : from`; the rest of it,
 * its body, belongs to what lies at the other end. With gear at both the body is a section by itself.
 */
export interface Grid {
  readonly file: ElectricityFile;
  readonly nodeCount: number;
  readonly branchCount: number;
  readonly linkCount: number;
  readonly nodeKilovolts: Float64Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly gearCount: number;
  /** By gear. */
  readonly linkGear: Uint8Array;
  readonly gearLink: Uint32Array;
  /** Where a crew finds it; of what has gear at both ends that moves as one, where the link comes from. */
  readonly gearNode: Uint32Array;
  /** 1 where the gear moves without anybody going there. */
  readonly linkAutomatic: Uint8Array;
  /** Position in the normal arrangement: 1 parted. */
  readonly normallyOpen: Uint8Array;
  /** By link: whether its own gear stands at its to end, and the gear at the other end; −1 none. */
  readonly gearAtTo: Uint8Array;
  readonly farGear: Int32Array;
  /** Feeder that a link belongs to, as index into the file's feeders; −1 none. */
  readonly linkFeeder: Int32Array;
  /** Nodes with a connection to the grid above. */
  readonly supplyNode: Uint32Array;
  readonly sections: Sections;
}

export type GridLinks = Omit<Grid, 'sections' | 'file'>;

export function compileGrid(scene: CompiledScene): Grid | null {
  const file = scene.scene.electricity;
  if (file === undefined || file.supplies.length === 0) return null;
  const { bus, branch, transformer } = scene.elements;
  const branchCount = branch.count;
  const linkCount = branchCount + transformer.count;
  const gears = new Set(file.switches.map((each) => each.branch));
  const gearCount = linkCount + file.switches.length - gears.size;
  const links: GridLinks = {
    nodeCount: bus.count,
    branchCount,
    linkCount,
    nodeKilovolts: new Float64Array(bus.count),
    linkFrom: new Uint32Array(linkCount),
    linkTo: new Uint32Array(linkCount),
    gearCount,
    linkGear: new Uint8Array(gearCount),
    gearLink: Uint32Array.from({ length: gearCount }, (_, gear) => gear),
    gearNode: new Uint32Array(gearCount),
    linkAutomatic: new Uint8Array(gearCount),
    normallyOpen: new Uint8Array(gearCount),
    gearAtTo: new Uint8Array(linkCount),
    farGear: new Int32Array(linkCount).fill(-1),
    linkFeeder: new Int32Array(linkCount).fill(-1),
    supplyNode: Uint32Array.from(file.supplies, (supply) => slotIn(bus, supply.bus)),
  };
  const feeders = new Map(file.feeders.map((feeder, index) => [feeder.id, index]));
  for (const { id, kilovolts } of file.buses) links.nodeKilovolts[slotIn(bus, id)] = kilovolts;
  for (const each of file.branches) {
    const link = slotIn(branch, each.id);
    links.linkFrom[link] = slotIn(bus, each.from);
    links.linkTo[link] = slotIn(bus, each.to);
    if (each.closed === false) links.normallyOpen[link] = 1;
    if (links.nodeKilovolts[links.linkFrom[link]] >= GRID_KILOVOLTS) partAtBothEnds(links, link);
    if (each.feeder !== undefined) links.linkFeeder[link] = feeders.get(each.feeder) ?? -1;
  }
  for (const each of file.transformers) {
    const link = branchCount + slotIn(transformer, each.id);
    links.linkFrom[link] = slotIn(bus, each.from);
    links.linkTo[link] = slotIn(bus, each.to);
    partAtBothEnds(links, link);
    // A house's own transformer comes back by hand.
    if (links.nodeKilovolts[links.linkFrom[link]] < GRID_KILOVOLTS) links.linkAutomatic[link] = 0;
    if (each.feeder !== undefined) links.linkFeeder[link] = feeders.get(each.feeder) ?? -1;
  }
  links.gearNode.set(links.linkFrom);
  placeGear(links, file, scene);
  return { ...links, file, sections: findSections(links) };
}

function partAtBothEnds(links: GridLinks, link: number): void {
  links.linkGear[link] = BOTH_ENDS;
  links.linkAutomatic[link] = 1;
}

/**
 * A link's own gear is its breaker, where it has one, since that is what parts a fault and what grows too hot; otherwise
 * what the scene names first.
 */
function placeGear(links: GridLinks, file: ElectricityFile, { elements }: CompiledScene): void {
  const bars = barsOf(file.feeders);
  const branches = new Map(file.branches.map((each) => [each.id, each]));
  const gearOf = ({ kind, automatic }: Switch) =>
    kind === 'breaker' || (kind === 'tie' && automatic) ? BREAKER : SWITCH;
  const byBranch = new Map<string, Switch[]>();
  for (const each of file.switches) byBranch.set(each.branch, [...(byBranch.get(each.branch) ?? []), each]);
  let next = links.linkCount;
  for (const [id, here] of byBranch) {
    const link = slotIn(elements.branch, id);
    const inOrder = [...here].sort((a, b) => gearOf(a) - gearOf(b));
    inOrder.forEach((each, k) => {
      const gear = k === 0 ? link : next++;
      const isTo = endOf(each, branches.get(id)!, bars) === 'to';
      links.gearLink[gear] = link;
      if (links.linkGear[link] === BOTH_ENDS) {
        links.normallyOpen[link] = here.every(({ closed }) => closed) ? 0 : 1;
        return;
      }
      links.normallyOpen[gear] = each.closed ? 0 : 1;
      links.linkGear[gear] = gearOf(each);
      links.linkAutomatic[gear] = each.automatic ? 1 : 0;
      links.gearNode[gear] = isTo ? links.linkTo[link] : links.linkFrom[link];
      if (k > 0) links.farGear[link] = gear;
      else if (isTo) links.gearAtTo[link] = 1;
    });
  }
}

type Switch = ElectricityFile['switches'][number];

/** Whether a link is parted at either end. */
export function isParted({ farGear }: Grid, open: Uint8Array, link: number): boolean {
  return open[link] === 1 || (farGear[link] >= 0 && open[farGear[link]] === 1);
}
