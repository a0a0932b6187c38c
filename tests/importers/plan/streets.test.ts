import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf } from '../../../sim/importers/geometry/polyline';
import { parseStreetPlan, type StreetPlan } from '../../../sim/importers/plan/plan';
import { streetsToRoads } from '../../../sim/importers/plan/streets';
import type { RoadClass, RoadsFile } from '../../../sim/scene/schema/roads';
import { processorMs } from '../../set-up/processor-time';
import { brokenLaws } from './road-laws';
import { type Doodle, doodledPlan, planOf, samplePlans, street } from './sample-plans';

function roadsOf(plan: StreetPlan): RoadsFile {
  const parsed = parseStreetPlan(plan);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('; '));
  const roads = streetsToRoads(parsed.value);
  if (!roads.ok) throw new Error(roads.problems.map(({ message }) => message).join('; '));
  return roads.value;
}

function problemsOf(plan: StreetPlan): [string, string][] {
  const parsed = parseStreetPlan(plan);
  const roads = parsed.ok ? streetsToRoads(parsed.value) : parsed;
  return roads.ok ? [] : roads.problems.map(({ code, path }) => [code, path.join('.')]);
}

const classes: RoadClass[] = ['arterial', 'collector', 'local', 'service'];
const doodle: fc.Arbitrary<Doodle> = fc.record({
  shifts: fc.array(fc.integer({ min: -55, max: 55 }), { minLength: 18, maxLength: 18 }),
  rows: fc.array(fc.constantFrom(...classes), { minLength: 3, maxLength: 3 }),
  columns: fc.array(fc.constantFrom(...classes), { minLength: 3, maxLength: 3 }),
  curved: fc.boolean(),
});

