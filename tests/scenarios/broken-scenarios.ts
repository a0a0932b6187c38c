export interface BrokenScenario {
  readonly name: string;
  readonly text: string | (() => string);
  /** 'read': refused by whoever reads the file; 'fit': sound in itself, but not for the scene 'test-crossroads'. */
  readonly phase: 'read' | 'fit';
  /** Problems that must be among those listed. */
  readonly expect: readonly { readonly code: string; readonly path: readonly (string | number)[] }[];
}

/** A scenario for the crossroads of the scene tests that has nothing wrong with it. */
export const goodScenario = {
  format: 'cityloom-scenario',
  version: 1,
  name: 'Works on the northern arm',
  scene: 'test-crossroads',
  seed: 7,
  startSeconds: 25_200,
  durationSeconds: 1_800,
  interventions: [
    {
      id: 'works',
      kind: 'close-road',
      targets: ['n-in'],
      settings: { lanes: 'all' },
      fromSeconds: 300,
      untilSeconds: 900,
    },
    {
      id: 'fair',
      kind: 'event-demand',
      targets: ['gate-s'],
      settings: { factor: 3 },
      fromSeconds: 0,
      untilSeconds: null,
    },
  ],
} as const;

type Changes = Record<string, unknown>;

const text = (changes: Changes): string => JSON.stringify({ ...goodScenario, ...changes });
const without = (key: string): string => JSON.stringify({ ...goodScenario, [key]: undefined });
/** With the first intervention changed. */
const works = (changes: Changes): string =>
  text({ interventions: [{ ...goodScenario.interventions[0], ...changes }, goodScenario.interventions[1]] });
const settings = (changes: Changes): string => works({ settings: changes });

type Expected = BrokenScenario['expect'][number];
const at = (code: string, ...path: (string | number)[]): Expected => ({ code, path });
const first = (code: string, ...path: (string | number)[]): Expected => at(code, 'interventions', 0, ...path);

const read = (name: string, broken: BrokenScenario['text'], ...expect: Expected[]): BrokenScenario => ({
  name,
  text: broken,
  phase: 'read',
  expect,
});
const misfit = (name: string, broken: BrokenScenario['text'], ...expect: Expected[]): BrokenScenario => ({
  ...read(name, broken, ...expect),
  phase: 'fit',
});

const good = JSON.stringify(goodScenario);

