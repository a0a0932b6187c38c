import type { StreetPlan } from '../../../sim/importers/plan/plan';
import type { RoadClass } from '../../../sim/scene/schema/roads';

type Options = Partial<Omit<StreetPlan['streets'][number], 'id' | 'name' | 'class' | 'path'>>;

export function street(id: string, roadClass: RoadClass, path: string, options: Options = {}) {
  return { id, name: { zh: id, en: id }, class: roadClass, path: path.split(' '), ...options };
}

export function planOf(
  nodes: Record<string, [number, number]>,
  streets: StreetPlan['streets'],
  options: Partial<StreetPlan> = {},
): StreetPlan {
  return { nodes, streets, signals: 'auto', ...options };
}

const cross: Record<string, [number, number]> = { w: [-250, 0], e: [250, 0], n: [0, 250], s: [0, -250], o: [0, 0] };

/** Junctions that a planner draws, one a plan. */
export const samplePlans: Readonly<Record<string, StreetPlan>> = {
  'arterial and collector': planOf(cross, [street('a', 'arterial', 'w o e'), street('c', 'collector', 's o n')]),
  'two arterials': planOf(cross, [street('a', 'arterial', 'w o e'), street('b', 'arterial', 's o n')]),
  'two local streets': planOf(cross, [street('a', 'local', 'w o e'), street('b', 'local', 's o n')]),
  'a local street into an arterial': planOf({ w: cross.w, e: cross.e, n: cross.n, o: cross.o }, [
    street('a', 'arterial', 'w o e'),
    street('b', 'local', 'o n'),
  ]),
  'a collector into a collector': planOf({ w: cross.w, e: cross.e, n: [60, 240], o: cross.o }, [
    street('a', 'collector', 'w o e'),
    street('b', 'collector', 'o n'),
  ]),
  'a skewed crossing': planOf({ ...cross, n: [200, 160], s: [-200, -160] }, [
    street('a', 'arterial', 'w o e'),
    street('b', 'collector', 's o n'),
  ]),
  'five arms': planOf({ ...cross, x: [-170, 200] }, [
    street('a', 'arterial', 'w o e'),
    street('b', 'collector', 's o n'),
    street('c', 'collector', 'x o'),
  ]),
  'a roundabout': planOf(cross, [street('a', 'collector', 'w o e'), street('b', 'local', 's o n')], {
    roundabouts: [{ node: 'o', radiusM: 20 }],
  }),
  'ramps of an expressway': planOf(
    {
      w: [-600, 0],
      i: [-250, 0],
      u: [250, 0],
      e: [600, 0],
      a: [-100, -60],
      b: [100, -60],
      v: [-600, -60],
      z: [600, -60],
    },
    [
      street('x', 'expressway', 'w i u e'),
      street('f', 'collector', 'v a b z'),
      street('off', 'ramp', 'i a'),
      street('on', 'ramp', 'b u'),
    ],
  ),
  'bus lanes': planOf(cross, [
    street('a', 'arterial', 'w o e', { busLane: true }),
    street('b', 'collector', 's o n', { busLane: true }),
  ]),
  'a one-way pair': planOf(
    {
      w1: [-300, 50],
      a1: [0, 50],
      e1: [300, 50],
      w2: [-300, -50],
      a2: [0, -50],
      e2: [300, -50],
      n: [0, 250],
      s: [0, -250],
    },
    [
      street('there', 'collector', 'w2 a2 e2', { oneWay: true }),
      street('back', 'collector', 'e1 a1 w1', { oneWay: true }),
      street('ns', 'collector', 's a2 a1 n'),
    ],
  ),
  'bends and widenings': planOf({ a: [0, 0], b: [200, 0], c: [330, 90], d: [330, 300], f: [500, 330] }, [
    street('wide', 'arterial', 'a b c'),
    street('less', 'collector', 'c d'),
    street('little', 'local', 'd f'),
  ]),
  'a curved street that others meet': planOf(
    { a: [-300, -60], b: [-120, 40], c: [40, 50], d: [180, -40], e: [330, -50], n: [60, 300], s: [150, -300] },
    [
      street('curve', 'collector', 'a b c d e', { curve: true }),
      street('n', 'local', 'c n'),
      street('s', 'arterial', 'd s'),
    ],
  ),
};

/** A grid whose nodes have moved, of streets of any class, some of which end early. */
export interface Doodle {
  readonly shifts: readonly number[];
  readonly rows: readonly RoadClass[];
  readonly columns: readonly RoadClass[];
  readonly curved: boolean;
}

export function doodledPlan({ shifts, rows, columns, curved }: Doodle): StreetPlan {
  const nodes: Record<string, [number, number]> = {};
  const at = (c: number, r: number) => `p${c}${r}`;
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns.length; c++) {
      const k = (r * columns.length + c) * 2;
      nodes[at(c, r)] = [c * 260 + shifts[k % shifts.length], r * 240 + shifts[(k + 1) % shifts.length]];
    }
  }
  const across = rows.map((roadClass, r) =>
    street(`row${r}`, roadClass, columns.map((_, c) => at(c, r)).join(' '), { curve: curved, oneWay: false }),
  );
  const up = columns.map((roadClass, c) =>
    street(`col${c}`, roadClass, rows.map((_, r) => at(c, r)).join(' '), { curve: curved, oneWay: false }),
  );
  return planOf(nodes, [...across, ...up]);
}
