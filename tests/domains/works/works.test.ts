import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_YEARS,
  DAYS_PER_DIG,
  DIGS_PER_KM_YEAR,
  lifeCycleOf,
  usualCase,
  worksDaysPerYear,
  YUAN_PER_DIG,
} from '../../../sim/domains/works/economics';
import { pastWorksMps, takeLanes } from '../../../sim/domains/works/lanes';
import { buriedLines, lineKinds } from '../../../sim/scene/compile/buried-lines';
import { AROUND, change, dugCity, gallery, live } from './dug-city';

const city = dugCity();
const DAY_S = 86_400;
const HOUR_S = 3_600;
const digging = (timesUsual: number) => change('street-works', [], { timesUsual });
const opened = (heard: readonly { code: string; element: string }[]) =>
  heard.filter(({ code }) => code === 'works.dug-up');

describe('lines in streets', () => {
  it('lie in the street that they follow, one street for both directions, and no longer than it', () => {
    const lines = buriedLines(city);
    expect(lines.roadCount).toBe(4);
    const { edge } = city.elements;
    for (const id of AROUND) {
      const road = lines.roadOfEdge[edge.slotOf(id)!];
      expect(edge.ids[lines.secondEdge[road]]).toBe(id.replace(/(\w):(\w)$/, '$2:$1'));
    }
    const km = (kind: string) => {
      let sum = 0;
      for (let r = 0; r < lines.roadCount; r++)
        sum += lines.buriedM[r * lineKinds.length + lineKinds.indexOf(kind as never)];
      return sum / 1_000;
    };
    expect(km('water')).toBeCloseTo(1.3 + 0.72, 1);
    expect([km('gas'), km('telecom'), km('power'), km('heat')]).toEqual([km('water'), km('water'), 0, 0]);
    lines.buriedM.forEach((metres, k) => {
      expect(metres).toBeLessThanOrEqual(lines.lengthM[Math.floor(k / lineKinds.length)] + 1e-9);
    });
  });

  it('are not buried where they lie in a gallery', () => {
    expect(buriedLines(dugCity('somewhere')).buriedM.every((metres) => metres === 0)).toBe(true);
  });
});

describe('everyday works', () => {
  it('are shown only where a change asks for them', () => {
    const { engine, heard } = live(city, []);
    engine.runTo(3 * DAY_S);
    expect(opened(heard)).toEqual([]);
    expect(engine.measure()['works.sites-open']).toBe(0);
    expect(engine.measure()['works.days-per-year']).toBeCloseTo(worksDaysPerYear(3 * 2.02), 0);
  });

  it('come as often as the rate says, and stay for whole days', () => {
    const { engine, heard } = live(city, [digging(20)]);
    const days = 350;
    engine.runTo(days * DAY_S);
    const expected =
      20 * worksDaysPerYear((engine.measure()['works.days-per-year'] ?? 0) / DIGS_PER_KM_YEAR / DAYS_PER_DIG);
    // A hundred digs or so: chance leaves a tenth.
    const [measured] = [engine.measure()['works.site-days'] ?? 0];
    expect(measured / ((expected * days) / 365)).toBeGreaterThan(0.8);
    expect(measured / ((expected * days) / 365)).toBeLessThan(1.2);
    const ended = heard.filter(({ code }) => code === 'works.made-good');
    expect(ended.length).toBeGreaterThan(50);
    for (const { tick, causes } of ended) {
      const dug = heard.find(({ id }) => id === causes[0])!;
      // What was dug up as the run began had begun before.
      if (dug.tick > 0) expect((tick - dug.tick) % (2 * DAYS_PER_DIG * DAY_S)).toBe(0);
    }
  });

  it('are the same with a gallery elsewhere, and none of its lines are dug up where one has taken them in', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        const siteOf = ({ element, values }: { element: string; values: object }) =>
          `${element} ${JSON.stringify(values)}`;
        const sites = (interventions: Parameters<typeof live>[1]) => {
          const { engine, heard } = live(city, interventions, { seed, startDay: 40 });
          engine.runTo(HOUR_S);
          return opened(heard as never)
            .map((each) => siteOf(each as never))
            .sort();
        };
        const plain = sites([digging(20)]);
        const with_ = sites([digging(20), gallery({ telecom: false, gas: true })]);
        const telecom = lineKinds.indexOf('telecom');
        expect(with_).toEqual(plain.filter((site) => !site.startsWith('main') || site.includes(`:${telecom}}`)));
      }),
      { numRuns: 40 },
    );
  });

  it('shut lanes at the kerb and leave one, past which one drives as at a site', () => {
    const { roads, elements } = city;
    const told = { limitMps: new Float64Array(roads.laneCount).fill(1_000), causes: new Int32Array(roads.laneCount) };
    const [wide, narrow] = ['main:a:b', 'around:a:b'].map((id) => elements.edge.slotOf(id)!);
    takeLanes(roads, wide, 3, 7, told);
    takeLanes(roads, narrow, 3, 8, told);
    const of = (edge: number) => [
      ...told.limitMps.slice(roads.edgeFirstLane[edge], roads.edgeFirstLane[edge] + roads.edgeLaneCount[edge]),
    ];
    expect(of(wide)).toEqual([0, pastWorksMps(roads.edgeSpeedMps[wide])]);
    expect(of(narrow)).toEqual([pastWorksMps(roads.edgeSpeedMps[narrow])]);
    expect([80, 60, 50, 40, 30, 20, 10].map((kmh) => Math.round(3.6 * pastWorksMps(kmh / 3.6)))).toEqual([
      60, 40, 30, 30, 20, 20, 10,
    ]);
  });
});

