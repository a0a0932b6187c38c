import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { createGalleryAir, type GalleryAir } from './air';
import { type CrewCalls, type Crews, createCalls, createCrews } from './crew/crews';
import { createFlood, type FloodState } from './flood/step-flood';
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

function startRun(scene: CompiledScene): TunnelRun | null {
  const plan = planTunnel(scene);
  if (plan === null) return null;
  const { count } = plan.galleries.sections;
  return {
    plan,
    air: createGalleryAir(plan.galleries, START_C, START_C),
    flood: createFlood(count),
    gasLinkage: createGasLinkage(count),
    floodLinkage: createFloodLinkage(count),
    fireLinkage: createFireLinkage(count),
    crews: createCrews(plan.vehicles),
    calls: createCalls(count),
    sections: createSectionState(count),
    stretches: createStretchState(plan.stretches.count),
  };
}
