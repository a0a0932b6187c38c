import { describe, expect, it } from 'vitest';
import { comeToSite, serveSite } from '../../../../sim/domains/traffic/charging/serve';
import { createLuck, streamOf } from '../../../../sim/kernel';
import { carThat, noCars, siteWith } from './some-cars';

const STEP_S = 10;
const PLUG_KW = 50;
const SERVICE_S = 1_500;
/** So large that no wish comes near to where a battery takes less. */
const CAPACITY_KWH = 1_000;

/** Mean wait of cars that come at random (Poisson) with so much to charge for every plug, each for a time drawn by `service`. */
function meanWait(plugCount: number, load: number, service: (uniform: number) => number, arrivals = 25_000): number {
  const luck = createLuck(11);
  const [gap, work] = [streamOf('gap'), streamOf('work')];
  const stands = siteWith(Array<number>(plugCount).fill(PLUG_KW), plugCount * PLUG_KW);
  const cars = noCars();
  let waitedS = 0;
  let told = 0;
  let atS = 0;
  let nowS = 0;
  for (let number = 0; number < arrivals; ) {
    while (atS <= nowS && number < arrivals) {
      const wishShare = (service(luck.uniform(work, 0, number)) * PLUG_KW * 0.9) / 3_600 / CAPACITY_KWH;
      const car = carThat(cars, nowS, { capacityKwh: CAPACITY_KWH, share: 0, target: wishShare });
      if (comeToSite(stands, cars, car, 0, atS)) told++;
      number++;
      atS -= (SERVICE_S / (plugCount * load)) * Math.log(1 - luck.uniform(gap, 0, number));
    }
    serveSite(stands, cars, 0, nowS, STEP_S, 1, (_car, _plug, seconds) => {
      waitedS += seconds;
      told++;
    });
    nowS += STEP_S;
  }
  return waitedS / told;
}

/** Mean wait in M/M/c (Erlang 1917; Gross and Harris, Fundamentals of Queueing Theory, § 2.3). */
function erlangC(plugCount: number, load: number): number {
  const offered = plugCount * load;
  let term = 1;
  let sum = 0;
  for (let k = 0; k < plugCount; k++) {
    sum += term;
    term *= offered / (k + 1);
  }
  const queued = term / (1 - load);
  return ((queued / (sum + queued)) * SERVICE_S) / (plugCount * (1 - load));
}

describe('the queue before plugs that cars come to at random', () => {
  it.each([
    [1, 0.6],
    [4, 0.8],
    [10, 0.85],
  ])('waits as Erlang C says for %i plugs at %f of what they can do, each for an exponential time', (plugs, load) => {
    const measured = meanWait(plugs, load, (uniform) => -SERVICE_S * Math.log(1 - uniform));
    const expected = erlangC(plugs, load);
    expect(Math.abs(measured / expected - 1)).toBeLessThan(0.1);
  });

  it('waits half as long where all charge equally long before one plug (Pollaczek and Khinchine)', () => {
    const measured = meanWait(1, 0.7, () => SERVICE_S);
    const expected = (0.7 * SERVICE_S) / (2 * (1 - 0.7));
    expect(Math.abs(measured / expected - 1)).toBeLessThan(0.1);
  });
});
