import type { StationsFile } from '../../../../scene/schema/stations';
import type { NetworksPlan, PlannedStation } from '../networks-plan';

type Unit = StationsFile['stations'][number]['units'][number];

export interface StationDemand {
  readonly heatKw: number;
  readonly coolingKw: number;
}

/**
 * The plan's units close the year; its design day asks for more. Boilers and chillers of one size are added until the
 * day is served with the largest unit out (models of the candidate park, 5.1b).
 */
export function sizeStation(station: PlannedStation, asked: StationDemand, plan: NetworksPlan['energy']): Unit[] {
  const units = [...station.units];
  const boilers = lacking(units, asked.heatKw, plan.peakBoiler.heatKw, heatOf);
  if (boilers > 0) {
    const { heatKw, efficiency } = plan.peakBoiler;
    units.push({ id: 'peak-boiler', kind: 'gas-boiler', count: boilers, heatKw, efficiency, minimumLoad: 0.2 });
  }
  const chillers = lacking(units, asked.coolingKw, plan.peakChiller.coolingKw, coolingOf);
  if (chillers > 0) {
    const { coolingKw, efficiency } = plan.peakChiller;
    const electricKw = coolingKw / efficiency;
    units.push({
      id: 'peak-chiller',
      kind: 'electric-chiller',
      count: chillers,
      electricKw,
      coolingKw,
      efficiency,
      minimumLoad: 0.15,
    });
  }
  return units;
}

/** What a unit gives to the hot loops on the design day: an absorption machine only takes. */
export const heatOf = ({ kind, heatKw }: Unit): number => (kind === 'absorption-chiller' ? 0 : (heatKw ?? 0));
export const coolingOf = ({ coolingKw }: Unit): number => coolingKw ?? 0;

export function firmKw(units: readonly Unit[], of: (unit: Unit) => number): number {
  let sum = 0;
  let largest = 0;
  for (const unit of units) {
    sum += of(unit) * (unit.count ?? 1);
    largest = Math.max(largest, of(unit));
  }
  return sum - largest;
}

function lacking(units: readonly Unit[], askedKw: number, sizeKw: number, of: (unit: Unit) => number): number {
  let count = 0;
  const more = (n: number): Unit => ({ id: 'more', kind: 'gas-boiler', count: n, heatKw: sizeKw, coolingKw: sizeKw });
  const isHeat = of === heatOf;
  const firm = (n: number) =>
    firmKw(
      n === 0 ? units : [...units, isHeat ? { ...more(n), coolingKw: undefined } : { ...more(n), heatKw: undefined }],
      of,
    );
  while (firm(count) < askedKw) count++;
  return count;
}

/** What a station sends or takes at most, in kVA: all engines, or all chillers, or all heat pumps, with its own pumps. */
export function stationPeakKva(units: readonly Unit[], powerFactor: number): number {
  const kw = (kinds: readonly Unit['kind'][]) =>
    units
      .filter((unit) => kinds.includes(unit.kind))
      .reduce((sum, unit) => sum + (unit.electricKw ?? 0) * (unit.count ?? 1), 0);
  const OWN_NEEDS = 1.1;
  const sent = kw(['chp-engine', 'wind-turbine', 'battery']);
  const summer = OWN_NEEDS * kw(['electric-chiller', 'battery']);
  const winter = OWN_NEEDS * kw(['ground-source-heat-pump', 'battery']);
  return Math.max(sent, summer, winter) / powerFactor;
}

/** Gas that a station burns with everything on, kW of fuel. */
export function stationGasKw(units: readonly Unit[]): number {
  return units.reduce((sum, unit) => {
    const count = unit.count ?? 1;
    if (unit.kind === 'chp-engine') return sum + (count * (unit.electricKw ?? 0)) / (unit.electricEfficiency ?? 0.4);
    if (unit.kind === 'gas-boiler') return sum + (count * (unit.heatKw ?? 0)) / (unit.efficiency ?? 0.94);
    return sum;
  }, 0);
}
