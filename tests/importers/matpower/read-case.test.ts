import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkOfCase, readCase } from '../../../sim/importers/matpower';
import { runMatlab } from '../../../sim/importers/matpower/matlab/run';
import { createPowerFlow } from '../../../sim/networks/power';
import { feederText } from './case-text';

function numbers(expression: string): number[] | string {
  const worked = runMatlab(`x = ${expression};\n`);
  if (!('variables' in worked)) return `line ${worked.line}: ${worked.message}`;
  const value = worked.variables.get('x')!;
  return value.type === 'matrix' ? value.data : value.type;
}

function read(text: string) {
  const found = readCase(text);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.value;
}

const codes = (text: string) => {
  const found = readCase(text);
  const problems = found.ok ? found.warnings : found.problems;
  return problems.map(({ severity, code, path }) => `${severity} ${code} ${path.join(' ')}`);
};
const changed = (from: string, to: string) => {
  expect(feederText).toContain(from);
  return feederText.replace(from, to);
};

describe('a case file', () => {
  it('is worked out as the program that it is: ohms and kilowatts are converted where it says so', () => {
    const { name, baseMva, bus, gen, branch, busNames } = read(feederText);
    expect([name, baseMva, bus.length, gen.length, branch.length]).toEqual(['feeder', 10, 6, 1, 6]);
    expect(bus.map((row) => row.slice(0, 4))).toEqual([
      [1, 3, 0, 0],
      [2, 1, 0.1, 0.06],
      [3, 1, 0.09, 0.04],
      [40, 1, 0.12, 0.08],
      [5, 1, 0.06, 0.03],
      [6, 1, 0.06, 0.02],
    ]);
    // 10 kV on 10 MVA are 10 ohms.
    expect(branch[0].slice(0, 4)).toEqual([1, 2, 0.0922 / 10, 0.047 / 10]);
    expect(gen[0].slice(3, 5)).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    expect(busNames).toEqual(['Source', "Tom's", 'Three', 'Four', 'Five', 'Six']);
  });

  it('says the same as its tables in JSON', () => {
    const { bus, branch, gen } = read(feederText);
    const json = JSON.stringify({ name: 'feeder', baseMVA: 10, bus, branch, gen: gen[0] });
    const other = read(json);
    expect(other.bus).toEqual(bus);
    expect(other.gen).toEqual(gen);
    const [one, two] = [createPowerFlow(networkOfCase(read(feederText))), createPowerFlow(networkOfCase(other))];
    one.solve();
    expect(two.solve().state).toBe('converged');
    expect(two.results.vm).toEqual(one.results.vm);
    expect(one.results.vm[0]).toBe(1.02);
  });

  it('of the first version gives its tables one by one', () => {
    const text = `function [baseMVA, bus, gen, branch] = old
baseMVA = 100;
bus = [1 3 0 0 0 0 1 1 0 110 1 1.1 0.9; 2 1 50 20 0 0 1 1 0 110 1 1.1 0.9];
gen = [1 0 0 99 -99 1 100 1 200 0];
branch = [1 2 0.01 0.05 0.02 0 0 0 0 0 1];
return;
`;
    expect(read(text)).toMatchObject({
      name: 'old',
      baseMva: 100,
      branch: [[1, 2, 0.01, 0.05, 0.02, 0, 0, 0, 0, 0, 1]],
    });
  });

  it('is refused with every problem by table, row and column', () => {
    expect(codes(changed('	3	1	90,', '	2	1	90,'))).toContain('error matpower.bus-twice bus 3 bus_i');
    expect(codes(changed('	2	3	0.4930	0.2511', '	2	3	0	0'))).toContain(
      'error matpower.zero-impedance branch 2 x',
    );
    expect(codes(changed('0.98', '98'))).toContain('error matpower.tap branch 4 ratio');
    expect(codes(changed('0.98', '-0.98'))).toContain('error matpower.tap branch 4 ratio');
    expect(codes(changed('	5	6	0.8190', '	5	7	0.8190'))).toContain('error matpower.no-such-bus branch 5 tbus');
    expect(codes(changed('	1	3	0	0', '	1	1	0	0'))).toContain('error matpower.no-slack bus');
    expect(codes(changed('1.02	100	1', '1.02	100	0'))).toContain('error matpower.no-slack bus');
    expect(codes(changed('	40	5	0.3811', '	40	40	0.3811'))).toContain(
      'error matpower.joins-itself branch 4 tbus',
    );
    expect(codes(changed('120 80', 'NaN 80'))).toContain('error matpower.not-finite bus 4 Pd');
    expect(codes(changed("mpc.version = '2'", "mpc.version = '3'"))).toContain('error matpower.version version');
    expect(codes(changed('mpc.baseMVA = 10;', 'mpc.baseMVA = 0;')).some((each) => each.includes('baseMVA'))).toBe(true);
  });

  it('names what can be solved all the same', () => {
    expect(
      codes(changed('	5	6	0.8190	0.7070	0	0	0	0	0	0	1', '	5	6	0.8190	0.7070	0	0	0	0	0	0	0')),
    ).toEqual(['warning matpower.isolated-bus bus 6']);
    expect(codes(changed('	3	1	90,', '	3	2	90,'))).toEqual(['warning matpower.no-generator bus 3 type']);
    expect(codes(changed('	3	1	90,', '	3	4	90,'))).toEqual(['warning matpower.out-of-service bus 3 type']);
    expect(codes(changed('0.4930', '-0.4930'))).toEqual(['warning matpower.negative-resistance branch 2 r']);
  });

  it('that does more than is understood is refused at its line: half a conversion is another network', () => {
    const more = (line: string) => codes(`${feederText}${line}\n`);
    const at = feederText.split('\n').length;
    for (const line of [
      'for i = 1:3, mpc.bus(i, 3) = 0; end',
      'while true',
      'if mpc.baseMVA == 10',
      'mpc.bus(:, 3) = scale_load(mpc.bus(:, 3));',
      'mpc.bus(9, 3) = 1;',
      'mpc.bus(:, 3) = [1; 2];',
      'mpc.bus = [1 2; 3];',
      'x = mpc.bus(',
      "x = 'never ends",
      'x = 3 $ 4;',
    ]) {
      expect(more(line)).toEqual([expect.stringMatching(new RegExp(`^error matpower.syntax line (${at}|${at + 1})$`))]);
    }
  });
});

