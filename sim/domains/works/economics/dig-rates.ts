/**
 * How often streets are dug up for the lines in them. Scotland's register of road works has 122,954 works of utilities in
 * 2024/25 (Scottish Road Works Commissioner, Road Works Monitoring Report 2024-25) on some 57,000 km of road: 2.2 a year
 * and kilometre; England counted 2.2 million works of all kinds in 2023/24 on 304,000 km (House of Commons Transport
 * Committee HC 522, 2025), 7.2; Tameside, all town, 8,000 on 442 miles (Hansard, 27 October 2008), 11. The lowest of
 * these, a quarter of it for each of water, gas, power and telecom: for water that can be checked, since just over half
 * of Scottish Water's works were the unplanned ones, 48 % of 30,235: about 28,000 on 49,000 km of mains, 0.57. Heat is not in
 * the register and is taken to be like the others. No Chinese register was found. Low confidence, all of it.
 */
export const DIGS_PER_KM_YEAR = 0.55;
/** PA Consulting for NJUG: 1.5 million works in 2014/15 held roads for 6 million days (Utility Week, which prints 'man-hours'). */
export const DAYS_PER_DIG = 4;
/** A metre of street dug up and made good costs 14,000 yuan (a survey that jxxfw.com quotes); ten metres each time are ours. */
export const YUAN_PER_DIG = 10 * 14_000;
export const DAYS_PER_YEAR = 365;

/** A work-day is one street of one kilometre dug up in one place for one day. */
export function worksDaysPerYear(buriedKm: number): number {
  return buriedKm * DIGS_PER_KM_YEAR * DAYS_PER_DIG;
}
