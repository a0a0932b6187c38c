/**
 * Density, heat and heat capacity of liquid water by temperature and pressure: region 1 of IAPWS-IF97, the release that
 * steam tables are printed from (www.iapws.org/relguide/IF97-Rev.html, table 2 and equation 7). It holds from 0 °C to
 * 350 °C above saturation pressure; the verification values of its table 5 are a test. Cheap enough to size a loop or to
 * solve a steady state with, too dear for every parcel of every step: loops in motion take one value for each.
 */

const GAS_CONSTANT_J_PER_KG_K = 461.526;
const PRESSURE_PA = 16.53e6;
const TEMPERATURE_K = 1386;
const ICE_K = 273.15;
const BAR_PA = 1e5;

const POWER_OF_PRESSURE = Int8Array.of(
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 8, 8, 21, 23, 29, 30, 31, 32],
);
const POWER_OF_TEMPERATURE = Int8Array.of(
  ...[-2, -1, 0, 1, 2, 3, 4, 5, -9, -7, -1, 0, 1, 3, -3, 0, 1, 3, 17, -4, 0, 6, -5, -2, 10, -8, -11, -6],
  ...[-29, -31, -38, -39, -40, -41],
);
const FACTOR = Float64Array.of(
  ...[0.14632971213167, -0.84548187169114, -3.756360367204, 3.3855169168385, -0.95791963387872, 0.15772038513228],
  ...[-0.016616417199501, 8.1214629983568e-4, 2.8319080123804e-4, -6.0706301565874e-4, -0.018990068218419],
  ...[-0.032529748770505, -0.021841717175414, -5.283835796993e-5, -4.7184321073267e-4, -3.0001780793026e-4],
  ...[4.7661393906987e-5, -4.4141845330846e-6, -7.2694996297594e-16, -3.1679644845054e-5, -2.8270797985312e-6],
  ...[-8.5205128120103e-10, -2.2425281908e-6, -6.5171222895601e-7, -1.4341729937924e-13, -4.0516996860117e-7],
  ...[-1.2734301741641e-9, -1.7424871230634e-10, -6.8762131295531e-19, 1.4478307828521e-20, 2.6335781662795e-23],
  ...[-1.1947622640071e-23, 1.8228094581404e-24, -9.3537087292458e-26],
);

/** What the loops of a city are under; liquids hardly care. */
const LOOP_PRESSURE_BAR = 6;

export interface Water {
  readonly densityKgPerM3: number;
  readonly heatJPerKg: number;
  readonly heatCapacityJPerKgK: number;
}

export function waterAt(celsius: number, pressureBar = LOOP_PRESSURE_BAR): Water {
  const kelvin = celsius + ICE_K;
  const pi = (pressureBar * BAR_PA) / PRESSURE_PA;
  const tau = TEMPERATURE_K / kelvin;
  const a = 7.1 - pi;
  const b = tau - 1.222;
  let byPressure = 0;
  let byTemperature = 0;
  let curvature = 0;
  for (let i = 0; i < FACTOR.length; i++) {
    const n = FACTOR[i];
    const p = POWER_OF_PRESSURE[i];
    const t = POWER_OF_TEMPERATURE[i];
    const ofPressure = wholePower(a, p);
    const ofTemperature = wholePower(b, t - 2);
    byPressure -= n * p * wholePower(a, p - 1) * ofTemperature * b * b;
    byTemperature += n * ofPressure * t * ofTemperature * b;
    curvature += n * ofPressure * t * (t - 1) * ofTemperature;
  }
  return {
    densityKgPerM3: (pressureBar * BAR_PA) / (GAS_CONSTANT_J_PER_KG_K * kelvin * pi * byPressure),
    heatJPerKg: GAS_CONSTANT_J_PER_KG_K * kelvin * tau * byTemperature,
    heatCapacityJPerKgK: -GAS_CONSTANT_J_PER_KG_K * tau * tau * curvature,
  };
}

/** A liquid as steady temperatures see it: the heat that a kilogram holds, counted from wherever one likes. */
export interface Liquid {
  heatJPerKg(celsius: number): number;
  heatCapacityJPerKgK(celsius: number): number;
}

export function waterUnder(pressureBar = LOOP_PRESSURE_BAR): Liquid {
  return {
    heatJPerKg: (celsius) => waterAt(celsius, pressureBar).heatJPerKg,
    heatCapacityJPerKgK: (celsius) => waterAt(celsius, pressureBar).heatCapacityJPerKgK,
  };
}

/** What most programs and all analytic answers take: one heat capacity at any temperature. */
export function constantLiquid(heatCapacityJPerKgK: number): Liquid {
  return { heatJPerKg: (celsius) => heatCapacityJPerKgK * celsius, heatCapacityJPerKgK: () => heatCapacityJPerKgK };
}

function wholePower(base: number, exponent: number): number {
  let left = exponent < 0 ? -exponent : exponent;
  let square = base;
  let power = 1;
  while (left > 0) {
    if (left & 1) power *= square;
    square *= square;
    left >>= 1;
  }
  return exponent < 0 ? 1 / power : power;
}
