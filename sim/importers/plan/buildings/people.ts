import type { BuildingUse } from '../../../scene/schema/buildings';
import type { GrownBuilding } from '../land/grow-land';
import type { ZonesPlan } from '../land/zones-plan';

/**
 * Gross floor area behind one job. Homes & Communities Agency (UK), Employment Density Guide, 3rd edition 2015, gives
 * net 10–13 m² for offices, 40–60 for laboratories, 15–20 for shops, 36 for general making and 70–95 for warehouses;
 * taken up by a fifth for gross area, and much further for highly automated works, warehouses and a park that is not
 * yet full. Estimates, not counts.
 */
const areaPerJobM2: Partial<Record<BuildingUse, number>> = {
  office: 30,
  research: 45,
  commerce: 50,
  hotel: 90,
  industry: 115,
  logistics: 220,
  school: 110,
  kindergarten: 70,
  hospital: 55,
  culture: 120,
  civic: 32,
  'energy-station': 300,
  substation: 600,
  'fire-station': 60,
  depot: 110,
};
/** Gross floor area behind one pupil; GB 50099's site tables come to 8–12 m² of schoolroom. */
const SCHOOL_AREA_PER_PUPIL_M2 = 10;
const KINDERGARTEN_AREA_PER_CHILD_M2 = 12;
/** GB 51039 gives 110 m² and more a bed for a general hospital of 500 beds. */
const HOSPITAL_AREA_PER_BED_M2 = 110;
/** Dormitories hold twice as many people on a square metre as flats. */
const DORMITORY_DENSITY = 2;

export interface People {
  readonly residents?: number;
  readonly jobs?: number;
  readonly pupils?: number;
  readonly beds?: number;
}

/**
 * The planned residents, shared out by floor area so that they add up exactly, and everybody else by area a head; where
 * jobs are planned too, all houses are as full as those make them.
 */
export function settle(
  buildings: readonly GrownBuilding[],
  { residents: residentsPlanned, jobs: jobsPlanned }: ZonesPlan['targets'],
): People[] {
  const filled = jobsPlanned === undefined ? undefined : shareOut(buildings.map(jobsByArea), jobsPlanned);
  const homes = buildings.map(({ use, floorAreaM2 }) =>
    use === 'housing' ? floorAreaM2 : use === 'dormitory' ? floorAreaM2 * DORMITORY_DENSITY : 0,
  );
  const total = homes.reduce((sum, area) => sum + area, 0);
  let passed = 0;
  let housed = 0;
  return buildings.map((building, k) => {
    if (homes[k] > 0) {
      passed += homes[k];
      const until = Math.round((residentsPlanned * passed) / total);
      const residents = until - housed;
      housed = until;
      return { residents };
    }
    return workers(building, filled?.[k] ?? Math.round(jobsByArea(building)));
  });
}

function jobsByArea({ use, floorAreaM2 }: GrownBuilding): number {
  const perJob = areaPerJobM2[use];
  return perJob ? floorAreaM2 / perJob : 0;
}

/** Whole numbers in proportion to the weights that add up exactly. */
function shareOut(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, one) => all + one, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const until = Math.round((total * passed) / sum);
    const own = until - given;
    given = until;
    return own;
  });
}

function workers({ use, floorAreaM2 }: GrownBuilding, jobs: number): People {
  return {
    ...(jobs > 0 ? { jobs } : {}),
    ...(use === 'school' ? { pupils: Math.round(floorAreaM2 / SCHOOL_AREA_PER_PUPIL_M2) } : {}),
    ...(use === 'kindergarten' ? { pupils: Math.round(floorAreaM2 / KINDERGARTEN_AREA_PER_CHILD_M2) } : {}),
    ...(use === 'hospital' ? { beds: Math.round(floorAreaM2 / HOSPITAL_AREA_PER_BED_M2) } : {}),
  };
}
