import { useEnergyNow } from '../../state/energy-now';
import type { Look } from '../../state/look';
import { isAlarm, type SectionNow } from '../../state/section-state';
import { type BuiltEnergy, LineKind } from '../build/energy/built-energy';
import { deadColour, loadingRamp, overloadColour } from '../energy/energy-colours';
import { COLD_C, coldRamp, gasRamp, HEAT_C, heatRamp } from '../energy/pipe-colours';
import { darkColour, fireColour, gasShareRamp, waterColour } from '../tunnels/tunnel-colours';

export interface Palette {
  readonly ground: string;
  readonly water: string;
  readonly building: string;
  readonly edge: string;
  readonly road: string;
  readonly ink: string;
  readonly halo: string;
  readonly vehicles: readonly string[];
}

export const palettes: Readonly<Record<Look, Palette>> = {
  maquette: {
    ground: '#dfe0d3',
    water: '#a9c9d4',
    building: '#f6f3ec',
    edge: '#b9b3a6',
    road: '#8f8d89',
    ink: '#2f2c27',
    halo: '#fffdf8',
    vehicles: ['#20344f', '#6b4a1f', '#8a1f5c', '#b0101c'],
  },
  'control-room': {
    ground: '#0d1827',
    water: '#15334a',
    building: '#1b2a3d',
    edge: '#34475e',
    road: '#46566a',
    ink: '#cfdcec',
    halo: '#050a12',
    vehicles: ['#e7eef7', '#f3c77a', '#f29ccb', '#ff8a8a'],
  },
};

/** A line's colour as its legend has it: cables by loading, pipes by temperature or pressure. */
export function lineColour(
  { branches, transformers, buses, heatPipes }: BuiltEnergy,
  kind: number,
  row: number,
): string {
  const { links, heat, gas } = useEnergyNow.getState();
  const pipe = row - branches.length - transformers.length - buses.length;
  if (kind === LineKind.heat) return onRamp(heatRamp, ((heat[2 * pipe + 1] ?? HEAT_C.to) - HEAT_C.from) / HEAT_SPAN);
  if (kind === LineKind.cooling)
    return onRamp(coldRamp, ((heat[2 * pipe + 1] ?? COLD_C.from) - COLD_C.from) / COLD_SPAN);
  if (kind === LineKind.gas) return onRamp(gasRamp, gas[2 * (pipe - heatPipes) + 1] ?? 1);
  const loading = links[2 * row] ?? 0;
  if (loading < -0.5) return deadColour;
  return loading > 1 ? overloadColour : onRamp(loadingRamp, loading);
}

const HEAT_SPAN = HEAT_C.to - HEAT_C.from;
const COLD_SPAN = COLD_C.to - COLD_C.from;

function onRamp(ramp: readonly string[], share: number): string {
  return ramp[Math.round(Math.min(1, Math.max(0, share)) * (ramp.length - 1))];
}

const ALARM = '#c8102e';
const LEAST_WATER_M = 0.05;
const LEAST_GAS_SHARE = 0.03;

/** A section of a gallery by the gravest of its troubles. */
export function sectionColour(now: SectionNow | undefined): string {
  if (!now) return gasShareRamp[0];
  if (now.fire === 'alarm' || now.fire === 'suppressed') return fireColour;
  if (isAlarm(now)) return ALARM;
  if (now.waterM > LEAST_WATER_M) return waterColour;
  if (now.flags.has('dark')) return darkColour;
  return gasShareRamp[now.gasShare > LEAST_GAS_SHARE ? 2 : 0];
}
