import type { InterventionKind } from './kind';
import { closeRoad } from './kinds/close-road';
import { eventDemand } from './kinds/event-demand';
import { limitSpeed } from './kinds/limit-speed';

/** Add the name here and the compiler asks for its row below. */
export type InterventionKindName = 'close-road' | 'limit-speed' | 'event-demand';

/** Every kind of change, on one page; a panel shows them in this order. */
export const interventionKinds = {
  'close-road': closeRoad,
  'limit-speed': limitSpeed,
  'event-demand': eventDemand,
} as const satisfies { readonly [Name in InterventionKindName]: InterventionKind<Name> };
