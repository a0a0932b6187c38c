import { asElementId, type Intervention } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { applyIntervention, freshId, useEdits } from './edits';
import { useRun } from './run';

/** What an operator can order himself; a change like any other, and undone like one. */
export const orders = ['acknowledge', 'blow-down', 'reset'] as const;
export type Order = (typeof orders)[number];

export const ORDER_KIND = 'gallery-orders';
/** Taking and setting back are done at once; burning off goes on for as long as a main may hold gas. */
const LASTS_S: Readonly<Record<Order, number>> = { acknowledge: 60, 'blow-down': 14_400, reset: 60 };

export function giveOrder(engine: EngineClient, order: Order, section: string): Promise<boolean> {
  const { clock } = useRun.getState();
  if (!clock) return Promise.resolve(false);
  return applyIntervention(engine, {
    id: freshId(ORDER_KIND, useEdits.getState().history),
    kind: ORDER_KIND,
    targets: [asElementId(section)],
    settings: { order },
    fromSeconds: clock.seconds,
    untilSeconds: clock.seconds + LASTS_S[order],
  });
}

/** Orders to a section that are in force. */
export function ordersFor(section: string, list: readonly Intervention[], nowSeconds: number): readonly Order[] {
  return list
    .filter(({ kind, targets }) => kind === ORDER_KIND && targets.some((id) => id === section))
    .filter(({ fromSeconds, untilSeconds }) => fromSeconds <= nowSeconds && nowSeconds < (untilSeconds ?? Infinity))
    .flatMap(({ settings }) => orders.filter((order) => order === settings.order));
}
