import { runAtVoltage } from './grid/circuit';
import type { EnergyState } from './state';

/** Cables run at the voltage that the knob says; transformers at both ends are exchanged for such of the same rating. */
export function followVoltage({ power, knobs }: EnergyState): void {
  if (power === null) return;
  const wanted = knobs['city.medium-voltage'].values[0];
  runAtVoltage(power.flow.circuit, power.grid, Number.isNaN(wanted) ? null : wanted);
}
