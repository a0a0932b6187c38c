import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../sim/importers/xml';

interface Seen {
  readonly name: string;
  readonly depth: number;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(text: string): { seen: Seen[]; texts: string[]; ends: string[] } {
  const seen: Seen[] = [];
  const texts: string[] = [];
  const ends: string[] = [];
  const read = readXml(text, {
    open: (element, depth) =>
      void seen.push({
        name: element.name,
        depth,
        attributes: Object.fromEntries(element.attributeNames.map((name) => [name, element.get(name)!])),
      }),
    close: (name) => void ends.push(name),
    text: (found) => void texts.push(found),
  });
  if (!read.ok) throw new Error(read.problems[0].message);
  return { seen, texts, ends };
}

function problemOf(text: string) {
  const read = readXml(text, { open: () => undefined });
  if (read.ok) throw new Error(`expected a problem with ${text}`);
  return read.problems[0];
}

describe('the XML reader', () => {
  it('calls for every element with its attributes and depth, in the order of the text', () => {
    const { seen, ends } = elementsOf(
      '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- a <b> --><net><edge id="a"\n from = \'x\'/><?sort of?><edge id=""></edge ></net>\n',
    );
    expect(seen).toEqual([
      { name: 'net', depth: 0, attributes: {} },
      { name: 'edge', depth: 1, attributes: { id: 'a', from: 'x' } },
      { name: 'edge', depth: 1, attributes: { id: '' } },
    ]);
    expect(ends).toEqual(['edge', 'edge', 'net']);
  });

  it('reads the five entities, numbered characters and CDATA', () => {
    const { seen, texts } = elementsOf('<a b="&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;">x &amp; y<![CDATA[<z>&]]></a>');
    expect(seen[0].attributes.b).toBe('<>&"\'A😀');
    expect(texts).toEqual(['x & y', '<z>&']);
  });

  it('gives back any attribute text that was written with entities', () => {
    const written = (text: string) => text.replace(/[&<>"'\t\n\r]/g, (found) => `&#${found.codePointAt(0)};`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(elementsOf(`<a b="${written(text)}"/>`).seen[0].attributes.b).toBe(text);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      ' ',
      '"',
      "'",
      '=',
      '&',
      ';',
      '<!--',
      '-->',
      ']]>',
      '<?',
      '?>',
      '<![CDATA[',
      '\n',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const read = readXml(parts.join(''), { open: () => undefined });
        expect(typeof read.ok).toBe('boolean');
      }),
    );
  });

  it.each([
    ['', 'xml.no-root', 'line 1, column 1'],
    ['<a>', 'xml.unclosed', 'line 1, column 4'],
    ['<a', 'xml.unclosed', 'line 1, column 1'],
    ['<a></b>', 'xml.mismatch', 'line 1, column 4'],
    ['</a>', 'xml.unopened', 'line 1, column 1'],
    ['<a/><b/>', 'xml.second-root', 'line 1, column 5'],
    ['<a/>text', 'xml.stray-text', 'line 1, column 5'],
    ['hello<a/>', 'xml.stray-text', 'line 1, column 1'],
    ['<a>\n<b x=1/></a>', 'xml.attribute', 'line 2, column 6'],
    ['<a x="1" x="2"/>', 'xml.attribute-twice', 'line 1, column 10'],
    ['<a x="1"y="2"/>', 'xml.markup', 'line 1, column 9'],
    ['<a x/>', 'xml.attribute', 'line 1, column 5'],
    ['<a x="1/>\n<b y="2"/>', 'xml.attribute', 'line 2, column 1'],
    ['<a x="1/>', 'xml.unclosed', 'line 1, column 6'],
    ['<a x="&nbsp;"/>', 'xml.entity', 'line 1, column 7'],
    ['<a x="a & b"/>', 'xml.entity', 'line 1, column 9'],
    ['<a x="&#0;"/>', 'xml.entity', 'line 1, column 7'],
    ['<a x="&#xD800;"/>', 'xml.entity', 'line 1, column 7'],
    ['<a>]]></a>', 'xml.text', 'line 1, column 4'],
    ['<a><!-- x -- y --></a>', 'xml.comment', 'line 1, column 11'],
    ['<a><!-- x</a>', 'xml.unclosed', 'line 1, column 4'],
    ['<a><![CDATA[ x</a>', 'xml.unclosed', 'line 1, column 4'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'xml.document-type', 'line 1, column 1'],
    ['<a><!ELEMENT b></a>', 'xml.markup', 'line 1, column 4'],
    [' <?xml version="1.0"?><a/>', 'xml.declaration', 'line 1, column 2'],
    ['<?xml version="2.0"?><a/>', 'xml.declaration', 'line 1, column 1'],
    ['<?xml version="1.0" encoding="ISO-8859-1"?><a b="é"/>', 'xml.encoding', 'line 1, column 50'],
    ['<a>\u0001</a>', 'xml.character', 'line 1, column 4'],
    ['<a>\ud800</a>', 'xml.character', 'line 1, column 4'],
    ['< a/>', 'xml.markup', 'line 1, column 2'],
    ['<1a/>', 'xml.markup', 'line 1, column 2'],
    ['<a/ >', 'xml.markup', 'line 1, column 3'],
    ['<a></a', 'xml.markup', 'line 1, column 7'],
    ['<<a/>', 'xml.markup', 'line 1, column 2'],
  ])('refuses %j as %s at %s', (text, code, place) => {
    expect(problemOf(text)).toMatchObject({ code, path: [place] });
  });

  it('keeps to its limits of depth, elements, attributes and size', () => {
    const code = (text: string, limits: object) => {
      const read = readXml(text, { open: () => undefined }, limits);
      return read.ok ? 'sound' : read.problems[0].code;
    };
    expect(code('<a>'.repeat(64) + '</a>'.repeat(64), {})).toBe('sound');
    expect(code('<a>'.repeat(65) + '</a>'.repeat(65), {})).toBe('xml.too-deep');
    expect(code('<a><b/><b/></a>', { maxElements: 2 })).toBe('xml.too-many');
    expect(code('<a b="" c=""/>', { maxAttributes: 1 })).toBe('xml.too-many');
    expect(code('<a/>', { maxCharacters: 3 })).toBe('xml.too-large');
  });
});
