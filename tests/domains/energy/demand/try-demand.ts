/** A few buildings under weather that a test holds still. */
import {
  askDemand,
  compileDemand,
  createDemandState,
  type DemandControls,
  type DemandSettings,
  type DemandSupply,
  emptyAsked,
  fullSupply,
  noControls,
  settleDemand,
} from '../../../../sim/domains/energy/demand';
import { emptyWeather, type WeatherNow } from '../../../../sim/domains/energy/weather';
import type { Building, CompiledScene } from '../../../../sim/scene';
import { madeScene } from '../made-scene';

export type Part = Partial<Building> & Pick<Building, 'id' | 'use'>;

/** A Wednesday of mid-January, at ten in the morning, dark unless said otherwise. */
export const WINTER_DAY = 13;
/** A Wednesday of mid-July. */
export const SUMMER_DAY = 195;

export function still(changes: Partial<WeatherNow>): WeatherNow {
  return { ...emptyWeather(), dayIndex: WINTER_DAY, secondOfDay: 36_000, humidity: 0.6, mainsC: 10, ...changes };
}

export function tryDemand(parts: readonly Part[] | CompiledScene, settings: Partial<DemandSettings> = {}) {
  const scene = 'elements' in parts ? parts : madeScene({ buildings: parts });
  const plan = compileDemand(scene, { seed: 1, ...settings });
  const state = createDemandState(plan);
  const asked = emptyAsked(plan.count);
  const supply: DemandSupply = fullSupply(plan.count);
  const controls: DemandControls = noControls(plan.count);
  return {
    plan,
    state,
    asked,
    supply,
    controls,
    slotOf: (id: string) => scene.elements.building.slotOf(id)!,
    ask(weather: WeatherNow, stepSeconds = 900) {
      askDemand(state, weather, controls, stepSeconds, asked);
      return asked;
    },
    step(weather: WeatherNow, stepSeconds = 900) {
      askDemand(state, weather, controls, stepSeconds, asked);
      settleDemand(state, asked, supply, stepSeconds);
      return asked;
    },
  };
}

/** Served by every network: a heating loop at 90 °C or 45, chilled water, gas. */
export function servedScene(parts: readonly Part[], loopC = 90): CompiledScene {
  const at: [number, number] = [0, 0];
  const name = { zh: '环', en: 'Loop' };
  const loop = { id: 'l', name, supplyC: loopC, returnC: 30, pipes: [], pumps: [], valves: [], sources: [] };
  const serves = { heat: 'h', cooling: 'c', gas: 'g' };
  return madeScene({
    buildings: parts.map((part) => ({ serves, ...part })),
    networks: {
      heat: { loops: [{ ...loop, nodes: [{ id: 'h', at }] }] },
      cooling: { loops: [{ ...loop, id: 'k', supplyC: 6, returnC: 13, nodes: [{ id: 'c', at }] }] },
      gas: {
        nodes: [{ id: 'g', at, pressureLevel: 'low' }],
        pipes: [],
        regulators: [],
        valves: [],
        supplies: [],
        calorificMjPerM3: 36,
      },
    },
  });
}
