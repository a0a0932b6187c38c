import { at, type BrokenScene, EDGE_0, edited, ROADS, setAt } from './make';

export const wrongNames: readonly BrokenScene[] = [
  ...(
    [
      ['an empty id', ''],
      ['an id of a space', ' '],
      ['an id that is markup', '<img src=x onerror=alert(1)>'],
      ['an id that turns the line round', '\u202Enode'],
      ['an id with a zero-width space', 'no\u200Bde'],
      ['an id with a null character', 'node\u0000'],
      ['an id with a line break', 'node\n'],
      ['an id that climbs out of a folder', '../../node'],
      ['an id of combining marks alone', '\u0301\u0302'],
      ['an id of a million letters', 'x'.repeat(1_000_000)],
    ] as const
  ).map(([name, id]) =>
    edited(
      name,
      (files) => {
        files[ROADS].streets.push({ id, name: { zh: '路', en: 'Road' }, class: 'local' });
      },
      at('scene.text', ROADS, 'streets', 2, 'id'),
    ),
  ),
  edited(
    'a title of ten thousand letters',
    (files) => {
      files[ROADS].streets[0].name.en = 'x'.repeat(10_000);
    },
    at('scene.text', ROADS, 'streets', 0, 'name', 'en'),
  ),
  edited(
    'a title in a language that nobody knows',
    (files) => {
      files[ROADS].streets[0].name.tlh = 'He';
    },
    at('scene.unknown-key', ROADS, 'streets', 0, 'name', 'tlh'),
  ),
  edited(
    'an edge twice',
    (files) => {
      files[ROADS].edges.push(structuredClone(files[ROADS].edges[0]));
    },
    at('scene.duplicate-id', ROADS, 'edges', 8, 'id'),
    at('scene.duplicate-id', ROADS, 'edges', 8, 'lanes', 0, 'id'),
  ),
  edited(
    'two sections of one name in different compartments',
    (files) => {
      const [gallery] = files['galleries.json'].galleries;
      const copy = structuredClone(gallery.compartments[0]);
      gallery.compartments.push({ ...copy, id: 'power-2', shafts: [], equipment: [], sections: [copy.sections[0]] });
    },
    at('scene.duplicate-id', 'galleries.json', 'galleries', 0, 'compartments', 1, 'sections', 0, 'id'),
  ),
  ...(
    [
      ['edge', ROADS, 'chargingSites', 0, 'edge'],
      ['node', ROADS, 'edges', 2, 'from'],
      ['street', ROADS, 'edges', 2, 'street'],
      ['lane', ROADS, 'junctions', 0, 'turns', 4, 'toLane'],
      ['junction', ROADS, 'signals', 0, 'junction'],
      ['stop', ROADS, 'busLines', 0, 'stops', 1],
      ['parcel', 'buildings.json', 'buildings', 0, 'parcel'],
      ['district', 'land.json', 'parcels', 0, 'district'],
      ['bus', 'buildings.json', 'buildings', 0, 'serves', 'electricity'],
      ['heat-node', 'buildings.json', 'buildings', 0, 'serves', 'heat'],
      ['cooling-node', 'cooling.json', 'loops', 0, 'pipes', 0, 'to'],
      ['gas-node', 'gas.json', 'pipes', 0, 'from'],
      ['gas-main', 'gas.json', 'valves', 0, 'pipe'],
      ['water-pipe', 'water.json', 'valves', 0, 'pipe'],
      ['drain-node', 'drainage.json', 'outfalls', 0, 'node'],
      ['telecom-node', 'sensors.json', 'sensors', 0, 'telecom'],
      ['compartment', 'electricity.json', 'branches', 0, 'compartment'],
      ['branch', 'electricity.json', 'switches', 0, 'branch'],
      ['feeder', 'electricity.json', 'transformers', 0, 'feeder'],
      ['station', 'heat.json', 'loops', 0, 'sources', 0, 'station'],
      ['building', ROADS, 'parking', 0, 'building'],
      ['source', 'weather.json', 'source'],
      ['element', 'sensors.json', 'sensors', 0, 'element'],
    ] as const
  ).map(([kind, ...path]) =>
    edited(
      `the name of a ${kind} that is not there`,
      (files) => {
        setAt(files, path, 'nowhere');
      },
      at(`scene.unknown-${kind}`, ...path),
    ),
  ),
  edited(
    'a node asked for by a name that every object has',
    (files) => {
      files[ROADS].edges[0].from = 'valueOf';
    },
    at('scene.unknown-node', ...EDGE_0, 'from'),
  ),
];
