import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { createGalleryAir, type GalleryAir } from './air';
import { createGalleryCells, type GalleryCells } from './cells';
import { type CrewCalls, type Crews, createCalls, createCrews } from './crew/crews';
import { createDetectors, type Detectors } from './detectors';
import type { SectionFire } from './fires';
import { createFlood, type FloodState } from './flood/step-flood';
import { type Inflow, noInflow } from './inflow';
import { createTunnelKnobs, type TunnelKnobs } from './knobs';
import { createFireLinkage, type FireLinkage } from './linkage/fire-linkage';
import { createFloodLinkage, type FloodLinkage } from './linkage/flood-linkage';
import { createGasLinkage, type GasLinkage } from './linkage/gas-linkage';
import { planTunnel, type TunnelPlan } from './plan';
import { createSectionState, type SectionState } from './section-state';
import { noTotals, type Totals } from './totals';
import { createStretchState, type StretchState } from './vessels';

/** Everything of galleries in a running city; null parts where a scene has none. */
export interface TunnelState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: TunnelKnobs;
  readonly totals: Totals;
  readonly run: TunnelRun | null;
}

export interface TunnelRun {
  readonly plan: TunnelPlan;
  readonly air: GalleryAir;
  readonly flood: FloodState;
  readonly gasLinkage: GasLinkage;
  readonly floodLinkage: FloodLinkage;
  readonly fireLinkage: FireLinkage;
  readonly crews: Crews;
  readonly calls: CrewCalls;
  readonly sections: SectionState;
  readonly stretches: StretchState;
  readonly cells: GalleryCells;
  readonly detectors: Detectors;
  /** Sections on fire. */
  readonly fires: Map<number, SectionFire>;
  /** By branch: the happening that cost it, 0 while it is sound, and the section that it was in. */
  readonly lostCable: { readonly cause: Int32Array; readonly section: Int32Array };
  /** 1 while more is to be looked at than what is at rest. */
  isBusy: number;
  /** 1 once cables are as warm as their first currents make them. */
  areCablesWarm: boolean;
  /** Share of its rating that each cable of a section may carry, for the air that it was worked out for. */
  readonly limits: { readonly forC: Float64Array; readonly share: readonly Float64Array[] };
  /** Follows from the rest, or is written before it is read: never saved. */
  readonly active: { readonly wanted: Uint8Array; readonly list: { readonly sections: Int32Array; count: number } };
  readonly inflow: Inflow;
  readonly stepped: { solves: number; fanKw: number };
  readonly scratch: {
    readonly inflow: Float64Array;
    readonly mobile: Float64Array;
    readonly carried: Float64Array;
    readonly amperes: Float64Array;
    readonly live: Uint8Array;
    /** Fans of each section that have been looked at. */
    readonly fans: Uint8Array;
  };
}

const START_C = 15;

export function emptyTunnel(scene: CompiledScene, settings: RunSettings): TunnelState {
  return {
    scene,
    settings,
    knobs: createTunnelKnobs(scene),
    totals: noTotals(),
    run: startRun(scene),
  };
}

/** A disturbed section has the walls that it has at rest: the cables' own where there are any. */
function cellsOf(plan: TunnelPlan, air: GalleryAir): GalleryCells {
  const cells = createGalleryCells(plan.galleries, air, plan.groundC);
  plan.lumped.forEach(({ wallJPerK, groundWPerK }, s) => {
    const isCables = plan.cables.sections[s] !== null;
    cells.wallJPerK[s] = isCables ? 0 : wallJPerK;
    cells.groundWPerK[s] = isCables ? 0 : groundWPerK;
  });
  return cells;
}

function startRun(scene: CompiledScene): TunnelRun | null {
  const plan = planTunnel(scene);
  if (plan === null) return null;
  const { count } = plan.galleries.sections;
  const branches = scene.elements.branch.count;
  const air = createGalleryAir(plan.galleries, START_C, START_C);
  const some = () => new Float64Array(count);
  return {
    plan,
    air,
    flood: createFlood(count),
    gasLinkage: createGasLinkage(count),
    floodLinkage: createFloodLinkage(count),
    fireLinkage: createFireLinkage(count),
    crews: createCrews(plan.vehicles),
    calls: createCalls(count),
    sections: createSectionState(count),
    stretches: createStretchState(plan.stretches.count),
    cells: cellsOf(plan, air),
    detectors: createDetectors(plan.galleries),
    fires: new Map(),
    lostCable: { cause: new Int32Array(branches), section: new Int32Array(branches).fill(-1) },
    areCablesWarm: false,
    limits: {
      forC: some().fill(Number.NaN),
      share: plan.cables.branch.map((branches) => new Float64Array(branches.length).fill(1)),
    },
    active: { wanted: new Uint8Array(count), list: { sections: new Int32Array(count), count: 0 } },
    inflow: noInflow(count),
    stepped: { solves: -1, fanKw: 0 },
    isBusy: 1,
    scratch: {
      inflow: some(),
      mobile: some(),
      carried: some(),
      amperes: new Float64Array(branches),
      live: new Uint8Array(branches),
      fans: new Uint8Array(count),
    },
  };
}
