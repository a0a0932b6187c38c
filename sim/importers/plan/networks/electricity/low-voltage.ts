import type { Building } from '../../../../scene/schema/buildings';
import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import type { ServicePoint } from '../service-points';
import { asksForTwo } from './second-class';
import { sharedOver, transformerFor } from './transformers';

export interface LowVoltage {
  readonly buses: ElectricityFile['buses'];
  readonly transformers: ElectricityFile['transformers'];
  readonly busOfBuilding: ReadonlyMap<string, string>;
  readonly busOfLoad: ReadonlyMap<string, string>;
}

/** Every address has its transformers, each low-voltage bus the houses that hang on it. */
export function growLowVoltage(
  { plan, points, nodeOf, graph, lanes, demandOf }: CityGround,
  feederOf: (point: ServicePoint) => string,
): LowVoltage {
  const { powerFactor, transformerShare, largestTransformerKva, security } = plan.electricity;
  const buses: ElectricityFile['buses'] = [];
  const transformers: ElectricityFile['transformers'] = [];
  const busOfBuilding = new Map<string, string>();
  const busOfLoad = new Map<string, string>();
  const kvaOf = (building: Building) => demandOf(building).electricityKw / powerFactor;
  for (const point of points) {
    const kva = point.demand.electricityKw / powerFactor;
    const mostKva = transformerShare * largestTransformerKva;
    const places = Math.max(1, Math.min(point.buildings.length, Math.ceil(kva / mostKva)));
    const at = lanes.at(graph.nodes[nodeOf.get(point)!], 'power');
    sharedOver(point.buildings, places, kvaOf).forEach((houses, k) => {
      const bus = `${point.name}.${k + 1}`;
      buses.push({ id: bus, at, kilovolts: 0.4 });
      for (const house of houses) busOfBuilding.set(house.id, bus);
      const loads = point.loads.filter(({ house }) =>
        house === undefined ? k === 0 : houses.some(({ id }) => id === house),
      );
      for (const load of loads) busOfLoad.set(load.name, bus);
      const heldKva =
        houses.reduce((sum, house) => sum + kvaOf(house), 0) +
        loads.reduce((sum, load) => sum + load.electricityKw / powerFactor, 0);
      // The two halves of a bar with a tie that closes within seconds are one bus here.
      const least = security !== undefined && houses.some(asksForTwo) ? 2 : 1;
      const side = Math.max(least, Math.ceil(heldKva / mostKva));
      const size = transformerFor(heldKva / side, transformerShare);
      for (let n = 1; n <= side; n++) {
        const { ratingKva, shortCircuitPercent, copperLossKw, ironLossKw } = size;
        transformers.push({
          id: side === 1 ? bus : `${bus}.${n}`,
          from: point.name,
          to: bus,
          ratingKva,
          shortCircuitPercent,
          copperLossKw,
          ironLossKw,
          tapStepPercent: 2.5,
          tap: 0,
          feeder: feederOf(point),
        });
      }
    });
  }
  return { buses, transformers, busOfBuilding, busOfLoad };
}
