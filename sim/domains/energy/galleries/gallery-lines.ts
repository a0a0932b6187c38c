/** What energy knows of galleries: where their boards hang, which pipes warm them, how their cables are. */
import type { Decoder, Encoder } from '../../../kernel';
import { telecomGraph } from '../../../scene/compile/telecom-graph';
import type { CompiledScene } from '../../../scene/compiled';
import type { EnergyStep } from '../energy-step';
import type { GridRun } from '../grid/grid-run';
import {
  loadSupplyCauses,
  noSupplyCauses,
  noteSupply,
  type SupplyCauses,
  saveSupplyCauses,
} from '../grid/supply-causes';
import type { EnergyState } from '../state';
import type { StationsRun } from '../stations/stations-run';
import { type Boards, boardsOf, findFeeds } from './boards';
import {
  type GalleryCables,
  loadGalleryCables,
  noGalleryCables,
  saveGalleryCables,
  takeLimits,
  takeLosses,
  tellCurrents,
} from './cables';
import type { Told } from './gallery-ports';
import { compileWarmAir, tellWarmAir, type WarmAir } from './warm-air';

export interface GalleryLines {
  readonly boards: Boards;
  /** By telecom node: its bus, −1 none. */
  readonly telecomBus: Int32Array;
  readonly warmAir: WarmAir;
  readonly cables: GalleryCables;
  readonly supply: SupplyCauses;
}

export function createGalleryLines(scene: CompiledScene, power: GridRun, stations: StationsRun | null): GalleryLines {
  return {
    boards: boardsOf(scene),
    telecomBus: telecomGraph(scene).bus,
    warmAir: compileWarmAir(scene, stations?.loops ?? []),
    cables: noGalleryCables(power.grid.branchCount),
    supply: noSupplyCauses(power),
  };
}

/** As a step begins: what became of cables. Answers whether ratings have changed. */
export function hearGalleries(state: EnergyState, { cables }: GalleryLines, { galleries }: EnergyStep): boolean {
  if (takeLosses(cables, galleries.cableLost)) state.faultsChanged = true;
  return takeLimits(cables, galleries.cableLimit);
}

/** As it ends: who has voltage and why, what flows, what is warm. */
export function tellGalleries(
  { stations, weatherNow, consumers }: EnergyState,
  { boards, telecomBus, warmAir, supply }: GalleryLines,
  power: GridRun,
  { galleries, telecom, stepSeconds }: EnergyStep,
): void {
  const { grid, positions } = power;
  const { ofNode } = grid.sections;
  noteSupply(supply, power);
  const { sectionSupply, signalCause, pumpCause } = galleries;
  findFeeds(boards, (node) => positions.live[ofNode[node]] === 1, boards.next);
  const tellSupplyOf = (nodes: Int32Array, { values, causes }: Told) => {
    for (let i = 0; i < nodes.length; i++) {
      values[i] = nodes[i] < 0 ? 1 : positions.live[ofNode[nodes[i]]];
      causes[i] = nodes[i] < 0 ? 0 : supply.cause[ofNode[nodes[i]]];
    }
  };
  tellSupplyOf(boards.next, sectionSupply);
  tellSupplyOf(telecomBus, telecom.supply);
  const signals = consumers?.signals.node ?? [];
  for (let signal = 0; signal < signals.length; signal++) {
    signalCause[signal] = signals[signal] < 0 ? 0 : supply.cause[ofNode[signals[signal]]];
  }
  const pumps = consumers?.pumpNode ?? [];
  for (let pump = 0; pump < pumps.length; pump++) {
    pumpCause[pump] = pumps[pump] < 0 ? 0 : supply.cause[ofNode[pumps[pump]]];
  }
  tellCurrents(power, galleries.cableA);
  if (stations !== null) tellWarmAir(warmAir, stations.loops, stepSeconds, galleries.heatKw);
  galleries.outdoorC[0] = weatherNow.airC;
}

export function saveGalleryLines({ cables, supply }: GalleryLines, out: Encoder): void {
  saveGalleryCables(cables, out);
  saveSupplyCauses(supply, out);
}

export function loadGalleryLines({ cables, supply }: GalleryLines, from: Decoder): void {
  loadGalleryCables(cables, from);
  loadSupplyCauses(supply, from);
}
