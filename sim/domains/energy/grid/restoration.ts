import type { DeadComponent } from './components';
import { BREAKER } from './gear';
import type { Grid } from './grid';
import type { Positions } from './positions';

/** What to move so that a dead component gets supply, or the part of it that others can carry. */
export interface Restoration {
  readonly open: readonly number[];
  readonly close: readonly number[];
  readonly servedKw: number;
}

/** More trials than this, and the park waits for a night to finish counting them. */
const MOST_TRIALS = 120;
/** Parting a component in two places is tried only where it has so few. */
const FEW_INNER = 10;

export interface RestorationAsk {
  readonly grid: Grid;
  readonly positions: Positions;
  readonly component: DeadComponent;
  /** Wanted by each section now. */
  readonly sectionKw: Float64Array;
  readonly mayMove: (link: number) => boolean;
  /** Whether the network carries it with these links parted. */
  readonly carries: (open: Uint8Array) => boolean;
}

/**
 * The arrangement that serves most of a dead component without an overload or a voltage out of its band; of equal ones
 * the one with fewer moves, then the one nearer to the normal arrangement, then the one with the lower numbers. Every way is looked at: each entry alone, then the
 * component parted at one inner switch, then at two, each part with each entry or with none. Ways are tried in the order
 * of what they would serve, so the first that the power flow allows is the best.
 */
export function bestRestoration(ask: RestorationAsk): Restoration | null {
  const { positions, carries } = ask;
  const trial = positions.open.slice();
  let trials = 0;
  for (const way of waysInOrder(ask)) {
    if (trials++ >= MOST_TRIALS) return null;
    trial.set(positions.open);
    for (const link of way.open) trial[link] = 1;
    for (const link of way.close) trial[link] = 0;
    if (carries(trial)) return way;
  }
  return null;
}

function waysInOrder(ask: RestorationAsk): Restoration[] {
  const { component, mayMove, grid } = ask;
  // To part a cable at its other end, too, changes nothing.
  const links = new Set<number>();
  const inner = component.inner
    .toSorted((a, b) => a - b)
    .filter((gear) => {
      const isNew = mayMove(gear) && !links.has(grid.gearLink[gear]);
      if (isNew) links.add(grid.gearLink[gear]);
      return isNew;
    });
  const cuts: number[][] = [[], ...inner.map((link) => [link])];
  if (inner.length <= FEW_INNER) {
    for (let i = 0; i < inner.length; i++) for (let j = i + 1; j < inner.length; j++) cuts.push([inner[i], inner[j]]);
  }
  // Every feeder of a busbar on its own: its breaker is opened, and each looks for a neighbour.
  const breakers = inner.filter((link) => ask.grid.linkGear[link] === BREAKER);
  if (breakers.length > 2) cuts.push(breakers);
  const ways = cuts.flatMap((cut) => waysOfCut(ask, cut));
  const away = ({ open, close }: Restoration) =>
    open.length + close.reduce((sum, gear) => sum + grid.normallyOpen[gear], 0);
  return ways.sort((a, b) => watts(b) - watts(a) || moves(a) - moves(b) || away(a) - away(b) || byNumbers(a, b));
}

/** Whole ones: the order of a sum is no reason to switch. */
const watts = ({ servedKw }: Restoration): number => Math.round(1_000 * servedKw);
const moves = ({ open, close }: Restoration): number => open.length + close.length;

function byNumbers(a: Restoration, b: Restoration): number {
  const x = [...a.close, ...a.open];
  const y = [...b.close, ...b.open];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i] - y[i];
  return 0;
}

interface Part {
  readonly kw: number;
  readonly entries: number[];
}

function waysOfCut(ask: RestorationAsk, cut: readonly number[]): Restoration[] {
  const parts = partsOf(ask, cut);
  let ways: Restoration[] = [{ open: cut, close: [], servedKw: 0 }];
  for (const { kw, entries } of parts) {
    if (entries.length === 0) continue;
    ways = ways.flatMap((way) => [
      ...(cut.length > 0 && cut.length <= 2 ? [way] : []),
      ...entries.map((link) => ({ open: way.open, close: [...way.close, link], servedKw: way.servedKw + kw })),
    ]);
    if (ways.length > 4_000) break;
  }
  return ways.filter(({ close }) => close.length > 0);
}

/** The pieces of the component when some links are opened. */
function partsOf({ grid, positions, component, sectionKw, mayMove }: RestorationAsk, cut: readonly number[]): Part[] {
  const { sections } = grid;
  const belongs = new Set(component.sections);
  const parts: Part[] = [];
  while (belongs.size > 0) {
    const [start] = belongs;
    belongs.delete(start);
    const members = [start];
    const entries: number[] = [];
    let kw = 0;
    for (const section of members) {
      kw += sectionKw[section];
      for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
        const link = sections.linkAt[k];
        const other = sections.linkLeadsTo[k];
        if (positions.open[link] === 1) {
          if (component.entries.includes(link) && mayMove(link)) entries.push(link);
        } else if (belongs.has(other) && !cut.includes(link)) {
          belongs.delete(other);
          members.push(other);
        }
      }
    }
    parts.push({ kw, entries: entries.sort((a, b) => a - b) });
  }
  return parts;
}
