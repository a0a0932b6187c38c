import type { ElementKind } from '../scene/compiled';

export interface Limit {
  readonly domain: string;
  readonly per: ElementKind;
  /** What is used of the limit, in words: 0 nothing, 1 the limit itself. */
  readonly formula: string;
}

/**
 * How far everything is from what it must not pass, on one page. A domain tells for each element how much of a limit it
 * uses, so that what a failure leaves as a margin has one measure in all networks.
 */
export const limits = {
  'energy.branch-loading': { domain: 'energy', per: 'branch', formula: 'current over rating' },
  'energy.transformer-loading': { domain: 'energy', per: 'transformer', formula: 'current over rating' },
  /** GB/T 12325-2008: three-phase supply up to 20 kV within 7 % of nominal, above within 10 % from highest to lowest. */
  'energy.voltage': { domain: 'energy', per: 'bus', formula: 'deviation from nominal over the permitted one' },
  'energy.gas-pressure': {
    domain: 'energy',
    per: 'gas-node',
    formula: 'pressure lost from nominal, over what may be lost before customers get less',
  },
  'energy.station-heat': {
    domain: 'energy',
    per: 'station',
    formula: 'heat that loops take over what the machines in order, with power and gas, could give',
  },
  'energy.signal-battery': { domain: 'energy', per: 'signal', formula: 'share of the battery that is spent' },
  'water.pressure': {
    domain: 'water',
    per: 'water-node',
    formula: 'pressure at which all customers are served, over the pressure',
  },
  'water.pump-flow': { domain: 'water', per: 'water-pump', formula: 'flow over the one it was built for' },
  'telecom.battery': { domain: 'telecom', per: 'telecom-node', formula: 'share of the battery that is spent' },
  /** GB 50838-2015, 7.2: accident ventilation from 20 % of the lower explosive limit; the valve shuts at 25 % (GB 51274-2017). */
  'tunnel.gas': {
    domain: 'tunnel',
    per: 'gallery-section',
    formula: 'gas under the roof over a quarter of the lower explosive limit',
  },
  /** GB 50838-2015, 7.2.4: the air of a gallery is no warmer than 40 °C. */
  'tunnel.air': { domain: 'tunnel', per: 'gallery-section', formula: 'temperature of the air over 40 °C' },
  'tunnel.water': {
    domain: 'tunnel',
    per: 'gallery-section',
    formula: 'level of water over that at which boards drown',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;
