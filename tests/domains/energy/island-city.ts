/** The smallest grid with a station, and a battery in it, under the whole engine: its outages, told happening by happening. */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import type { Intervention } from '../../../sim/interventions';
import type { LinearSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { change } from '../../interventions/paired';
import { smallStation } from './small-station';

export const HOUR_S = 3_600;
export const SUMMER_NOON = { startDay: 205, startSeconds: 10 * HOUR_S } as const;

export const battery = (powerKw: number, hours = 4) =>
  powerKw > 0
    ? [{ id: 's.battery', kind: 'battery', electricKw: powerKw, storageKwh: hours * powerKw, efficiency: 0.9 }]
    : [];

export const cityWith = (powerKw: number, hours?: number, root?: string) => smallStation(battery(powerKw, hours), root);

/** The first feeder with its station in the middle, and switches beside it that machines can open. */
export const partedCity = (powerKw: number, use: string) =>
  smallStation(battery(powerKw), undefined, (files) => {
    files['stations.json'].stations[0].electricity = 'a2';
    for (const each of files['electricity.json'].switches) {
      if (each.id === 'a1:a2' || each.id === 'a2:a3') each.automatic = true;
    }
    for (const each of files['buildings.json'].buildings) if (each.id === 'A1') each.use = use;
  });

/** Low halls under large roofs. */
export const hallsWith = (powerKw: number, hours: number) =>
  smallStation(battery(powerKw, hours), undefined, (files) => {
    for (const each of files['buildings.json'].buildings) {
      const [[x, y]] = each.outline;
      const south = y < 0 ? y - 60 : y;
      each.outline = [
        [x, south],
        [x + 60, south],
        [x + 60, south + 60],
        [x, south + 60],
      ];
      const hall = { use: 'logistics', form: 'hall', heightM: 12, floors: 1, floorAreaM2: 3_600, roofForSun: 0.8 };
      Object.assign(each, hall);
      each.residents = undefined;
    }
  });

/** Both feeders' substation transformers, or the first one, by hand. */
export function outage(fromSeconds: number, untilSeconds: number | null, targets = ['t1']): Intervention {
  const settings = { transfer: 'manual' };
  return { ...change('substation-outage', targets, settings), id: 'outage', fromSeconds, untilSeconds } as Intervention;
}

export interface IslandRun {
  readonly engine: Engine;
  readonly heard: Happening[];
}

export function begin(
  scene: CompiledScene,
  linear: LinearSolver,
  changes: Partial<Scenario>,
  see: (state: EnergyState, seconds: number, stepS: number) => void = () => {},
): IslandRun {
  const watched: AnyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      see(state, context.seconds, context.stepSeconds);
    },
  };
  const heard: Happening[] = [];
  const listener = { happened: (happening: Happening) => void heard.push(happening) };
  const scenario = { ...defaultScenario(scene.id), domains: ['energy'], ...changes };
  const desk = deskInPlace([watched], { linear });
  return { engine: createEngine({ scene, scenario, domains: [watched], desk, listener }), heard };
}

export const codesOf = ({ heard }: IslandRun, part = 'island'): string[] =>
  heard.filter(({ code }) => code.includes(part)).map(({ code }) => code.replace('energy.', ''));

/** What a station's batteries hold. */
export function heldKwh({ stations }: EnergyState): number {
  const { hub, standing } = stations!;
  return hub.banks.reduce((sum, { kind }, b) => (kind === 'battery' ? sum + standing.heldKwh[b] : sum), 0);
}
