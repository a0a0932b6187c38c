/**
 * How a station's engines run. By plan, as fast as their ramps allow; or led by heat, so that theirs is never more than
 * is asked for (and put by, where the plan fills a store); or led by power, by the city's load, whatever becomes of the
 * heat. Led ones start as many as the load takes above their minimum, and keep what runs while it can.
 */
import type { HubBank } from '../dispatch/hub';
import { type BankOutput, bankOutput, engineHeatKw, fuelLine, type GasEngine } from '../plants';

/** Modes as the knob numbers them; 0, or a free knob, is by plan. */
export const ENGINES_BY_HEAT = 1;
export const ENGINES_BY_POWER = 2;

const ENOUGH_KW = 1e-9;
const NONE: BankOutput = { running: 0, kw: 0 };

/** By the heat that they are to give together. */
export function ledByHeat(
  bank: HubBank & { readonly engine: GasEngine },
  before: BankOutput,
  available: number,
  heatKw: number,
  seconds: number,
): BankOutput {
  const { engine, sizeKw, minimumLoad } = bank;
  const least = engineHeatKw(engine, minimumLoad * sizeKw);
  const most = engineHeatKw(engine, sizeKw);
  const { slope, idle } = fuelLine(engine);
  for (let n = countFor(heatKw, least, most, before.running, available); n > 0; n--) {
    const each = (heatKw / n / engine.heatEfficiency - idle * engine.ratedKw) / slope;
    const output = bankOutput(bank, before, n, n * each, seconds);
    // One that cannot come down so fast is stopped.
    if (n * engineHeatKw(engine, output.kw / n) <= heatKw + ENOUGH_KW) return output;
  }
  return NONE;
}

/** By the power that they are to give together. */
export function ledByPower(
  bank: HubBank,
  before: BankOutput,
  available: number,
  kw: number,
  seconds: number,
): BankOutput {
  const n = countFor(kw, bank.minimumLoad * bank.sizeKw, bank.sizeKw, before.running, available);
  return n > 0 ? bankOutput(bank, before, n, kw, seconds) : NONE;
}

/** Those that run if they can stay, else the fewest that carry it; none below its least. */
function countFor(wanted: number, least: number, most: number, running: number, available: number): number {
  const kept = Math.min(running, available);
  if (kept > 0 && wanted >= kept * least && wanted <= kept * most) return kept;
  const count = Math.min(available, Math.ceil(wanted / most - ENOUGH_KW));
  return wanted >= count * least ? count : count - 1;
}
