import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createFireLinkage,
  FIRE_ALARM,
  FIRE_CLEARED,
  FIRE_EXHAUST,
  FIRE_NONE,
  FIRE_OUT,
  type FireReading,
  keepsShut,
  stepFireLinkage,
} from '../../../sim/domains/tunnel/linkage/fire-linkage';
import {
  createFloodLinkage,
  FLOOD_DEAD,
  FLOOD_DRY,
  FLOOD_HIGH,
  FLOOD_SHUT,
  stepFloodLinkage,
} from '../../../sim/domains/tunnel/linkage/flood-linkage';
import {
  createGasLinkage,
  GAS_ALARM,
  GAS_CUT_OFF,
  GAS_NORMAL,
  GAS_PRE_ALARM,
  GAS_PURGED,
  type GasReading,
  stepGasLinkage,
} from '../../../sim/domains/tunnel/linkage/gas-linkage';

function gasSection() {
  const linkage = createGasLinkage(1);
  const heard: { at: number; news: string; cause: number }[] = [];
  let now = 0;
  const live = (seconds: number, highest: number | ((at: number) => number), more: Partial<GasReading> = {}) => {
    for (let k = 0; k < seconds; k++, now++) {
      const reading = typeof highest === 'number' ? highest : highest(now);
      const what = { isHeard: true, isKnown: true, hasMain: true, takenByHand: false, mayReset: false, ...more };
      stepGasLinkage(linkage, 0, { highest: reading, ...what }, 1, (news, cause) => {
        heard.push({ at: now, news, cause });
        return heard.length;
      });
    }
    return linkage.state[0];
  };
  return { linkage, heard, live };
}

