import { expect, it } from 'vitest';
import { change, turnsOf } from '../../interventions/paired';
import { sceneOf } from './scenes';
import { fork, run, start, turn } from './simulate';

const city = sceneOf('tiny/one-feeder');
const noon = { startDay: 205, startSeconds: 11 * 3_600 } as const;

it('clouds take more than half of the sun within a quarter of an hour, and give it back when they have passed', () => {
  const clear = run(start(city, noon), 900);
  const cloudy = fork(clear);
  const turns = turnsOf(city, change('clouds', [], { cover: 100 }));
  turn(cloudy, turns);
  run(cloudy, 1_800);
  run(clear, 1_800);
  const light = (of: typeof clear) => of.state.weatherNow.globalWPerM2;
  expect(light(clear)).toBeGreaterThan(100);
  expect(light(cloudy)).toBeLessThan(0.5 * light(clear));
  expect(cloudy.state.weatherNow.cloud).toBe(1);
  expect(cloudy.state.weatherNow.airC).toBe(clear.state.weatherNow.airC);

  // Loaded under the clouds it goes on as it was.
  const loaded = fork(cloudy);
  run(cloudy, 900);
  run(loaded, 900);
  expect(loaded.state.weatherNow).toEqual(cloudy.state.weatherNow);

  turn(
    loaded,
    turns.map((each) => ({ ...each, value: null })),
  );
  run(loaded, 1_800);
  run(clear, 2_700);
  expect(light(loaded)).toBe(light(clear));
});
