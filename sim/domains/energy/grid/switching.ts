import { type DeadComponent, deadComponents } from './components';
import { BOTH_ENDS, BREAKER, NO_GEAR } from './gear';
import type { Grid } from './grid';
import { isPlanned, type Operations, plan, standDown, takeDue } from './operations';
import { conducts, findFaulty, findLive, type Positions } from './positions';
import { bestRestoration } from './restoration';

/** What the people and relays that switch know of the rest. */
export interface SwitchingView {
  readonly nowS: number;
  /** Wanted by each section now. */
  readonly sectionKw: Float64Array;
  /** Whether a link has cooled down since it was parted hot. */
  isCool(link: number): boolean;
  /** Whether the network carries its load with these links parted. */
  carries(open: Uint8Array): boolean;
  /** A link that has been moved, and the happening that led to it; answers its own happening. */
  moved(link: number, toOpen: number, cause: number): void;
  /** Links that an island's controller has parted, and will close by itself: 1 each. Whoever else moves one takes it over. */
  readonly kept?: Uint8Array;
  /** Islands that the grid has reached join it, and close those links. */
  rejoin?(): void;
  /** The happening behind what is broken at a section; 0 where none. */
  causeAt(section: number): number;
  /** From a call until the crew is at a link. */
  crewComesS(link: number): number;
}

/** Two sums of the same loads may differ by their order. */
const A_WATT_KW = 0.001;

/** What a search for a way found nothing is tried again after this, since loads change. */
const SEARCH_AGAIN_S = 900;

export interface Switching {
  readonly operations: Operations;
  /** No search before this; 0 after anything has moved. */
  searchFromS: number;
}

/**
 * One look of the control room: what is due is done; faulty sections are cut off; whatever is dead and sound gets
 * supply from elsewhere, by machines at once, else by the crew; when nothing is broken any more, all goes back to where
 * it stands in a normal week. Answers whether anything was moved.
 */
export function stepSwitching(grid: Grid, positions: Positions, switching: Switching, view: SwitchingView): boolean {
  const { operations } = switching;
  let moved = takeMoves(grid, positions, switching, view);
  if (isolate(grid, positions, operations, view)) switching.searchFromS = 0;
  moved = returnSupplies(grid, positions) || moved;
  view.rejoin?.();
  if (operations.link.length > 0 || view.nowS < switching.searchFromS) return moved;
  const seen = asKept(grid, positions, view.kept);
  if (isWhole(positions)) goBack(grid, seen, operations, view);
  if (operations.link.length === 0) restore(grid, seen, operations, view);
  if (isTransferAlone(grid, operations)) moved = takeMoves(grid, positions, switching, view) || moved;
  else if (operations.link.length === 0) {
    switching.searchFromS = view.nowS + SEARCH_AGAIN_S;
    if (isNormal(grid, seen)) standDown(operations);
  }
  return moved;
}

/** What is due is done; says whether anything was. */
function takeMoves(grid: Grid, positions: Positions, switching: Switching, view: SwitchingView): boolean {
  let moved = false;
  takeDue(switching.operations, view.nowS, (link, toOpen, cause) => {
    if (view.kept) view.kept[link] = 0;
    if (positions.open[link] === toOpen || (toOpen === 0 && mayNotClose(grid, positions, link))) return;
    positions.open[link] = toOpen;
    moved = true;
    view.moved(link, toOpen, cause);
  });
  if (moved) {
    switching.searchFromS = 0;
    findLive(grid, positions);
  }
  return moved;
}

/**
 * Ties that close by their own relays and nothing else: that takes them seconds (GB/T 50062-2008, ch. 11), well below the
 * step, so nobody is counted dark for the whole of one. What the control room decides is done at its next look.
 */
function isTransferAlone({ linkAutomatic, linkGear, normallyOpen }: Grid, { link, toOpen }: Operations): boolean {
  const isTransfer = (gear: number) =>
    linkAutomatic[gear] === 1 && linkGear[gear] === BREAKER && normallyOpen[gear] === 1;
  return link.length > 0 && link.every((gear, i) => toOpen[i] === 0 && isTransfer(gear));
}

const isWhole = ({ linkOut, nodeOut }: Positions): boolean => !linkOut.includes(1) && !nodeOut.includes(1);

function isNormal(grid: Grid, { open }: Positions): boolean {
  return grid.normallyOpen.every((position, link) => position === open[link]);
}

/** The switches round a faulty section, but those to a section that nothing else could feed. */
function isolate(grid: Grid, positions: Positions, operations: Operations, view: SwitchingView): boolean {
  const { sections, linkAutomatic } = grid;
  let planned = false;
  for (let section = 0; section < sections.count; section++) {
    if (positions.faulty[section] === 0) continue;
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      const link = sections.linkAt[k];
      const beyond = sections.linkLeadsTo[k];
      if (positions.open[link] === 1 || hangsOn(grid, beyond, section) || isPlanned(operations, link)) continue;
      const automatic = linkAutomatic[link] === 1;
      plan(operations, view, { link, toOpen: 1, automatic, cause: view.causeAt(section) });
      planned = true;
    }
  }
  return planned;
}

/** Whether nothing but one section could feed another: a house's own bar, by however many transformers. */
function hangsOn({ sections }: Grid, section: number, on: number): boolean {
  for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
    if (sections.linkLeadsTo[k] !== on) return false;
  }
  return true;
}

