import type { Kpi } from './kpi';

/** Figures of works in streets, and what galleries cost and spare. */
export const worksKpis = {
  'works.days-per-year': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula:
      'days a year on which a place in a street is dug up for the lines buried there, over all streets, at 0.55 works a year for each kilometre of street and kind of line, 4 days each; with galleries of changes as if they stood',
  },
  'works.sites-open': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula:
      'streets dug up now: works on lines, drawn at that rate where everyday works are shown, and trenches of galleries',
  },
  'works.site-days': {
    unit: 'count',
    better: 'less',
    deadband: 0,
    formula: 'the same, summed over the days of the run',
  },
  'works.gallery-length': {
    unit: 'km',
    better: 'none',
    deadband: 0,
    formula: 'length of the galleries that changes build',
  },
  'works.capex': {
    unit: '¥',
    better: 'less',
    deadband: 0,
    formula: 'cost of building these, by length and compartments (50 M yuan/km with one to 130 M with four)',
  },
  'works.freed-land': {
    unit: 'mu',
    better: 'more',
    deadband: 0,
    formula: 'land of high-voltage corridors that is free because lines that hung have moved into these galleries',
  },
  'works.plan-conflicts': {
    unit: 'mu',
    better: 'less',
    deadband: 0,
    formula:
      'area of parcels on which another plan wants something else than the land plan and nobody has ruled yet: of each parcel and each area of such a plan what both share; where two such areas lie over each other it counts for both',
  },
  'works.land-given-up': {
    unit: 'mu',
    better: 'less',
    deadband: 0,
    formula: 'area that parcels give up where they give way to another plan',
  },
  'works.net-benefit': {
    unit: '¥',
    better: 'more',
    deadband: 0,
    formula:
      'present value over 30 years at 6 %: land freed, digging and outages spared, less building, upkeep and renewal, with what is still worth something; without the delay of drivers, which the card of economics takes from a pair of runs, and without fees',
  },
} as const satisfies Record<string, Kpi>;
