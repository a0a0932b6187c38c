import type { Building, BuildingUse } from '../../../scene/schema/buildings';

type People = Pick<Building, 'residents' | 'jobs' | 'pupils' | 'beds'>;

/** Square metres of floor a head: common planning values, ours to guess with; an import says that they are guesses. */
const RESIDENT_M2 = 38;
const STUDENT_BED_M2 = 22;
const jobM2: Partial<Record<BuildingUse, number>> = {
  office: 22,
  research: 35,
  commerce: 40,
  hotel: 70,
  industry: 90,
  logistics: 150,
  school: 90,
  kindergarten: 60,
  hospital: 45,
  culture: 120,
  civic: 35,
  'fire-station': 60,
  depot: 120,
  'energy-station': 300,
  substation: 500,
};
const PUPIL_M2 = 11;
const BED_M2 = 90;

export function peopleIn(use: BuildingUse, floorAreaM2: number): People {
  const whole = (number: number) => Math.round(number);
  if (use === 'housing') return { residents: whole(floorAreaM2 / RESIDENT_M2) };
  if (use === 'dormitory') return { residents: whole(floorAreaM2 / STUDENT_BED_M2) };
  const perJob = jobM2[use];
  const jobs = perJob === undefined ? {} : { jobs: whole(floorAreaM2 / perJob) };
  if (use === 'school' || use === 'kindergarten') return { ...jobs, pupils: whole(floorAreaM2 / PUPIL_M2) };
  if (use === 'hospital') return { ...jobs, beds: whole(floorAreaM2 / BED_M2) };
  return jobs;
}
