import { describe, expect, it } from 'vitest';
import { checkScenario, readScenario } from '../../sim/scenarios';
import { smallCity } from '../runtime/small-city';
import { processorMs } from '../set-up/processor-time';
import { brokenScenarios, goodScenario } from './broken-scenarios';

const key = ({ code, path }: { readonly code: string; readonly path: readonly (string | number)[] }) =>
  `${code} at ${path.join('/')}`;

describe('a broken scenario', () => {
  it.each(brokenScenarios)(
    'is refused whole, with every problem and its path: $name',
    ({ text, phase, expect: wanted }) => {
      const broken = typeof text === 'string' ? text : text();
      const began = processorMs();
      const scenario = readScenario(broken);
      expect(scenario.ok).toBe(phase === 'fit');
      const problems = scenario.ok ? checkScenario(scenario.value, smallCity(), ['traffic']) : scenario.problems;
      const tookMs = processorMs() - began;
      const errors = problems.filter((each) => each.severity === 'error');
      expect(tookMs).toBeLessThan(1_000);
      const found = errors.map((each) => key(each));
      for (const each of wanted) expect(found).toContain(key(each));
      for (const { message } of errors) expect(message.length).toBeLessThan(1_000);
    },
  );

  it('differs from a good one, which is read and fits', () => {
    const scenario = readScenario(JSON.stringify(goodScenario));
    expect(scenario.ok).toBe(true);
    expect(scenario.ok && checkScenario(scenario.value, smallCity(), ['traffic'])).toEqual([]);
  });

  it('has one problem when that is all that is wrong with it', () => {
    const single = brokenScenarios.filter((each) => each.expect.length === 1);
    for (const { text } of single) {
      const scenario = readScenario(typeof text === 'string' ? text : text());
      if (!scenario.ok) expect(scenario.problems.map((each) => key(each))).toHaveLength(1);
    }
  });
});
