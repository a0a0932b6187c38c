import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowsOf, retimed } from '../../../../sim/domains/traffic/signals';
import { type Stage, type TurnFlow, websterCycle, websterPlan } from '../../../../sim/domains/traffic/signals/webster';
import { crossroads } from '../small-city';
import { bench, STEP_S, signalled, stepOn } from './signalled';

/** One lane a stage, each with so much of its saturation flow. */
function simple(ratios: readonly number[], clearanceSeconds = 5, leastSeconds = 5) {
  const stages = ratios.map(
    (_, k): Stage => ({ greens: ratios.map((_, t) => (t === k ? 2 : 0)), leastSeconds, clearanceSeconds }),
  );
  const turns = ratios.map(
    (ratio, lane): TurnFlow => ({ lane, flowPerHour: 1_800 * ratio, saturationPerHour: 1_800, opposingPerHour: 0 }),
  );
  return { stages, turns };
}

describe('Webster’s times', () => {
  it.each([
    // (1.5 L + 5) / (1 − Y), worked out by hand
    [10, 0.5, 40],
    [10, 0.7, 67],
    [12, 0.75, 92],
    [16, 0.8, 145],
    [10, 0.2, 40],
    [16, 0.9, 150],
    [10, 1.2, 150],
  ])('for %f s lost and a flow ratio of %f make a cycle of %f s', (lostSeconds, flowRatio, cycleSeconds) => {
    expect(websterCycle(lostSeconds, flowRatio)).toBe(cycleSeconds);
  });

  it('share the green by flow ratio: 0.4 and 0.3 of 57 s are 33 and 24', () => {
    const { stages, turns } = simple([0.4, 0.3]);
    expect(websterPlan(stages, turns)).toMatchObject({
      cycleSeconds: 67,
      greenSeconds: [33, 24],
      lostSeconds: 10,
      saturated: false,
    });
  });

  it('count the worst lane of each stage only', () => {
    const { stages, turns } = simple([0.4, 0.3]);
    const more = [...turns, { ...turns[0], lane: 7, flowPerHour: 300 }];
    const wider = stages.map((stage, k) => ({ ...stage, greens: [...stage.greens, k === 0 ? 2 : 0] }));
    expect(websterPlan(wider, more)).toEqual(websterPlan(stages, turns));
  });

  it('give a lane that has green twice no more than it needs of both', () => {
    const stages: Stage[] = [
      { greens: [2, 0, 2], leastSeconds: 5, clearanceSeconds: 4 },
      { greens: [2, 2, 0], leastSeconds: 5, clearanceSeconds: 4 },
    ];
    const turn = (lane: number, ratio: number): TurnFlow => ({
      lane,
      flowPerHour: 1_800 * ratio,
      saturationPerHour: 1_800,
      opposingPerHour: 0,
    });
    expect(websterPlan(stages, [turn(0, 0.5), turn(1, 0.3), turn(2, 0.3)]).flowRatio).toBeCloseTo(0.6, 9);
    expect(websterPlan(stages, [turn(0, 0.7), turn(1, 0.3), turn(2, 0.3)]).flowRatio).toBeCloseTo(0.7, 9);
  });

  it('give more to those who must give way, the more comes towards them', () => {
    const plan = (opposingPerHour: number) => {
      const stages: Stage[] = [
        { greens: [1, 0], leastSeconds: 5, clearanceSeconds: 5 },
        { greens: [0, 2], leastSeconds: 5, clearanceSeconds: 5 },
      ];
      const flows = { flowPerHour: 200, saturationPerHour: 1_600 };
      return websterPlan(stages, [
        { lane: 0, ...flows, opposingPerHour },
        { lane: 1, ...flows, opposingPerHour: 0 },
      ]).greenSeconds;
    };
    expect(plan(0)[0]).toBe(plan(0)[1]);
    expect(plan(400)[0]).toBeGreaterThan(plan(0)[0]);
  });

  it('always add up to the cycle, keep everyone’s least, and follow need where there is more', () => {
    const ratio = fc.double({ min: 0, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 1, maxLength: 5 }), fc.integer({ min: 5, max: 25 }), (ratios, least) => {
        const { stages, turns } = simple(ratios, 5, least);
        const plan = websterPlan(stages, turns);
        expect(plan.greenSeconds.reduce((sum, green) => sum + green, plan.lostSeconds)).toBeCloseTo(
          plan.cycleSeconds,
          9,
        );
        for (let k = 0; k < ratios.length; k++) {
          expect(plan.greenSeconds[k]).toBeGreaterThanOrEqual(least);
          expect(Number.isInteger(plan.greenSeconds[k])).toBe(true);
          for (let m = 0; m < ratios.length; m++) {
            if (ratios[k] > ratios[m]) expect(plan.greenSeconds[k]).toBeGreaterThanOrEqual(plan.greenSeconds[m]);
          }
        }
      }),
    );
  });
});

describe('a signal retimed', () => {
  it('gives the busier street the longer green, and leaves alone what clears and who walks', () => {
    const of = bench(crossroads());
    const { network, signals } = of;
    const edgeOf = (turn: number) =>
      of.scene.elements.edge.ids[network.roads.laneEdge[network.roads.turnFromLane[turn]]];
    const { program, plan } = retimed(signals, network, 0, (turn) => (edgeOf(turn).startsWith('ns:') ? 150 : 350));
    expect(plan.greenSeconds[1]).toBeGreaterThan(plan.greenSeconds[0]);
    for (let k = 0; k < program.phases.length; k++) {
      const open = /[Gg]/.test(program.phases[k].state);
      if (!open) expect(program.phases[k].seconds).toBe(network.roads.phaseSeconds[k]);
      else expect(program.phases[k].seconds).toBeGreaterThanOrEqual(signals.layout.leastGreenSeconds[k]);
    }
  });

  it('counts who passes its stop lines, and retimes itself from that', () => {
    const of = bench(signalled(() => ({ retimedEveryMinutes: 5 })));
    const { network, signals, seen } = of;
    const before = signals.phaseSeconds.slice();
    const [turn] = network.signalTurns;
    const lane = network.roads.turnFromLane[turn];
    for (let i = 0; i <= 300 / STEP_S; i++) {
      seen.clear();
      if (i % 8 === 4) {
        // One in four seconds is just past the line, on one approach alone.
        const row = seen.put(turn, 0);
        seen.track[row] = network.roads.laneCount + turn;
        seen.first[lane] = -1;
        seen.last[lane] = -1;
        seen.first[seen.track[row]] = row;
        seen.last[seen.track[row]] = row;
        seen.positionM[row] = 1;
        seen.movedM[row] = 3;
      }
      if (i === 300 / STEP_S)
        expect(flowsOf(signals, network, seen, 0, 1_000 * of.clockSeconds).get(turn)).toBeCloseTo(900, -1);
      stepOn(of);
    }
    expect([...signals.phaseSeconds]).not.toEqual([...before]);
    expect(signals.passed[turn]).toBe(0);
  });
});
