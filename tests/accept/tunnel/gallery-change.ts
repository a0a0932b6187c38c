/** U6 in the flagship: a gallery placed under a street, before and after, with its delay from our own runs. */
import { CHANGE_YEARS, DAYS_PER_DIG, lifeCycleOf, usualCase, YUAN_PER_DIG } from '../../../sim/studies';
import { sceneOf } from '../../domains/energy/scenes';
import { change, type LivedCity, liveCity } from '../../runtime/live-city';
import type { AcceptLine } from '../line';

const STREET = 'zhongde';
const PAIRS = 3;
const MINUTES = 30;
const SEASON_DAYS = 360;
const MILLION = 1e6;

export const galleryChange: AcceptLine = {
  name: 'U6 in the flagship',
  goal: 'a gallery placed under a street: works-days a year ↓, capex ↑, dug up less over a year in 9 of 10 paired seeds, delay while it is built from paired runs of our own traffic, all of it in the life cycle',
  async measure({ root, say }) {
    const city = sceneOf('eco-park', undefined, root);
    const street = city.scene.roads!.edges.filter((edge) => edge.street === STREET).map(({ id }) => id);
    const gallery = change('build-gallery', street, {}, 0);
    const building = change('build-gallery', street, { stage: 'building' }, 0);
    const digging = change('street-works', [], {}, 0);
    const figure = ({ figures }: LivedCity, kpi: keyof LivedCity['figures']): number => figures[kpi] ?? 0;

    say('ten years of works, with the gallery and without');
    const season = (seed: number, changes: readonly ReturnType<typeof change>[]) =>
      liveCity(city, 24 * 60 * SEASON_DAYS, changes, {
        seed,
        startDay: 10 * seed,
        domains: ['works'],
        stepSeconds: { works: 86_400 },
      });
    const seasons = Array.from({ length: 10 }, (_, k) => [season(k + 1, [digging]), season(k + 1, [digging, gallery])]);
    const dug = seasons.map((pair) => pair.map((each) => figure(each, 'works.site-days')));
    const [before, after] = seasons[0];
    const spared = figure(before, 'works.days-per-year') - figure(after, 'works.days-per-year');
    const lengthKm = figure(after, 'works.gallery-length');
    const capexYuan = figure(after, 'works.capex');

    say('the morning peak with its first trench open, in pairs');
    const morning = (seed: number, changes: readonly ReturnType<typeof change>[]) =>
      liveCity(city, MINUTES, changes, { seed, startSeconds: 7.5 * 3_600, domains: ['traffic', 'works'] });
    const lost = Array.from({ length: PAIRS }, (_, k) => {
      const [plain, open] = [[], [building]].map((changes) => morning(k + 1, changes));
      return figure(open, 'traffic.delay') - figure(plain, 'traffic.delay');
    });
    const perHour = (lost.reduce((sum, one) => sum + one, 0) / PAIRS) * (60 / MINUTES);
    const { parts, totalYuan } = lifeCycleOf({
      ...usualCase,
      lengthKm,
      muPerKm: 0,
      costYuanPerKm: capexYuan / lengthKm,
      years: CHANGE_YEARS,
      digging: {
        ...usualCase.digging,
        digsPerKmYear: spared / DAYS_PER_DIG / lengthKm,
        daysPerDig: DAYS_PER_DIG,
        yuanPerDig: YUAN_PER_DIG,
      },
      buildingDays: 365,
      buildingVehicleHoursPerDay: Math.max(0, 2 * perHour),
      entryFeeYuan: 0,
      upkeepFeeYuanPerYear: 0,
    });
    const netYuan = figure(after, 'works.net-benefit');
    // The card's working and the figure in the panel are the same money.
    const isOneSum = Math.abs(totalYuan - netYuan - parts.disruption) < 1;
    const fewer = dug.filter(([plain, spares]) => spares < plain).length;
    return {
      held: isOneSum && spared > 0 && capexYuan > 0 && fewer >= 9 && lost.filter((one) => one > 0).length === PAIRS,
      reached: `${lengthKm.toFixed(1)} km under ${STREET}: ${figure(before, 'works.days-per-year').toFixed(0)} works-days a year → ${figure(after, 'works.days-per-year').toFixed(0)}; ${(capexYuan / MILLION).toFixed(0)} M yuan to build, ${(netYuan / MILLION).toFixed(0)} M left after ${CHANGE_YEARS} years; over ${SEASON_DAYS} days dug up for fewer site-days in ${fewer} of 10 seeds (${dug.map((pair) => pair.map((one) => one.toFixed(0)).join(' → ')).join(', ')}); first trench at 07:30 costs drivers ${lost.map((one) => one.toFixed(1)).join(', ')} vehicle-hours in ${MINUTES} min by seed, worth ${(parts.disruption / MILLION).toFixed(1)} M yuan over a year of building, two such hours a day; total ${(totalYuan / MILLION).toFixed(0)} M`,
      how: `works alone for the years, traffic and works for ${PAIRS} pairs of mornings; rates of digging from the Scottish and English registers (dig-rates.ts)`,
    };
  },
};
