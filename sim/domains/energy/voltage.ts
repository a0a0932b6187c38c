import { runAtVoltage } from './grid/circuit';
import { ratingInAir } from './grid/overhead';
import { hangLinks } from './grid/thermal';
import type { EnergyState } from './state';

export const linesHang = ({ knobs }: Pick<EnergyState, 'knobs'>): boolean =>
  knobs['city.overhead-lines'].values[0] >= 0.5;

/**
 * Lines run at the voltage that the knob says, transformers at both ends exchanged for such of the same rating; cables
 * carry what the air of their galleries lets them, lines that hang what the air outside does.
 */
export function followVoltage(state: EnergyState): void {
  const { power, knobs, galleries } = state;
  if (power === null) return;
  const wanted = knobs['city.medium-voltage'].values[0];
  const hangs = linesHang(state);
  const ofRating = hangs ? ratingInAir(state.weatherNow.airC) : 1;
  runAtVoltage(power.flow.circuit, power.grid, Number.isNaN(wanted) ? null : wanted, hangs, ofRating);
  hangLinks(power.thermal, power.grid, hangs);
  const { network } = power.flow.circuit;
  const limit = hangs ? [] : (galleries?.cables.limit ?? []);
  for (let branch = 0; branch < limit.length; branch++) network.rating[branch] *= limit[branch];
}

/** What hangs is rated by the air of the hour. */
export function followAir(state: EnergyState): void {
  if (linesHang(state)) followVoltage(state);
}
