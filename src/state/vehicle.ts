import { create } from 'zustand';
import type { Journey } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { keepAsking } from './keep-asking';

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
  /** What the engine last said of its trip, and how far it had driven since it was picked when that was asked. */
  readonly journey: (Journey & { readonly askedAtM: number }) | null;
  readonly isFollowed: boolean;
  pickVehicle(row: number | null): void;
  follow(isFollowed: boolean): void;
  tell(told: VehicleTold): void;
}

export const useVehicle = create<VehicleState>((set, get) => ({
  row: null,
  told: null,
  journey: null,
  isFollowed: false,
  pickVehicle: (row) => {
    if (get().row !== row) set({ row, told: null, journey: null, isFollowed: false });
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

/** Asks after the trip of the vehicle that is picked, until it is told to stop: ways change while one drives. */
export function followJourney(engine: EngineClient): () => void {
  return keepAsking(async (isCurrent) => {
    const { row, told } = useVehicle.getState();
    if (row === null) return false;
    const journey = await engine.journeyOf(row);
    if (!isCurrent() || useVehicle.getState().row !== row) return false;
    useVehicle.setState({ journey: journey && { ...journey, askedAtM: told?.drivenM ?? 0 } });
    return true;
  });
}
