/** What a station's batteries can do for an island in a step, and what becomes of them when they have done it. */
import type { Islands } from '../grid/islands/islands';
import { chargeLimitKw, dischargeLimitKw, keptShare } from '../plants';
import type { StationsRun } from './stations-run';

/** `isStoodAlready`: what they lose by standing in this step is off what they hold. */
export function tellLimits(
  { hub, roles, standing, inOrder }: StationsRun,
  islands: Islands,
  hours: number,
  isStoodAlready: boolean,
): void {
  for (let station = 0; station < roles.length; station++) {
    let powerKw = 0;
    let giveKw = 0;
    let takeKw = 0;
    let storedKwh = 0;
    for (const b of roles[station].batteries) {
      const { store, count } = hub.banks[b];
      if (!store) continue;
      const there = inOrder[b] / count;
      const held = standing.heldKwh[b] * (isStoodAlready ? 1 : keptShare(store, hours));
      const kept = { ...store, lossPerHour: 0 };
      powerKw += there * store.powerKw;
      giveKw += there * dischargeLimitKw(kept, held, hours);
      takeKw += there * chargeLimitKw(kept, held, hours);
      storedKwh += there * Math.max(0, held - store.leastFill * store.capacityKwh) * store.efficiency;
    }
    islands.powerKw[station] = powerKw;
    islands.giveKw[station] = giveKw;
    islands.takeKw[station] = takeKw;
    islands.storedKwh[station] = storedKwh;
  }
}

/** Shares what an island has taken among the batteries of its station, by what each can. */
export function settleIslands(run: StationsRun, islands: Islands, hours: number): void {
  const { hub, roles, standing, inOrder } = run;
  for (let station = 0; station < roles.length; station++) {
    if (islands.forming[station] === 0) continue;
    const wanted = islands.gaveKw[station];
    const limit = wanted > 0 ? islands.giveKw[station] : islands.takeKw[station];
    for (const b of roles[station].batteries) {
      const { store, count } = hub.banks[b];
      if (!store || limit <= 0) continue;
      const kept = { ...store, lossPerHour: 0 };
      const there = inOrder[b] / count;
      const held = standing.heldKwh[b];
      const can = there * (wanted > 0 ? dischargeLimitKw(kept, held, hours) : chargeLimitKw(kept, held, hours));
      const into = (-wanted * can) / limit;
      standing.heldKwh[b] = held + (into > 0 ? store.efficiency * into : into / store.efficiency) * hours;
      standing.outputKw[b] = into;
      standing.electricKw[b] = into;
    }
  }
}
