/**
 * What holds energy for later: a battery, or a tank of hot or cold water as one node. What is held after a time:
 * E · (1 − σ)^Δt + η · charged − discharged / η. Left out: layers in tanks, ageing of batteries.
 */
import { pow } from '../../../kernel';

export interface EnergyStore {
  readonly capacityKwh: number;
  readonly powerKw: number;
  /** Of one way; the round trip has its square. */
  readonly efficiency: number;
  /** Share lost in an hour of standing. */
  readonly lossPerHour: number;
  /** Share below which it is not drawn. */
  readonly leastFill: number;
}

/** Batteries lose about 2 % a month and keep a tenth (makers' windows); tanks lose 0.3 to 0.4 % an hour (candidate park, 5.1). */
export const STANDING_LOSS_PER_HOUR = { battery: 0.02 / 730, tank: 0.0035 };
export const LEAST_FILL = { battery: 0.1, tank: 0 };

/** What is left of what is held, as a share, after a time of standing. */
export function keptShare({ lossPerHour }: EnergyStore, hours: number): number {
  return pow(1 - lossPerHour, hours);
}

/** Charging at least 0, discharging at least 0; both at the store's terminals. */
export function storeAfter(
  store: EnergyStore,
  heldKwh: number,
  chargeKw: number,
  dischargeKw: number,
  hours: number,
): number {
  const moved = store.efficiency * chargeKw - dischargeKw / store.efficiency;
  return heldKwh * keptShare(store, hours) + moved * hours;
}

/** Most that can be put in, and taken out, over a time without overfilling or going below the least fill. */
export function chargeLimitKw(store: EnergyStore, heldKwh: number, hours: number): number {
  const room = store.capacityKwh - heldKwh * keptShare(store, hours);
  return Math.max(0, Math.min(store.powerKw, room / (store.efficiency * hours)));
}

export function dischargeLimitKw(store: EnergyStore, heldKwh: number, hours: number): number {
  const over = heldKwh * keptShare(store, hours) - store.leastFill * store.capacityKwh;
  return Math.max(0, Math.min(store.powerKw, (over * store.efficiency) / hours));
}
