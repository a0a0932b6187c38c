import { describe, expect, it } from 'vitest';
import { asElementId, type Intervention, type LandFile, type OverlaysFile } from '../../sim';
import { openM2, plansOf, rulingsIn } from '../../src/state/plans';

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];
const parcels = [
  { id: 'P1', use: 'housing', outline: square(0, 0, 100) },
  { id: 'P2', use: 'park', outline: square(100, 0, 100) },
  { id: 'P3', use: 'office', outline: square(200, 0, 100) },
] as LandFile['parcels'];
const title = { zh: '甲', en: 'A' };
const others = [
  {
    id: 'blue',
    name: title,
    authority: title,
    confidence: 'illustrative',
    areas: [{ id: 'brook', use: 'no building', allows: ['park'], outline: square(50, 40, 200) }],
  },
] as OverlaysFile['overlays'];
const settle = (id: string, parcel: string, ruling: string): Intervention => ({
  id,
  kind: 'settle-plans',
  targets: [asElementId(parcel)],
  settings: { ruling },
  fromSeconds: 0,
  untilSeconds: null,
});

describe('one map of several plans', () => {
  const plans = plansOf(parcels, others);

  it('lists what they disagree on, the largest first', () => {
    expect(plans.conflicts).toEqual([
      { parcelId: 'P1', overlay: 'blue', area: 'brook', areaM2: 3_000 },
      { parcelId: 'P3', overlay: 'blue', area: 'brook', areaM2: 3_000 },
    ]);
  });

  it('knows what has been ruled, the last ruling first, and what is left', () => {
    const changes = [
      settle('s1', 'P1', 'parcel-gives-way'),
      { ...settle('x', 'P3', ''), kind: 'crash' },
      settle('s2', 'P1', 'plan-gives-way'),
    ];
    const rulings = rulingsIn(changes);
    expect([...rulings].map(([parcel, { ruling, by }]) => [parcel, ruling, by.id])).toEqual([
      ['P1', 'plan-gives-way', 's2'],
    ]);
    expect(openM2(plans, new Map())).toBeCloseTo(6_000, 9);
    expect(openM2(plans, rulings)).toBeCloseTo(3_000, 9);
  });
});
