import { expect, it } from 'vitest';
import type { Intervention } from '../../../sim/interventions';
import { planConflicts } from '../../../sim/scene/compile/plan-conflicts';
import { sceneOf } from '../../city/scenes';
import { change, live } from './dug-city';

const M2_PER_MU = 2_000 / 3;
const city = sceneOf('eco-park');
const conflicts = planConflicts(city);

function figuresOf(interventions: readonly Intervention[]) {
  const { engine } = live(city, interventions, { domains: ['works'] });
  engine.runTo(120);
  const { 'works.plan-conflicts': open, 'works.land-given-up': givenUp } = engine.measure();
  return { open: open! * M2_PER_MU, givenUp: givenUp! * M2_PER_MU };
}

it('settling a parcel lowers what plans disagree on by exactly its area, and says what the parcel gave up', () => {
  const wholeM2 = conflicts.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const before = figuresOf([]);
  expect(before.open).toBeCloseTo(wholeM2, 6);
  expect(before.givenUp).toBe(0);
  // One parcel lies in two plans' areas at once: both are settled with it.
  const parcel = conflicts.map(({ parcelId }) => parcelId).find((id, i, all) => all.indexOf(id) !== i)!;
  const ofItM2 = conflicts.filter(({ parcelId }) => parcelId === parcel).reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const settled = figuresOf([change('settle-plans', [parcel])]);
  expect(before.open - settled.open).toBeCloseTo(ofItM2, 6);
  expect(settled.givenUp).toBeCloseTo(ofItM2, 6);
  const kept = figuresOf([change('settle-plans', [parcel], { ruling: 'plan-gives-way' })]);
  expect(before.open - kept.open).toBeCloseTo(ofItM2, 6);
  expect(kept.givenUp).toBe(0);
  const all = [...new Set(conflicts.map(({ parcelId }) => parcelId))];
  expect(figuresOf([change('settle-plans', all)]).open).toBe(0);
});
