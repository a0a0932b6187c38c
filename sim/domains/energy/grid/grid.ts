import { slotIn } from '../../../scene/compile/element-tables';
import type { CompiledScene } from '../../../scene/compiled';
import type { ElectricityFile } from '../../../scene/schema/electricity';
import { BOTH_ENDS, BREAKER, SWITCH } from './gear';
import { findSections, type Sections } from './sections';

/** From here up a line has a breaker at each end, and a fault on it takes nothing else out. */
export const GRID_KILOVOLTS = 35;

/**
 * The electrical network as the engine wants it. Nodes are the scene's buses by slot; links are its branches by slot,
 * then its transformers. A link with gear at one end only has it at `gearAtTo ? to : from`; the rest of it, its body,
 * belongs to what lies at the other end.
 */
export interface Grid {
  readonly file: ElectricityFile;
  readonly nodeCount: number;
  readonly branchCount: number;
  readonly linkCount: number;
  readonly nodeKilovolts: Float64Array;
  readonly linkFrom: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkGear: Uint8Array;
  readonly gearAtTo: Uint8Array;
  /** 1 where the gear moves without anybody going there. */
  readonly linkAutomatic: Uint8Array;
  /** Position in the normal arrangement: 1 parted. */
  readonly normallyOpen: Uint8Array;
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
  const links: GridLinks = {
    nodeCount: bus.count,
    branchCount,
    linkCount,
    nodeKilovolts: new Float64Array(bus.count),
    linkFrom: new Uint32Array(linkCount),
    linkTo: new Uint32Array(linkCount),
    linkGear: new Uint8Array(linkCount),
    gearAtTo: new Uint8Array(linkCount),
    linkAutomatic: new Uint8Array(linkCount),
    normallyOpen: new Uint8Array(linkCount),
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
  placeGear(links, file, scene);
  return { ...links, file, sections: findSections(links) };
}

function partAtBothEnds(links: GridLinks, link: number): void {
  links.linkGear[link] = BOTH_ENDS;
  links.linkAutomatic[link] = 1;
}

/** A feeder's breaker stands at its busbar; other gear at the end that the branch is named from. */
function placeGear(links: GridLinks, file: ElectricityFile, { elements }: CompiledScene): void {
  const bars = new Map(file.feeders.map((feeder, index) => [index, slotIn(elements.bus, feeder.bus)]));
  for (const { branch, kind, closed, automatic } of file.switches) {
    const link = slotIn(elements.branch, branch);
    links.normallyOpen[link] = closed ? 0 : 1;
    if (links.linkGear[link] === BOTH_ENDS) continue;
    links.linkGear[link] = kind === 'breaker' || (kind === 'tie' && automatic) ? BREAKER : SWITCH;
    links.linkAutomatic[link] = automatic ? 1 : 0;
    const bar = bars.get(links.linkFeeder[link]);
    if (bar !== undefined && bar === links.linkTo[link]) links.gearAtTo[link] = 1;
  }
}
