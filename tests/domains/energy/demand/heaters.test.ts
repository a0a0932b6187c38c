import { describe, expect, it } from 'vitest';
import { servedScene, still, tryDemand } from './try-demand';

const evening = still({ airC: -5, secondOfDay: 20 * 3_600 });
const HOUR = 4;

function block() {
  const of = tryDemand(
    servedScene([
      { id: 'home', use: 'housing', residents: 262, floorAreaM2: 9_000, floors: 10, heightM: 30 },
      { id: 'office', use: 'office', jobs: 300, floorAreaM2: 9_000, floors: 10, heightM: 30 },
    ]),
  );
  const home = of.slotOf('home');
  const run = (hours: number) => {
    for (let k = 0; k < hours * HOUR; k++) of.step(evening);
  };
  run(24);
  return { ...of, home, run, kw: () => of.asked.heaterKw[home], airC: () => of.state.airC[home] };
}

describe('portable heaters', () => {
  it('stay away while heat comes, and are plugged in by those who own one when rooms cool below 18 °C', () => {
    const of = block();
    expect(of.kw()).toBe(0);
    of.supply.heat.fill(0);
    let firstC = Number.NaN;
    for (let k = 0; k < 24 * HOUR; k++) {
      const before = of.airC();
      of.step(evening);
      if (of.kw() > 0 && Number.isNaN(firstC)) firstC = before;
    }
    expect(firstC).toBeLessThan(18);
    expect(firstC).toBeGreaterThan(16);
    // A hundred households of 2.62; 21.7 % own one of 1.5 kW; how many are in at eight in the evening says the timetable.
    expect(of.kw()).toBeGreaterThan(0.7 * 100 * 0.217 * 1.5);
    expect(of.kw()).toBeLessThanOrEqual(100 * 0.217 * 1.5 + 1e-9);
    expect(of.asked.heaterKw[of.slotOf('office')]).toBe(0);
  });

  it('warm the rooms by what they draw, and draw nothing more once heat has been back', () => {
    const of = block();
    of.supply.heat.fill(0);
    of.run(36);
    const withC = of.airC();
    const without = block();
    without.supply.heat.fill(0);
    for (let k = 0; k < 36 * HOUR; k++) {
      without.state.plugged.fill(0);
      without.step(evening);
    }
    expect(withC).toBeGreaterThan(without.airC() + 0.2);
    of.supply.heat.fill(1);
    without.supply.heat.fill(1);
    const recover = (each: typeof of, hours: number) => {
      let kwh = 0;
      for (let k = 0; k < hours * HOUR; k++) kwh += each.step(evening).spaceHeatKw[each.home] / HOUR;
      return kwh;
    };
    // What they gave is not asked of the loop on top.
    expect(recover(of, 240)).toBeLessThan(recover(without, 240) - 50);
    expect(of.kw()).toBe(0);
    expect(of.state.plugged[of.home]).toBe(0);
  });

  it('that wait in the dark all come on when power does', () => {
    const of = block();
    of.supply.heat.fill(0);
    of.supply.electricity.fill(0);
    of.run(24);
    expect(of.state.plugged[of.home]).toBeGreaterThan(0.9);
    const cold = of.airC();
    of.run(1);
    expect(of.airC()).toBeLessThan(cold);
    of.supply.electricity.fill(1);
    of.step(evening);
    expect(of.kw()).toBeGreaterThan(20);
  });
});
