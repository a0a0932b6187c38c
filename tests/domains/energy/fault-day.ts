import type { CompiledScene } from '../../../sim/scene';
import { change, turnsOf } from '../../interventions/paired';
import { sceneOf } from './scenes';
import { type EnergyRun, run, start, turn } from './simulate';

const HOUR_S = 3_600;
const NIGHT = { startDay: 20, startSeconds: 2 * HOUR_S } as const;

/** Feeder 2 is just thick enough for its own evening, and not for that of its neighbour's last house, too. */
function tightCity(root?: string): CompiledScene {
  const plain = sceneOf('tiny/one-feeder', undefined, root);
  const head = plain.elements.branch.slotOf('bar-10-2:b1') as number;
  let most = 0;
  run(start(plain, NIGHT), 22 * HOUR_S, ({ state }) => {
    most = Math.max(most, state.power!.flow.now.results.loading[head]);
  });
  const thinner: Parameters<typeof sceneOf>[1] = (files) => {
    for (const each of files['electricity.json'].branches) {
      if (each.id === 'bar-10-2:b1') each.ratingA = Math.round(each.ratingA * most * 1.06);
    }
  };
  return sceneOf('tiny/one-feeder', thinner, root);
}

/** A cable is cut in the middle of feeder 1 at three in the morning, and nobody mends it all day. */
export function faultDay(root?: string): EnergyRun {
  const scene = tightCity(root);
  const of = run(start(scene, NIGHT), HOUR_S);
  turn(of, turnsOf(scene, change('cut-cable', ['a2:a3'])));
  return run(of, 20 * HOUR_S);
}
