import { create } from 'zustand';

/** Two looks with one grammar of data: the model on a planner's table, and the control room at night. */
export type Look = 'maquette' | 'control-room';

interface LookState {
  readonly look: Look;
  /** Colours roads by how fast they flow. */
  readonly showFlow: boolean;
  /** Draws the energy networks over the city. */
  readonly showEnergy: boolean;
  /** Opens the ground over the galleries, and their board of alarms. */
  readonly showTunnels: boolean;
  setLook(look: Look): void;
  setShowFlow(show: boolean): void;
  setShowEnergy(show: boolean): void;
  setShowTunnels(show: boolean): void;
}

export const useLook = create<LookState>((set) => ({
  look: 'maquette',
  showFlow: false,
  showEnergy: false,
  showTunnels: false,
  setLook: (look) => set({ look }),
  setShowFlow: (showFlow) => set({ showFlow }),
  setShowEnergy: (showEnergy) => set({ showEnergy }),
  setShowTunnels: (showTunnels) => set({ showTunnels }),
}));
