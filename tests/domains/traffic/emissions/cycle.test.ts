/** Consumption on the New European Driving Cycle against what was published for vehicles of each kind. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARGER_EFFICIENCY } from '../../../../sim/domains/traffic/emissions/battery';
import {
  classDragAreaM2,
  classInertiaKg,
  classMassKg,
  classRollingResistance,
  DIESEL_BUS,
  DIESEL_CAR,
  DIESEL_TRUCK,
  DIESEL_VAN,
  ELECTRIC_BUS,
  ELECTRIC_CAR,
  PETROL_CAR,
} from '../../../../sim/domains/traffic/emissions/energy-classes';
import { fuelLitres, fuelPowerW } from '../../../../sim/domains/traffic/emissions/fuel';
import { wheelPowerW } from '../../../../sim/domains/traffic/emissions/road-load';
import { CELLS_J, CO2_G, FUEL_J, RECUPERATED_J } from '../../../../sim/domains/traffic/emissions/sums';
import { drive } from './drive';
import { extraUrban, nedc, type Trace, traceOf, urban } from './driving-cycles';

const whole = traceOf(nedc, 1);
const litresPer100Km = (kind: number, trace: Trace, gradePerMille = 0) =>
  fuelLitres(kind, drive(kind, trace, { gradePerMille }).column(FUEL_J)) / (trace.distanceM / 1e5);
const cellKwhPer100Km = (kind: number, trace: Trace, climateW = 0) =>
  drive(kind, trace, { climateW }).column(CELLS_J) / 3.6e6 / (trace.distanceM / 1e5);

it('the cycle as typed is the published one: 1,180 s and 11.0 km, 4 × 1.013 km in town and 6.955 km outside', () => {
  expect(whole.seconds).toBe(1_180);
  expect(traceOf(urban, 1).seconds).toBe(195);
  expect(Math.abs(traceOf(urban, 1).distanceM / 1_013 - 1)).toBeLessThan(0.003);
  expect(Math.abs(traceOf(extraUrban, 1).distanceM / 6_955 - 1)).toBeLessThan(0.001);
});

it('traction energy is that of the textbook: 19 kJ/m² of drag area, 0.84 of rolling and 10 J/kg of inertia over 100 km', () => {
  // Guzzella and Sciarretta, Vehicle Propulsion Systems, ch. 2: E = 1.9e4 · cdA + 8.4e2 · m · cr + 10 · m, in kJ.
  let tractionJ = 0;
  whole.speedMps.forEach((speedMps, i) => {
    const acceleration = whole.accelerationMps2[i];
    tractionJ += Math.max(0, wheelPowerW(PETROL_CAR, speedMps - acceleration / 2, acceleration, 0));
  });
  const massKg = classMassKg[PETROL_CAR];
  const textbookKj =
    1.9e4 * classDragAreaM2[PETROL_CAR] +
    840 * massKg * classRollingResistance[PETROL_CAR] +
    10 * classInertiaKg[PETROL_CAR];
  const per100KmKj = tractionJ / 1000 / (whole.distanceM / 1e5);
  expect(Math.abs(per100KmKj / textbookKj - 1)).toBeLessThan(0.04);
});

describe('consumption lies where vehicles of that kind were measured', () => {
  it('6 to 7 litres of petrol for a compact car, more in town than outside', () => {
    const litres = litresPer100Km(PETROL_CAR, whole);
    expect(litres).toBeGreaterThan(6);
    expect(litres).toBeLessThan(7);
    expect(litresPer100Km(PETROL_CAR, traceOf(urban, 1))).toBeGreaterThan(
      1.2 * litresPer100Km(PETROL_CAR, traceOf(extraUrban, 1)),
    );
  });

  it('a diesel car burns 10 to 20 % less by volume, a van of 3.5 t 8 to 11 litres', () => {
    const ratio = litresPer100Km(DIESEL_CAR, whole) / litresPer100Km(PETROL_CAR, whole);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(0.92);
    expect(litresPer100Km(DIESEL_VAN, whole)).toBeGreaterThan(8);
    expect(litresPer100Km(DIESEL_VAN, whole)).toBeLessThan(11);
  });

  it('35 to 45 litres of diesel for a city bus in town (SORT 1 and 2), 20 to 30 for a half-laden truck of 12 t', () => {
    const town = traceOf(urban, 1);
    expect(litresPer100Km(DIESEL_BUS, town)).toBeGreaterThan(35);
    expect(litresPer100Km(DIESEL_BUS, town)).toBeLessThan(45);
    expect(litresPer100Km(DIESEL_TRUCK, town)).toBeGreaterThan(20);
    expect(litresPer100Km(DIESEL_TRUCK, town)).toBeLessThan(30);
  });

  it('14 to 18 kWh from the plug for an electric car, 0.9 to 1.4 kWh/km for an electric bus', () => {
    const plugKwh = cellKwhPer100Km(ELECTRIC_CAR, whole) / CHARGER_EFFICIENCY;
    expect(plugKwh).toBeGreaterThan(14);
    expect(plugKwh).toBeLessThan(18);
    const busKwh = cellKwhPer100Km(ELECTRIC_BUS, traceOf(urban, 1)) / 100 / CHARGER_EFFICIENCY;
    expect(busKwh).toBeGreaterThan(0.9);
    expect(busKwh).toBeLessThan(1.4);
  });

  it('an idling petrol car burns 0.5 to 0.8 litres an hour, a bus 2 to 4', () => {
    const litresPerHour = (kind: number) => fuelLitres(kind, 3_600 * fuelPowerW(kind, 0, 0));
    expect(litresPerHour(PETROL_CAR)).toBeGreaterThan(0.5);
    expect(litresPerHour(PETROL_CAR)).toBeLessThan(0.8);
    expect(litresPerHour(DIESEL_BUS)).toBeGreaterThan(2);
    expect(litresPerHour(DIESEL_BUS)).toBeLessThan(4);
  });
});

it('a litre of petrol makes 2.29 kg of carbon dioxide and a litre of diesel 2.67', () => {
  const petrol = drive(PETROL_CAR, whole);
  expect(petrol.column(CO2_G) / fuelLitres(PETROL_CAR, petrol.column(FUEL_J))).toBeCloseTo(2_287, 0);
  const diesel = drive(DIESEL_CAR, whole);
  expect(diesel.column(CO2_G) / fuelLitres(DIESEL_CAR, diesel.column(FUEL_J))).toBeCloseTo(2_668, 0);
});

it('an electric car gets back 15 to 35 % of what the wheels took', () => {
  const { column } = drive(ELECTRIC_CAR, whole);
  const share = column(RECUPERATED_J) / (column(CELLS_J) + column(RECUPERATED_J));
  expect(share).toBeGreaterThan(0.15);
  expect(share).toBeLessThan(0.35);
});

it('2 kW of heating cost an electric car a third more in town and a sixth outside', () => {
  const more = (trace: Trace) => cellKwhPer100Km(ELECTRIC_CAR, trace, 2_000) / cellKwhPer100Km(ELECTRIC_CAR, trace) - 1;
  expect(more(traceOf(urban, 1))).toBeGreaterThan(2 * more(traceOf(extraUrban, 1)));
  expect(more(traceOf(extraUrban, 1))).toBeGreaterThan(0.1);
});

it('steps of 1, 0.5 and 0.25 s give the same consumption within 1 %', () => {
  for (const kind of [PETROL_CAR, DIESEL_BUS]) {
    const one = litresPer100Km(kind, whole);
    for (const step of [0.5, 0.25]) {
      expect(Math.abs(litresPer100Km(kind, traceOf(nedc, step)) / one - 1)).toBeLessThan(0.01);
    }
  }
  const one = cellKwhPer100Km(ELECTRIC_CAR, whole);
  for (const step of [0.5, 0.25]) {
    expect(Math.abs(cellKwhPer100Km(ELECTRIC_CAR, traceOf(nedc, step)) / one - 1)).toBeLessThan(0.01);
  }
});

it('inertia only borrows: from a standstill to a standstill the wheels do the work of rolling and air alone', () => {
  const stretch = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 90 }));
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), (pieces) => {
      const trace = traceOf([...pieces, [20, 0]], 0.5);
      let workJ = 0;
      let resistedJ = 0;
      trace.speedMps.forEach((speedMps, i) => {
        const acceleration = trace.accelerationMps2[i];
        const middleMps = Math.max(0, speedMps - acceleration * 0.25);
        workJ += 0.5 * wheelPowerW(PETROL_CAR, middleMps, acceleration, 0);
        resistedJ += 0.5 * wheelPowerW(PETROL_CAR, middleMps, 0, 0);
      });
      expect(Math.abs(workJ - resistedJ)).toBeLessThan(1e-6 * Math.max(1, resistedJ));
    }),
  );
});

it('a slope up costs more than the same slope down saves', () => {
  const flat = litresPer100Km(PETROL_CAR, whole);
  const up = litresPer100Km(PETROL_CAR, whole, 40);
  const down = litresPer100Km(PETROL_CAR, whole, -40);
  expect(up).toBeGreaterThan(flat * 1.4);
  expect(down).toBeLessThan(flat);
  expect(up + down).toBeGreaterThan(2 * flat);
});
