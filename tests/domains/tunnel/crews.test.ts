import { describe, expect, it } from 'vitest';
import {
  CREW_IDLE,
  CREW_WAITS,
  type CrewOrders,
  createCalls,
  createCrews,
  stepCrews,
} from '../../../sim/domains/tunnel/crew/crews';

function depot(vehicles: number, sections: number, more: Partial<CrewOrders> = {}) {
  const crews = createCrews(vehicles);
  const calls = createCalls(sections);
  const all = Int32Array.from({ length: sections }, (_, k) => k);
  const broken = new Set(all);
  const heard: { at: number; news: string; section: number; cause: number }[] = [];
  let now = 0;
  const orders: CrewOrders = {
    wanted: (section) => (broken.has(section) ? 77 : 0),
    wayS: () => 300,
    mayEnter: () => true,
    finds: () => true,
    workS: () => 1_000,
    walkM: () => 60,
    tell: (news, section, cause) => heard.push({ at: now, news, section, cause }) + 100,
    done: (section) => broken.delete(section),
    ...more,
  };
  const live = (seconds: number) => {
    for (let k = 0; k < seconds; k++, now++) stepCrews(crews, calls, all, sections, now, 1, orders);
  };
  return { crews, calls, heard, live, broken };
}

describe('a crew', () => {
  it('drives, goes down, walks, mends and comes home, and says why', () => {
    const { live, heard, crews } = depot(1, 1);
    live(3_000);
    expect(heard.map(({ news, at, cause }) => [news, at, cause])).toEqual([
      ['tunnel.crew-called', 0, 77],
      ['tunnel.crew-there', 420, 101],
      ['tunnel.crew-done', 421 + 240 + 1_000, 102],
    ]);
    expect(crews.state[0]).toBe(CREW_IDLE);
    expect(crews.workedS[0]).toBe(421 + 240 + 1_000 + 420 + 1);
  });

  it('waits at the shaft while the air does not let it in', () => {
    const { live, heard, crews } = depot(1, 1, { mayEnter: () => false });
    live(5_000);
    expect(crews.state[0]).toBe(CREW_WAITS);
    expect(heard.length).toBe(2);
  });

  it('goes to one place after another where there are more places than crews', () => {
    const { live, heard } = depot(1, 3);
    live(8_000);
    const done = heard.filter(({ news }) => news === 'tunnel.crew-done');
    expect(done.map(({ section }) => section)).toEqual([0, 1, 2]);
  });

  it('cannot come where no road leads, and tries again later', () => {
    const { live, heard } = depot(2, 1, { wayS: () => -1 });
    live(700);
    expect(heard.map(({ news, at }) => [news, at])).toEqual([
      ['tunnel.crew-cannot-come', 0],
      ['tunnel.crew-cannot-come', 300],
      ['tunnel.crew-cannot-come', 600],
    ]);
  });

  it('finds nothing where nothing is', () => {
    const { live, heard } = depot(2, 1, { finds: () => false, workS: () => 100 });
    live(900);
    expect(heard.at(-1)?.news).toBe('tunnel.nothing-found');
  });
});
