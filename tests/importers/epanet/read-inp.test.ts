import { describe, expect, it } from 'vitest';
import { readInp } from '../../../sim/importers/epanet';
import { smallFile } from './small-file';

/** Codes with section and field, where they lie in a line that was changed. */
const problemsOf = (from: string, to: string): string[] => {
  const text = smallFile.replace(from, to);
  const read = readInp(text);
  if (read.ok) return [];
  const lines = text.split('\n');
  const before = smallFile.split('\n');
  return read.problems.map(({ code, path: [, line, ...place] }) => {
    const isThere = !before.includes(lines[(line as number) - 1]);
    return `${code} ${place.join('.')}${isThere ? '' : ` (line ${line})`}`;
  });
};

describe("a file of EPANET's format", () => {
  it('is read whole', () => {
    const read = readInp(smallFile);
    if (!read.ok) throw new Error(read.problems[0].message);
    const { junctions, tanks, pipes, valves, pumps, controls, rules, options, patterns } = read.value;
    expect(junctions.map(({ id }) => id)).toEqual(['J1', 'J2', 'J3']);
    // [DEMANDS] takes the place of what stands with the junction.
    expect(junctions[1].demands).toEqual([
      { base: 2, pattern: 'P1' },
      { base: 1, pattern: undefined },
    ]);
    expect(junctions[2].emitter).toBe(0.5);
    expect(tanks[0]).toMatchObject({ elevation: 40, initLevel: 3, minLevel: 0.5, maxLevel: 6, diameter: 12 });
    expect(pipes.map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'OPEN', 'CLOSED']);
    expect(pipes[1].minorLoss).toBe(1.5);
    expect(pumps[0].headCurve).toBe('C1');
    expect(valves[0]).toMatchObject({ type: 'PRV', status: 'CLOSED' });
    expect([controls.length, rules.length]).toEqual([2, 1]);
    expect(options).toMatchObject({ units: 'LPS', headLoss: 'D-W' });
    expect(patterns.get('P1')).toEqual([0.5, 1.5]);
  });

  it.each([
    ['J1  J2   500', 'J1  J9   500', 'epanet.unknown-node PIPES.Node2'],
    ['J1  J2   500', 'J1  J1   500', 'epanet.leads-nowhere PIPES.Node2'],
    ['J1  J2   500  200', 'J1  J2   500  -200', 'epanet.not-positive PIPES.Diameter'],
    ['J1  J2   500  200', 'J1  J2   0  200', 'epanet.not-positive PIPES.Length'],
    ['J1  J2   500  200  0.2', 'J1  J2   500  wide  0.2', 'epanet.not-a-number PIPES.Diameter'],
    [' 2    J2', ' 1    J2', 'epanet.name-twice PIPES.ID'],
    [' J2   12    3', ' J1   12    3', 'epanet.name-twice JUNCTIONS.ID'],
    ['40    3   0.5', '40    9   0.5', 'epanet.tank-levels TANKS.InitLevel'],
    ['HEAD C1', 'HEAD C9', 'epanet.unknown-curve PUMPS.HEAD'],
    ['HEAD C1', 'SPEED 1', 'epanet.pump-without-curve PUMPS.Parameters'],
    ['PRV  20', 'XRV  20', 'epanet.unknown-word VALVES.Type'],
    ['5       P1', '5       P7', 'epanet.unknown-pattern JUNCTIONS.Pattern'],
    ['LINK PU CLOSED', 'LINK PX CLOSED', 'epanet.unknown-link CONTROLS.LINK'],
    ['NODE T1', 'NODE T9', 'epanet.unknown-node CONTROLS.NODE'],
    ['THEN PUMP PU', 'THEN PUMP PX', 'epanet.unknown-link RULES.PUMP'],
    ['Units     LPS', 'Units     BUCKETS', 'epanet.unknown-word OPTIONS.Units'],
    ['24:00', 'soon', 'epanet.not-a-time TIMES.Duration'],
    ['[VERTICES]', '[ODD]', 'epanet.unknown-section TITLE'],
    [' R1   20\n', '', 'epanet.unknown-node PUMPS.Node1 (line 18)'],
  ])('is refused by line where %s reads %s', (from, to, problem) => {
    expect(problemsOf(from, to)).toContain(problem);
  });

  it('names all that is wrong at once, and what has no source', () => {
    expect(problemsOf(' 1    J1  J2   500  200', ' 1    J1  J9   -5  -200').length).toBe(3);
    const read = readInp('[JUNCTIONS]\nA 1\nB 1\n[PIPES]\n1 A B 1 1 1\n');
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['epanet.no-source']);
    const empty = readInp('');
    expect(empty.ok ? [] : empty.problems.map(({ code }) => code)).toEqual(['epanet.no-nodes']);
  });
});
