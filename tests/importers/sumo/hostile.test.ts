import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSumo } from '../../../sim/importers/sumo';
import { compileScene, readScene } from '../../../sim/scene';
import { smallNet } from './small-net';

const demand = `<routes><vTypeDistribution id="mix"><vType id="x" accel="2" speedFactor="normc(1,0.1,0.2,2)"/></vTypeDistribution>
  <busStop id="b" lane="W_0" startPos="20" endPos="40"/><route id="r" edges="W E"/><parkingArea id="p" lane="E_0" startPos="5" endPos="9" roadsideCapacity="2"/>
  <inductionLoop id="l" lane="W_1" pos="20" period="60"/><flow id="f" type="mix" begin="0" end="300" period="5" route="r"/>
  <vehicle id="v" type="x" depart="20" departLane="1" departPos="3" departSpeed="4" arrivalPos="9" route="r"><stop busStop="b" duration="3" until="9"/></vehicle>
  <trip id="t" type="x" from="S" to="N" depart="30"/><tlLogic id="T" type="actuated" programID="1" offset="3"><phase duration="30" minDur="5" maxDur="50" state="Gg"/></tlLogic></routes>`;

const signalled = smallNet({
  junctionType: 'traffic_light',
  connections: `<connection from="W" to="E" fromLane="1" toLane="1" via=":J_0_1" tl="T" linkIndex="0" dir="s" state="O"/>
    <connection from="S" to="N" fromLane="0" toLane="0" via=":J_2_0" tl="T" linkIndex="1" dir="s" state="o"/>`,
  requests:
    '<request index="0" response="00" foes="10" cont="0"/><request index="1" response="01" foes="01" cont="0"/>',
  more: '<tlLogic id="T" type="static" programID="0" offset="0"><phase duration="30" state="Gr"/><phase duration="30" state="rG"/></tlLogic>',
});

/** What might stand in any attribute: nothing, too much, other types, other names, texts made to hurt. */
const nasty = fc.constantFrom(
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e308',
    '1e999',
    'NaN',
    'Infinity',
    '0.0000001',
    '99999999',
    '-99999999',
    '1 2 3',
    'W',
    'J',
    'E_0',
  ],
  ...[
    ':J_0_0',
    'x,y',
    '0,0',
    '0,0 0,0',
    '0,0 1,0 0,0',
    '5e9,5e9 1,1',
    '__proto__',
    'constructor',
    'é漢字😀',
    'a b',
    '../../x',
  ],
  ...[
    'r'.repeat(3_000),
    'all',
    'bus',
    'true',
    'actuated',
    'GGGGGGGGGG',
    'normc(1,2,3)',
    'exp(0)',
    '10:00:00',
    '&amp;lt;',
    '[1][2]',
  ],
);

const attributes = (text: string) => [...text.matchAll(/ [a-zA-Z]+="([^"]*)"/g)];

/** Changes some attributes' values, or takes them away. */
function spoilt(text: string, edits: readonly { at: number; value: string | null }[]): string {
  const places = attributes(text);
  let out = text;
  for (const { at, value } of [...edits].sort((a, b) => b.at - a.at)) {
    const found = places[at % places.length];
    const end = found.index + found[0].length;
    const whole = value === null ? '' : found[0].replace(/"[^"]*"/, () => `"${value}"`);
    if (out.slice(found.index, end) === found[0]) out = out.slice(0, found.index) + whole + out.slice(end);
  }
  return out;
}

const edits = fc.array(fc.record({ at: fc.nat(500), value: fc.option(nasty) }), { minLength: 1, maxLength: 4 });

describe('files that were made to hurt', () => {
  it('give a sound scene or problems, never anything between', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (changes, inNet) => {
        const net = inNet ? spoilt(signalled, changes) : signalled;
        const rows = inNet ? demand : spoilt(demand, changes);
        const files = new Map([
          ['a.net.xml', net],
          ['a.rou.xml', rows],
        ]);
        const result = importSumo(files, 'hostile');
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        const scene = readScene(result.value.scene);
        expect(scene.ok ? [] : scene.problems).toEqual([]);
        if (scene.ok) compileScene(scene.value);
      }),
      { numRuns: 300 },
    );
  });

  it('cut anywhere are refused with a place, or give what is whole', () => {
    fc.assert(
      fc.property(fc.nat(signalled.length - 1), (length) => {
        const result = importSumo(new Map([['a.net.xml', signalled.slice(0, length)]]), 'cut');
        if (result.ok) throw new Error('expected a document that is cut to be refused');
        expect(result.problems[0].path[0]).toBe('a.net.xml');
      }),
      { numRuns: 100 },
    );
  });
});
