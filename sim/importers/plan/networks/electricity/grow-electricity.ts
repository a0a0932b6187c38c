import type { Building } from '../../../../scene/schema/buildings';
import type { ElectricityFile } from '../../../../scene/schema/electricity';
import { signedArea } from '../../../geometry/polygon';
import type { CityGround } from '../city-ground';
import { pairNames, rounded } from '../network-names';
import type { PlannedStation } from '../networks-plan';
import { type Run, runsOf, turned } from '../runs';
import { segmentsToSources, shortestWays } from '../shortest-ways';
import type { Seat } from '../siting';
import { nodeNamed, type Segment } from '../utility-graph';
import { type Cable, currentOf, highVoltageCable, mediumVoltageCables } from './cables';
import { growLowVoltage, type LowVoltage } from './low-voltage';
import { branchOf, breakerOn, growMediumVoltage, type SubstationSeat } from './medium-voltage';

export interface GrownElectricity {
  readonly file: ElectricityFile;
  readonly lowVoltage: LowVoltage;
  /** 10 kV bus of each energy station. */
  readonly busOfStation: ReadonlyMap<string, string>;
}

/** Share of a pair of cables' rating that a station may send or take: as for feeders of the plan at their limit. */
const STATION_CABLE_SHARE = 0.6;
const SHORT_CIRCUIT_LENGTH_M = 20;

/** Grid points, substations, load feeders, circuits of stations, transformers, roofs and batteries. */
export function growElectricity(ground: CityGround, stationKva: (station: PlannedStation) => number): GrownElectricity {
  const { plan } = ground;
  const seats = plan.electricity.substations.map((one): SubstationSeat & { seat: Seat } => {
    const seat = ground.siting.atSite(one.site)!;
    const sections = Array.from({ length: one.transformers }, (_, k) => `${one.id}.10-${k + 1}`);
    return { id: one.id, short: one.short, node: seat.node, sections, seat };
  });
  const medium = growMediumVoltage(ground, seats);
  const low = growLowVoltage(ground, medium.feederOf);
  const file: ElectricityFile = {
    baseMva: plan.electricity.baseMva,
    buses: [...medium.buses],
    branches: [...medium.branches],
    transformers: [],
    supplies: [],
    switches: [...medium.switches],
    feeders: [...medium.feeders],
    generators: [],
    batteries: [],
  };
  growHighVoltage(ground, seats, file);
  const busOfStation = growStationCircuits(ground, seats, file, stationKva);
  file.buses.push(...low.buses);
  file.transformers.push(...low.transformers);
  roofPanels(ground, low, file);
  return { file, lowVoltage: low, busOfStation };
}

