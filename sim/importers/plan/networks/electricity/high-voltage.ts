import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import { pairNames, rounded } from '../network-names';
import { shortestWays } from '../shortest-ways';
import type { Seat } from '../siting';
import { nodeNamed, type Segment } from '../utility-graph';
import { highVoltageCable } from './cables';
import { couple, layCircuit } from './circuits';
import type { SubstationSeat } from './medium-voltage';

/** Each substation has a busbar for each of two grid points and open couplers, so that either may fail. */
export function growHighVoltage(
  ground: CityGround,
  seats: readonly (SubstationSeat & { seat: Seat })[],
  file: ElectricityFile,
): void {
  const { plan, graph, lanes, galleries } = ground;
  const nameOf = pairNames();
  const inGalleries = plan.electricity.highVoltageInGalleries === true;
  const alongArterials = (segment: Segment) =>
    (inGalleries ? galleries.metresOf(segment, 'power') : segment.lengthM) *
    (segment.link.street.class === 'arterial' ? 1 : 2.5);
  for (const point of plan.electricity.gridPoints) {
    const node = nodeNamed(graph, point.node);
    file.buses.push({ id: point.id, name: point.name, at: lanes.at(graph.nodes[node], 'power'), kilovolts: 110 });
    const { shortCircuitMva, limitMw } = point;
    file.supplies.push({ id: point.id, name: point.name, bus: point.id, shortCircuitMva, limitMw });
  }
  plan.electricity.substations.forEach((planned, s) => {
    const { seat, sections } = seats[s];
    const [x, y] = seat.at;
    plan.electricity.gridPoints.forEach((point, g) => {
      const bus = `${planned.id}.110-${g + 1}`;
      file.buses.push({ id: bus, at: [x, rounded(y + 3 * g, 1)], kilovolts: 110, building: seat.building.id });
      const from = nodeNamed(graph, point.node);
      const ways = shortestWays(graph, [from], alongArterials);
      const circuit = { id: `${point.id}-${planned.id}`, from: point.id, to: bus, kilovolts: 110, abreast: 1 };
      layCircuit(ground, ways, seat.node, { ...circuit, cable: highVoltageCable }, file, nameOf);
      if (g > 0) couple(file, nameOf, `${planned.id}.110-${g}`, bus, 1_250);
    });
    sections.forEach((section, k) => {
      file.buses.push({
        id: section,
        at: [rounded(x + 4, 1), rounded(y + 3 * k, 1)],
        kilovolts: 10,
        building: seat.building.id,
      });
      const grid = (k % plan.electricity.gridPoints.length) + 1;
      file.transformers.push({
        id: `${planned.id}.t${k + 1}`,
        from: `${planned.id}.110-${grid}`,
        to: section,
        ratingKva: planned.ratingKva,
        shortCircuitPercent: planned.shortCircuitPercent,
        copperLossKw: planned.copperLossKw,
        ironLossKw: planned.ironLossKw,
        tapStepPercent: 1.25,
        tap: 0,
      });
      if (k > 0) couple(file, nameOf, sections[k - 1], section, 4_000);
    });
  });
}
