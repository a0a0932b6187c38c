import type { TunnelCase } from '../../../sim';

export type InputName =
  | 'length'
  | 'land'
  | 'price'
  | 'cost'
  | 'rate'
  | 'years'
  | 'upkeep'
  | 'digs'
  | 'days'
  | 'lost'
  | 'building-days'
  | 'building-lost'
  | 'time';

/** One slider: how a case is read and changed in the unit that the card shows. */
export interface Input {
  readonly name: InputName;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  read(tunnel: TunnelCase): number;
  write(tunnel: TunnelCase, value: number): TunnelCase;
}

const MILLION = 1e6;
const TEN_THOUSAND = 1e4;

type Plain =
  | 'buildingDays'
  | 'buildingVehicleHoursPerDay'
  | 'lengthKm'
  | 'muPerKm'
  | 'yuanPerMu'
  | 'costYuanPerKm'
  | 'rate'
  | 'years'
  | 'upkeepYuanPerKmYear';

const plain = (name: InputName, key: Plain, per: number, min: number, max: number, step: number): Input => ({
  name,
  min,
  max,
  step,
  read: (tunnel) => tunnel[key] / per,
  write: (tunnel, value) => ({ ...tunnel, [key]: value * per }),
});

const digging = (name: InputName, key: keyof TunnelCase['digging'], min: number, max: number, step: number): Input => ({
  name,
  min,
  max,
  step,
  read: (tunnel) => tunnel.digging[key],
  write: (tunnel, value) => ({ ...tunnel, digging: { ...tunnel.digging, [key]: value } }),
});

export const inputs: readonly Input[] = [
  plain('length', 'lengthKm', 1, 0.1, 100, 0.1),
  plain('land', 'muPerKm', 1, 0, 150, 0.5),
  plain('price', 'yuanPerMu', TEN_THOUSAND, 0, 500, 1),
  plain('cost', 'costYuanPerKm', MILLION, 5, 200, 0.25),
  plain('rate', 'rate', 0.01, 0, 12, 0.1),
  plain('years', 'years', 1, 10, 100, 1),
  plain('upkeep', 'upkeepYuanPerKmYear', TEN_THOUSAND, 0, 200, 1),
  digging('digs', 'digsPerKmYear', 0, 3, 0.05),
  digging('days', 'daysPerDig', 1, 60, 1),
  digging('lost', 'vehicleHoursPerDay', 0, 2_000, 1),
  plain('building-days', 'buildingDays', 1, 0, 2_000, 1),
  plain('building-lost', 'buildingVehicleHoursPerDay', 1, 0, 2_000, 1),
  digging('time', 'valueOfTimeYuanPerVehicleHour', 0, 200, 1),
];