describe('the language of case files', () => {
  it('knows what binds tighter, and which blanks part elements', () => {
    expect(numbers('2 + 3 * 4 ^ 2 / 8 - 1')).toEqual([7]);
    expect(numbers('-2 ^ 2')).toEqual([-4]);
    expect(numbers('2 ^ -1')).toEqual([0.5]);
    expect(numbers('[1 -2]')).toEqual([1, -2]);
    expect(numbers('[1 - 2]')).toEqual([-1]);
    expect(numbers('[1 - 2, 3 -4]')).toEqual([-1, 3, -4]);
    expect(numbers('[(1 -2) 3]')).toEqual([-1, 3]);
    expect(numbers("[1 2; 3 4]'")).toEqual([1, 3, 2, 4]);
    expect(numbers('[1 2\n 3 4](2, :)')).toEqual([3, 4]);
    expect(numbers('[1 2; 3 4] .* [2; 10]')).toEqual([2, 4, 30, 40]);
    expect(numbers('1:2:7')).toEqual([1, 3, 5, 7]);
    expect(numbers('sqrt(16) + abs(-1) + sum([1 2 3])')).toEqual([11]);
    expect(numbers('[10 20 30]([1 3])')).toEqual([10, 30]);
    expect(numbers('[10 20 30](end)')).toEqual([30]);
    expect(numbers('[5 0 7](([5 0 7]) > 1)')).toEqual([5, 7]);
    expect(numbers('1e3 + 1.5E-1 + .5 + 1d1')).toEqual([1010.65]);
    expect(numbers('find([0 1 1 0])')).toEqual([2, 3]);
  });

  it('turns a power factor into megavars', () => {
    const text = changed(
      '%% convert loads from kW to MW\n',
      'pf = 0.8;\nmpc.bus(:, QD) = mpc.bus(:, PD) * sin(acos(pf));\nmpc.bus(:, PD) = mpc.bus(:, PD) * pf;\n',
    );
    const { bus } = read(text);
    expect(bus[1][2]).toBeCloseTo(0.08, 12);
    expect(bus[1][3]).toBeCloseTo(0.06, 12);
  });

  it('carries out conditions, and knows that the function was called without arguments', () => {
    const text = changed(
      'function mpc = feeder',
      'function mpc = feeder(fixed)\nif nargin < 1\n  fixed = 1;\nend',
    ).concat(`
if fixed
    [GEN_BUS, PG, QG, QMAX, QMIN, VG, MBASE, GEN_STATUS, PMAX, PMIN] = idx_gen;
    k = find(   isinf(mpc.gen(:, QMIN)) & ...
                isinf(mpc.gen(:, QMAX))  );
    mpc.gen(k, QMIN) = mpc.gen(k, QG) - 7;
elseif unknown_function(1), for i = 1:2, if i, x(end) = 1; end, end
else mpc.gen(:, QMIN) = 0;
end
if ~fixed, mpc.baseMVA = 1; else, mpc.bus(end, VM) = 1.01; end
`);
    const { baseMva, bus, gen } = read(text);
    expect([baseMva, bus[5][7], gen[0][4], gen[0][3]]).toEqual([10, 1.01, -7, Number.POSITIVE_INFINITY]);
  });

  it('never throws, whatever the text', () => {
    const words = [
      'mpc',
      '.',
      'bus',
      '=',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '1',
      '2e3',
      "'",
      '"',
      ';',
      '\n',
      ' ',
      ',',
      ':',
      '-',
      '+',
      '*',
      '/',
      '^',
      '...',
      '%',
      'end',
      'ones',
      'idx_bus',
      '%{\n',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 60 }), (parts) => {
        expect(typeof readCase(parts.join('')).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: feederText.length }), fc.constantFrom(...words), (at, word) => {
        expect(typeof readCase(feederText.slice(0, at) + word + feederText.slice(at + 1)).ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readCase(text).ok).toBe(false);
      }),
    );
  });
});