/** Ways to break it, each with the codes and paths that must be told. */
export const brokenScenarios: readonly BrokenScenario[] = [
  read('an empty file', '', at('json.truncated')),
  read(
    'a truncated file',
    good.slice(0, good.indexOf('"close-road"') + 5),
    at('json.truncated', 'interventions', 0, 'kind'),
  ),
  read(
    'a file cut within a number',
    '{"format":"cityloom-scenario","version":1,"seed":-',
    at('json.truncated', 'seed'),
  ),
  read('rubbish behind the end', `${good}]`, at('json.syntax')),
  read('a byte-order mark', `\uFEFF${good}`, at('json.byte-order-mark')),
  read(
    'nesting a million deep',
    () => `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
    at('json.too-deep', ...Array(16).fill(0)),
  ),
  read('a key twice', good.replace('"seed":7', '"seed":7,"seed":8'), at('json.duplicate-key', 'seed')),
  read(
    'a key that reaches prototypes',
    good.replace('"seed":7', '"__proto__":{"seed":7}'),
    at('json.forbidden-key', '__proto__'),
  ),
  read(
    'a key that reaches prototypes, deep inside',
    good.replace('"lanes":"all"', '"constructor":1'),
    at('json.forbidden-key', 'interventions', 0, 'settings', 'constructor'),
  ),
  read('a number beyond all numbers', good.replace('"seed":7', '"seed":1e400'), at('json.not-finite', 'seed')),
  read('a list where a scenario belongs', '[]', at('scenario.type')),
  read('nothing where a scenario belongs', 'null', at('scenario.type')),
  read('no version', without('version'), at('scenario.version', 'version')),
  read('a newer version', text({ version: 2 }), at('scenario.version', 'version')),
  read('a version of 2³²', text({ version: 4_294_967_296 }), at('scenario.version', 'version')),
  read('a version in words', text({ version: '1' }), at('scenario.version', 'version')),
  read('another format', text({ format: 'cityloom-scene' }), at('scenario.choice', 'format')),
  read('no scene', without('scene'), at('scenario.missing', 'scene')),
  read('a scene by number', text({ scene: 12 }), at('scenario.type', 'scene')),
  read('a path as a scene', text({ scene: '../../etc/passwd' }), at('scenario.text', 'scene')),
  read('a hash that is none', text({ sceneHash: 'abc' }), at('scenario.text', 'sceneHash')),
  read('an unknown key', text({ sead: 7 }), at('scenario.unknown-key', 'sead')),
  read('a negative seed', text({ seed: -1 }), at('scenario.range', 'seed')),
  read('half a seed', text({ seed: 0.5 }), at('scenario.range', 'seed')),
  read('a seed in words', text({ seed: 'seven' }), at('scenario.type', 'seed')),
  read('a start after midnight', text({ startSeconds: 86_400 }), at('scenario.range', 'startSeconds')),
  read('no time at all', text({ durationSeconds: 0 }), at('scenario.range', 'durationSeconds')),
  read('two years of time', text({ durationSeconds: 63_072_000 }), at('scenario.range', 'durationSeconds')),
  read('an empty list of domains', text({ domains: [] }), at('scenario.count', 'domains')),
  read('a domain twice', text({ domains: ['traffic', 'traffic'] }), at('scenario.duplicate-domain', 'domains', 1)),
  read('interventions by name', text({ interventions: { works: {} } }), at('intervention.type', 'interventions')),
  read(
    'a hundred thousand interventions',
    () => text({ interventions: Array(100_000).fill(goodScenario.interventions[0]) }),
    at('intervention.count', 'interventions'),
  ),
  read('nothing for an intervention', text({ interventions: [null] }), first('intervention.type')),
  read('a kind nobody knows', works({ kind: 'raise-dragon' }), first('intervention.unknown-kind', 'kind')),
  read('a kind that every object has', works({ kind: 'toString' }), first('intervention.unknown-kind', 'kind')),
  read('no targets', works({ targets: undefined }), first('intervention.missing', 'targets')),
  read('a target by number', works({ targets: ['n-in', 3] }), first('intervention.type', 'targets', 1)),
  read('a setting nobody knows', settings({ lains: 'all' }), first('intervention.unknown-key', 'settings', 'lains')),
  read('a setting out of its choices', settings({ lanes: 'some' }), first('intervention.choice', 'settings', 'lanes')),
  read('a setting out of its range', settings({ laneCount: 99 }), first('intervention.range', 'settings', 'laneCount')),
  read(
    'a setting of another type',
    settings({ bothDirections: 'yes' }),
    first('intervention.type', 'settings', 'bothDirections'),
  ),
  read('a start before the start', works({ fromSeconds: -5 }), first('intervention.range', 'fromSeconds')),
  read(
    'an end before the beginning',
    works({ fromSeconds: 500, untilSeconds: 400 }),
    first('intervention.ends-before-it-begins', 'untilSeconds'),
  ),
  read('a name twice', works({ id: 'fair' }), at('intervention.duplicate-id', 'interventions', 1, 'id')),
  read(
    'five things wrong at once',
    text({
      seed: -1,
      sead: 1,
      interventions: [{ ...goodScenario.interventions[0], kind: 'no', fromSeconds: 'now', id: '' }],
    }),
    at('scenario.range', 'seed'),
    at('scenario.unknown-key', 'sead'),
    first('intervention.unknown-kind', 'kind'),
    first('intervention.type', 'fromSeconds'),
    first('intervention.text', 'id'),
  ),
  misfit('another scene', text({ scene: 'atlantis' }), at('scenario.other-scene', 'scene')),
  misfit('an unknown domain', text({ domains: ['traffic', 'tides'] }), at('scenario.unknown-domain', 'domains', 1)),
  misfit(
    'an unknown day of weather',
    text({ weatherDay: 'doomsday' }),
    at('scenario.unknown-weather-day', 'weatherDay'),
  ),
  misfit(
    'a road that is not there',
    works({ targets: ['n-in', 'abbey-road'] }),
    first('intervention.unknown-element', 'targets', 1),
  ),
  misfit(
    'a junction where a road belongs',
    works({ targets: ['middle'] }),
    first('intervention.unknown-element', 'targets', 0),
  ),
  misfit('an empty choice of roads', works({ targets: [] }), first('intervention.target-count', 'targets')),
  misfit('a road twice', works({ targets: ['n-in', 'n-in'] }), first('intervention.duplicate-target', 'targets', 1)),
  misfit(
    'more lanes than there are',
    settings({ lanes: 'kerb', laneCount: 3 }),
    first('intervention.too-many-lanes', 'settings', 'laneCount'),
  ),
  misfit(
    'two limits on one road at one time',
    text({
      interventions: [
        { id: 'slow', kind: 'limit-speed', targets: ['n-in'], settings: { limitKmh: 30 }, fromSeconds: 0 },
        { id: 'fast', kind: 'limit-speed', targets: ['n-out'], settings: { limitKmh: 60 }, fromSeconds: 600 },
      ],
    }),
    at('intervention.conflict', 'interventions', 1),
  ),
];