/** Each substation has a busbar for each of two grid points and open couplers, so that either may fail. */
function growHighVoltage(
  { plan, graph, lanes, galleries }: CityGround,
  seats: readonly (SubstationSeat & { seat: Seat })[],
  file: ElectricityFile,
): void {
  const nameOf = pairNames();
  const alongArterials = ({ link, lengthM }: Segment) => lengthM * (link.street.class === 'arterial' ? 1 : 2.5);
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
      for (const run of joined(
        runsOf(graph, segmentsToSources(ways, [seat.node]), () => false),
        from,
      )) {
        file.branches.push({
          ...branchOf(nameOf, point.id, bus, run.lengthM, highVoltageCable),
          path: lanes.path(run, 'power'),
          ...compartmentOfWhole(run, (segment) => galleries.compartmentOf(segment, 'power')),
        });
      }
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

/** Runs of one way out, each walked away from its start. */
const outwards = (runs: readonly Run[], start: number): Run[] =>
  runs.map((run) => (run.from === start ? run : turned(run)));

/** A coupler is open and closes by itself when one side has lost its supply. */
function couple(
  file: ElectricityFile,
  nameOf: (from: string, to: string) => string,
  from: string,
  to: string,
  ratingA: number,
): void {
  const busbar: Cable = { squareMm: 0, ohmPerKm: 0.01, reactanceOhmPerKm: 0.05, nanofaradPerKm: 0, ratingA };
  const branch = { ...branchOf(nameOf, from, to, SHORT_CIRCUIT_LENGTH_M, busbar), closed: false };
  file.branches.push(branch);
  file.switches.push({ id: branch.id, branch: branch.id, kind: 'tie', closed: false, automatic: true });
}

/** A station's own circuits: one to the substation it belongs to, one that stands by to the other. */
function growStationCircuits(
  { plan, graph, lanes, siting, galleries }: CityGround,
  substations: readonly SubstationSeat[],
  file: ElectricityFile,
  stationKva: (station: PlannedStation) => number,
): Map<string, string> {
  const busOf = new Map<string, string>();
  const nameOf = pairNames();
  const cable = mediumVoltageCables.find((one) => one.squareMm === 300)!;
  plan.energy.stations.forEach((station, k) => {
    const seat = siting.atSite(station.site)!;
    const bus = `${station.id}.10`;
    busOf.set(station.id, bus);
    file.buses.push({ id: bus, name: seat.name, at: seat.at, kilovolts: 10, building: seat.building.id });
    const abreast = Math.max(1, Math.ceil(currentOf(stationKva(station)) / (STATION_CABLE_SHARE * cable.ratingA)));
    for (const substation of substations) {
      const ways = shortestWays(graph, [substation.node], (segment) => galleries.metresOf(segment, 'power'));
      const isOwn = substation.id === station.substation;
      const feeder = `${substation.id}-${station.id}`;
      const section = substation.sections[k % substation.sections.length];
      if (isOwn) file.feeders.push({ id: feeder, name: seat.name, bus: section });
      const runs = joined(
        runsOf(graph, segmentsToSources(ways, [seat.node]), () => false),
        substation.node,
      );
      for (const run of runs) {
        const one = branchOf(nameOf, section, bus, run.lengthM, cable, isOwn ? feeder : undefined);
        const branch = {
          ...one,
          resistanceOhm: rounded(one.resistanceOhm / abreast, 5),
          reactanceOhm: rounded(one.reactanceOhm / abreast, 5),
          capacitanceNf: rounded((one.capacitanceNf ?? 0) * abreast, 1),
          ratingA: one.ratingA * abreast,
          path: lanes.path(run, 'power'),
          ...compartmentOfWhole(run, (segment) => galleries.compartmentOf(segment, 'power')),
          ...(isOwn ? {} : { closed: false }),
        };
        file.branches.push(branch);
        if (isOwn) file.switches.push(breakerOn(branch.id));
        else file.switches.push({ id: branch.id, branch: branch.id, kind: 'tie', closed: false, automatic: true });
      }
    }
    for (const unit of station.units) {
      for (let n = 1; n <= (unit.count ?? 1); n++) {
        const id = `${station.id}.${unit.id}-${n}`;
        if (unit.kind === 'chp-engine') {
          file.generators.push({ id, bus, kind: 'chp', ratedKw: unit.electricKw!, station: station.id });
        } else if (unit.kind === 'wind-turbine') {
          file.generators.push({ id, bus, kind: 'wind', ratedKw: unit.electricKw!, station: station.id });
        } else if (unit.kind === 'battery') {
          const { electricKw, storageKwh, efficiency } = unit;
          const roundTripEfficiency = efficiency ?? 0.9;
          file.batteries.push({ id, bus, powerKw: electricKw!, energyKwh: storageKwh!, roundTripEfficiency });
        }
      }
    }
  });
  return busOf;
}

function compartmentOfWhole(run: Run, of: (segment: number) => string | undefined): { compartment?: string } {
  const first = of(run.steps[0].segment);
  return first && run.steps.every(({ segment }) => of(segment) === first) ? { compartment: first } : {};
}

/** Peak output of a square metre of panels laid flat in rows: 200 W of module on the roof fit for them. */
const PANEL_KW_PER_M2 = 0.2;
const SMALLEST_ROOF_KW = 60;

/** Photovoltaics on the largest fit roofs, until the park has what its plan asks for. */
function roofPanels({ plan, points }: CityGround, low: LowVoltage, file: ElectricityFile): void {
  const buildings = points.flatMap((point) => point.buildings);
  const kwOf = (one: Building) => rounded(signedArea(one.outline) * (one.roofForSun ?? 0) * PANEL_KW_PER_M2, 0);
  const roofs = buildings
    .map((building) => ({ building, kw: kwOf(building) }))
    .filter(({ kw }) => kw >= SMALLEST_ROOF_KW)
    .sort((a, b) => b.kw - a.kw || (a.building.id < b.building.id ? -1 : 1));
  let leftKw = plan.electricity.roofPeakKw;
  for (const { building, kw } of roofs) {
    if (leftKw < SMALLEST_ROOF_KW) break;
    const ratedKw = Math.min(kw, leftKw);
    leftKw -= ratedKw;
    file.generators.push({
      id: `pv:${building.id}`,
      bus: low.busOfBuilding.get(building.id)!,
      kind: 'photovoltaic',
      ratedKw,
    });
  }
}
