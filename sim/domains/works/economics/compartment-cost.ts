/**
 * Building a kilometre by its number of compartments. The project's brief gives 50 to 130 M yuan; we lay that from one
 * compartment to four, straight between, so that three come to 103 M, the mean of 68 Chinese projects of 2022
 * (29.4 bn yuan, 285 km: People's Daily, 5 August 2022). The official estimating index (ZYA1-12) was not readable.
 */
export const FEWEST_COMPARTMENTS = 1;
export const MOST_COMPARTMENTS = 4;
const ONE_YUAN_PER_KM = 50e6;
const FOUR_YUAN_PER_KM = 130e6;
export const NATIONAL_MEAN_YUAN_PER_KM = 103e6;

export function costYuanPerKmOf(compartments: number): number {
  if (!(compartments >= FEWEST_COMPARTMENTS && compartments <= MOST_COMPARTMENTS)) {
    throw new Error(`met ${compartments} compartments, expected ${FEWEST_COMPARTMENTS} to ${MOST_COMPARTMENTS}`);
  }
  const share = (compartments - FEWEST_COMPARTMENTS) / (MOST_COMPARTMENTS - FEWEST_COMPARTMENTS);
  return ONE_YUAN_PER_KM + share * (FOUR_YUAN_PER_KM - ONE_YUAN_PER_KM);
}
