import type { ElementKind } from '../scene/compiled';

export interface Knob {
  readonly domain: string;
  readonly per: ElementKind;
  readonly unit: string;
}

/** Everything an intervention may turn, on one page: whose it is, what it is turned on, in which unit. */
export const knobs = {
  /** 1 shuts the lane: nobody enters it any more; who is on it drives on to its end. */
  'lane.closed': { domain: 'traffic', per: 'lane', unit: 'fraction' },
  'edge.speed-limit': { domain: 'traffic', per: 'edge', unit: 'm/s' },
  /** Multiplies the trips that set out from or to a gate. */
  'gate.demand': { domain: 'traffic', per: 'gate', unit: 'fraction' },
} as const satisfies Record<string, Knob>;

export type KnobName = keyof typeof knobs;
