import { describe, expect, it } from 'vitest';
import { type CommandSpec, readArguments } from '../../sim/hosts/cli/arguments';
import { nearest } from '../../sim/hosts/cli/nearest';
import { formatDuration } from '../../sim/hosts/cli/progress-bar';
import { Refusal } from '../../sim/hosts/cli/refusal';
import { cityloom } from './command';

const spec: CommandSpec = {
  name: 'run',
  says: '',
  operands: ['scene'],
  options: {
    seed: { kind: 'seed', operand: 'N', says: '' },
    until: { kind: 'seconds', operand: 'S', says: '' },
    workers: { kind: 'count', operand: 'N', says: '' },
    out: { kind: 'text', operand: 'DIR', says: '' },
  },
  examples: [],
};

function codes(...words: string[]): string[] {
  try {
    readArguments(spec, words);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map((each) => each.code);
  }
}

describe('a call', () => {
  it('is read with its options before, between and behind the operands', () => {
    for (const words of [
      ['here', '--seed', '7', '--out=x'],
      ['--seed=7', 'here', '--out', 'x'],
      ['--out', 'x', '--seed', '7', '--', 'here'],
    ]) {
      const given = readArguments(spec, words);
      expect([given.operands, given.number('seed'), given.text('out')]).toEqual([['here'], 7, 'x']);
    }
  });

  it('is refused with everything that is wrong with it', () => {
    expect(codes('--sed', '--until', '-5', '--workers', '0', '--out')).toEqual([
      'call.unknown-option',
      'call.bad-value',
      'call.bad-value',
      'call.missing-value',
      'call.missing-operand',
    ]);
    expect(codes('a', 'b')).toEqual(['call.needless-operand']);
    expect(codes(''), 'which would be the folder one stands in').toEqual(['call.empty-operand']);
    expect(codes('a', '--until', '1e9')).toEqual(['call.bad-value']);
    expect(codes('a', '--until', '999999999'), 'longer than any run').toEqual(['call.bad-value']);
    expect(codes('a', '--seed', '1', '--seed', '2')).toEqual(['call.option-twice']);
    for (const seed of ['1e3', '0x10', '1.5', '-1', 'NaN', '99999999999999999999']) {
      expect(codes('a', '--seed', seed), seed).toEqual(['call.bad-value']);
    }
    for (const seconds of ['0', 'Infinity', '1e9999', 'soon']) {
      expect(codes('a', '--until', seconds), seconds).toEqual(['call.bad-value']);
    }
  });

  it('suggests what a slip most likely meant, and nothing that is far off', () => {
    expect(nearest('sede', ['seed', 'until'])).toBe('seed');
    expect(nearest('valdiate', ['run', 'validate'])).toBe('validate');
    expect(nearest('xyzzy', ['run', 'validate'])).toBeUndefined();
  });

  it('tells times as people do', () => {
    expect([7, 185, 8_040].map(formatDuration)).toEqual(['7 s', '3 min 05 s', '2 h 14 min']);
  });
});

describe('the command line', () => {
  it('explains itself on standard output and exits 0', async () => {
    const [all, one, flag] = await Promise.all([
      cityloom('help'),
      cityloom('help', 'run', '--json'),
      cityloom('sweep', '--help'),
    ]);
    for (const command of ['run', 'compare', 'validate', 'import', 'bench', 'sweep']) {
      expect(all.stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    }
    expect(JSON.parse(one.stdout)).toMatchObject({ name: 'run', operands: ['scene'] });
    expect(flag.stdout).toContain('--workers N');
    expect([all.code, one.code, flag.code]).toEqual([0, 0, 0]);
  });

  it('refuses an unknown command and an unknown option with exit code 2 and a suggestion', async () => {
    const [command, option, nothing] = await Promise.all([
      cityloom('vaildate', '--json'),
      cityloom('run', 'x', '--sed', '--json'),
      cityloom('--json'),
    ]);
    expect(JSON.parse(command.stdout)).toMatchObject({ ok: false, problems: [{ code: 'call.unknown-command' }] });
    expect(command.stdout).toContain('did you mean validate');
    expect(option.stdout).toContain('did you mean --seed');
    expect(JSON.parse(nothing.stdout).problems[0].code).toBe('call.no-command');
    expect([command.code, option.code, nothing.code]).toEqual([2, 2, 2]);
  });

  it('says which version it is', async () => {
    const { code, stdout } = await cityloom('--version');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  });
});
