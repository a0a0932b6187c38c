/** Lines whose right answer is known without anybody's software. */
import { capacityByFormula } from '../../reference/capacity/gaps';
import { driveRing, ringScene } from '../../reference/known-answers/ring';
import { cityStopLine, DELAY_CYCLE, signalDelay } from '../../reference/known-answers/stop-line';
import { greenWaveStops, minorRightPerHour, oneLaneOfTwoClosed } from '../../reference/known-answers/street-answers';
import type { AcceptLine } from '../line';
import { percent } from './cityloom';

const RECOMMENDED_PER_HOUR = 1_876;

export const stopLine: AcceptLine = {
  name: 'saturation flow and start-up loss',
  goal: '1,876 veh/h/lane (1,800 to 1,900) at a stop line, 29 to 31 vehicles in 60 s of green, start-up loss about 2 s',
  async measure() {
    const line = cityStopLine();
    const inGreen = (60 - line.lostSeconds) * (line.saturationPerHour / 3_600);
    return {
      held:
        line.saturationPerHour >= 1_800 &&
        line.saturationPerHour <= 1_900 &&
        inGreen >= 29 &&
        inGreen <= 31 &&
        line.lostSeconds >= 1 &&
        line.lostSeconds <= 3,
      reached: `${line.saturationPerHour.toFixed(0)} veh/h (${percent(line.saturationPerHour / RECOMMENDED_PER_HOUR - 1)} of ${RECOMMENDED_PER_HOUR}), ${inGreen.toFixed(1)} in 60 s, ${line.lostSeconds.toFixed(2)} s lost`,
      how: 'a queue that never ends before a signal of ours, ten cycles, fronts at the line interpolated within the step; headway after the fourth; the loss from when drivers began to see green',
    };
  },
};

export const delay: AcceptLine = {
  name: 'delay at a signal by the Highway Capacity Manual',
  goal: 'within 10 % of d1 for X < 0.8 with regular arrivals, of d1 + d2 for X 0.8 to 0.95 with arrivals by chance',
  async measure(tools) {
    const line = cityStopLine(DELAY_CYCLE.redSeconds, DELAY_CYCLE.greenSeconds);
    const rows = [
      ...[0.4, 0.6, 0.75].map((x) => signalDelay(x, 'regular', line)),
      ...[0.8, 0.85, 0.9, 0.95].map((x) => signalDelay(x, 'by chance', line)),
    ].map((row) => {
      const expected = row.uniformSeconds + (row.arrivals === 'regular' ? 0 : row.incrementalSeconds);
      tools.say(`X ${row.saturation}: ${row.measuredSeconds.toFixed(1)} s, expected ${expected.toFixed(1)} s`);
      return { ...row, expected, off: row.measuredSeconds / expected - 1 };
    });
    return {
      held: rows.every(({ off }) => Math.abs(off) <= 0.1),
      reached: rows
        .map(
          ({ saturation, measuredSeconds, expected, off }) =>
            `X ${saturation}: ${measuredSeconds.toFixed(1)} s for ${expected.toFixed(1)} (${percent(off)})`,
        )
        .join('; '),
      how: `cycle of a minute, ${DELAY_CYCLE.greenSeconds} s of green, quarters of an hour that begin empty, 24 draws; the passing of the line against that of the same vehicles at a signal that is always green`,
    };
  },
};

export const gapAcceptance: AcceptLine = {
  name: 'gap acceptance of the city’s drivers',
  goal: 'right turns out of a minor road against 800 veh/h: 388 veh/h ± 15 %',
  async measure() {
    const expected = capacityByFormula(800, 6.2, 3.3);
    const { minor, major } = minorRightPerHour(800);
    return {
      held: Math.abs(minor / expected - 1) <= 0.15,
      reached: `${minor} veh/h, ${percent(minor / expected - 1)} of ${expected.toFixed(0)}; ${major} on the major road`,
      how: 'a minor road that is never empty, arrivals by chance on the major one, an hour after ten minutes',
    };
  },
};

export const greenWave: AcceptLine = {
  name: 'green wave',
  goal: 'five signals: 0 to 1 stops with the wave, at least 2 against it',
  async measure() {
    const { withIt, against } = greenWaveStops();
    return {
      held: withIt <= 1 && against >= 2,
      reached: `${withIt.toFixed(2)} stops with it, ${against.toFixed(2)} against it`,
      how: 'five signals 300 m apart, 36 s of green in 80, offsets of the way at 50 km/h; vehicles every 20 s both ways',
    };
  },
};

export const laneClosed: AcceptLine = {
  name: 'one lane of two closed',
  goal: 'discharge no more than one lane’s saturation flow; the queue grows by (q − c) / jam density',
  async measure() {
    const line = cityStopLine();
    const found = oneLaneOfTwoClosed();
    const grows = found.growthPerHour / (found.arrivingPerHour - found.dischargePerHour);
    return {
      held: found.dischargePerHour <= line.saturationPerHour * 1.03 && Math.abs(grows - 1) <= 0.1,
      reached: `${found.dischargePerHour} veh/h get through of ${found.arrivingPerHour} (one lane's saturation ${line.saturationPerHour.toFixed(0)}); vehicles before it grow by ${found.growthPerHour}/h, ${percent(grows)} of q − c; the tail moves back ${found.queueMPerHour.toFixed(0)} m/h, ${found.expectedQueueMPerHour.toFixed(0)} for a standing queue on two lanes`,
      how: '2,600 veh/h on two lanes, one shut over 300 m; between ten and 25 minutes',
    };
  },
};

export const ring: AcceptLine = {
  name: 'ring of 22 cars on 230 m',
  goal: 'stop-and-go appears and dies out with the parameters named; the wave runs backwards at 15 ± 3 km/h for a = 1',
  async measure(tools) {
    const scene = ringScene(tools.root);
    const rows = [
      { a: 0.8, headway: 1, waves: true, ...driveRing(scene, 0.8, 1) },
      { a: 1, headway: 1, waves: true, ...driveRing(scene, 1, 1) },
      { a: 1.5, headway: 1.2, waves: false, ...driveRing(scene, 1.5, 1.2) },
    ];
    const right = rows.every(({ cars, waves, minKmh, maxKmh, meanKmh, waveBackKmh, a }) => {
      if (cars !== 22) return false;
      if (!waves) return maxKmh - minKmh < 1 && Math.abs(meanKmh - 11.8) < 0.6;
      const back = a !== 1 || Math.abs(waveBackKmh - 15) <= 3;
      return minKmh < 1 && maxKmh >= 28 && maxKmh <= 35 && meanKmh >= 7 && meanKmh <= 9.4 && back;
    });
    return {
      held: right,
      reached: rows
        .map(
          ({ a, headway, cars, minKmh, maxKmh, meanKmh, waveBackKmh }) =>
            `a ${a}, T ${headway}: ${cars} cars, ${minKmh.toFixed(1)} to ${maxKmh.toFixed(1)}, mean ${meanKmh.toFixed(1)} km/h${Number.isNaN(waveBackKmh) ? ', no wave' : `, wave back at ${waveBackKmh.toFixed(1)}`}`,
        )
        .join('; '),
      how: 'scenes/tiny/ring with drivers of those parameters (b 1.5, s0 2, 4.5 m long, wish 50 km/h, steps of 0.25 s), ten minutes after three quarters of an hour',
    };
  },
};
