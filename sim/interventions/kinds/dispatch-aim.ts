import { choice } from '../field';
import { defineKind } from '../kind';

/** In the order in which energy numbers them. */
const AIMS = ['cost', 'carbon', 'primary-energy'] as const;

/** What the energy stations are run for, until it ends. */
export const dispatchAim = defineKind({
  kind: 'dispatch-aim',
  targets: { kind: 'city', least: 0, most: 0 },
  settings: {
    aim: choice(AIMS, 'cost'),
  },
  claims({ settings, fromSeconds, untilSeconds }) {
    return [{ knob: 'city.dispatch-aim', slot: 0, value: AIMS.indexOf(settings.aim), fromSeconds, untilSeconds }];
  },
});
