import { create, type StoreApi } from 'zustand';

/**
 * What the newest frame says of the electrical grid. Rows of `links`: branches by slot, then transformers by slot;
 * rows of `nodes`: buses by slot. Arrays are replaced, never written to: they change once a simulated minute.
 */
export interface EnergyNow {
  /** Two a row: current over rating (−1 without voltage, −2 parted), kW towards the `to` end. */
  readonly links: Float32Array;
  /** Two a row: voltage over nominal (0 without), kW drawn less given. */
  readonly nodes: Float32Array;
  /** What stations and their machines do; see stations-now.ts. */
  readonly stations: Float32Array;
  /** Two a row: kg/s towards the `to` end and °C of pipes of heat, then of cold. */
  readonly heat: Float32Array;
  /** Two a row: kg/s towards the `to` end, pressure over nominal (−1 dead) of gas pipes by slot. */
  readonly gas: Float32Array;
}

export const PARTED = -2;
export const DEAD = -1;

const NOTHING = new Float32Array(0);

const nothing: EnergyNow = { links: NOTHING, nodes: NOTHING, stations: NOTHING, heat: NOTHING, gas: NOTHING };
const sections = ['links', 'nodes', 'stations', 'heat', 'gas'] as const;

export const useEnergyNow = create<EnergyNow>(() => nothing);

/** Of another run, whose city is shown beside the one that panels tell of. */
export const energyOfItsOwn = (): StoreApi<EnergyNow> => create<EnergyNow>(() => nothing);

/** Takes a frame's sections, which are copied where they say something new; one that is left out says nothing. */
export function tellEnergy(told: Partial<EnergyNow>, store: StoreApi<EnergyNow> = useEnergyNow): void {
  const now = store.getState();
  let next = now;
  for (const name of sections) {
    const rows = told[name] ?? NOTHING;
    if (!isSame(rows, now[name])) next = { ...next, [name]: rows.slice() };
  }
  if (next !== now) store.setState(next);
}

/** Another run begins: nothing is known of it yet. */
export function forgetEnergy(): void {
  if (useEnergyNow.getState().links.length > 0) useEnergyNow.setState(nothing);
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
