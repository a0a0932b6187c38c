import { create } from 'zustand';

export const vehicleKinds = ['car', 'truck', 'bus', 'emergency'] as const;
export type VehicleKindName = (typeof vehicleKinds)[number];

/** What frames say of the vehicle that somebody has picked. */
export interface VehicleTold {
  readonly kind: VehicleKindName;
  readonly speedMps: number;
  /** Road that it is on; undefined on a junction. */
  readonly edge: string | undefined;
  /** Since it was picked. */
  readonly drivenM: number;
}

interface VehicleState {
  /** Its row in frames, which is its own for as long as it drives; null while none is picked. */
  readonly row: number | null;
  readonly told: VehicleTold | null;
  readonly isFollowed: boolean;
  pickVehicle(row: number | null): void;
  follow(isFollowed: boolean): void;
  tell(told: VehicleTold): void;
}

export const useVehicle = create<VehicleState>((set, get) => ({
  row: null,
  told: null,
  isFollowed: false,
  pickVehicle: (row) => {
    if (get().row !== row) set({ row, told: null, isFollowed: false });
  },
  follow: (isFollowed) => set((state) => (state.row === null ? {} : { isFollowed })),
  tell: (told) => {
    const now = get().told;
    const isSame =
      now !== null &&
      now.edge === told.edge &&
      Math.round(now.speedMps * 3.6) === Math.round(told.speedMps * 3.6) &&
      Math.round(now.drivenM) === Math.round(told.drivenM);
    if (!isSame) set({ told });
  },
}));
