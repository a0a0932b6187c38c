import type { Building } from '../../../../scene/schema/buildings';
import type { ElectricityFile } from '../../../../scene/schema/electricity';
import { signedArea } from '../../../geometry/polygon';
import type { CityGround } from '../city-ground';
import { rounded } from '../network-names';
import type { LowVoltage } from './low-voltage';
import { transformerFor, transformerSizes } from './transformers';

/** Peak output of a square metre of panels laid flat in rows: 200 W of module on the roof fit for them. */
const PANEL_KW_PER_M2 = 0.2;
const SMALLEST_ROOF_KW = 60;

/**
 * Photovoltaics on the largest fit roofs, until the park has what its plan asks for. On a clear Sunday nobody draws what
 * they give: each transformer is as large as its roofs, and no roof is larger than the largest transformer.
 */
export function roofPanels({ plan, points }: CityGround, low: LowVoltage, file: ElectricityFile): void {
  const buildings = points.flatMap((point) => point.buildings);
  const kwOf = (one: Building) => rounded(signedArea(one.outline) * (one.roofForSun ?? 0) * PANEL_KW_PER_M2, 0);
  const roofs = buildings
    .map((building) => ({ building, kw: kwOf(building) }))
    .filter(({ kw }) => kw >= SMALLEST_ROOF_KW)
    .sort((a, b) => b.kw - a.kw || (a.building.id < b.building.id ? -1 : 1));
  let leftKw = plan.electricity.roofPeakKw;
  const kwOfBus = new Map<string, number>();
  const largestKva = transformerSizes[transformerSizes.length - 1].ratingKva;
  for (const { building, kw } of roofs) {
    if (leftKw < SMALLEST_ROOF_KW) break;
    const bus = low.busOfBuilding.get(building.id)!;
    const onBusKw = kwOfBus.get(bus) ?? 0;
    const ratedKw = Math.min(kw, leftKw, largestKva - onBusKw);
    if (ratedKw < SMALLEST_ROOF_KW) continue;
    leftKw -= ratedKw;
    kwOfBus.set(bus, onBusKw + ratedKw);
    file.generators.push({
      id: `pv:${building.id}`,
      bus,
      kind: 'photovoltaic',
      ratedKw,
    });
  }
  const abreast = new Map<string, number>();
  for (const { to } of file.transformers) abreast.set(to, (abreast.get(to) ?? 0) + 1);
  file.transformers = file.transformers.map((each) => {
    const kw = (kwOfBus.get(each.to) ?? 0) / (plan.electricity.security === undefined ? 1 : abreast.get(each.to)!);
    return kw > each.ratingKva ? { ...each, ...transformerFor(kw, 1) } : each;
  });
}