describe('what a gas alarm sets off', () => {
  it('goes from pre-alarm to alarm to cut-off by the reading, each because of the one before', () => {
    const { live, heard } = gasSection();
    expect(live(5, 0.12)).toBe(GAS_PRE_ALARM);
    expect(live(5, 0.21)).toBe(GAS_ALARM);
    expect(live(5, 0.26)).toBe(GAS_CUT_OFF);
    expect(heard.map(({ news }) => news)).toEqual(['tunnel.gas-pre-alarm', 'tunnel.gas-alarm', 'tunnel.gas-cut-off']);
    expect(heard.map(({ cause }) => cause)).toEqual([0, 1, 2]);
  });

  it('lets a pre-alarm go by itself, and never an alarm', () => {
    const { live } = gasSection();
    live(5, 0.12);
    expect(live(1, 0.01)).toBe(GAS_NORMAL);
    live(5, 0.21);
    expect(live(290, 0.001)).toBe(GAS_ALARM);
  });

  it('cuts off a leak that fans have diluted, once the alarm has been latched for five minutes', () => {
    const { live, heard } = gasSection();
    live(5, 0.2);
    live(400, 0.15);
    expect(heard.find(({ news }) => news === 'tunnel.gas-cut-off')?.at).toBe(299);
  });

  it('is back to normal only when the air has been clean for ten minutes, somebody took the alarm, and the crew is done', () => {
    const { live } = gasSection();
    live(30, 0.3);
    expect(live(599, 0.04)).toBe(GAS_CUT_OFF);
    expect(live(2, 0.04)).toBe(GAS_PURGED);
    expect(live(3_600, 0)).toBe(GAS_PURGED);
    expect(live(1, 0, { mayReset: true })).toBe(GAS_NORMAL);
  });

  it('starts over where gas comes back into air that was clean', () => {
    const { live } = gasSection();
    live(30, 0.3);
    live(700, 0.01);
    expect(live(2, 0.22)).toBe(GAS_CUT_OFF);
  });

  it('does nothing that nobody hears of, and has no valve to shut where no main runs', () => {
    const deaf = gasSection();
    expect(deaf.live(600, 0.5, { isHeard: false })).toBe(GAS_NORMAL);
    const none = gasSection();
    none.live(600, 0.3, { hasMain: false });
    expect(none.heard.some(({ news }) => news === 'tunnel.gas-cut-off')).toBe(false);
    expect(none.live(700, 0, { hasMain: false })).toBe(GAS_PURGED);
  });

  it('whatever is read, an alarm comes no later than its reading and ends in no other way than by a reset', () => {
    const readings = fc.array(fc.double({ min: 0, max: 0.6, noNaN: true }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(readings, (levels) => {
        const { live, heard, linkage } = gasSection();
        let wasAlarm = false;
        for (const level of levels) {
          const state = live(20, level);
          if (level >= 0.2) wasAlarm = true;
          expect(state >= GAS_ALARM).toBe(wasAlarm);
        }
        for (let k = 1; k < heard.length; k++) expect(heard[k].at).toBeGreaterThanOrEqual(heard[k - 1].at);
        if (wasAlarm) expect(linkage.alarmCause[0]).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what rising water sets off', () => {
  const section = () => {
    const linkage = createFloodLinkage(1);
    const heard: string[] = [];
    const live = (levelM: number, more: Partial<Parameters<typeof stepFloodLinkage>[2]> = {}) => {
      const reading = { levelM, isHeard: true, hasMain: true, mayReset: false, source: 9, ...more };
      stepFloodLinkage(linkage, 0, reading, (news, cause) => {
        heard.push(`${news} by ${cause}`);
        return heard.length + 9;
      });
      return linkage.state[0];
    };
    return { linkage, heard, live };
  };

  it('an alarm, then the valves, then the supply before boards drown, each because of the one before', () => {
    const { live, heard, linkage } = section();
    expect(live(0.05)).toBe(FLOOD_DRY);
    expect(live(0.11)).toBe(FLOOD_HIGH);
    expect(live(0.21)).toBe(FLOOD_SHUT);
    expect(live(0.36)).toBe(FLOOD_DEAD);
    live(0.51);
    expect(linkage.drowned[0]).toBe(1);
    expect(heard).toEqual([
      'tunnel.water-high by 9',
      'tunnel.water-valves-shut by 10',
      'tunnel.boards-off by 11',
      'tunnel.boards-drowned by 12',
    ]);
  });

  it('shuts nothing that nobody hears of; boards drown all the same, and wait for somebody', () => {
    const { live, linkage, heard } = section();
    expect(live(0.6, { isHeard: false })).toBe(FLOOD_DRY);
    expect(linkage.drowned[0]).toBe(1);
    live(0);
    expect(linkage.drowned[0]).toBe(1);
    live(0, { mayReset: true });
    expect(linkage.drowned[0]).toBe(0);
    expect(heard.at(-1)).toContain('tunnel.section-dry');
  });
});

describe('what a fire sets off', () => {
  const section = () => {
    const linkage = createFireLinkage(1);
    const heard: string[] = [];
    const live = (seconds: number, more: Partial<FireReading>) => {
      const calm = { isBurning: false, isDetected: false, canSuppress: false, airC: 20, sightM: 50, source: 4 };
      for (let k = 0; k < seconds; k++) {
        stepFireLinkage(linkage, 0, { ...calm, mayReset: false, ...more }, 1, (news, cause) => {
          heard.push(`${news} by ${cause}`);
          return heard.length + 4;
        });
      }
      return linkage.state[0];
    };
    return { heard, live };
  };

  it('keeps the section shut until it is out and for ten minutes more, then draws the smoke off', () => {
    const { live, heard } = section();
    expect(live(60, { isBurning: true })).toBe(FIRE_NONE);
    expect(live(10, { isBurning: true, isDetected: true, canSuppress: true })).toBe(FIRE_ALARM);
    const burning = live(300, { isBurning: true, isDetected: true, canSuppress: true, airC: 300, sightM: 1 });
    expect(keepsShut(burning)).toBe(true);
    expect(live(500, { airC: 90, sightM: 1 })).toBe(FIRE_OUT);
    expect(live(200, { airC: 60, sightM: 1 })).toBe(FIRE_EXHAUST);
    expect(live(1_000, { airC: 38, sightM: 2 })).toBe(FIRE_EXHAUST);
    expect(live(1, { airC: 38, sightM: 12 })).toBe(FIRE_CLEARED);
    expect(live(1, { mayReset: true })).toBe(FIRE_NONE);
    expect(heard).toEqual([
      'tunnel.fire-alarm by 4',
      'tunnel.suppression-on by 5',
      'tunnel.fire-out by 6',
      'tunnel.smoke-cleared by 7',
    ]);
  });
});