describe('a gallery that a change builds', () => {
  it('opens its trench stretch by stretch, moves lines in at the end, and names its change as the cause', () => {
    const months = 2;
    const { engine, heard } = live(city, [digging(20), gallery({ stage: 'building', months, stretch: 500 })]);
    engine.runTo(70 * DAY_S);
    const trenches = heard.filter(({ code }) => code === 'works.trench-opened');
    expect(trenches.map(({ element }) => element)).toEqual(['main:a:w', 'main:a:b', 'main:b:o']);
    for (const { causes } of trenches)
      expect(heard.find(({ id }) => id === causes[0])?.code).toBe('intervention.started');
    const closed = heard.filter(({ code }) => code === 'works.trench-closed');
    expect(closed[1].tick).toBe(trenches[2].tick);
    const doneTick = closed[2].tick;
    expect(doneTick / 2 / DAY_S).toBeCloseTo(months * 30.44, 0);
    const onMain = opened(heard).filter(({ element }) => element.startsWith('main'));
    expect(onMain.length).toBeGreaterThan(0);
    expect(onMain.every((each) => (each as never as { tick: number }).tick < doneTick)).toBe(true);
  });

  it('costs what its length and compartments cost, and spares the days that its lines took', () => {
    const figures = (interventions: Parameters<typeof live>[1]) => {
      const { engine } = live(city, interventions);
      engine.runTo(HOUR_S);
      return engine.measure();
    };
    const without = figures([]);
    const with_ = figures([gallery()]);
    expect(with_['works.gallery-length']).toBeCloseTo(1.3, 2);
    expect(with_['works.capex']! / 1e6).toBeCloseTo(1.3 * (50 + 80 / 3), 0);
    expect(without['works.days-per-year']! - with_['works.days-per-year']!).toBeCloseTo(worksDaysPerYear(3 * 1.3), 0);
    expect(figures([gallery({ compartments: 4 })])['works.net-benefit']!).toBeLessThan(with_['works.net-benefit']!);
    expect(with_['works.net-benefit']!).toBeLessThan(0);
    // The card's working comes to the same money, without fees and drivers.
    const lengthKm = with_['works.gallery-length']!;
    const spared = without['works.days-per-year']! - with_['works.days-per-year']!;
    const { totalYuan } = lifeCycleOf({
      ...usualCase,
      lengthKm,
      muPerKm: 0,
      costYuanPerKm: with_['works.capex']! / lengthKm,
      years: CHANGE_YEARS,
      digging: {
        ...usualCase.digging,
        digsPerKmYear: spared / DAYS_PER_DIG / lengthKm,
        daysPerDig: DAYS_PER_DIG,
        yuanPerDig: YUAN_PER_DIG,
      },
      entryFeeYuan: 0,
      upkeepFeeYuanPerYear: 0,
    });
    expect(Math.abs(totalYuan - with_['works.net-benefit']!)).toBeLessThan(1);
  });

  it('is restored as it was in the middle of everything', () => {
    const changes = [digging(20), gallery({ stage: 'building', months: 1, stretch: 200 })];
    const straight = live(city, changes).engine;
    straight.runTo(12 * DAY_S);
    const saved = straight.save();
    const again = live(city, changes).engine;
    expect(again.load(saved).ok).toBe(true);
    expect(again.measure()).toEqual(straight.measure());
    straight.runTo(40 * DAY_S);
    again.runTo(40 * DAY_S);
    expect(again.finalHash()).toBe(straight.finalHash());
  });
});
