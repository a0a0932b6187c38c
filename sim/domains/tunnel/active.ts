/** Which sections are stepped every second. A section at rest costs nothing: its air and its warmth are one number each. */
import { FIRE_NONE } from './linkage/fire-linkage';
import { FLOOD_DRY } from './linkage/flood-linkage';
import { GAS_NORMAL } from './linkage/gas-linkage';
import type { TunnelRun, TunnelState } from './state';
import type { TunnelStep } from './tunnel-step';
import { hasFire, hasHole, hasInflow } from './wrongs';

/** What is wrong here, or still shows that something was. */
export function isRestless({ knobs }: TunnelState, run: TunnelRun, step: TunnelStep, s: number): boolean {
  const { sections, gasLinkage, floodLinkage, fireLinkage, flood, fires, cells } = run;
  const bias = knobs['gallery-section.detector-bias'].values[s];
  return (
    hasHole(knobs, sections, s) ||
    hasFire(knobs, sections, s) ||
    hasInflow(knobs, sections, s) ||
    step.inflowM3PerS[s] > 0 ||
    flood.waterM3[s] > 0 ||
    gasLinkage.state[s] !== GAS_NORMAL ||
    floodLinkage.state[s] !== FLOOD_DRY ||
    floodLinkage.drowned[s] === 1 ||
    fireLinkage.state[s] !== FIRE_NONE ||
    fires.has(s) ||
    cells.isActive[s] === 1 ||
    (!Number.isNaN(bias) && bias !== 0)
  );
}

/** Who has been calm for so long is at rest again. Ours: a patrol's walk through a section. */
const CALM_S = 300;

export function activate({ sections }: TunnelRun, s: number, wanted: boolean, stepS: number): void {
  if (wanted) {
    sections.isActive[s] = 1;
    sections.calmS[s] = 0;
  } else if (sections.isActive[s] === 1) {
    sections.calmS[s] += stepS;
    if (sections.calmS[s] >= CALM_S) sections.isActive[s] = 0;
  }
}
