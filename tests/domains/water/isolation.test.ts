import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolate } from '../../../sim/domains/water/isolation';
import { planWater, type WaterPlan } from '../../../sim/domains/water/plan';
import { markFed, touchesOf } from '../../../sim/domains/water/reach';
import { waterTown } from './water-town';

const runs = () => true;

function everythingOpen({ network, builtOpen }: WaterPlan): Uint8Array {
  const open = new Uint8Array(network.pipeFrom.length).fill(1);
  open.set(builtOpen);
  return open;
}

function fedWithout(plan: WaterPlan, shut: readonly number[]): Uint8Array {
  const open = everythingOpen(plan);
  for (const pipe of shut) open[pipe] = 0;
  return markFed(plan.network, touchesOf(plan.network), open, runs);
}

/** Whether anything comes to either end of a main through which it may run out. */
function stillRuns(plan: WaterPlan, burst: number, shut: readonly number[]): boolean {
  if (shut.includes(burst)) return false;
  const fed = fedWithout(plan, [...shut, burst]);
  return fed[plan.network.pipeFrom[burst]] === 1 || fed[plan.network.pipeTo[burst]] === 1;
}

function subsets(of: readonly number[]): number[][] {
  return Array.from({ length: 2 ** of.length }, (_, bits) => of.filter((__, i) => (bits >> i) % 2 === 1));
}

/** The town with valves on some of its mains only. */
function planWith(valves: readonly boolean[]): WaterPlan {
  const scene = waterTown((files) => {
    const { pipes } = files['water.json'];
    // Fed by a reservoir at the gate, so that everything that can be shut is a pipe.
    files['water.json'].pumps = [];
    files['water.json'].reservoirs[0].node = 'gate';
    files['water.json'].valves = pipes.flatMap(({ id }: { id: string }, i: number) =>
      valves[i] ? [{ id, pipe: id, open: true, remote: false }] : [],
    );
  });
  return planWater(scene)!;
}

describe('shutting off a main', () => {
  it('needs its own pair of valves where it has one, and cuts off nobody in a ring', () => {
    const plan = planWater(waterTown())!;
    const scene = waterTown();
    const slot = (id: string) => scene.elements['water-pipe'].slotOf(id) as number;
    const found = isolate(plan, touchesOf(plan.network), everythingOpen(plan), runs, slot('a1:a2'));
    expect(found).toEqual({ pipes: [slot('a1:a2')], pumps: [], cut: [] });
  });

  it('is the set that, of all sets of valves that stop the water, cuts off the fewest and has none too many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
        fc.integer({ min: 0, max: 9 }),
        (valves, burst) => {
          const plan = planWith(valves);
          const open = everythingOpen(plan);
          const found = isolate(plan, touchesOf(plan.network), open, runs, burst);
          expect(stillRuns(plan, burst, found.pipes)).toBe(false);
          for (const spared of found.pipes) {
            const rest = found.pipes.filter((each) => each !== spared);
            expect(stillRuns(plan, burst, rest)).toBe(true);
          }
          const before = fedWithout(plan, []);
          const cutBy = (shut: readonly number[]) => {
            const after = fedWithout(plan, [...shut, burst]);
            let cut = 0;
            for (let n = 0; n < plan.nodeCount; n++) if (before[n] === 1 && after[n] === 0) cut++;
            return cut;
          };
          const closable = [...open.keys()].filter((pipe) => pipe >= plan.pipeCount || plan.valve[pipe] > 0);
          const stops = subsets(closable).filter((set) => !stillRuns(plan, burst, set));
          const fewest = stops.reduce((least, set) => Math.min(least, cutBy(set)), Number.POSITIVE_INFINITY);
          expect(found.cut.length).toBe(fewest);
          const smallest = stops
            .filter((set) => cutBy(set) === fewest)
            .reduce((least, set) => Math.min(least, set.length), Number.POSITIVE_INFINITY);
          expect(found.pipes.length).toBe(smallest);
        },
      ),
      { numRuns: 25 },
    );
  });
});
