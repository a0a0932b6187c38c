import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envelopeClasses, retrofit } from '../../../../sim/domains/energy/demand';
import { answerRooms, CONVECTIVE } from '../../../../sim/domains/energy/demand/indoor';
import { useRows } from '../../../../sim/domains/energy/demand/uses';
import type { BuildingUse } from '../../../../sim/scene';
import { SUMMER_DAY, servedScene, still, tryDemand, WINTER_DAY } from './try-demand';

const uses = ['housing', 'office', 'commerce', 'industry', 'school', 'hospital', 'logistics'] as const;
const anyUse = fc.constantFrom(...uses);
const anyEnvelope = fc.constantFrom(...envelopeClasses);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const night = { secondOfDay: 0 };
const H = 3_600;

describe('the rooms of a building', () => {
  it('lose no heat between their nodes: air, surfaces and mass balance to 1e-9 over any step, with any heat', () => {
    fc.assert(
      fc.property(
        anyUse,
        anyEnvelope,
        between(-20, 40),
        between(0, 60),
        between(0, 9_000),
        between(0, 9_000),
        between(-8_000, 20_000),
        between(1, 7_200),
        (use, envelope, outsideC, airWPerM2K, innerW, sunW, heatW, stepSeconds) => {
          const { state } = tryDemand([{ id: 'a', use, envelope }]);
          const { fabric, work, massC } = state;
          const airWPerK = airWPerM2K * 10;
          work.airWPerK[0] = airWPerK;
          work.innerW[0] = innerW;
          work.sunW[0] = sunW;
          answerRooms(fabric, work, massC, outsideC, stepSeconds, 1);
          // a radiator warms by air and by rays; what cools is blown in
          const byAir = heatW > 0 ? CONVECTIVE * heatW : heatW;
          const byRays = heatW - byAir;
          const [airKPerW, massKPerW] =
            heatW > 0 ? [work.airKPerHeatW[0], work.massKPerHeatW[0]] : [work.airKPerCoolW[0], work.massKPerCoolW[0]];
          const airC = work.freeAirC[0] + airKPerW * heatW;
          const endC = work.massEndC[0] + massKPerW * heatW;
          const afterC = endC + (massC[0] - endC) * work.massStays[0];
          const meanC = endC + ((massC[0] - endC) * (1 - work.massStays[0])) / -Math.log(work.massStays[0]);

          // the air's own balance gives the surfaces' temperature; the other two have to close with it
          const inner = fabric.innerSurfaceWPerK[0];
          const surfaceC = airC - (airWPerK * (outsideC - airC) + 0.5 * innerW + byAir) / inner;
          const shared = 0.5 * innerW + sunW;
          const toMassW = fabric.massSurfaceWPerK[0] * (surfaceC - meanC);
          const surfaces =
            inner * (airC - surfaceC) +
            fabric.windowWPerK[0] * (outsideC - surfaceC) +
            fabric.sunToSurface[0] * shared +
            (1 - fabric.sunToMass[0]) * byRays -
            toMassW;
          const mass = toMassW + fabric.wallWPerK[0] * (outsideC - meanC) + fabric.sunToMass[0] * (shared + byRays);
          const stored = (afterC - massC[0]) / (fabric.perMassJPerK[0] * stepSeconds);
          const scale = 1e5 + Math.abs(inner * airC);
          expect(Math.abs(surfaces) / scale).toBeLessThan(1e-9);
          expect(Math.abs(mass - stored) / scale).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('come to the same temperature in one long step as in many short ones, weather and heat being the same', () => {
    const { state } = tryDemand([{ id: 'a', use: 'office' }]);
    const { fabric, work } = state;
    const heatW = 5_000;
    const run = (stepSeconds: number, steps: number) => {
      const massC = new Float64Array([20]);
      work.airWPerK[0] = 300;
      work.innerW[0] = 2_000;
      work.sunW[0] = 500;
      for (let k = 0; k < steps; k++) {
        answerRooms(fabric, work, massC, -5, stepSeconds, 1);
        const endC = work.massEndC[0] + work.massKPerHeatW[0] * heatW;
        massC[0] = endC + (massC[0] - endC) * work.massStays[0];
      }
      return massC[0];
    };
    expect(run(7_200, 1)).toBeCloseTo(run(60, 120), 10);
    expect(run(900, 8)).toBeCloseTo(run(60, 120), 10);
  });

  it('answer by their new walls from the step after a retrofit on, as if they had been built so', () => {
    const [changed, built] = (['old', 'low-energy'] as const).map((envelope) =>
      tryDemand(servedScene([{ id: 'a', use: 'housing', envelope }])),
    );
    const weather = still({ airC: -3 });
    changed.step(weather);
    built.step(weather);
    const wanted = envelopeClasses.indexOf('low-energy');
    retrofit(changed.state, 0, wanted);
    changed.ask(weather);
    built.ask(weather);
    expect(changed.state.work.massKPerHeatW[0]).toBe(built.state.work.massKPerHeatW[0]);
    retrofit(changed.state, 0, envelopeClasses.indexOf('old'));
    // The same air through the joints, so that nothing but the walls tells them apart.
    changed.state.fabric.airWPerK[0] = built.state.fabric.airWPerK[0];
    changed.ask(weather);
    expect(changed.state.work.massKPerHeatW[0]).toBeLessThan(0.99 * built.state.work.massKPerHeatW[0]);
  });

  it('want no less heat the colder and no less cooling the hotter it is outside', () => {
    fc.assert(
      fc.property(
        anyUse,
        anyEnvelope,
        between(-20, 38),
        between(0.1, 10),
        between(0, 86_399),
        (use, envelope, outsideC, more, secondOfDay) => {
          const trial = tryDemand(servedScene([{ id: 'a', use, envelope, jobs: 30 }]));
          const heat = (airC: number) => trial.ask(still({ airC, secondOfDay })).spaceHeatKw[0];
          expect(heat(outsideC)).toBeGreaterThanOrEqual(heat(outsideC + more) - 1e-9);
          const cool = (airC: number) => trial.ask(still({ airC, secondOfDay, dayIndex: SUMMER_DAY })).coolingKw[0];
          trial.state.massC[0] = 27;
          expect(cool(outsideC + more)).toBeGreaterThanOrEqual(cool(outsideC) - 1e-9);
        },
      ),
    );
  });

  it('are held at 20 °C in a home in winter, and at 26 °C in a cooled office in summer', () => {
    const trial = tryDemand(servedScene([{ id: 'a', use: 'housing', residents: 15 }]));
    for (let k = 0; k < 96; k++) trial.step(still({ airC: -3, ...night }));
    expect(trial.state.airC[0]).toBeCloseTo(20, 9);
    const office = tryDemand(servedScene([{ id: 'a', use: 'office', jobs: 30 }]));
    for (let k = 0; k < 96; k++) office.step(still({ airC: 33, dayIndex: SUMMER_DAY }));
    expect(office.asked.coolingKw[0]).toBeGreaterThan(0);
    expect(office.state.airC[0]).toBeLessThan(27);
  });

  it('want no heat in summer, however cold, and less with the set point turned down', () => {
    const trial = tryDemand(servedScene([{ id: 'a', use: 'housing' }]));
    expect(trial.ask(still({ airC: 5, dayIndex: SUMMER_DAY })).spaceHeatKw[0]).toBe(0);
    const first = trial.ask(still({ airC: 5, dayIndex: WINTER_DAY })).spaceHeatKw[0];
    trial.controls.setPointOffsetK[0] = 1.5;
    expect(trial.ask(still({ airC: 5 })).spaceHeatKw[0]).toBeLessThan(first);
  });

  it('need less heat the better the envelope, from an old house to a passive one', () => {
    const trial = tryDemand(
      servedScene(envelopeClasses.map((envelope) => ({ id: envelope, use: 'housing', envelope }))),
    );
    for (let k = 0; k < 400; k++) trial.step(still({ airC: -5, ...night }));
    const [passive, low, code, old] = envelopeClasses.map((name) => trial.asked.spaceHeatKw[trial.slotOf(name)]);
    expect(passive).toBeLessThan(0.45 * code);
    expect(low).toBeLessThan(code);
    expect(code).toBeLessThan(old);
    // design day, 720 m²: PHI's 10 W/m² and JGJ 26's generations of 20 to 60, with a free-standing block's much wall
    expect((passive * 1_000) / 720).toBeLessThan(18);
    expect((code * 1_000) / 720).toBeGreaterThan(20);
    expect((old * 1_000) / 720).toBeLessThan(90);
  });

  it('show a retrofit from the next step on, and its undoing', () => {
    const trial = tryDemand(servedScene([{ id: 'a', use: 'housing', envelope: 'old' }]));
    for (let k = 0; k < 96; k++) trial.step(still({ airC: -5, ...night }));
    const first = trial.ask(still({ airC: -5, ...night })).spaceHeatKw[0];
    const was = retrofit(trial.state, 0, envelopeClasses.indexOf('passive-house'));
    expect(envelopeClasses[was]).toBe('old');
    // the walls' mass is still as cold as in the old house, and warms up within the week
    expect(trial.ask(still({ airC: -5, ...night })).spaceHeatKw[0]).toBeLessThan(0.8 * first);
    retrofit(trial.state, 0, was);
    expect(trial.ask(still({ airC: -5, ...night })).spaceHeatKw[0]).toBe(first);
    retrofit(trial.state, 0, envelopeClasses.indexOf('passive-house'));
    for (let k = 0; k < 672; k++) trial.step(still({ airC: -5, ...night }));
    expect(trial.asked.spaceHeatKw[0]).toBeLessThan(0.4 * first);
  });
});

describe('any building in any weather', () => {
  it('wants and feels what can be written down as a number, and never less than nothing', () => {
    const shape = fc.record({
      use: fc.constantFrom(...(Object.keys(useRows) as BuildingUse[])),
      sideM: between(0.5, 300),
      heightM: between(2, 300),
      floors: fc.integer({ min: 1, max: 90 }),
      floorAreaM2: between(1, 200_000),
      residents: between(0, 5_000),
    });
    const sky = fc.record({
      airC: between(-45, 50),
      humidity: between(0.01, 1),
      globalWPerM2: between(0, 1_200),
      mainsC: between(0, 30),
      dayIndex: fc.integer({ min: 0, max: 364 }),
      secondOfDay: between(0, 86_399),
    });
    fc.assert(
      fc.property(
        shape,
        sky,
        fc.boolean(),
        between(1, 86_400),
        ({ sideM, ...shaped }, weather, isServed, stepSeconds) => {
          const outline: [number, number][] = [
            [0, 0],
            [sideM, 0],
            [sideM, sideM],
            [0, sideM],
          ];
          const part = { id: 'a', outline, ...shaped };
          const trial = tryDemand(isServed ? servedScene([part]) : [part]);
          for (let k = 0; k < 3; k++) trial.step(still(weather), stepSeconds);
          for (const asked of Object.values(trial.asked)) {
            expect(Number.isFinite(asked[0])).toBe(true);
            expect(asked[0]).toBeGreaterThanOrEqual(0);
          }
          expect(Number.isFinite(trial.state.massC[0] + trial.state.airC[0])).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what brings the heat', () => {
  it('is the loop, or else a boiler of one’s own, or else the air conditioner, each losing it with its own supply', () => {
    const name = { zh: '屋', en: 'House' };
    const scene = servedScene([
      { id: 'loop', name, use: 'housing' },
      { id: 'boiler', name, use: 'housing', serves: { gas: 'g' } },
      { id: 'alone', name, use: 'housing', serves: {} },
    ]);
    const trial = tryDemand(scene);
    const cold = still({ airC: -3, ...night });
    for (let k = 0; k < 200; k++) trial.step(cold);
    const { spaceHeatKw, heatKw, gasKw, electricKw, hotWaterKw } = trial.asked;
    const [loop, boiler, alone] = ['loop', 'boiler', 'alone'].map(trial.slotOf);
    expect(heatKw[loop]).toBeCloseTo(spaceHeatKw[loop] + hotWaterKw[loop], 12);
    expect(heatKw[boiler] + heatKw[alone]).toBe(0);
    expect(gasKw[boiler]).toBeGreaterThan(spaceHeatKw[boiler]);
    expect(gasKw[alone]).toBe(0);
    expect(electricKw[alone]).toBeGreaterThan(spaceHeatKw[alone] / 3);
    const lost = (carrier: 'heat' | 'gas' | 'electricity') => {
      const trying = tryDemand(scene);
      trying.supply[carrier].fill(0);
      for (let k = 0; k < 60; k++) trying.step(cold);
      return [loop, boiler, alone].map((slot) => trying.state.airC[slot] < 17);
    };
    expect(lost('heat')).toEqual([true, false, false]);
    expect(lost('gas')).toEqual([false, true, false]);
    expect(lost('electricity')).toEqual([false, true, true]);
  });
});

describe('rooms without their heat', () => {
  const cold = still({ airC: -5, ...night });

  it('cool down by their walls, a passive house least, and want more than before when heat is back', () => {
    const trial = tryDemand(
      servedScene(envelopeClasses.map((envelope) => ({ id: envelope, use: 'housing', envelope }))),
    );
    for (let k = 0; k < 400; k++) trial.step(cold);
    const usual = Array.from(trial.asked.spaceHeatKw);
    trial.supply.heat.fill(0);
    for (let k = 0; k < 48; k++) trial.step(cold);
    const [passive, low, code, old] = envelopeClasses.map((name) => trial.state.airC[trial.slotOf(name)]);
    expect(passive).toBeGreaterThan(low);
    expect(low).toBeGreaterThan(code);
    expect(code).toBeGreaterThan(old);
    expect(passive).toBeGreaterThan(16.5);
    expect(old).toBeLessThan(15.5);
    trial.supply.heat.fill(1);
    trial.step(cold);
    for (let i = 0; i < usual.length; i++) expect(trial.asked.spaceHeatKw[i]).toBeGreaterThan(1.05 * usual[i]);
    for (let k = 0; k < 900; k++) trial.step(cold);
    for (let i = 0; i < usual.length; i++) expect(trial.asked.spaceHeatKw[i] / usual[i]).toBeCloseTo(1, 2);
  });

  it('lie between full and none when a share of it comes', () => {
    const left = (share: number) => {
      const trial = tryDemand(servedScene([{ id: 'a', use: 'housing' }]));
      trial.supply.heat.fill(share);
      for (let k = 0; k < 40; k++) trial.step(cold);
      return trial.state.airC[0];
    };
    expect(left(0)).toBeLessThan(left(0.5));
    expect(left(0.5)).toBeLessThan(left(1));
  });

  it('lose the room air conditioners with the power, and the chilled water with its network', () => {
    const hot = still({ airC: 34, dayIndex: SUMMER_DAY, secondOfDay: 20 * H });
    const home = tryDemand([{ id: 'a', use: 'housing', residents: 20 }]);
    const office = tryDemand(servedScene([{ id: 'a', use: 'office', jobs: 20 }]));
    const noon = still({ airC: 34, dayIndex: SUMMER_DAY, secondOfDay: 14 * H });
    for (let k = 0; k < 96; k++) {
      home.step(hot);
      office.step(noon);
    }
    expect(home.asked.localCoolingKw[0]).toBeGreaterThan(0);
    expect(home.asked.coolingKw[0]).toBe(0);
    expect(office.asked.localCoolingKw[0]).toBe(0);
    const [homeC, officeC] = [home.state.airC[0], office.state.airC[0]];
    home.supply.electricity.fill(0);
    office.supply.cooling.fill(0);
    for (let k = 0; k < 8; k++) {
      home.step(hot);
      office.step(noon);
    }
    expect(home.state.airC[0]).toBeGreaterThan(homeC + 0.1);
    expect(office.state.airC[0]).toBeGreaterThan(officeC + 0.3);
  });
});
