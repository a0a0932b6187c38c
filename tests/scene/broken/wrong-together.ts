import { asText, goodScene } from '../good-scene';
import { at, type BrokenScene, BUILDING_0, EDGE_0, edited, ROADS } from './make';

const GALLERY = ['galleries.json', 'galleries', 0] as const;

export const wrongTogether: readonly BrokenScene[] = [
  edited(
    'mistakes of four kinds in four files',
    (files) => {
      files['scene.json'].illustrative = 'yes';
      files[ROADS].edges[0].lanes[0].widthM = -1;
      files[ROADS].parking[0].edge = 'nowhere';
      files[ROADS].signals[0].phases[0].state = 'G';
      files['buildings.json'].buildings[0].outline.reverse();
      files['galleries.json'].galleries[0].compartments[0].sections[1].toM = 900;
    },
    at('scene.type', 'scene.json', 'illustrative'),
    at('scene.range', ...EDGE_0, 'lanes', 0, 'widthM'),
    at('scene.unknown-edge', ROADS, 'parking', 0, 'edge'),
    at('scene.signal-state', ROADS, 'signals', 0, 'phases', 0, 'state'),
    at('scene.outline-clockwise', ...BUILDING_0, 'outline'),
    at('scene.section-length', ...GALLERY, 'compartments', 0, 'sections', 1),
    at('scene.off-gallery', ...GALLERY, 'compartments', 0, 'sections', 1, 'toM'),
  ),
  edited(
    'a type and a reference wrong in one entry',
    (files) => {
      files[ROADS].edges[0].speedLimitMps = null;
      files[ROADS].edges[0].street = 'nowhere';
    },
    at('scene.type', ...EDGE_0, 'speedLimitMps'),
    at('scene.unknown-street', ...EDGE_0, 'street'),
  ),
  {
    name: 'one file that is not JSON beside one that is wrong',
    files: () => {
      const scene = goodScene();
      scene['land.json'].parcels[0].use = 'castle';
      return asText(scene).set('weather.json', '{');
    },
    expect: [at('json.truncated', 'weather.json'), at('scene.choice', 'land.json', 'parcels', 0, 'use')],
  },
  edited(
    'a million heights that are texts',
    (files) => {
      Object.assign(files['terrain.json'], { columns: 1_000, rows: 1_000, heightsM: Array(1_000_000).fill('0') });
    },
    at('scene.type', 'terrain.json', 'heightsM', 0),
    at('scene.more-problems'),
  ),
  edited(
    'a hundred thousand wrong entries',
    (files) => {
      files['land.json'].landmarks = Array.from({ length: 100_000 }, () => 0);
    },
    at('scene.type', 'land.json', 'landmarks', 0),
    at('scene.type', 'land.json', 'landmarks', 499),
    at('scene.more-problems'),
  ),
];