describe('roads made from a plan', () => {
  for (const [name, plan] of Object.entries(samplePlans)) {
    it(`keep every law of roads: ${name}`, () => {
      expect(brokenLaws(roadsOf(plan))).toEqual([]);
    });
  }

  it('keep every law of roads whatever a planner draws', () => {
    fc.assert(
      fc.property(doodle, (drawn) => {
        expect(brokenLaws(roadsOf(doodledPlan(drawn)))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('let everybody turn from every road into every other, but back only where a road ends', () => {
    for (const name of ['arterial and collector', 'five arms', 'a curved street that others meet']) {
      const roads = roadsOf(samplePlans[name]);
      for (const { node, turns } of roads.junctions) {
        const ways = new Set(turns.map(({ fromLane, toLane }) => `${fromLane.split('#')[0]} ${toLane.split('#')[0]}`));
        for (const from of roads.edges.filter(({ to }) => to === node)) {
          const exits = roads.edges.filter((edge) => edge.from === node);
          for (const to of exits) {
            const back = to.id === from.opposite;
            expect([name, from.id, to.id, ways.has(`${from.id} ${to.id}`)]).toEqual([
              name,
              from.id,
              to.id,
              back ? exits.length === 1 : true,
            ]);
          }
        }
      }
    }
  });

  it('turn right from the kerb lane and left from the lane by the middle', () => {
    const { junctions, edges } = roadsOf(samplePlans['two arterials']);
    const lanes = new Map(edges.map((edge) => [edge.id, edge.lanes.length]));
    const turns = junctions.find(({ id }) => id === 'o')!.turns;
    for (const { direction, fromLane, toLane } of turns) {
      const [edge, lane] = fromLane.split('#');
      const target = Number(toLane.split('#')[1]);
      if (direction === 'right') expect([Number(lane), target]).toEqual([0, 0]);
      if (direction === 'left') expect([Number(lane), target]).toEqual([lanes.get(edge)! - 1, 2]);
    }
    expect(turns.filter(({ direction }) => direction === 'left')).toHaveLength(4);
  });

  it('give buses the kerb lane and everyone else the next one for right turns', () => {
    const { junctions, edges } = roadsOf(samplePlans['bus lanes']);
    for (const edge of edges) expect(edge.lanes[0].allows).toEqual(['bus', 'emergency']);
    const rights = junctions.find(({ id }) => id === 'o')!.turns.filter(({ direction }) => direction === 'right');
    expect(rights.filter(({ fromLane }) => fromLane.endsWith('#1'))).toHaveLength(4);
    for (const { fromLane, toLane } of rights) expect(toLane.endsWith('#1')).toBe(fromLane.endsWith('#1'));
  });

  it('settle right of way by the rank of streets', () => {
    const control = (name: string) => roadsOf(samplePlans[name]).junctions.find(({ id }) => id === 'o')!;
    expect(control('arterial and collector').control).toBe('signal');
    expect(control('two local streets').control).toBe('right-before-left');
    const tee = control('a local street into an arterial');
    expect([tee.control, tee.major]).toEqual(['priority', ['a:e:o', 'a:w:o']]);
    const circle = roadsOf(samplePlans['a roundabout']).junctions.filter(({ id }) => id.startsWith('o@'));
    expect(circle.map((junction) => junction.control)).toEqual(Array(4).fill('roundabout'));
    expect(roadsOf(samplePlans['bends and widenings']).junctions.every((each) => each.control === 'free')).toBe(true);
  });

  it('keep traffic of the far carriageway of an expressway off its ramps', () => {
    const { junctions } = roadsOf(samplePlans['ramps of an expressway']);
    const offs = junctions.find(({ id }) => id === 'i')!.turns.filter(({ toLane }) => toLane.startsWith('off'));
    expect(offs.map(({ fromLane }) => fromLane)).toEqual(['x:w:i#0']);
    const ons = junctions.find(({ id }) => id === 'u')!.turns.filter(({ fromLane }) => fromLane.startsWith('on'));
    expect(ons.map(({ toLane }) => toLane)).toEqual(['x:u:e#0']);
  });

  it('have the same lengths when the plan is turned round or shifted, and mirrored ones when it is mirrored', () => {
    const plan = samplePlans['a curved street that others meet'];
    const lengths = (moved: StreetPlan) => roadsOf(moved).edges.map(({ id, shape }) => [id, lengthOf(shape)] as const);
    const move = (to: (at: readonly number[]) => [number, number]): StreetPlan => ({
      ...plan,
      nodes: Object.fromEntries(Object.entries(plan.nodes).map(([name, at]) => [name, to(at)])),
    });
    const here = new Map(lengths(plan));
    const [cosine, sine] = [0.28, 0.96];
    const turned = move(([x, y]) => [x * cosine - y * sine + 1_000, x * sine + y * cosine - 2_000]);
    const mirrored = move(([x, y]) => [-x, y]);
    for (const other of [turned, mirrored]) {
      for (const [id, metres] of lengths(other)) expect(Math.abs(metres - here.get(id)!)).toBeLessThan(0.05);
    }
  });

  it('are the same, whatever order the plan lists its nodes and streets in', () => {
    const plan = samplePlans['five arms'];
    const shuffled: StreetPlan = {
      ...plan,
      nodes: Object.fromEntries(Object.entries(plan.nodes).reverse()),
      streets: [...plan.streets].reverse(),
    };
    expect(JSON.stringify(roadsOf(shuffled))).toBe(JSON.stringify(roadsOf(plan)));
  });

  it('take at most two seconds for five hundred links', () => {
    const side = 16;
    const nodes: Record<string, [number, number]> = {};
    for (let k = 0; k < side * side; k++) nodes[`p${k}`] = [(k % side) * 220, Math.floor(k / side) * 210];
    const streets = Array.from({ length: 2 * side }, (_, s) => {
      const path = Array.from({ length: side }, (_, k) => `p${s < side ? s * side + k : k * side + (s - side)}`);
      return street(`s${s}`, (['arterial', 'local', 'collector', 'local'] as const)[s % 4], path.join(' '));
    });
    const started = processorMs();
    const roads = roadsOf(planOf(nodes, streets));
    expect(roads.edges).toHaveLength(2 * 2 * side * (side - 1));
    expect(processorMs() - started).toBeLessThan(2_000);
  });
});

describe('signals made from a plan', () => {
  const nodes: Record<string, [number, number]> = { w: [-300, 0], e: [1_500, 0] };
  const crossing = [0, 310, 700, 1_200];
  const sides = crossing.map((x, k) => {
    nodes[`k${k}`] = [x, 0];
    nodes[`n${k}`] = [x, 200];
    nodes[`s${k}`] = [x, -200];
    return street(`side${k}`, 'collector', `s${k} k${k} n${k}`);
  });
  const corridor = planOf(nodes, [street('main', 'arterial', 'w k0 k1 k2 k3 e'), ...sides]);

  it('meet a driver who keeps the speed of an arterial with green after green', () => {
    const roads = roadsOf(corridor);
    const starts = crossing.map((x, k) => {
      const signal = roads.signals.find(({ junction }) => junction === `k${k}`)!;
      const cycle = signal.phases.reduce((sum, { seconds }) => sum + seconds, 0);
      const junction = roads.junctions.find(({ id }) => id === `k${k}`)!;
      const through = junction.turns.find(
        ({ direction, fromLane }) => direction === 'straight' && fromLane.startsWith('main'),
      )!;
      const first = signal.phases.findIndex(({ state }) => state[through.signalIndex!] === 'G');
      const greenAt = signal.phases.slice(0, first).reduce((sum, { seconds }) => sum + seconds, 0);
      return { cycle, lateBy: (signal.offsetSeconds + greenAt - x / (60 / 3.6)) % cycle };
    });
    expect(new Set(starts.map(({ cycle }) => cycle))).toEqual(new Set([100]));
    for (const { lateBy, cycle } of starts) {
      const apart = Math.abs(lateBy - starts[0].lateBy) % cycle;
      expect(Math.min(apart, cycle - apart)).toBeLessThanOrEqual(1);
    }
  });

  it('stand where the plan asks for them, and nowhere else when it lists them', () => {
    const at = (plan: StreetPlan) => roadsOf(plan).signals.map(({ junction }) => junction);
    expect(at({ ...corridor, signals: ['k1'] })).toEqual(['k1']);
    expect(at({ ...corridor, noSignals: ['k0', 'k2'] })).toEqual(['k1', 'k3']);
    expect(at({ ...samplePlans['two local streets'], moreSignals: ['o'] })).toEqual(['o']);
  });

  it('give left turns off an arterial a green of their own', () => {
    const { junctions, signals } = roadsOf(corridor);
    const { turns } = junctions.find(({ id }) => id === 'k1')!;
    const lefts = turns.filter(({ direction, fromLane }) => direction === 'left' && fromLane.startsWith('main'));
    expect(lefts).toHaveLength(2);
    const { phases } = signals.find(({ junction }) => junction === 'k1')!;
    for (const { signalIndex } of lefts) {
      const letters = phases.map(({ state }) => state[signalIndex!]);
      expect(letters).toContain('G');
      expect(letters).not.toContain('g');
    }
  });
});

describe('a plan that cannot be built', () => {
  it('is refused with the place of every fault', () => {
    const short = planOf({ a: [0, 0], b: [30, 0], c: [30, 200], d: [0, 200], e: [200, 0] }, [
      street('x', 'arterial', 'a b e'),
      street('y', 'arterial', 'b c'),
      street('z', 'arterial', 'a d'),
    ]);
    expect(problemsOf(short)).toEqual([['plan.link-too-short', 'streets.0']]);

    const crossed = planOf({ a: [0, 0], b: [100, 100], c: [0, 100], d: [100, 0], o: [300, 300] }, [
      street('x', 'local', 'a b o'),
      street('y', 'local', 'c d'),
    ]);
    expect(problemsOf(crossed)).toEqual([['plan.crossing-without-node', 'streets.0']]);

    const twice = planOf({ a: [0, 0], b: [100, 0], c: [100.1, 0], d: [200, 0] }, [
      street('x', 'local', 'a b'),
      street('y', 'local', 'c d'),
    ]);
    expect(problemsOf(twice)).toContainEqual(['plan.same-place', 'nodes.c']);

    const island = planOf({ a: [0, 0], b: [200, 0], c: [0, 100], d: [200, 100] }, [
      street('x', 'local', 'a b'),
      street('y', 'local', 'c d'),
    ]);
    expect(problemsOf(island).map(([code]) => code)).toEqual(['plan.isolated', 'plan.isolated']);

    const trapped = planOf({ a: [0, 0], b: [200, 0], c: [200, 200], d: [400, 0] }, [
      street('x', 'local', 'a b d'),
      street('y', 'local', 'b c', { oneWay: true }),
      street('z', 'local', 'c d', { oneWay: true }),
    ]);
    expect(problemsOf(trapped)).toEqual([]);

    const tight = {
      ...samplePlans['a roundabout'],
      roundabouts: [
        { node: 'o', radiusM: 80 },
        { node: 'n', radiusM: 20 },
      ],
    };
    expect(problemsOf(tight)).toEqual([['plan.roundabout', 'roundabouts.1']]);
  });

  it('names unknown, unused and repeated names, and keys that nobody knows', () => {
    const plan = planOf({ a: [0, 0], b: [200, 0], lonely: [9, 9] }, [
      street('x', 'local', 'a a b'),
      street('x', 'local', 'a nowhere'),
    ]);
    expect(problemsOf({ ...plan, noSignals: ['nobody'] })).toEqual([
      ['plan.repeated-node', 'streets.0.path.1'],
      ['plan.duplicate-street', 'streets.1.id'],
      ['plan.unknown-node', 'streets.1.path.1'],
      ['plan.unused-node', 'nodes.lonely'],
      ['plan.unknown-node', 'noSignals.0'],
    ]);
    expect(problemsOf({ ...plan, colour: 'red' } as StreetPlan)).toEqual([['plan.form', 'colour']]);
  });
});
