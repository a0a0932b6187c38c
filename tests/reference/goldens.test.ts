import { describe, expect, it } from 'vitest';
import { goldens, hasData } from '../importers/sumo/sumo-files';
import { compareGolden, offBetween } from './compare-golden';
import { readFcd } from './trajectories';

/** Goldens that this engine drives otherwise than SUMO, each with the reason. */
const differs: Readonly<Record<string, string>> = {
  '44-multilane-junction-turn': 'its drivers draw their wanted speeds at random, from SUMO’s own generator',
};

describe.skipIf(!hasData)('the golden trajectories of SUMO (skipped where their folder is absent)', () => {
  it.each(hasData ? [...goldens().keys()].filter((name) => differs[name] === undefined) : [])(
    'are driven lane by lane, within a metre over a minute: %s',
    (name) => {
      const { held, firstMiss, reference } = compareGolden(name);
      if (reference === 'none') return; // two have no trajectories of their own, and SUMO is not installed here
      expect(firstMiss).toBeUndefined();
      expect(held).toBe(true);
    },
  );

  it('differ in no more than four, each with its reason', () => {
    expect(Object.keys(differs).length).toBeLessThanOrEqual(4);
    for (const name of Object.keys(differs)) expect(goldens().has(name)).toBe(true);
  });
});

describe('the comparison with trajectories', () => {
  const lanes = { lengthM: () => 100, at: (_: number, positionM: number) => ({ lane: 'a', positionM }) };
  const at = (lane: string, positionM: number) => ({ lane, positionM, speedMps: 0 });

  it('measures along a lane, and finds nothing common between two lanes', () => {
    expect(offBetween(at('a', 10), at('a', 12.5), lanes)).toBe(2.5);
    expect(offBetween(at('a', 10), at('b', 10), lanes)).toBeUndefined();
  });

  it('takes the end of a lane and the beginning of the next as one place, a centimetre long', () => {
    expect(offBetween(at('a', 100), at('b', 0), lanes)).toBe(0);
    expect(offBetween(at('a', 99.9), at('b', 0), lanes)).toBeUndefined();
  });

  it('lets one arrive a metre before the other, and no earlier', () => {
    expect(offBetween(at('a', 99.5), undefined, lanes)).toBe(0.5);
    expect(offBetween(undefined, at('a', 90), lanes)).toBeUndefined();
  });

  it('reads the times of vehicles, and the last time also where nobody is left', () => {
    const text =
      '<fcd-export><timestep time="0.00"><vehicle id="v" lane="e_0" pos="1.5" speed="2"/></timestep><timestep time="1.00"/></fcd-export>';
    const { trajectories, lastSeconds } = readFcd(text);
    expect(trajectories.get('v')!.get(0)).toEqual({ lane: 'e_0', positionM: 1.5, speedMps: 2 });
    expect(lastSeconds).toBe(1);
  });
});
