import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deskFor } from '../../sim/hosts/cli/desk';
import type { AnyDomain, JobTools } from '../../sim/ports';
import { deskInPlace } from '../../sim/runtime';
import { asker, askers, asking } from '../runtime/asker';

describe('the desk of a run without a picture', () => {
  it('loads its solver with the first question, and the run that waits for it ends as ever', async () => {
    const lent: JobTools[] = [];
    const curious: AnyDomain = {
      ...asker,
      answer(question, tools) {
        lent.push(tools);
        return asker.answer!(question, tools);
      },
    };
    const domains = askers.map((domain) => (domain === asker ? curious : domain));
    const engine = asking(deskFor(domains), domains);
    // Nothing but a turn of the loop brings the solver: whoever steps on at once stands at the first answer.
    expect(engine.runTo(60)).toBe(false);
    expect(lent).toEqual([]);
    while (!engine.runTo(60)) await nextTurn();
    expect(lent.length).toBeGreaterThan(10);
    expect(new Set(lent).size).toBe(1);
    expect(lent[0].linear.solve).toBeTypeOf('function');
    const other = asking(deskInPlace(askers, {} as JobTools));
    other.runTo(60);
    expect(engine.finalHash()).toBe(other.finalHash());
  });

  it('is not there where nobody asks', () => {
    expect(deskFor(askers.filter(({ answer }) => !answer))).toBeUndefined();
  });
});
