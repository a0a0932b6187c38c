import type { StationsFile } from '../../../../scene/schema/stations';
import type { NetworksPlan, PlannedStation } from '../networks-plan';

type Unit = StationsFile['stations'][number]['units'][number];

/** What a station's loops ask for on the design day. */
export interface StationDemand {
  readonly lowHeatKw: number;
  readonly highHeatKw: number;
  readonly coolingKw: number;
}

/** What pipes lose and what the water in them takes to be warmed, on top of what houses ask for: GB 50041's 5 to 8 %. */
const ON_TOP = 1.06;

/**
 * The plan's units close the year; its design day asks for more. Boilers and chillers of one size are added until the
 * day is served with the largest unit out (models of the candidate park, 5.1b).
 */
export function sizeStation(station: PlannedStation, asked: StationDemand, plan: NetworksPlan['energy']): Unit[] {
  const units = [...station.units];
  const { heatKw, efficiency } = plan.peakBoiler;
  const boilers = (count: number): Unit[] =>
    count === 0 ? [] : [{ id: 'peak-boiler', kind: 'gas-boiler', count, heatKw, efficiency, minimumLoad: 0.2 }];
  const { coolingKw } = plan.peakChiller;
  const electricKw = coolingKw / plan.peakChiller.efficiency;
  const chillers = (count: number): Unit[] =>
    count === 0
      ? []
      : [
          {
            id: 'peak-chiller',
            kind: 'electric-chiller',
            count,
            electricKw,
            coolingKw,
            efficiency: plan.peakChiller.efficiency,
            minimumLoad: 0.15,
          },
        ];
  units.push(...fewest(boilers, (more) => servesHeat([...units, ...more], asked)));
  units.push(...fewest(chillers, (more) => servesCold([...units, ...more], asked)));
  return units;
}

function fewest(of: (count: number) => Unit[], does: (more: readonly Unit[]) => boolean): Unit[] {
  let count = 0;
  while (!does(of(count))) count++;
  return of(count);
}

/** Whether both levels of heat are served whichever unit is out. Heat pumps do not reach the hot one. */
export function servesHeat(units: readonly Unit[], { lowHeatKw, highHeatKw }: StationDemand): boolean {
  const isPump = ({ kind }: Unit) => kind.endsWith('heat-pump');
  const hot = units.filter((unit) => !isPump(unit));
  const pumps = units.filter(isPump);
  const high = ON_TOP * highHeatKw;
  const all = high + ON_TOP * lowHeatKw;
  const most = (kw: number) => Math.min(kw, ON_TOP * lowHeatKw);
  return (
    firmKw(hot, heatOf) >= high &&
    firmKw(hot, heatOf) + most(sumKw(pumps, heatOf)) >= all &&
    sumKw(hot, heatOf) + most(firmKw(pumps, heatOf)) >= all
  );
}

export function servesCold(units: readonly Unit[], { coolingKw }: StationDemand): boolean {
  return firmKw(units, coolingOf) >= ON_TOP * coolingKw;
}

/** What a unit gives to the loops on the design day: an absorption machine only takes heat. */
const heatOf = ({ kind, heatKw }: Unit): number => (kind === 'absorption-chiller' ? 0 : (heatKw ?? 0));
const coolingOf = ({ coolingKw }: Unit): number => coolingKw ?? 0;

function sumKw(units: readonly Unit[], of: (unit: Unit) => number): number {
  return units.reduce((sum, unit) => sum + of(unit) * (unit.count ?? 1), 0);
}

function firmKw(units: readonly Unit[], of: (unit: Unit) => number): number {
  return sumKw(units, of) - units.reduce((largest, unit) => Math.max(largest, of(unit)), 0);
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
