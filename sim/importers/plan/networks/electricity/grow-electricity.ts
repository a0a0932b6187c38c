import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import type { PlannedStation } from '../networks-plan';
import type { Seat } from '../siting';
import { growHighVoltage } from './high-voltage';
import { growLowVoltage, type LowVoltage } from './low-voltage';
import { growMediumVoltage, type SubstationSeat } from './medium-voltage';
import { roofPanels } from './roof-panels';
import { growStationCircuits } from './station-circuits';

export interface GrownElectricity {
  readonly file: ElectricityFile;
  readonly lowVoltage: LowVoltage;
  /** 10 kV bus of each energy station. */
  readonly busOfStation: ReadonlyMap<string, string>;
}

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
