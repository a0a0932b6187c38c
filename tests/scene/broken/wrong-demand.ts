import { at, type BrokenScene, edited } from './make';

const someHours = Array.from({ length: 24 }, (_, hour) => (hour === 8 ? 1 : 0));

/** A sound survey, as small as can be. */
function people() {
  const stay = { meanMinutes: 60, deviationMinutes: 10, leastMinutes: 5 };
  return {
    source: 'us',
    households: [{ persons: 2, share: 1 }],
    cars: [{ cars: 1, share: 1 }],
    driverShare: 0.5,
    types: [{ type: 'worker', share: 1 }],
    chains: [
      { id: 'goes', of: 'worker', share: 1, stops: ['work'] },
      { id: 'comes', of: 'commuter', share: 1, stops: ['work'] },
    ],
    activities: [
      { activity: 'home', ...stay },
      { activity: 'work', arrivalHourly: someHours, ...stay },
    ],
    modes: [{ mode: 'car', constant: 0 }],
    outside: { workShare: 0, studyShare: 0, meanKm: 5, busConstant: 0, visitors: 0 },
  };
}

/** A matrix from one zone to another. */
function matrix() {
  return {
    zones: [
      { id: 'north', from: ['n-in'], to: ['n-out'], border: true },
      { id: 'south', from: ['s-in'], to: ['s-out'] },
    ],
    matrices: [
      { id: 'day', kind: 'car', beginSeconds: 0, endSeconds: 3600, cells: [{ from: 'north', to: 'south', trips: 9 }] },
    ],
  };
}

// biome-ignore lint/suspicious/noExplicitAny: tests break these parts in every way that a type would forbid
type Loose = any;
const PEOPLE = ['demand.json', 'people'] as const;
const CELL = ['demand.json', 'matrix', 'matrices', 0, 'cells', 0] as const;

const withPeople = (edit: (part: Loose, demand: Loose) => void) => (files: Record<string, Loose>) => {
  files['demand.json'].people = people();
  edit(files['demand.json'].people, files['demand.json']);
};
const withMatrix = (edit: (part: Loose) => void) => (files: Record<string, Loose>) => {
  files['demand.json'].matrix = matrix();
  edit(files['demand.json'].matrix);
};

export const wrongDemand: readonly BrokenScene[] = [
  edited(
    'a ring that does not close',
    (files) => {
      files['demand.json'].circulating = [{ id: 'round', edges: ['n-in', 's-out'], count: 3 }];
    },
    at('scene.open-ring', 'demand.json', 'circulating', 0, 'edges', 0),
  ),
  edited(
    'people of a survey that nobody made',
    withPeople((part) => {
      part.source = 'nobody';
    }),
    at('scene.unknown-source', ...PEOPLE, 'source'),
  ),
  edited(
    'a kind of resident that lives outside, and one without a day',
    withPeople((part) => {
      part.types = [
        { type: 'commuter', share: 1 },
        { type: 'retired', share: 1 },
      ];
    }),
    at('scene.person-type', ...PEOPLE, 'types', 0, 'type'),
    at('scene.no-chain', ...PEOPLE, 'chains'),
  ),
  edited(
    'a stop that nobody knows how to stay at, and a day that begins with one at no hour',
    withPeople((part) => {
      part.chains.push({ id: 'shops', of: 'worker', share: 1, stops: ['work', 'shop'] });
      part.chains.push({ id: 'homes', of: 'worker', share: 1, stops: ['home'] });
    }),
    at('scene.no-stay', ...PEOPLE, 'chains', 2, 'stops', 1),
    at('scene.no-stay', ...PEOPLE, 'chains', 3, 'stops', 0),
  ),
  edited(
    'people who work outside a city that has no way out',
    withPeople((part, demand) => {
      part.outside.workShare = 0.5;
      demand.gates = [];
    }),
    at('scene.no-way-out', ...PEOPLE, 'outside'),
  ),
  edited(
    'a factor of a group that is not there',
    withPeople((part) => {
      part.factors = [{ group: 'commuters/gate-x', factor: 2 }];
    }),
    at('scene.unknown-group', ...PEOPLE, 'factors', 0, 'group'),
  ),
  edited(
    'households of no share',
    withPeople((part) => {
      part.households[0].share = 0;
    }),
    at('scene.no-share', ...PEOPLE, 'households'),
  ),
  edited(
    'a matrix whose time runs backwards',
    withMatrix((part) => {
      part.matrices[0].beginSeconds = 7200;
    }),
    at('scene.backwards', 'demand.json', 'matrix', 'matrices', 0),
  ),
  edited(
    'a cell from a zone that is not there',
    withMatrix((part) => {
      part.matrices[0].cells[0].from = 'west';
    }),
    at('scene.unknown-demand-zone', ...CELL, 'from'),
  ),
  edited(
    'a zone that no trip can end in',
    withMatrix((part) => {
      part.zones[1].to = [];
    }),
    at('scene.empty-zone', ...CELL, 'to'),
  ),
  edited(
    'more trips in a cell than a day could list',
    withMatrix((part) => {
      part.matrices[0].cells[0].trips = 20_000;
    }),
    at('scene.too-many', ...CELL, 'trips'),
  ),
];
