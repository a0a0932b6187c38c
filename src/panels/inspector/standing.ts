import { DEAD, PARTED } from '../../state/energy-now';

/** How a line or a transformer stands, as the newest frame has it. */
export type Standing = 'live' | 'idle' | 'over' | 'dead' | 'parted' | 'tie';

export interface LinkNow {
  readonly standing: Standing;
  /** Current over rating, 0 where nothing flows. */
  readonly loading: number;
  /** Towards the `to` end. */
  readonly kw: number;
}

/** Below this nothing flows that is worth a direction. */
const LEAST_LOADING = 5e-4;

/** A link's row of the newest frame; undefined before the first one. */
export function linkNow(links: Float32Array, row: number, isTie: boolean): LinkNow | undefined {
  if (2 * row + 1 >= links.length) return undefined;
  const first = links[2 * row];
  if (first === PARTED) return { standing: isTie ? 'tie' : 'parted', loading: 0, kw: 0 };
  if (first === DEAD) return { standing: 'dead', loading: 0, kw: 0 };
  const standing = first > 1 ? 'over' : first < LEAST_LOADING ? 'idle' : 'live';
  return { standing, loading: first, kw: links[2 * row + 1] };
}

export interface BusNow {
  readonly isDead: boolean;
  /** Voltage over nominal. */
  readonly share: number;
  /** Drawn less given. */
  readonly kw: number;
}

export function busNow(nodes: Float32Array, row: number): BusNow | undefined {
  if (2 * row + 1 >= nodes.length) return undefined;
  return { isDead: nodes[2 * row] === 0, share: nodes[2 * row], kw: nodes[2 * row + 1] };
}
