import { kmhToMps } from '../../kernel';
import { toggle } from '../field';
import { defineKind } from '../kind';
import { waveAlong } from './street-wave';

const FIXED = 0;
const NEVER = 0;

/** T3: the signals of a street, in the order in which they are named, let through who drives at one speed. */
export const greenWave = defineKind({
  kind: 'green-wave',
  targets: { kind: 'signal', least: 2, most: 40 },
  settings: {
    speedKmh: { type: 'number', unit: 'km/h', min: 15, max: 80, step: 1, default: 45 },
    /** From the last of them to the first. */
    backwards: toggle(false),
  },
  claims({ targets, settings, fromSeconds, untilSeconds }, scene) {
    const order = settings.backwards ? [...targets].reverse() : targets;
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
    const order = settings.backwards ? [...targets].reverse() : targets;
    const { problems } = waveAlong(order, kmhToMps(settings.speedKmh), scene);
    return settings.backwards ? problems.map((each) => atOther(each, targets.length)) : [...problems];
  },
});

/** The same place in the list as it was given. */
function atOther<P extends { readonly path: readonly (string | number)[] }>(each: P, count: number): P {
  const [name, index] = each.path;
  return { ...each, path: [name, count - 1 - Number(index)] };
}
