import type { KpiName } from '../../ports';
import { slotIn } from '../../scene/compile/element-tables';
import { planConflicts } from '../../scene/compile/plan-conflicts';
import type { CompiledScene } from '../../scene/compiled';
import type { WorksState } from './state';
import { sitesOpen } from './step';

/** Before its first minute is over there is nothing to tell of works. */
export function measureWorks({ scene, knobs, run }: WorksState, add: (kpi: KpiName, value: number) => void): void {
  measurePlans(scene, knobs['parcel.plan-ruling'].values, add);
  if (run === null || run.at.day < 0) return;
  const { sum } = run.derived;
  add('works.days-per-year', sum.worksDaysPerYear);
  add('works.sites-open', sitesOpen(run));
  add('works.site-days', run.at.siteDays);
  add('works.gallery-length', sum.lengthKm);
  add('works.capex', sum.capexYuan);
  add('works.freed-land', run.at.freedMu);
  add('works.net-benefit', sum.netYuan);
}

const M2_PER_MU = 2_000 / 3;
const PARCEL_GIVES_WAY = 1;

/** What plans still disagree on, and what parcels have given up to them, where there are such plans. */
function measurePlans(scene: CompiledScene, ruling: Float64Array, add: (kpi: KpiName, value: number) => void): void {
  const conflicts = planConflicts(scene);
  if (conflicts.length === 0) return;
  let openM2 = 0;
  let givenUpM2 = 0;
  for (const { parcelId, areaM2 } of conflicts) {
    const ruled = ruling[slotIn(scene.elements.parcel, parcelId)];
    if (!(ruled > 0)) openM2 += areaM2;
    else if (ruled === PARCEL_GIVES_WAY) givenUpM2 += areaM2;
  }
  add('works.plan-conflicts', openM2 / M2_PER_MU);
  add('works.land-given-up', givenUpM2 / M2_PER_MU);
}
