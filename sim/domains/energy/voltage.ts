import { runAtVoltage } from './grid/circuit';
import { corridorMu, ratingInAir } from './grid/overhead';
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
  const hangAtAll = linesHang(state);
  const laid = knobs['branch.laid'].values;
  const hangs = (link: number) => hangAtAll && !(laid[link] >= 0.5);
  const ofRating = hangAtAll ? ratingInAir(state.weatherNow.airC) : 1;
  runAtVoltage(power.flow.circuit, power.grid, Number.isNaN(wanted) ? null : wanted, hangs, ofRating);
  hangLinks(power.thermal, power.grid, hangs);
  const { network } = power.flow.circuit;
  const limit = hangAtAll ? [] : (galleries?.cables.limit ?? []);
  for (let branch = 0; branch < limit.length; branch++) network.rating[branch] *= limit[branch];
}

/** Land under the lines that hang; and what is free of it because some lie in galleries that a change builds. */
export function followCorridors(state: EnergyState): void {
  const { scene, corridors, knobs } = state;
  corridors.takenMu = linesHang(state) ? corridorMu(scene, knobs['branch.laid'].values) : 0;
  corridors.freedMu = linesHang(state) ? corridorMu(scene) - corridors.takenMu : 0;
}

/** What hangs is rated by the air of the hour. */
export function followAir(state: EnergyState): void {
  if (linesHang(state)) followVoltage(state);
}
