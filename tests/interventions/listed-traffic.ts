/** Traffic of named classes on a small city: cars, buses and ambulances between places, so many an hour. */
import { type CompiledScene, compileScene, type ListedVehicles } from '../../sim/scene';

export interface Flow {
  readonly class: 'car' | 'bus' | 'emergency';
  readonly from: string;
  readonly to: string;
  readonly perHour: number;
}

const body = { car: 4.6, bus: 12, emergency: 6 } as const;

export function withFlows(city: CompiledScene, flows: readonly Flow[], seconds: number): CompiledScene {
  const vehicles: ListedVehicles = {
    startsAtSeconds: 25_200,
    types: (['car', 'bus', 'emergency'] as const).map((name) => ({
      id: name,
      class: name,
      lengthM: body[name],
      widthM: 2,
      minGapM: 2,
      maxSpeedMps: 40,
      accelerationMps2: name === 'bus' ? 1.2 : 2,
      decelerationMps2: 3,
      emergencyDecelerationMps2: 9,
      headwaySeconds: name === 'bus' ? 1.3 : 1,
      imperfection: 0,
      speedFactor: { mean: 1, deviation: 0.06, min: 0.85, max: 1.15 },
      model: 'IDM',
    })),
    typeMixes: [],
    routes: [],
    routeMixes: [],
    departures: [],
    flows: flows.map(({ class: type, from, to, perHour }, i) => ({
      id: `flow-${i}`,
      type,
      from,
      to,
      departLane: 'best',
      departSpeed: 'desired',
      beginSeconds: 0,
      endSeconds: seconds,
      ...(type === 'car' ? { meanGapSeconds: 3_600 / perHour } : { periodSeconds: 3_600 / perHour }),
    })),
  };
  const { scene } = city;
  return compileScene({ ...scene, demand: { ...scene.demand!, vehicles } });
}
