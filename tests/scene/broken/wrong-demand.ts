import { at, type BrokenScene, edited } from './make';

export const wrongDemand: readonly BrokenScene[] = [
  edited(
    'a ring that does not close',
    (files) => {
      files['demand.json'].circulating = [{ id: 'round', edges: ['n-in', 's-out'], count: 3 }];
    },
    at('scene.open-ring', 'demand.json', 'circulating', 0, 'edges', 0),
  ),
];
