import type { FlowCarrier, FlowNode, FlowTable } from '../ports';

/** Where energy came from and went over a window: at every node between sources and ends, what comes in goes out. */
export interface Sankey {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly links: readonly SankeyLink[];
  /** What was asked for and did not come; in no balance. */
  readonly unserved: readonly { readonly carrier: FlowCarrier; readonly kwh: number }[];
}

export interface SankeyLink {
  readonly from: FlowNode;
  readonly to: FlowNode;
  readonly carrier: FlowCarrier;
  /** Never below 0: a flow that ran the other way is told the other way round. */
  readonly kwh: number;
  /** In the last step; below 0 where it then ran against the window's whole. */
  readonly kw: number;
}

/** The difference of two readings of a run's flows; the first one may be its start. */
export function sankeyOf(
  { links, kw, kwh }: FlowTable,
  before: Float64Array | null,
  window: Pick<Sankey, 'fromSeconds' | 'toSeconds'>,
): Sankey {
  const through = kwh.map((value, i) => value - (before === null ? 0 : before[i]));
  const told = links.map(({ from, to, carrier }, i): SankeyLink => {
    const isTurned = through[i] < 0 || (through[i] === 0 && kw[i] < 0);
    const sign = isTurned ? -1 : 1;
    return { from: isTurned ? to : from, to: isTurned ? from : to, carrier, kwh: sign * through[i], kw: sign * kw[i] };
  });
  return {
    ...window,
    links: told.filter(
      ({ kwh: energy, kw: power }, i) => links[i].from !== 'unserved' && (energy !== 0 || power !== 0),
    ),
    unserved: told
      .filter((_, i) => links[i].from === 'unserved')
      .map(({ carrier, kwh: energy }) => ({ carrier, kwh: energy })),
  };
}
