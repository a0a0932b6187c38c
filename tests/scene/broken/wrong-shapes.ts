import { at, type BrokenScene, BUILDING_0, EDGE_0, edited, JUNCTION_0, ROADS } from './make';

export const wrongShapes: readonly BrokenScene[] = [
  edited(
    'an outline walked clockwise',
    (files) => {
      files['buildings.json'].buildings[0].outline.reverse();
    },
    at('scene.outline-clockwise', ...BUILDING_0, 'outline'),
  ),
  edited(
    'an outline that crosses itself',
    (files) => {
      const { outline } = files['buildings.json'].buildings[0];
      [outline[1], outline[2]] = [outline[2], outline[1]];
    },
    at('scene.outline-crosses-itself', ...BUILDING_0, 'outline', 2),
  ),
  edited(
    'an outline that touches itself',
    (files) => {
      files['land.json'].parcels[0].outline = [
        [20, 20],
        [50, 20],
        [50, 50],
        [35, 20],
        [20, 50],
      ];
    },
    at('scene.outline-crosses-itself', 'land.json', 'parcels', 0, 'outline', 3),
  ),
  edited(
    'an outline without area',
    (files) => {
      files['buildings.json'].buildings[0].outline = [
        [22, 22],
        [42, 22],
        [32, 22],
      ];
    },
    at('scene.outline-zero-area', ...BUILDING_0, 'outline'),
  ),
  edited(
    'an outline closed by its first point again',
    (files) => {
      const { outline } = files[ROADS].junctions[0];
      outline.push(outline[0]);
    },
    at('scene.outline-repeats-point', ...JUNCTION_0, 'outline', 0),
  ),
  edited(
    'an outline of two points',
    (files) => {
      files['land.json'].groves[0].outline.length = 2;
    },
    at('scene.count', 'land.json', 'groves', 0, 'outline'),
  ),
  edited(
    'a lane that stands still',
    (files) => {
      const { shape } = files[ROADS].edges[0].lanes[0];
      shape[1] = [...shape[0]];
    },
    at('scene.repeated-point', ...EDGE_0, 'lanes', 0, 'shape', 1),
  ),
  edited(
    'a turn that stands still for a moment',
    (files) => {
      const { shape } = files[ROADS].junctions[0].turns[0];
      shape.splice(3, 0, [...shape[3]]);
    },
    at('scene.repeated-point', ...JUNCTION_0, 'turns', 0, 'shape', 4),
  ),
  edited(
    'a landmark beyond the city',
    (files) => {
      files['land.json'].landmarks[0].at = [5_000, 0];
    },
    at('scene.outside-extent', 'land.json', 'landmarks', 0, 'at'),
  ),
  edited(
    'an extent turned inside out',
    (files) => {
      const { extent } = files['scene.json'];
      [extent.min, extent.max] = [extent.max, extent.min];
    },
    at('scene.empty-extent', 'scene.json', 'extent'),
  ),
];
