import { kmhToMps } from '../../kernel';
import { toggle } from '../field';
import { defineKind } from '../kind';
import { alongStreet, waveAlong } from './street-wave';

const FIXED = 0;
const NEVER = 0;

/** T3: the signals of a street let through who drives at one speed, from the end at which the first named stands. */
export const greenWave = defineKind({
  kind: 'green-wave',
  targets: { kind: 'signal', least: 2, most: 40 },
  settings: {
    speedKmh: { type: 'number', unit: 'km/h', min: 15, max: 80, step: 1, default: 45 },
    backwards: toggle(false),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const order = alongStreet(targets, settings.backwards, scene);
    return waveAlong(order, kmhToMps(settings.speedKmh), scene).stops.flatMap((stop) => {
      const claim = (knob: string, value: number) => ({ knob, slot: stop.signal, value, fromSeconds, untilSeconds });
      return [
        claim('signal.control', FIXED),
        claim('signal.retime', NEVER),
        claim('signal.cycle', stop.cycleSeconds),
        claim('signal.offset', stop.offsetSeconds),
        claim('signal.offset-phase', stop.phase),
      ];
    });
  },
  check({ targets, settings }, scene) {
    const order = alongStreet(targets, settings.backwards, scene);
    const { problems } = waveAlong(order, kmhToMps(settings.speedKmh), scene);
    return problems.map((each) => ({ ...each, path: ['targets', targets.indexOf(order[Number(each.path[1])])] }));
  },
});
