import type { Happening } from '../../sim';

/** Happenings that somebody would be woken for; the others tell how it goes on, or that it is over. */
export const alarmCodes: ReadonlySet<string> = new Set([
  'traffic.crash',
  'traffic.signal-dark',
  'traffic.queue-spillback',
  'traffic.vehicle-stuck',
  'traffic.car-stranded',
  'traffic.call-unheard',
  'energy.breaker-tripped',
  'energy.overload-tripped',
  'energy.load-shed',
  'energy.island-empty',
  'energy.island-overloaded',
  'energy.island-faulted',
  'energy.power-lost',
  'energy.engine-gas-trip',
  'energy.boiler-gas-trip',
  'energy.regulators-short',
  'tunnel.gas-pre-alarm',
  'tunnel.gas-alarm',
  'tunnel.gas-cut-off',
  'tunnel.water-high',
  'tunnel.boards-drowned',
  'tunnel.water-on-road',
  'tunnel.fire-alarm',
  'tunnel.cable-hot',
  'tunnel.cable-burnt',
  'tunnel.fibre-burnt',
  'tunnel.section-dark',
  'tunnel.road-shut',
  'tunnel.crew-cannot-come',
  'water.main-burst',
  'water.supply-low',
  'water.pump-dead',
  'telecom.node-lost',
  'telecom.section-unheard',
  'drainage.main-full',
  'drainage.road-flooded',
  'drainage.water-in-gallery',
  'drainage.switchgear-flooded',
]);

/** Alarms of one kind: the first of them, and how many others follow it. */
export interface ComingAlarm {
  readonly first: Happening;
  readonly others: number;
}

/** In the order in which they come, those of one kind together. */
export function comingAlarms(happenings: readonly Happening[]): readonly ComingAlarm[] {
  const byCode = new Map<string, { first: Happening; others: number }>();
  for (const happening of happenings) {
    if (!alarmCodes.has(happening.code)) continue;
    const known = byCode.get(happening.code);
    if (known) known.others++;
    else byCode.set(happening.code, { first: happening, others: 0 });
  }
  return [...byCode.values()].sort((a, b) => a.first.tick - b.first.tick);
}
