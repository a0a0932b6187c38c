import { expect, it } from 'vitest';
import {
  emptyInputs,
  hubOf,
  powerYuanPerKwh,
  type WeatherAhead,
  withTariff,
  writeWeather,
} from '../../../../sim/domains/energy/dispatch';
import { bankOf } from '../../../../sim/domains/energy/plants/stations';
import { julianDay } from '../../../../sim/domains/energy/plants/sun';

const unit = (id: string, kind: Parameters<typeof bankOf>[0]['kind'], more: object) =>
  bankOf({ id, kind, ...more }, true);
const hub = hubOf({
  stations: [
    {
      id: 's',
      heat: [
        { id: 'hot', supplyC: 90 },
        { id: 'warm', supplyC: 45 },
      ],
      cooling: [],
      banks: [
        unit('panels', 'photovoltaic', { electricKw: 1000 }),
        unit('wind', 'wind-turbine', { electricKw: 2500, count: 2 }),
        unit('ground', 'ground-source-heat-pump', { heatKw: 1000 }),
        unit('air', 'air-source-heat-pump', { heatKw: 1000, coolingKw: 800 }),
        unit('sheet', 'ground-source-heat-pump', { heatKw: 1000, efficiency: 4.1 }),
      ],
      feederKw: 1e6,
    },
  ],
  importKw: 1e6,
});

/** Qingdao on a clear equinox: the day begins at midnight there, 16:00 UTC of the day before. */
const weather: WeatherAhead = {
  airC: new Float64Array(24).fill(10),
  globalWPerM2: Float64Array.from({ length: 24 }, (_, t) =>
    Math.max(0, 800 * Math.sin((Math.PI * (t + 0.5 - 6)) / 12)),
  ),
  windMps: Float64Array.from({ length: 24 }, (_, t) => t),
  groundC: 10,
  waterC: 12,
  julianDay: julianDay(2025, 3, 20 + 16 / 24),
  dayOfYear: 80,
  latitudeDeg: 36.13,
  longitudeDeg: 120.15,
};

it('says what panels, turbines and heat pumps can do in the weather ahead', () => {
  const inputs = emptyInputs(hub, 24, 1);
  writeWeather(hub, inputs, weather);
  const of = (series: Float64Array, bank: number) => Array.from(series.subarray(bank * 24, (bank + 1) * 24));
  const sun = of(inputs.availableKw, 0);
  expect(sun.slice(0, 6).every((kw) => kw === 0)).toBe(true);
  expect(sun.slice(19).every((kw) => kw === 0)).toBe(true);
  expect(sun.indexOf(Math.max(...sun))).toBe(11); // 120.15° east: the sun is highest two minutes after noon
  expect(Math.max(...sun)).toBeGreaterThan(600);
  expect(Math.max(...sun)).toBeLessThan(900);
  const wind = of(inputs.availableKw, 1);
  expect(wind[2]).toBe(0);
  expect(wind[10]).toBe(5000); // 10 m/s above the ground are 13.4 at the hub
  expect(wind[20]).toBe(0); // 26.8 at the hub
  // To the coolest loop: 45 °C.
  expect(of(inputs.cop, 2)[0]).toBeCloseTo(0.55 * (318.15 / 35), 9);
  expect(of(inputs.cop, 3)[0]).toBeCloseTo(0.39 * (318.15 / 35), 9);
  expect(of(inputs.cop, 4)[0]).toBeCloseTo(4.1, 9);
  // From 6 °C to a condenser at 25 °C, less the work that becomes heat there.
  expect(of(inputs.coolingCop, 3)[0]).toBeCloseTo(0.39 * (298.15 / 19) - 1, 9);
});

it('costs by the time of day, and gas by what a cubic metre holds', () => {
  const inputs = withTariff(emptyInputs(hub, 8, 1), 22 * 3600, 9.7);
  expect([...inputs.buyYuanPerKwh]).toEqual([0.66, 0.66, 0.33, 0.33, 0.33, 0.33, 0.33, 0.33]);
  expect(powerYuanPerKwh(16 * 3600)).toBe(1.05);
  expect(powerYuanPerKwh(86_400 + 12 * 3600)).toBe(0.33);
  expect(inputs.gasYuanPerKwh).toBeCloseTo(3.6 / 9.7, 12);
  expect(inputs.sellYuanPerKwh[0]).toBeLessThan(0.66);
});
