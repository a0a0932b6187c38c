import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GREEN_YIELDS, programOf } from '../../../../sim/domains/traffic/signals';
import { signalled } from '../signals/signalled';
import { type Run, run } from '../simulate';
import { crossroads } from '../small-city';
import { Bystander } from './on-crossings';
import { rightTurn, startWithWalkers } from './right-turners';

function watched(of: Run, seconds: number): Bystander {
  const bystander = new Bystander(of);
  run(of, seconds, (now) => bystander.look(now));
  return bystander;
}

describe('people on crossings', () => {
  const wide = crossroads({
    streets: {
      ns: { path: ['n', 'm', 's'], class: 'arterial', lanes: 3 },
      we: { path: ['w', 'm', 'e'], class: 'collector', lanes: 2 },
    },
    gates: { n: 12_000, e: 12_000, s: 12_000, w: 12_000 },
  });

  it('are all accounted for, never set off at red, and nobody drives into them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        (perHour, seed, big) => {
          const of = startWithWalkers(big ? wide : crossroads(), () => perHour, seed);
          const { lost, atRed, met, passed } = watched(of, 400);
          expect([lost, atRed, met]).toEqual([0, 0, 0]);
          expect(passed).toBeGreaterThan(50);
          if (perHour > 100) expect(of.state.walking!.crossed).toBeGreaterThan(10);
          expect(of.state.totals.hardestStops).toBe(0);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('wait for green as long as HCM says: (C − g)² / 2C', () => {
    const of = startWithWalkers(crossroads({ gates: {} }), (edge) =>
      edge === 'we:w:m' || edge === 'we:m:w' ? 600 : 0,
    );
    run(of, 4 * 3_600);
    const { phases } = programOf(of.state.signals, of.state.network, 0);
    const crossing = of.state.walking!.flows.findIndex((flow) => flow > 0) / 48;
    const index = of.state.network.roads.crossingSignalIndex[crossing];
    const cycle = phases.reduce((all, { seconds }) => all + seconds, 0);
    const walk = phases.reduce((all, { seconds, state }) => all + (state[index] === 'G' ? seconds : 0), 0);
    const { waitedSeconds, due } = of.state.walking!;
    expect(due).toBeGreaterThan(2_000);
    expect(waitedSeconds / due / ((cycle - walk) ** 2 / (2 * cycle))).toBeGreaterThan(0.93);
    expect(waitedSeconds / due / ((cycle - walk) ** 2 / (2 * cycle))).toBeLessThan(1.07);
  });

  it('wait on a refuge between the carriageways for whom the light changed, and go on with the next green', () => {
    const of = startWithWalkers(wide, (edge) => (edge.startsWith('ns') ? 400 : 0));
    const { spans, waiting } = of.state.walking!;
    // The arterial has a median: its two crossings are walked in halves.
    expect(spans.count).toBe(6);
    const second = [...spans.crossing.keys()].flatMap((span) => {
      const halved = (other: number) => spans.crossing[other] === spans.crossing[span];
      return [...(halved(span - 1) ? [2 * span] : []), ...(halved(span + 1) ? [2 * span + 1] : [])];
    });
    let onRefuge = 0;
    run(of, 1_800, () => {
      for (const end of second) onRefuge = Math.max(onRefuge, waiting[end]);
    });
    expect(second.length).toBe(4);
    expect(onRefuge).toBeGreaterThan(0);
    expect(of.state.walking!.crossed).toBeGreaterThan(300);
  });

  it('get over a road whose signal is dark, and drivers give way to them', () => {
    const of = startWithWalkers(crossroads(), () => 200);
    of.signalSupply.fill(0);
    const { lost, met } = watched(of, 1_800);
    const { crossed, waitedSeconds, due } = of.state.walking!;
    expect([lost, met]).toEqual([0, 0]);
    expect(crossed).toBeGreaterThan(0.95 * due);
    expect(waitedSeconds / due).toBeLessThan(20);
    expect(of.state.totals.arrived).toBeGreaterThan(200);
  });
});

describe('a signal that goes by pressure', () => {
  const pressed = signalled(
    () => ({ actuation: { kind: 'pressure', mostWaitSeconds: 60 } }),
    crossroads({ gates: { w: 14_000, e: 14_000 } }),
  );

  it('knows who wants to walk, and gives them green in time though no vehicle asks for it', () => {
    const of = startWithWalkers(pressed, (edge) => (edge.startsWith('we') ? 60 : 0));
    const { signals } = of.state;
    const { spans, waiting } = of.state.walking!;
    let longestS = 0;
    let standsS = 0;
    let calls = 0;
    run(of, 3_600, () => {
      let stands = false;
      for (let span = 0; span < spans.count; span++) {
        const wants = waiting[2 * span] + waiting[2 * span + 1] > 0;
        expect(signals.walkCalls[spans.crossing[span]]).toBe(wants ? 1 : 0);
        stands ||= wants;
        calls += wants ? 1 : 0;
      }
      standsS = stands ? standsS + 0.5 : 0;
      longestS = Math.max(longestS, standsS);
    });
    const { due, crossed } = of.state.walking!;
    expect(calls).toBeGreaterThan(100);
    expect(crossed).toBeGreaterThan(0.9 * due);
    // The longest that anybody goes unserved, and what has begun is seen to its end.
    expect(longestS).toBeLessThan(60 + 30);
  });
});

describe('drivers who turn right over a crossing', () => {
  const scene = rightTurn(200);

  /** Vehicles an hour of green over the crossing, after the platoon of people has passed and while the queue lasts. */
  function saturationFlow(perHour: number): number {
    const of = startWithWalkers(scene, (edge) => (edge.startsWith('ns') ? perHour : 0));
    const { network, vehicles, signals } = of.state;
    const { laneCount, turnDirection, turnFromLane, laneEdge } = network.roads;
    const approach = scene.elements.edge.slotOf('wm:w:m')!;
    const turn = [...network.signalTurns].find(
      (t) => turnDirection[t] === 2 && laneEdge[turnFromLane[t]] === approach,
    )!;
    const was = new Int32Array(vehicles.capacity).fill(-1);
    let greenSeconds = 0;
    let seconds = 0;
    let passed = 0;
    run(of, 4_800, () => {
      greenSeconds = signals.shown[turn] === GREEN_YIELDS ? greenSeconds + 0.5 : 0;
      const counts = greenSeconds > 30 && greenSeconds <= 130;
      if (counts) seconds += 0.5;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (counts && was[row] === laneCount + turn && vehicles.track[row] === network.roads.turnToLane[turn]) passed++;
        was[row] = vehicles.track[row];
      }
    });
    return (3_600 * passed) / seconds;
  }

  it('lose what HCM has them lose, within 15 %: v / 2000 of their saturation flow to v people an hour of green', () => {
    const without = saturationFlow(0);
    for (const perHour of [300, 600, 1_000]) {
      const share = saturationFlow(perHour) / without / (1 - perHour / 2_000);
      expect(share, `${perHour} people an hour`).toBeGreaterThan(0.85);
      expect(share, `${perHour} people an hour`).toBeLessThan(1.15);
    }
  });
});
