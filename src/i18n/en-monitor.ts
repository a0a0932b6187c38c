import { inEnglish } from './plural';

/** The list of all compartments, in English; Chinese has exactly these keys. */
export const monitorWords = {
  title: 'Monitoring of the utility tunnels',
  open: 'All sections, live',
  openHint: 'Gas, oxygen, temperature, water and sight in every section, as they are now',
  find: 'Find a section',
  findHint: 'Part of its name',
  kinds: 'Compartments',
  allKinds: 'all',
  count: (p: { shown: number; all: number }) => `${p.shown} of ${p.all} ${inEnglish(p.all, 'section', 'sections')}`,
  more: (p: { count: number }) => `and ${p.count} more: find one by name, or sort by what matters`,
  none: 'No section is called that.',
  noTunnels: 'This city has no utility tunnels.',
  noData: 'Nothing has been computed yet; let the city run.',
  clear: 'clear',
  columns: {
    state: 'State',
    name: 'Section',
    gas: 'Gas, % of limit',
    oxygen: 'Oxygen',
    air: 'Air',
    water: 'Water',
    sight: 'Sight',
  },
  hints: {
    state: 'What is not at rest first',
    name: 'By name',
    gas: 'Under the roof where there is most, of the lower explosive limit',
    oxygen: 'Where there is least; below 19.5 % air is short of it (GB 8958)',
    air: 'The hottest',
    water: 'Above the lowest place of the floor',
    sight: 'Through smoke',
  },
};