/** The grid above comes back as soon as the fault is cut off from it. */
function returnSupplies(grid: Grid, positions: Positions): boolean {
  const { supplyOff, faulty } = positions;
  if (!supplyOff.includes(1)) return false;
  const { sections, supplyNode } = grid;
  for (let i = 0; i < supplyOff.length; i++) {
    if (supplyOff[i] === 0) continue;
    const reached = new Set([sections.ofNode[supplyNode[i]]]);
    for (const section of reached) {
      if (faulty[section] === 1) break;
      for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
        if (conducts(grid, positions, sections.linkAt[k])) reached.add(sections.linkLeadsTo[k]);
      }
    }
    if (![...reached].some((section) => faulty[section] === 1)) supplyOff[i] = 0;
  }
  findLive(grid, positions);
  return true;
}

function goBack(grid: Grid, positions: Positions, operations: Operations, view: SwitchingView): void {
  if (isNormal(grid, positions) || !view.carries(grid.normallyOpen)) return;
  for (let link = 0; link < grid.gearCount; link++) {
    if (positions.open[link] === 1 && grid.normallyOpen[link] === 0 && !view.isCool(link)) return;
  }
  for (const toOpen of [0, 1]) {
    for (let link = 0; link < grid.gearCount; link++) {
      if (positions.open[link] === grid.normallyOpen[link] || grid.normallyOpen[link] !== toOpen) continue;
      plan(operations, view, { link, toOpen, automatic: grid.linkAutomatic[link] === 1, cause: 0 });
    }
  }
  // Nobody is left dark in between: the switches that open wait for the last of those that close.
  const last = Math.max(...operations.dueS);
  operations.dueS = operations.dueS.map(() => last);
}

/**
 * The grid as if there were no islands: what they keep off themselves hangs together with them all the same, and comes
 * back with them. What is kept off a part that has met the grid waits for a fault behind it to be cut off.
 */
function asKept({ sections }: Grid, positions: Positions, kept: Uint8Array | undefined): Positions {
  if (!kept?.some((each) => each > 0)) return positions;
  const { onGrid } = positions;
  const isFed = (link: number) => onGrid[sections.gearFrom[link]] + onGrid[sections.gearTo[link]] > 0;
  return {
    ...positions,
    open: positions.open.map((position, link) => (kept[link] > 0 && !isFed(link) ? 0 : position)),
  };
}

function restore(grid: Grid, positions: Positions, operations: Operations, view: SwitchingView): void {
  const { sectionKw, carries } = view;
  for (const component of deadComponents(grid, positions)) {
    if (component.onFault || component.entries.length === 0 || isCableAlone(grid, component)) continue;
    const everything = component.sections.reduce((sum, section) => sum + sectionKw[section], 0);
    const ask = { grid, positions, component, sectionKw, carries };
    const byMachine = bestRestoration({
      ...ask,
      mayMove: (link) => grid.linkAutomatic[link] === 1 && view.isCool(link),
    });
    const best =
      byMachine !== null && byMachine.servedKw >= everything - A_WATT_KW
        ? byMachine
        : (bestRestoration({ ...ask, mayMove: (link) => grid.linkGear[link] !== NO_GEAR && view.isCool(link) }) ??
          byMachine);
    if (best === null) continue;
    const cause = component.sections.map((section) => view.causeAt(section)).find((each) => each > 0) ?? 0;
    for (const [links, toOpen] of [[best.open, 1] as const, [best.close, 0] as const]) {
      for (const link of links) {
        const automatic = grid.linkAutomatic[link] === 1;
        plan(operations, view, { link, toOpen, automatic, cause });
      }
    }
  }
}

/** A cable with both its switches open is nobody's want. */
const isCableAlone = ({ sections }: Grid, component: DeadComponent): boolean =>
  component.sections.every((section) => section >= sections.firstBody);

/**
 * Nothing is closed onto a fault; and two islands are not tied to each other, since neither battery is to follow the
 * other. What hangs on one island alone is: the battery has led it to the other side's voltage, frequency and angle
 * before (IEEE 1547-2018, 4.10.4: within 0.1 Hz, 3 % and 10° from 1.5 MVA up), which takes less than the step.
 */
export function mayNotClose(grid: Grid, positions: Positions, link: number): boolean {
  const { island } = positions;
  const from = island[grid.sections.gearFrom[link]];
  const to = island[grid.sections.gearTo[link]];
  return (from > 0 && to > 0 && from !== to) || closesOnFault(grid, positions, link);
}

/** Whether voltage would come onto something broken. */
function closesOnFault(grid: Grid, positions: Positions, link: number): boolean {
  const { sections, linkGear } = grid;
  if (linkGear[link] === BOTH_ENDS && positions.linkOut[link] === 1) return true;
  const reached = new Set([sections.gearFrom[link], sections.gearTo[link]]);
  for (const section of reached) {
    if (positions.faulty[section] === 1) return true;
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      if (conducts(grid, positions, sections.linkAt[k])) reached.add(sections.linkLeadsTo[k]);
    }
  }
  return false;
}

/** After what is broken has changed. */
export function takeStock(grid: Grid, positions: Positions, switching: Switching): void {
  findFaulty(grid, positions);
  findLive(grid, positions);
  switching.searchFromS = 0;
}
