import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  createJunctionLevels,
  type JunctionRoads,
  judgeJunctions,
  NO_LEVEL,
} from '../../../../sim/domains/traffic/levels/junction-levels';
import {
  clearQueueRecord,
  closeCycle,
  createQueueRecord,
  noteQueue,
  queuePercentileVeh,
} from '../../../../sim/domains/traffic/levels/queue-record';
import { serviceLevels } from '../../../../sim/domains/traffic/levels/service-level';
import {
  closeWindow,
  countPassage,
  countStanding,
  createTurnCounts,
  passStep,
  servedProgram,
} from '../../../../sim/domains/traffic/levels/turn-counts';

const GREEN_YIELDS = 3;
const GREEN = 4;

/** Two approaches to one junction, a lane and a straight turn each. */
function roadsWith(control: number): JunctionRoads {
  const signalIndex = control === 0 ? [0, 1] : [-1, -1];
  return {
    edgeCount: 4,
    laneCount: 4,
    laneEdge: Uint32Array.of(0, 1, 2, 3),
    laneTurnStart: Uint32Array.of(0, 1, 2, 2, 2),
    laneTurns: Uint32Array.of(0, 1),
    turnJunction: Uint32Array.of(0, 0),
    turnDirection: Uint8Array.of(1, 1),
    turnSignalIndex: Int32Array.from(signalIndex),
    junctionControl: Uint8Array.of(control),
  };
}

interface Approach {
  readonly passed: number;
  readonly delaySeconds: number;
  readonly greenShare?: number;
}

function judge(control: number, approaches: readonly Approach[]) {
  const roads = roadsWith(control);
  const counts = createTurnCounts(2);
  const shown = new Uint8Array(2);
  for (let at = 0; at < 900; at += 0.5) {
    approaches.forEach(({ greenShare = 0 }, turn) => {
      shown[turn] = at % 90 < 90 * greenShare ? GREEN : 1;
    });
    passStep(counts, Uint32Array.of(0, 1), shown, GREEN_YIELDS, GREEN, 0.5);
  }
  approaches.forEach(({ passed, delaySeconds }, turn) => {
    for (let i = 0; i < passed; i++) countPassage(counts, turn, 10 + delaySeconds, 10, delaySeconds > 5 ? 1 : 0);
  });
  closeWindow(counts);
  const levels = createJunctionLevels(roads);
  judgeJunctions(roads, counts, levels);
  const letter = (index: number) => (index === NO_LEVEL ? '-' : serviceLevels[index]);
  return {
    counts,
    levels,
    approach: Array.from(levels.approaches.level.subarray(0, 2), letter).join(''),
    junction: letter(levels.junctions.level[0]),
  };
}

it('a signal is judged by the mean of all who came, and each approach by its own', () => {
  const { levels, approach, junction } = judge(0, [
    { passed: 100, delaySeconds: 15, greenShare: 0.5 },
    { passed: 50, delaySeconds: 60, greenShare: 0.4 },
  ]);
  expect(approach).toBe('BE');
  expect(levels.junctions.delaySeconds[0]).toBeCloseTo(30, 9);
  expect(junction).toBe('C');
  expect(levels.approaches.stopsPerVehicle[0]).toBe(1);
});

it('v/c is who came over the saturation flow of the green that was served', () => {
  const { levels, counts } = judge(0, [
    { passed: 190, delaySeconds: 15, greenShare: 0.5 },
    { passed: 50, delaySeconds: 15, greenShare: 0.4 },
  ]);
  expect(levels.approaches.saturation[0]).toBeCloseTo(190 / ((1_900 * 0.5) / 4), 9);
  expect(levels.junctions.saturation[0]).toBeCloseTo(0.8, 9);
  expect(servedProgram(counts, 0)).toEqual({ cycleSeconds: 90, greenSeconds: 45 });
});

it('more than can pass is F even while those who passed did well', () => {
  const { approach } = judge(0, [
    { passed: 250, delaySeconds: 15, greenShare: 0.5 },
    { passed: 50, delaySeconds: 15, greenShare: 0.4 },
  ]);
  expect(approach).toBe('FB');
});

it('a junction where some give way is as good as its worst approach, one where all stop as the mean', () => {
  const both = [
    { passed: 500, delaySeconds: 2 },
    { passed: 20, delaySeconds: 40 },
  ];
  expect(judge(1, both)).toMatchObject({ approach: 'AE', junction: 'E' });
  expect(judge(3, both)).toMatchObject({ approach: 'AE', junction: 'A' });
});

it('a signal that was dark is judged as a junction where all stop', () => {
  expect(
    judge(0, [
      { passed: 20, delaySeconds: 40 },
      { passed: 0, delaySeconds: 0 },
    ]),
  ).toMatchObject({
    approach: 'E-',
    junction: 'E',
  });
});

it('an approach where nobody came has no level, one where nobody moves is not called free', () => {
  const roads = roadsWith(1);
  const counts = createTurnCounts(2);
  countStanding(counts, 0, 300, 1);
  closeWindow(counts);
  const levels = createJunctionLevels(roads);
  judgeJunctions(roads, counts, levels);
  expect(serviceLevels[levels.approaches.level[0]]).toBe('F');
  expect(levels.approaches.level[1]).toBe(NO_LEVEL);
});

it('a driver above the limit wins nothing for the others', () => {
  const counts = createTurnCounts(1);
  countPassage(counts, 0, 8, 10, 0);
  countPassage(counts, 0, 30, 10, 1);
  expect(counts.now.delaySeconds[0]).toBe(20);
});

it('the percentile of queues is one that this share of cycles did not exceed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 63 }), { minLength: 1, maxLength: 60 }), (lengths) => {
      const record = createQueueRecord(2);
      for (const length of lengths) {
        noteQueue(record, 1, Math.floor(length / 2));
        noteQueue(record, 1, length);
        closeCycle(record, 1, 0);
      }
      const p95 = queuePercentileVeh(record, 1, 0.95);
      expect(lengths.filter((length) => length <= p95).length).toBeGreaterThanOrEqual(0.95 * lengths.length);
      expect(lengths.filter((length) => length < p95).length).toBeLessThan(0.95 * lengths.length);
      expect(queuePercentileVeh(record, 0, 0.95)).toBe(0);
      clearQueueRecord(record);
      expect(queuePercentileVeh(record, 1, 0.95)).toBe(0);
    }),
  );
});

it('a queue that outlasts its green begins the next cycle', () => {
  const record = createQueueRecord(1);
  noteQueue(record, 0, 12);
  closeCycle(record, 0, 5);
  closeCycle(record, 0, 0);
  expect(queuePercentileVeh(record, 0, 0.5)).toBe(5);
});
