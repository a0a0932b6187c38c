import { secondsFromMinutes } from '../../kernel';
import { choice } from '../field';
import { defineKind } from '../kind';
import { leaderSlots } from './signal-leaders';

/** As the traffic's signals number them. */
const FIXED = 0;
const BY_PRESSURE = 3;

/** Signals that go by the traffic: by the largest pressure at every moment, or by times worked out from what was counted. */
export const controlSignals = defineKind({
  kind: 'control-signals',
  targets: { kind: 'signal', least: 1, most: 500 },
  settings: {
    by: choice(['pressure', 'counts'], 'pressure'),
    everyMinutes: {
      type: 'number',
      unit: 'min',
      min: 5,
      max: 60,
      step: 5,
      default: 10,
      idleWhen: { setting: 'by', is: 'pressure' },
    },
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    return leaderSlots(targets, scene).flatMap((slot) => {
      const claim = (knob: string, value: number) => ({ knob, slot, value, fromSeconds, untilSeconds });
      if (settings.by === 'pressure') return [claim('signal.control', BY_PRESSURE)];
      return [claim('signal.control', FIXED), claim('signal.retime', secondsFromMinutes(settings.everyMinutes))];
    });
  },
});
