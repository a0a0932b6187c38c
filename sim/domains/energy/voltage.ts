import { runAtVoltage } from './grid/circuit';
import type { EnergyState } from './state';

/**
 * Cables run at the voltage that the knob says, transformers at both ends exchanged for such of the same rating; and carry
 * what the air of their galleries lets them.
 */
export function followVoltage({ power, knobs, galleries }: EnergyState): void {
  if (power === null) return;
  const wanted = knobs['city.medium-voltage'].values[0];
  const { network } = power.flow.circuit;
  runAtVoltage(power.flow.circuit, power.grid, Number.isNaN(wanted) ? null : wanted);
  const limit = galleries?.cables.limit ?? [];
  for (let branch = 0; branch < limit.length; branch++) network.rating[branch] *= limit[branch];
}
