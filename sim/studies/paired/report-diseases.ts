/** What a change does to the four city diseases, all of them. */
import { type CityDisease, cityDiseases } from '../../ports';
import { type GroupReport, type SignOf, verdictOf } from './verdict-of';

export interface DiseaseReport extends GroupReport {
  readonly disease: CityDisease;
}

export function reportDiseases(signOf: SignOf): readonly DiseaseReport[] {
  return (Object.keys(cityDiseases) as CityDisease[]).map((disease) => ({
    disease,
    ...verdictOf(cityDiseases[disease], signOf),
  }));
}
