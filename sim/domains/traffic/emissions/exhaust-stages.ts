/**
 * From the fleet that was measured to a cleaner one: each pollutant is scaled by the ratio of the legal limits. The
 * measured fleet stands about at Euro 3. That real emissions follow the limits is an assumption; on a bus in town it
 * gives 0.8 g/km of nitrogen oxides under stage VI, where the EMEP/EEA guidebook 2019 has 0.6.
 *
 * Limits in g/km: Directive 98/69/EC, stage A (cars, Euro 3) and GB 18352.6-2016, type I, 6b. In g/kWh: Directive
 * 1999/96/EC (Euro III, ESC) and GB 17691-2018 (VI, WHSC). Euro 3 limits no particles of petrol cars: not scaled.
 */
import { DIESEL_BUS, DIESEL_CAR, DIESEL_TRUCK, DIESEL_VAN, PETROL_CAR } from './energy-classes';
import { type ExhaustFactors, exhaustAsMeasured, NOX, PARTICLES, scaleExhaust, VOC } from './pollutants';

const petrolCar = { nox: 0.035 / 0.15, voc: 0.05 / 0.2, particles: 1 };
const dieselCar = { nox: 0.035 / 0.5, voc: 0.05 / (0.56 - 0.5), particles: 0.003 / 0.05 };
const heavy = { nox: 0.4 / 5, voc: 0.13 / 0.66, particles: 0.01 / 0.1 };

export function exhaustOfChina6(): ExhaustFactors {
  const factors = exhaustAsMeasured();
  for (const [energyClass, ratio] of [
    [PETROL_CAR, petrolCar],
    [DIESEL_CAR, dieselCar],
    [DIESEL_VAN, dieselCar],
    [DIESEL_TRUCK, heavy],
    [DIESEL_BUS, heavy],
  ] as const) {
    scaleExhaust(factors, energyClass, NOX, ratio.nox);
    scaleExhaust(factors, energyClass, VOC, ratio.voc);
    scaleExhaust(factors, energyClass, PARTICLES, ratio.particles);
  }
  return factors;
}
