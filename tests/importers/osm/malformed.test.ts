import { describe, expect, it } from 'vitest';
import { importOsm } from '../../../sim/importers/osm';
import { codesOf } from './imported';
import { crossroads, osmXml } from './osm-text';

const good = osmXml(crossroads());
const json = (elements: unknown) => JSON.stringify({ version: 0.6, elements });
const node = (id: unknown, lat: unknown = 52.5, lon: unknown = 13.4) => ({ type: 'node', id, lat, lon });
const xml = (inner: string, attributes = 'version="0.6"') => `<osm ${attributes}>${inner}</osm>`;

/** What is wrong, the text, and the code that says so. */
const broken: readonly [what: string, text: string, code: string][] = [
  ['nothing at all', '', 'osm.form'],
  ['blanks', '  \n\t ', 'osm.form'],
  ['prose', 'hello', 'osm.form'],
  ['a truncated XML file', good.slice(0, good.length / 2), 'xml.'],
  ['a truncated tag', good.slice(0, -3), 'xml.'],
  ['another root', '<gpx version="0.6"></gpx>', 'osm.form'],
  ['no version', xml('', ''), 'osm.version'],
  ['another version', xml('', 'version="0.7"'), 'osm.version'],
  ['a document type', `<!DOCTYPE osm [<!ENTITY a "b">]>${xml('')}`, 'xml.document-type'],
  ['an unknown entity', good.replace('Main', '&lol;'), 'xml.entity'],
  ['an unknown element', xml('<street id="1"/>'), 'osm.form'],
  ['a node in a node', xml('<node id="1" lat="1" lon="1"><node id="2" lat="1" lon="1"/></node>'), 'osm.form'],
  ['a latitude beyond the pole', xml('<node id="1" lat="999" lon="1"/>'), 'osm.range'],
  ['a latitude just beyond the pole', xml('<node id="1" lat="90.0000001" lon="1"/>'), 'osm.range'],
  ['a longitude beyond half the globe', xml('<node id="1" lat="1" lon="-181"/>'), 'osm.range'],
  ['a latitude that is NaN', xml('<node id="1" lat="NaN" lon="1"/>'), 'osm.range'],
  ['an infinite longitude', xml('<node id="1" lat="1" lon="1e400"/>'), 'osm.range'],
  ['a hexadecimal latitude', xml('<node id="1" lat="0x10" lon="1"/>'), 'osm.range'],
  ['an empty latitude', xml('<node id="1" lat="" lon="1"/>'), 'osm.range'],
  ['a node without a place', xml('<node id="1"/>'), 'osm.range'],
  ['a node without an id', xml('<node lat="1" lon="1"/>'), 'osm.id'],
  ['the id 0', xml('<node id="0" lat="1" lon="1"/>'), 'osm.id'],
  ['an id with letters', xml('<node id="1a" lat="1" lon="1"/>'), 'osm.id'],
  ['an id that is a path', xml('<way id="../etc"/>'), 'osm.id'],
  ['an id twice', xml('<node id="1" lat="1" lon="1"/><node id="1" lat="2" lon="1"/>'), 'osm.duplicate'],
  ['a way twice', good.replace('id="12"', 'id="11"'), 'osm.duplicate'],
  [
    'a tag twice',
    good.replace('<tag k="name" v="Main"/>', '<tag k="name" v="A"/><tag k="name" v="B"/>'),
    'osm.tag-twice',
  ],
  ['a tag without a value', good.replace(' v="Main"', ''), 'osm.tag'],
  ['a tag of a megabyte', good.replace('Main', 'x'.repeat(1_000_000)), 'osm.tag'],
  ['a way of a million nodes', xml(`<way id="1">${'<nd ref="1"/>'.repeat(3_000)}</way>`), 'osm.way-too-long'],
  [
    'a member of an unknown type',
    xml('<relation id="1"><member type="area" ref="1" role=""/></relation>'),
    'osm.member-type',
  ],
  ['bounds inside out', xml('<bounds minlat="2" minlon="1" maxlat="1" maxlon="2"/>'), 'osm.bounds'],
  ['bounds off the globe', xml('<bounds minlat="-91" minlon="1" maxlat="1" maxlon="2"/>'), 'osm.range'],
  ['nesting without end', xml('<a>'.repeat(100_000)), 'xml.too-deep'],
  ['no road', xml('<node id="1" lat="1" lon="1"/>'), 'osm.no-roads'],
  [
    'only a footpath',
    osmXml({ nodes: { 1: [0, 0], 2: [0, 90] }, ways: [{ nodes: [1, 2], tags: { highway: 'footway' } }] }),
    'osm.no-roads',
  ],
  [
    'a road with no node in the file',
    xml('<way id="1"><nd ref="5"/><nd ref="6"/><tag k="highway" v="residential"/></way>'),
    'osm.no-roads',
  ],
  [
    'a road round the globe',
    osmXml({ nodes: { 1: [0, 0], 2: [0, 400_000] }, ways: [{ nodes: [1, 2], tags: { highway: 'motorway' } }] }),
    'osm.too-wide',
  ],
  ['JSON that is not whole', '{"elements":[', 'json.'],
  ['JSON without elements', '{}', 'osm.form'],
  ['elements that are no list', json({}), 'osm.form'],
  ['an element that is a number', json([5]), 'osm.form'],
  ['an element of an unknown type', json([{ type: 'area', id: 1 }]), 'osm.form'],
  ['a latitude that is a list', json([node(1, [5])]), 'osm.range'],
  ['a latitude of 999 in JSON', json([node(1, 999)]), 'osm.range'],
  ['1e400 in JSON', '{"elements":[{"type":"node","id":1,"lat":1e400,"lon":1}]}', 'json.'],
  ['an id with a fraction', json([node(1.5)]), 'osm.id'],
  ['a way without nodes', json([{ type: 'way', id: 1 }]), 'osm.form'],
  ['tags that are a list', json([{ ...node(1), tags: ['a'] }]), 'osm.form'],
  ['a tag that is a number', json([{ ...node(1), tags: { lanes: 2 } }]), 'osm.tag'],
  [
    'a key that reaches prototypes',
    '{"elements":[{"type":"node","id":1,"lat":1,"lon":1,"tags":{"__proto__":"x"}}]}',
    'json.',
  ],
  [
    'an answer that broke off',
    JSON.stringify({ elements: [], remark: 'runtime error: Query timed out' }),
    'osm.incomplete',
  ],
];

describe('a malformed extract', () => {
  it.each(broken)('is refused: %s', (_what, text, code) => {
    expect(codesOf(text).join(' ')).toContain(code);
  });

  it('names every element that is wrong, not only the first', () => {
    const made = importOsm(xml('<node id="7" lat="999" lon="1"/><node id="8" lat="1" lon="NaN"/>'));
    const paths = made.ok ? [] : made.problems.map(({ path }) => path.join('.'));
    expect(paths).toEqual(['node/7.lat', 'node/8.lon']);
  });

  it('says line and column where the text stops being XML', () => {
    const made = importOsm('<osm version="0.6">\n  <node id="1" lat="1" lon="1">\n</osm>');
    expect(made.ok ? '' : made.problems[0].path.join()).toBe('line 3, column 1');
  });
});
