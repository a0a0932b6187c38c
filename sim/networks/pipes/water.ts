/**
 * Liquid water near atmospheric pressure, 0 to 110 °C. Density: Kell, J. Chem. Eng. Data 20(1), 1975, within 1e-5.
 * Viscosity: IAPWS, Revised Supplementary Release on Properties of Liquid Water at 0.1 MPa, 2011, within 1 %.
 * Left out: what pressure does (0.05 % of density at 10 bar).
 */
import { pow } from '../../kernel/math';
import { type Liquid, NORMAL_TEMPERATURE_K } from './fluid';

export function waterDensityKgPerM3(temperatureK: number): number {
  const t = temperatureK - NORMAL_TEMPERATURE_K;
  const above =
    999.83952 + t * (16.945176 + t * (-7.9870401e-3 + t * (-46.170461e-6 + t * (105.56302e-9 + t * -280.54253e-12))));
  return above / (1 + 16.87985e-3 * t);
}

export function waterViscosityPaS(temperatureK: number): number {
  const t = temperatureK / 300;
  return 1e-6 * (280.68 * pow(t, -1.9) + 511.45 * pow(t, -7.7) + 61.131 * pow(t, -19.6) + 0.45903 * pow(t, -40));
}

export const water: Liquid = {
  phase: 'liquid',
  densityKgPerM3: waterDensityKgPerM3,
  viscosityPaS: waterViscosityPaS,
};
