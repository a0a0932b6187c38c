import { create } from 'zustand';

/**
 * What the newest frame says of the electrical grid. Rows of `links`: branches by slot, then transformers by slot;
 * rows of `nodes`: buses by slot. Arrays are replaced, never written to: they change once a simulated minute.
 */
interface EnergyNow {
  /** Two a row: current over rating (−1 without voltage, −2 parted), kW towards the `to` end. */
  readonly links: Float32Array;
  /** Two a row: voltage over nominal (0 without), kW drawn less given. */
  readonly nodes: Float32Array;
}

export const PARTED = -2;
export const DEAD = -1;

const NOTHING = new Float32Array(0);

export const useEnergyNow = create<EnergyNow>(() => ({ links: NOTHING, nodes: NOTHING }));

/** Takes a frame's sections, which are copied where they say something new. */
export function tellEnergy(links: Float32Array, nodes: Float32Array): void {
  const now = useEnergyNow.getState();
  const isNew = { links: !isSame(links, now.links), nodes: !isSame(nodes, now.nodes) };
  if (!isNew.links && !isNew.nodes) return;
  useEnergyNow.setState({
    links: isNew.links ? links.slice() : now.links,
    nodes: isNew.nodes ? nodes.slice() : now.nodes,
  });
}

/** Another run begins: nothing is known of it yet. */
export function forgetEnergy(): void {
  if (useEnergyNow.getState().links.length > 0) useEnergyNow.setState({ links: NOTHING, nodes: NOTHING });
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
