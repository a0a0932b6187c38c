import { candidate, type PublishedCause } from '../../../sim';
import { type Catalogue, formatSetting, type Language } from '../../i18n';

/** Why a figure is not the published one, in numbers of the year beside those of the balance it was reconciled with. */
export function sayPublishedCause(
  cause: PublishedCause,
  { causes }: Catalogue['published'],
  language: Language,
): string {
  const whole = (value: number) => formatSetting(Math.round(value), '1', language);
  const outside = 'kitchens' in cause ? { kitchens: whole(cause.kitchens), losses: whole(cause.losses) } : null;
  switch (cause.code) {
    case 'meters':
      return causes.meters({
        electricity: whole(cause.electricity),
        heat: whole(cause.heat),
        cooling: whole(cause.cooling),
        gas: whole(cause.gas),
      });
    case 'engines':
      return causes.engines({
        engines: whole(cause.engines),
        imported: whole(cause.imported),
        wantedEngines: whole(candidate.engines),
        wantedImported: whole(candidate.imported),
      });
    case 'ambient':
      return causes.ambient({ ambient: whole(cause.ambient), wanted: whole(candidate.ambient) });
    case 'coal':
      return causes.coal({
        reference: whole(cause.reference),
        park: whole(cause.park),
        wantedReference: whole(candidate.reference),
        wantedPark: whole(candidate.park),
        ...outside!,
      });
    case 'demand':
      return causes.demand({
        heatLess: whole(cause.heatLess),
        coolingLess: whole(cause.coolingLess),
        wantedHeatLess: whole(candidate.heatLess),
        wantedCoolingLess: whole(candidate.coolingLess),
        ...outside!,
      });
  }
}
