/** Energy alone under the whole engine, with its plans; every step's end is looked at. */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { AnyDomain } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';

export function energyAlone(
  scene: CompiledScene,
  linear: LinearSolver,
  changes: Partial<Scenario>,
  see: (of: EnergyState, seconds: number, stepS: number) => void = () => {},
): Engine {
  const watched: AnyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      see(state, context.seconds, context.stepSeconds);
    },
  };
  const scenario = { ...defaultScenario(scene.id), domains: ['energy'], ...changes };
  return createEngine({ scene, scenario, domains: [watched], desk: deskInPlace([watched], { linear }) });
}

export function machinesOut(
  id: string,
  targets: readonly string[],
  machines: number,
  fromSeconds: number,
  untilSeconds: number | null,
): Intervention {
  return {
    id,
    kind: 'machine-outage',
    targets: targets as ElementId[],
    settings: { machines },
    fromSeconds,
    untilSeconds,
  };
}

/** The largest single machine for heat, or for cold, of each station, stores among them. */
export function largestUnits({ scene }: CompiledScene, carrier: 'heat' | 'cooling'): string[] {
  return (scene.stations?.stations ?? []).map(({ units }) => {
    const ofHeat = (unit: (typeof units)[number]) => (unit.kind === 'absorption-chiller' ? 0 : (unit.heatKw ?? 0));
    const of = carrier === 'heat' ? ofHeat : (unit: (typeof units)[number]) => unit.coolingKw ?? 0;
    return units.reduce((largest, each) => (of(each) > of(largest) ? each : largest)).id;
  });
}

/** What was asked of networks at a step's end, and what of it did not come, kW of heat and of cold together. */
export function askedAndMissed({ consumers, totals }: EnergyState): {
  readonly asked: number;
  readonly missed: number;
} {
  let asked = 0;
  for (const kw of consumers!.asked.heatKw) asked += kw;
  for (const kw of consumers!.asked.coolingKw) asked += kw;
  return { asked, missed: totals.unservedHeatKw + totals.unservedColdKw };
}
