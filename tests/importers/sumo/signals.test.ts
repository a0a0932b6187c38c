import { describe, expect, it } from 'vitest';
import type { RoadsFile } from '../../../sim/scene';
import { smallNet } from './small-net';
import { compiled, imported } from './sumo-files';

const connections = `<connection from="W" to="E" fromLane="0" toLane="0" via=":J_0_0" tl="T" linkIndex="0" dir="s" state="O"/>
  <connection from="W" to="E" fromLane="1" toLane="1" via=":J_0_1" tl="T" linkIndex="2" dir="s" state="O"/>
  <connection from="S" to="N" fromLane="0" toLane="0" via=":J_2_0" tl="T" linkIndex="3" dir="s" state="o"/>`;

function program(attributes: string, phases: string): string {
  return `<tlLogic id="T" ${attributes}>${phases}</tlLogic>`;
}

const phases =
  '<phase duration="40" state="GrGr"/><phase duration="5" state="yryr"/><phase duration="45" state="rsrO"/>';

function filesWith(inNet: string, beside = '', config = ''): Map<string, string> {
  const files = new Map([['a.net.xml', smallNet({ junctionType: 'traffic_light', connections, more: inNet })]]);
  if (beside !== '') files.set('a.add.xml', `<additional>${beside}</additional>`);
  if (config !== '') files.set('a.sumocfg', config);
  return files;
}

function roadsOf(files: Map<string, string>): RoadsFile {
  return JSON.parse(imported(files).scene.get('roads.json')!);
}

describe('a signal of SUMO', () => {
  it('keeps the letters of its junction’s own ways, numbered anew', () => {
    const files = filesWith(program('type="static" programID="0" offset="0"', phases));
    const { signals, junctions } = roadsOf(files);
    expect(signals[0].phases).toEqual([
      { seconds: 40, state: 'GGr' },
      { seconds: 5, state: 'yyr' },
      { seconds: 45, state: 'rrO' },
    ]);
    expect(junctions[0].turns.map((turn) => turn.signalIndex)).toEqual([0, 1, 2]);
    compiled(files);
  });

  it('shows at the beginning of a run what SUMO shows at its beginning', () => {
    const net = program('type="static" programID="0" offset="10"', phases);
    const atBegin = (files: Map<string, string>) => {
      const { offsetSeconds } = roadsOf(files).signals[0];
      return (((7 * 3_600 - offsetSeconds) % 90) + 90) % 90;
    };
    expect(atBegin(filesWith(net))).toBe(80); // ten seconds later than without an offset
    expect(atBegin(filesWith(net, '', '<configuration><begin value="100"/></configuration>'))).toBe(0);
  });

  it('runs the program that was loaded last, and says which one it replaces', () => {
    const files = filesWith(
      program('type="static" programID="0"', phases),
      program('type="static" programID="late"', '<phase duration="30" state="GGGG"/>'),
    );
    expect(roadsOf(files).signals[0].phases).toEqual([{ seconds: 30, state: 'GGG' }]);
    expect(imported(files).report.counts['sumo.replaced']).toBe(1);
  });

  it('keeps what an actuated program needs', () => {
    const actuated = program(
      'type="actuated" programID="0"',
      '<param key="max-gap" value="2.5"/><phase duration="40" minDur="5" maxDur="50" state="GrGr"/><phase duration="5" state="ryry"/>',
    );
    const [signal] = roadsOf(filesWith(actuated)).signals;
    expect(signal.actuation).toEqual({ kind: 'gap', maxGapSeconds: 2.5 });
    expect(signal.phases[0]).toEqual({ seconds: 40, minSeconds: 5, maxSeconds: 50, state: 'GGr' });
  });

  it('keeps which phases may follow, in the list as it is kept, and bounds as SUMO reads them', () => {
    const actuated = program(
      'type="actuated" programID="0"',
      `<param key="max-gap:W_1" value="4"/><param key="inactive-threshold" value="90"/><param key="linkMaxDur:0" value="9"/>
       <phase duration="30" minDur="5" state="GrGr" next="2 3"/><phase duration="0" state="rrrr"/>
       <phase duration="3" state="yryr" next="3"/><phase duration="20" maxDur="40" state="rrrG" latestEnd="9"/>`,
    );
    const files = filesWith(actuated);
    const [signal] = roadsOf(files).signals;
    expect(signal.actuation).toEqual({ kind: 'gap', inactiveSeconds: 90, laneMaxGaps: [{ lane: 'W_1', seconds: 4 }] });
    expect(signal.phases).toEqual([
      { seconds: 30, minSeconds: 5, next: [1, 2], state: 'GGr' },
      { seconds: 3, next: [2], state: 'yyr' },
      { seconds: 20, maxSeconds: 40, state: 'rrG' },
    ]);
    const { phaseMinSeconds, phaseMaxSeconds } = compiled(files).roads;
    expect([...phaseMinSeconds]).toEqual([5, 3, 20]);
    expect([...phaseMaxSeconds]).toEqual([Number.POSITIVE_INFINITY, 3, 40]);
    expect(imported(files).report.counts['sumo.not-carried']).toBe(2);
  });

  it.each([
    ['a program shorter than its links', '<phase duration="30" state="GG"/>'],
    ['a program without phases', ''],
    ['phases that do not last', '<phase duration="0" state="GGGG"/>'],
    ['letters that mean nothing', '<phase duration="30" state="GxGG"/>'],
    ['a phase without duration', '<phase state="GGGG"/>'],
  ])('leaves out %s by name; without a sound one the junction goes by priority', (_what, broken) => {
    const files = filesWith(program('type="static" programID="0"', broken));
    const { entries } = imported(files).report;
    expect(entries.filter((entry) => entry.code === 'sumo.broken').map((entry) => entry.element)).toEqual([
      'a.net.xml: tlLogic T program 0',
    ]);
    expect(roadsOf(files).junctions[0].control).toBe('priority');
    compiled(files);
  });
});
