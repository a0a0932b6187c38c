/**
 * Mains in galleries. What such a main loses through a hole while it is open is said by the gallery, which knows the hole;
 * the network loses as much, half at either end, through an opening that lets it out at the pressure there. What it could
 * not give within the step (the pressure falls while it flows) is owed and flows in the next.
 *
 * Shut off at both ends, a main is none of the network's any more: what was in it is taken from both its ends, handed over
 * and told. On opening, the network has back what is left, and the rest is lost. So no gas is ever made or forgotten:
 * what was fed in is what was served, what leaked, and what pipes and shut mains hold more.
 */
import type { Decoder, Encoder } from '../../../kernel';
import { joinPipe, outflowPerArea, type PipeSolver, partPipe } from '../../../networks/pipes';
import type { GalleryGasPorts } from '../galleries/gallery-ports';
import { cityGas, KG_PER_M3_PASCAL } from './city-gas';
import type { GasRun } from './gas-run';

export interface GalleryMains {
  /** Leaked by the gallery's account and not yet by the network's; a little below 0 where it gave too much. */
  readonly owedKg: Float64Array;
  /** What was in a main when it was shut, as it was told; 0 while it is open. */
  readonly closedInKg: Float64Array;
  /** What the network has to have back or to book as lost: the same, but for a main that was empty. */
  readonly heldKg: Float64Array;
  /** The happening behind a main that is shut, or leaks; 0 where nothing is the matter. */
  readonly cause: Int32Array;
  /** Opening by which each main's owed gas leaves at its two ends, in this part of a step. */
  readonly areaAtFromM2: Float64Array;
  readonly areaAtToM2: Float64Array;
  /** Of the step that is being made: what is left of it, and what was booked as lost on opening. */
  remainingS: number;
  lostKg: number;
}

const SHUT_FROM = 0.5;
/** A main with nothing in it is still told to be shut. */
const LEAST_TOLD_KG = 1e-6;
/** Less than this is rounding. */
const OWED_FROM_KG = 1e-9;
/** Of a main's bore, all that can stand open. */
const QUARTER_PI = 0.7853981633974483;

export function noGalleryMains(mains: number): GalleryMains {
  const array = () => new Float64Array(mains);
  return {
    owedKg: array(),
    closedInKg: array(),
    heldKg: array(),
    cause: new Int32Array(mains),
    areaAtFromM2: array(),
    areaAtToM2: array(),
    remainingS: 0,
    lostKg: 0,
  };
}

/** As a step begins: what galleries have done to mains since the last. */
export function followGalleries(run: GasRun, ports: GalleryGasPorts, stepS: number): void {
  const { galleries, solver, plan } = run;
  const { owedKg, closedInKg, heldKg, cause } = galleries;
  const { leak, shut, leftKg } = ports;
  galleries.remainingS = stepS;
  galleries.lostKg = 0;
  for (let main = 0; main < plan.pipeCount; main++) {
    owedKg[main] += leak.values[main] * stepS;
    const isShut = shut.values[main] >= SHUT_FROM;
    if (isShut && closedInKg[main] === 0) {
      // What is owed leaked while it was open: the network's ends give it still.
      heldKg[main] = partPipe(solver, main);
      closedInKg[main] = Math.max(heldKg[main], LEAST_TOLD_KG);
    } else if (!isShut && closedInKg[main] > 0) {
      const backKg = Math.min(heldKg[main], Math.max(0, leftKg[main]));
      joinPipe(solver, main, backKg);
      galleries.lostKg += heldKg[main] - backKg;
      heldKg[main] = 0;
      closedInKg[main] = 0;
    }
    cause[main] = isShut ? shut.causes[main] : leak.values[main] > 0 ? leak.causes[main] : 0;
  }
}

const found = new Float64Array(2);

/** Before a part of a step: openings for what is owed, beside all others at the ends of mains. Answers whether there are any. */
export function openForOwed({ galleries, plan, solver }: GasRun): boolean {
  const { owedKg, areaAtFromM2, areaAtToM2, remainingS } = galleries;
  const { nodes, links } = plan.network;
  let any = false;
  for (let main = 0; main < plan.pipeCount; main++) {
    areaAtFromM2[main] = 0;
    areaAtToM2[main] = 0;
    if (owedKg[main] <= OWED_FROM_KG || remainingS <= 0) continue;
    any = true;
    const half = (0.5 * owedKg[main]) / remainingS;
    const most = QUARTER_PI * links.diameterM[main] * links.diameterM[main];
    areaAtFromM2[main] = areaFor(solver, links.from[main], half, most);
    areaAtToM2[main] = areaFor(solver, links.to[main], half, most);
    nodes.leakAreaM2[links.from[main]] += areaAtFromM2[main];
    nodes.leakAreaM2[links.to[main]] += areaAtToM2[main];
  }
  return any;
}

function areaFor({ pressurePa, ambientPa }: PipeSolver, node: number, kgPerS: number, most: number): number {
  const ambient = ambientPa[node];
  outflowPerArea(cityGas, KG_PER_M3_PASCAL, Math.max(0, pressurePa[node]) + ambient, ambient, found);
  return found[0] * most > kgPerS ? kgPerS / found[0] : most;
}

/** After so many seconds of flow: what left by those openings is no longer owed. */
export function takeOwed({ galleries, plan, solver }: GasRun, seconds: number): void {
  const { owedKg, areaAtFromM2, areaAtToM2 } = galleries;
  const { nodes, links } = plan.network;
  for (let main = 0; main < plan.pipeCount; main++) {
    const [from, to] = [links.from[main], links.to[main]];
    if (areaAtFromM2[main] > 0) {
      owedKg[main] -= (solver.leakKgPerS[from] * seconds * areaAtFromM2[main]) / nodes.leakAreaM2[from];
    }
    if (areaAtToM2[main] > 0) {
      owedKg[main] -= (solver.leakKgPerS[to] * seconds * areaAtToM2[main]) / nodes.leakAreaM2[to];
    }
  }
}

/** What galleries are told at a step's end. */
export function tellMains({ galleries, plan, solver }: GasRun, { pressureKpa, closedInKg }: GalleryGasPorts): void {
  const { links } = plan.network;
  const { pressurePa } = solver;
  for (let main = 0; main < plan.pipeCount; main++) {
    pressureKpa[main] = (0.5 * (pressurePa[links.from[main]] + pressurePa[links.to[main]])) / 1_000;
    closedInKg[main] = galleries.closedInKg[main];
  }
}

/** The newest happening behind what galleries do to mains. */
export function newestGalleryCause({ cause }: GalleryMains): number {
  let newest = 0;
  for (const each of cause) newest = Math.max(newest, each);
  return newest;
}

export function saveGalleryMains({ owedKg, closedInKg, heldKg, cause }: GalleryMains, out: Encoder): void {
  out.float64s(owedKg).float64s(closedInKg).float64s(heldKg).int32s(cause);
}

/** `isApart` follows from it. */
export function loadGalleryMains(
  { owedKg, closedInKg, heldKg, cause }: GalleryMains,
  isApart: Uint8Array,
  from: Decoder,
): void {
  from.float64s(owedKg);
  from.float64s(closedInKg);
  from.float64s(heldKg);
  from.int32s(cause);
  for (let main = 0; main < closedInKg.length; main++) isApart[main] = closedInKg[main] > 0 ? 1 : 0;
}
