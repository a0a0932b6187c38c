/**
 * Who uses how much water, and when. Litres a person and day: GB 50015-2019, tables 3.2.1 and 3.2.2, mean day, a figure
 * within each range (from memory): flats with a bathroom 50 to 200, dormitories with one 130 to 160, offices 25 to 40 a
 * shift, workshops 30 to 50 a shift, pupils 15 to 35, day kindergartens 25 to 40, beds of a ward with a bathroom 220 to
 * 320 and staff 130 to 200 a shift, department stores 4 to 6 a square metre, exhibitions 3 to 6. Hotels are given by their
 * beds there, which scenes do not count: 270 L for a bed on 45 m². Processes of light industry: 2 L a square metre of
 * floor, as 30 m³ a hectare of plot (GB 50282-2016, the least of its range) on one and a half floors comes to.
 *
 * How a day goes is ours: two peaks at homes, the hours of use of that table elsewhere. The city's busiest hour comes to
 * 1.2 to 1.6 times its mean, as GB 50013-2018 has it. Every day is a working day; watering and seasons are left out.
 */
import type { Building, BuildingUse } from '../../scene';

export const patterns = ['home', 'work', 'shop', 'shifts', 'always'] as const;
export type Pattern = (typeof patterns)[number];

/** By the hour, over the mean; scaled to a mean of one. */
const hours: Readonly<Record<Pattern, readonly number[]>> = {
  home: [4, 3, 2, 2, 3, 7, 15, 20, 17, 12, 10, 11, 13, 10, 8, 8, 9, 12, 17, 19, 17, 14, 10, 6],
  work: [1, 1, 1, 1, 1, 1, 3, 10, 20, 23, 22, 23, 22, 19, 22, 22, 21, 17, 8, 4, 3, 2, 1, 1],
  shop: [1, 1, 1, 1, 1, 1, 2, 4, 10, 18, 20, 23, 23, 20, 19, 19, 20, 22, 23, 22, 18, 10, 3, 1],
  shifts: [7, 7, 7, 7, 7, 7, 8, 12, 14, 15, 15, 15, 13, 14, 15, 15, 14, 12, 11, 10, 10, 9, 8, 7],
  always: Array.from({ length: 24 }, () => 1),
};

export const shareOfHour: Readonly<Record<Pattern, Float64Array>> = Object.fromEntries(
  patterns.map((name) => {
    const mean = hours[name].reduce((sum, each) => sum + each, 0) / 24;
    return [name, Float64Array.from(hours[name], (each) => each / mean)];
  }),
) as unknown as Record<Pattern, Float64Array>;

interface UseRow {
  readonly pattern: Pattern;
  readonly perResidentL?: number;
  readonly perJobL?: number;
  readonly perPupilL?: number;
  readonly perBedL?: number;
  readonly perM2L?: number;
}

const uses: Readonly<Record<BuildingUse, UseRow>> = {
  housing: { pattern: 'home', perResidentL: 120 },
  dormitory: { pattern: 'home', perResidentL: 145 },
  office: { pattern: 'work', perJobL: 35 },
  research: { pattern: 'work', perJobL: 35 },
  civic: { pattern: 'work', perJobL: 35 },
  commerce: { pattern: 'shop', perM2L: 5 },
  hotel: { pattern: 'home', perM2L: 6 },
  industry: { pattern: 'shifts', perJobL: 40, perM2L: 2 },
  logistics: { pattern: 'shifts', perJobL: 40 },
  school: { pattern: 'work', perPupilL: 25, perJobL: 35 },
  kindergarten: { pattern: 'work', perPupilL: 32, perJobL: 35 },
  hospital: { pattern: 'shifts', perBedL: 270, perJobL: 160 },
  culture: { pattern: 'shop', perM2L: 4 },
  'energy-station': { pattern: 'shifts', perJobL: 40 },
  'fire-station': { pattern: 'home', perJobL: 145 },
  depot: { pattern: 'shifts', perJobL: 40 },
  substation: { pattern: 'always', perJobL: 35 },
  'car-park': { pattern: 'always' },
  utility: { pattern: 'always' },
};

export function patternOf({ use }: Building): Pattern {
  return uses[use].pattern;
}

export function litresPerDay({ use, residents = 0, jobs = 0, pupils = 0, beds = 0, floorAreaM2 }: Building): number {
  const { perResidentL = 0, perJobL = 0, perPupilL = 0, perBedL = 0, perM2L = 0 } = uses[use];
  return perResidentL * residents + perJobL * jobs + perPupilL * pupils + perBedL * beds + perM2L * floorAreaM2;
}
