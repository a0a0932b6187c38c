/** What `run` can write down of the traffic while it goes on; the columns stand in the files' first lines. */
import type { OptionSpec } from './arguments';

export const outputOptions = {
  trajectories: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: every vehicle at every step, with its lane or turn, place, speed and direction (as SUMO’s fcd-output)',
  },
  'trajectories-every': { kind: 'seconds', operand: 'S', says: 'only every S seconds of it' },
  trips: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: every trip, with its delay before setting out, duration, waiting and time loss (as SUMO’s tripinfo)',
  },
  edges: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: every edge by interval, with speed, density, waiting and counts (as SUMO’s edgeData)',
  },
  detectors: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: every induction loop of the scene by interval, with flow, occupancy and speed (as SUMO’s E1)',
  },
  emissions: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: fuel, electricity and exhaust of every edge by interval (as SUMO’s edgeData of emissions)',
  },
  interval: {
    kind: 'seconds',
    operand: 'S',
    says: 'length of the intervals of --edges, --detectors and --emissions; 300 by default',
  },
  junctions: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: every junction and approach by quarter of an hour, with control delay, level of service, v/c and queue',
  },
  'time-distance': {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: everybody along a corridor every other second, and what its signals show',
  },
  corridor: {
    kind: 'text',
    operand: 'EDGE',
    says: 'edge whose corridor --time-distance tells of: straight on both ways',
  },
  summary: {
    kind: 'text',
    operand: 'FILE',
    says: 'CSV: the whole network at every step, with counts and mean speed (as SUMO’s summary)',
  },
} as const satisfies Record<string, OptionSpec>;
