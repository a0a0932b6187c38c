import { create } from 'zustand';

export const carriers = ['electricity', 'heat', 'cooling', 'gas'] as const;
export type Carrier = (typeof carriers)[number];

interface CarriersState {
  /** Which of the energy networks are drawn, where they are drawn at all. */
  readonly shown: Readonly<Record<Carrier, boolean>>;
  toggle(carrier: Carrier): void;
}

export const useCarriers = create<CarriersState>((set) => ({
  shown: { electricity: true, heat: true, cooling: true, gas: true },
  toggle: (carrier) => set(({ shown }) => ({ shown: { ...shown, [carrier]: !shown[carrier] } })),
}));
