import { at, type BrokenScene, BUILDING_0, EDGE_0, edited, ROADS } from './make';

export const wrongTypes: readonly BrokenScene[] = [
  ...[null, 1, 'roads', true, []].map((value) =>
    edited(
      `${JSON.stringify(value)} for a whole file`,
      (files) => {
        files[ROADS] = value;
      },
      at('scene.type', ROADS),
    ),
  ),
  edited(
    'an object for a list',
    (files) => {
      files[ROADS].edges = { 0: files[ROADS].edges[0], length: 1 };
    },
    at('scene.type', ROADS, 'edges'),
  ),
  edited(
    'a list for an object',
    (files) => {
      files[ROADS].edges[0] = [files[ROADS].edges[0]];
    },
    at('scene.type', ...EDGE_0),
  ),
  edited(
    'a text for a number',
    (files) => {
      files[ROADS].edges[0].speedLimitMps = '13.89';
    },
    at('scene.type', ...EDGE_0, 'speedLimitMps'),
  ),
  edited(
    'null for a number',
    (files) => {
      files['buildings.json'].buildings[0].heightM = null;
    },
    at('scene.type', ...BUILDING_0, 'heightM'),
  ),
  edited(
    'a number for a name',
    (files) => {
      files[ROADS].nodes[0].id = 7;
    },
    at('scene.type', ROADS, 'nodes', 0, 'id'),
  ),
  edited(
    'a number for a yes or no',
    (files) => {
      files['scene.json'].illustrative = 1;
    },
    at('scene.type', 'scene.json', 'illustrative'),
  ),
  edited(
    'a word that is none of the words',
    (files) => {
      files[ROADS].edges[0].class = 'motorway';
    },
    at('scene.choice', ...EDGE_0, 'class'),
  ),
  edited(
    'a point of three numbers',
    (files) => {
      files[ROADS].nodes[0].at = [0, 0, 0];
    },
    at('scene.count', ROADS, 'nodes', 0, 'at'),
  ),
  edited(
    'a point of texts',
    (files) => {
      files[ROADS].nodes[0].at = ['0', 0];
    },
    at('scene.type', ROADS, 'nodes', 0, 'at', 0),
  ),
  edited(
    'a line of one point',
    (files) => {
      files[ROADS].edges[0].shape.length = 1;
    },
    at('scene.count', ...EDGE_0, 'shape'),
  ),
  edited(
    'an edge without lanes',
    (files) => {
      files['land.json'].streams = [];
      files[ROADS].edges[0].lanes = [];
    },
    at('scene.count', ...EDGE_0, 'lanes'),
  ),
  edited(
    'a missing key',
    (files) => {
      delete files[ROADS].edges[0].lanes[0].widthM;
    },
    at('scene.missing', ...EDGE_0, 'lanes', 0, 'widthM'),
  ),
  edited(
    'a missing list, without a complaint for each name that stood in it',
    (files) => {
      delete files[ROADS].nodes;
    },
    at('scene.missing', ROADS, 'nodes'),
  ),
  edited(
    'two keys that nobody knows',
    (files) => {
      files[ROADS].edges[0].surface = 'asphalt';
      files[ROADS].edges[0].colour = 'grey';
    },
    at('scene.unknown-key', ...EDGE_0, 'surface'),
    at('scene.unknown-key', ...EDGE_0, 'colour'),
  ),
  edited(
    'keys that every object inherits',
    (files) => {
      files[ROADS].toString = 'x';
      files[ROADS].edges[0].lanes[0].hasOwnProperty = 1;
      files['scene.json'].origin.valueOf = 0;
    },
    at('scene.unknown-key', ROADS, 'toString'),
    at('scene.unknown-key', ...EDGE_0, 'lanes', 0, 'hasOwnProperty'),
    at('scene.unknown-key', 'scene.json', 'origin', 'valueOf'),
  ),
];
